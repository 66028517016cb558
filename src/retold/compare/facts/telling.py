"""How an article stands to what it tells: in its own voice, with a hedge, as somebody's word; and the sentence about sides that differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Statement
from ..lexicon import lexicon
from .claims import Claim, Told
from .differences import among_of, listing, outlets_of, quoted
from .stages import stages

__all__ = ["Telling", "explained", "telling_of"]

_FEW = ("", "a day", "two days", "three days", "four days", "five days", "six days", "a week")


class Telling(NamedTuple):
    """How an article stands to one of its claims."""

    flat: bool
    """True: in its own voice, without a hedge."""
    distance: float
    """0 to 1: how far it keeps what it tells at arm's length; 0 where it is flat, and where it can't be told whose word it is."""
    words: str
    """What it does, behind its outlet's name and "have" or "has": "it from Orr", "only Orr’s claim"."""


def telling_of(claim: Claim, told: Told) -> Telling:
    """How the article of a claim stands to it."""
    if claim.hedge:
        return Telling(False, 0.9, f"it with “{claim.hedge}”")
    if not claim.quoted:
        return Telling(True, 0.0, "it in its own voice") if not _says(claim, told) else Telling(False, 0.0, "it as the word of somebody")
    cue = _cue(claim, told)
    speaker = claim.attributed_to or "somebody unnamed"
    if cue in stages().granted:
        return Telling(False, 0.4, f"it from {speaker}")
    if cue in stages().doubted:
        return Telling(False, 0.9, f"it as a claim of {speaker}")
    return Telling(False, 0.7, f"it as the word of {speaker}")


def _says(claim: Claim, told: Told) -> bool:
    """Whether its sentence holds a word of saying: then it may be somebody's word that was not recognised as such."""
    predicate = claim.assertion.predicate
    before, behind = (claim.sentence[0], predicate[0]), (predicate[1], claim.sentence[1])
    words = f"{told.text(claim.article, before)} {told.text(claim.article, behind)}"
    return any(lexicon().lemma(word) in _SAY for word in re.findall(r"[a-z]+", fold(words)))


_SAY = frozenset(
    """say tell report claim allege announce state according accord testify write tweet quote assert insist contend maintain argue deny
    hear learn believe think suspect charge convict guilty indict plead sentence count suspicion allegation accuse accusation""".split()
)
"""Words of saying that introduce clauses, and those of courts: who is sentenced for a deed is not told to have done it in the article's
own voice."""


def _cue(claim: Claim, told: Told) -> str | None:
    """Base form of the word that introduces the quotation around a claim."""
    quotation = next((q for q in told.annotated[claim.article].quotations if q.id == claim.assertion.quotation), None)
    if quotation is None or quotation.cue is None:
        return None
    words = fold(told.text(claim.article, quotation.cue)).split()
    return lexicon().lemma(words[0]) if words else None


def explained(sides: Mapping[str, Sequence[Statement]], told: Told, *, grows: bool) -> str:
    """One sentence: which outlets have it how, in which words, whose word that is, and whether the later may know more.

    ``sides``: what an outlet "has", to the statements that have it so; ``grows``: the act may have gone on between two reports.
    """
    parts = []
    for has, some in sides.items():
        have = "have" if len({s.article for s in some}) > 1 else "has"
        parts.append(f"{outlets_of(some, told)} {have} {has} ({quoted(some[0].says)}{_whose(some, has)})")
    sentence = ", ".join(parts)
    if among_of(list(sides.values())) == "speakers":
        sentence += "; it is the people they quote who differ"
    elif grows and (later := _later(list(sides.values()), told)):
        sentence += f"; {later} and may know more"
    return sentence[:1].upper() + sentence[1:] + "."


def _whose(statements: Sequence[Statement], told_already: str) -> str:
    """ ", the word of Orr" for the speakers of statements; nothing where they are in the articles' own voice or named already."""
    speakers = sorted({s.attributed_to for s in statements if s.attributed_to and s.attributed_to not in told_already})
    return f", the word of {listing(speakers[:2])}" if speakers else ""


def _later(sides: Sequence[Sequence[Statement]], told: Told) -> str | None:
    """ "the Lantern is two days later": the side whose articles are all of later days than those of the other."""
    days = [sorted(told.day(s.article) or "" for s in side) for side in sides]
    if len(sides) != 2 or not all(all(some) for some in days):
        return None
    early, late = (0, 1) if days[0][-1] < days[1][0] else (1, 0)
    if days[early][-1] >= days[late][0]:
        return None
    gap = (date.fromisoformat(days[late][0]) - date.fromisoformat(days[early][-1])).days
    are = "are" if len({s.article for s in sides[late]}) > 1 else "is"
    return f"{outlets_of(sides[late], told)} {are} {_FEW[gap] if gap < len(_FEW) else f'{gap} days'} later"
