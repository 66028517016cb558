"""Words changed inside one remark."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from retold.compare.facts.claims import Told
from retold.compare.facts.renditions import rendition_differences
from retold.records import Degree, Rendition, Utterance, Variant, VariantOf

Tell = Callable[[Mapping[str, tuple[str, str]]], Told]
BEFORE = "“The ferry carried "
BEHIND = " passengers when it left,” said Oda Merrin."


def remark(told: Told, of: VariantOf, degree: Degree, one: str, other: str) -> Utterance:
    """The utterance of two reports that quote the same remark but for a word."""
    spans = {article: (len(BEFORE), len(BEFORE) + len(word)) for article, word in (("lantern", one), ("gazette", other))}
    variant = Variant(kind="substitution", of=of, changes_meaning=degree, base=spans["lantern"], here=spans["gazette"])
    quotations = {article: told.annotated[article].quotations[0] for article in spans}
    renditions = tuple(
        Rendition(
            quotation=quotation.id,
            article=article,
            spans=quotation.spans,
            relation="base" if article == "lantern" else "changed",
            confidence=1.0,
            variants=() if article == "lantern" else (variant,),
        )
        for article, quotation in quotations.items()
    )
    return Utterance(id="u1", speaker="Oda Merrin", occasion=None, base=quotations["lantern"].id, renditions=renditions)


def told_with(tell: Tell, one: str, other: str) -> Told:
    return tell({"Lantern": ("2031-03-05", BEFORE + one + BEHIND), "Gazette": ("2031-03-05", BEFORE + other + BEHIND)})


def test_a_number_altered_in_a_remark_is_a_dispute(tell: Tell) -> None:
    told = told_with(tell, "120", "210")
    (one,) = rendition_differences([remark(told, "number", "yes", "120", "210")], told)
    assert one.kind == "number"
    texts = [told.text(statement.article, statement.spans[0]) for statement in one.statements]
    assert texts == ["120", "210"]
    assert "Oda Merrin" in one.explanation


@pytest.mark.parametrize(("of", "degree"), [("number", "maybe"), ("number", "no"), ("typography", "yes"), ("negation", "yes")])
def test_other_changes_are_none(tell: Tell, of: VariantOf, degree: Degree) -> None:
    told = told_with(tell, "120", "210")
    assert not list(rendition_differences([remark(told, of, degree, "120", "210")], told))


def test_only_words_of_the_remark_are_shown(tell: Tell) -> None:
    told = told_with(tell, "120", "210")
    (one,) = rendition_differences([remark(told, "number", "yes", "120", "210")], told)
    assert [statement.says.strip("“,”") for statement in one.statements] == [
        "The ferry carried 120 passengers when it left",
        "The ferry carried 210 passengers when it left",
    ]
