"""Base forms of verbs and nouns that no list holds."""

from __future__ import annotations

import pytest

from retold.annotate.base_forms import base_form

PAST = """seized:seize captured:capture suspended:suspend agreed:agree freed:free planned:plan died:die carried:carry killed:kill
expelled:expel opened:open declined:decline declared:declare appeared:appear fired:fire voted:vote created:create visited:visit
treated:treat included:include avoided:avoid looked:look struggled:struggle changed:change hanged:hang caused:cause focused:focus
raised:raise developed:develop claimed:claim assumed:assume disputed:dispute shouted:shout invaded:invade persuaded:persuade
required:require reported:report vetoed:veto rescued:rescue admitted:admit overthrew:overthrow promised:promise postponed:postpone
mentioned:mention bombed:bomb failed:fail collapsed:collapse revealed:reveal evacuated:evacuate guided:guide installed:install
told:tell made:make said:say""".split()
GERUND = "dying:die lying:lie suspending:suspend seeing:see sobbing:sob striking:strike singing:sing emerging:emerge running:run".split()
THIRD = "seizes:seize vetoes:veto dies:die carries:carry passes:pass pushes:push says:say".split()
PLURAL = "ferries:ferry heroes:hero shoes:shoe women:woman churches:church".split()


@pytest.mark.parametrize(
    ("word", "base", "tag"),
    [(*pair.split(":"), tag) for tag, pairs in (("VBD", PAST), ("VBG", GERUND), ("VBZ", THIRD), ("NNS", PLURAL)) for pair in pairs],
)
def test_a_base_form(word: str, base: str, tag: str) -> None:
    assert base_form(word, tag) == base


@pytest.mark.parametrize("base", "seize plan carry free offer include argue struggle".split())
def test_a_base_form_is_its_own(base: str) -> None:
    assert base_form(base, "VB") == base
    assert base_form(base, "NN") == base
