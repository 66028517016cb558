"""Modality: may it be, will it be, must it be, is it wished, was it done? And what a cut takes of that from the words it leaves."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import VariantOf
from .alignment import Kinship
from .lexicon import Lexicon
from .phrases import Collated, Finding, Phrase, Side
from .polarity import negated
from .tokens import Token

_APART = frozenset(
    frozenset(lines)
    for lines in (
        ("possible", "certain"),
        ("possible", "duty"),
        ("possible", "wish"),
        ("possible", "plain"),
        ("certain", "duty"),
        ("duty", "plain"),
        ("wish", "plain"),
        ("wish", "past"),
        ("possible", "past"),
        ("certain", "past"),
        ("duty", "past"),
    )
)
"""Lines of modality that say another thing of the same deed; "past": it is told as done."""


def modality(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    """A modal verb, or "want to", put in, left out or replaced before a verb that stands on both sides."""
    for indices, side in ((phrase.base, both.base), (phrase.here, both.here)):
        for at in indices:
            if not _is_modal(side.tokens, at, words) or side.near(at) >= Kinship.FORM:
                continue
            if _asks_if(side, at):
                continue
            target = _verb(side.tokens, at, words)
            if target is not None and side.near(target) >= Kinship.EQUIVALENT:
                return _modal_finding(side, at, target, words)
    return None


def _asks_if(side: Side, at: int) -> bool:
    """Whether "Should she go, …" stands where the other side has "If she goes, …"."""
    opens = side.tokens[at].gap in ("break", "stop", "comma") or at == 0
    return opens and side.tokens[at].fold == "should" and any(token.fold == "if" for token in side.others)


def _modal_finding(side: Side, at: int, target: int, words: Lexicon) -> Finding:
    token = side.tokens[at]
    own, other = _line(side.tokens, target, words), _line(side.others, side.matches[target].at, words)
    if own == other:
        return Finding(of="modality", degree="no", what="modal verb replaced")
    loose = token.fold in ("can", "could", "would") and other in ("plain", "past")
    return Finding(of="modality", degree="yes" if frozenset((own, other)) in _APART and not loose else "maybe", what="modality changed")


def _is_modal(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    if tokens[at].fold in words.modality and tokens[at].kind == "function":
        return True
    wish = words.modality.get(tokens[at].lemma) == "wish" and at + 1 < len(tokens) and tokens[at + 1].fold == "to"
    return wish and not (at and tokens[at - 1].lemma == "be")


def _verb(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    for ahead in range(at + 1, min(len(tokens), at + 5)):
        if tokens[ahead].gap in ("stop", "break"):
            return None
        noun = tokens[ahead].name or tokens[ahead].fold in words.classes["article"]
        if noun and tokens[ahead - 1].lemma not in ("be", "have"):
            return None
        if tokens[ahead].kind == "content" and not tokens[ahead].key.endswith("ly"):
            return ahead
    return None


def _line(tokens: Sequence[Token], at: int, words: Lexicon) -> str:
    """What the modal verb before a verb says; without one "past" for a deed told as done, else "plain"."""
    done = tokens[at].key != tokens[at].lemma and not tokens[at].key.endswith(("s", "ing"))
    for back in range(at - 1, max(-1, at - 5), -1):
        if _is_modal(tokens, back, words):
            return words.modality.get(tokens[back].fold) or words.modality[tokens[back].lemma]
        if tokens[back + 1].gap in ("stop", "break") or (tokens[back].kind == "content" and not tokens[back].key.endswith("ly")):
            break
        done = done or tokens[back].key in ("was", "were", "did", "had")
    return "past" if done else "plain"


def hedge(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    """A word like "perhaps" or "may" put in or left out inside."""

    def hedges(indices: Sequence[int], side: Side) -> bool:
        return any(
            (side.tokens[at].fold in words.hedges or words.modality.get(side.tokens[at].fold) == "possible")
            and side.near(at) < Kinship.EQUIVALENT
            for at in indices
        )

    left, right = hedges(phrase.base, both.base), hedges(phrase.here, both.here)
    if left == right or phrase.place != "inside":
        return None
    lone = not (phrase.here if left else phrase.base) and len(phrase.base or phrase.here) == 1
    return Finding(of="modality", degree="yes" if lone else "maybe", what="hedge dropped" if left else "hedge added")


def lost(phrase: Phrase, side: Side, words: Lexicon, reach: int) -> VariantOf | None:
    """What a passage cut away took from the words it stood beside: a negation or modal verb that reached them, or a condition.

    What stands in another sentence, or in another clause than a condition, turns nothing that is left: None.
    """
    tokens = side.tokens
    if phrase.place != "start" and not opens(tokens, phrase.base[0]) and _conditional(tokens, phrase.base[0], words):
        return "modality"
    kept = phrase.base[-1] + 1
    if phrase.place == "end" or kept >= len(tokens) or opens(tokens, kept):
        return None
    first = next((at for at in range(kept, min(len(tokens), kept + reach)) if tokens[at].kind != "function"), kept)
    if negated(tokens, first, words, reach) and not negated(tokens[kept:], first - kept, words, reach):
        return "negation"
    return "modality" if _governed(tokens, kept, words) or _depends(tokens, kept, words) else None


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Does a sentence begin here? Behind "he said" a capital tells."""
    return at == 0 or tokens[at].gap == "stop" or (tokens[at].gap in ("break", "ellipsis") and tokens[at].text[0].isupper())


def _conditional(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Does a condition begin here, "but only if" and "and unless" included? "Even if" makes none."""
    ahead = at
    while ahead < len(tokens) and tokens[ahead].fold in ("and", "but", "or", "only"):
        ahead += 1
    return ahead < len(tokens) and tokens[ahead].fold in words.conditions


def _governed(tokens: Sequence[Token], kept: int, words: Lexicon) -> bool:
    """Stands a "may" or "must" right before what is kept, with nothing between but "be", "have" and the like?"""
    for back in range(kept - 1, -1, -1):
        if words.modality.get(tokens[back].fold) in ("possible", "duty") and tokens[back].kind == "function":
            return True
        if tokens[back].lemma not in ("be", "have") and tokens[back].fold not in words.hedges and not tokens[back].key.endswith("ly"):
            return False
    return False


def _depends(tokens: Sequence[Token], kept: int, words: Lexicon) -> bool:
    """Is what is kept the clause behind a condition ("If it rains, …"), or the condition without its "if"?"""
    if tokens[kept - 1].fold in words.conditions:
        return True
    start = next(at for at in range(kept - 1, -1, -1) if opens(tokens, at))
    commas = sum(tokens[at].gap == "comma" for at in range(start + 1, kept + 1))
    return _conditional(tokens, start, words) and tokens[kept].gap == "comma" and commas == 1
