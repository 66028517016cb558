"""A phrase that differs, said as a variant: what kind of change, in what, whether it can change the meaning, and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Degree, Record, Span, Variant, VariantKind, VariantOf
from .alignment import Kinship
from .lexicon import lexicon
from .meaning import findings
from .modality import lost, opens
from .phrases import Collated, Finding, Phrase, Place, phrases
from .tokens import Token

_RANK: dict[Degree, int] = {"no": 0, "maybe": 1, "yes": 2}
_CURRENCY = {"$": "dollar", "dollar": "dollar", "€": "euro", "euro": "euro", "£": "pound", "pound": "pound"}
_SOLID = re.compile(r"[\s\-‐‑]")
_POINT = re.compile(r"(?<=\w)\.")
_LETTERS = re.compile(r"[^\W\d_]")
_QUOTED = 10
"""Words of a passage up to which a note quotes it whole."""
_FEW = 3
"""Words of a passage up to which a note need not say which of them it is about."""


class Change(Record, frozen=True):
    """A variant with what a relation is judged by."""

    variant: Variant
    place: Place
    """Where words were left out or added."""
    heavy: bool
    """Touches words that carry the sense, not only grammar, typing or brackets."""


def changes(both: Collated) -> tuple[Change, ...]:
    """All differences of two collated token sequences, in the order of the base, additions where they stand."""
    made = [_change(phrase, both) for phrase in phrases(both)]
    return tuple(sorted(made, key=lambda change: (change.variant.base or change.variant.here or (0, 0), change.variant.here or (0, 0))))


def _change(phrase: Phrase, both: Collated) -> Change:
    base = [both.base.tokens[at] for at in phrase.base]
    here = [both.here.tokens[at] for at in phrase.here]
    reordered = _reordered(phrase, both)
    finding = reordered or _heaviest(phrase, both, _plain(phrase, both, base, here))
    kind: VariantKind = "transposition" if phrase.moved else "substitution" if base and here else "omission" if base else "addition"
    variant = Variant(
        kind=kind,
        of=finding.of,
        changes_meaning=finding.degree,
        base=_span(base),
        here=_span(here),
        note=_note(phrase, finding, base, here),
    )
    return Change(variant=variant, place=phrase.place, heavy=reordered is None and _heavy(phrase, finding, base, here))


def _reordered(phrase: Phrase, both: Collated) -> Finding | None:
    """A number or currency that stands on the other side too, but not in this place: "March 4" and "4 March", "$5" and "5 dollars"."""
    if phrase.base and phrase.here:
        return None
    indices, side = (phrase.base, both.base) if phrase.base else (phrase.here, both.here)
    back = both.here if phrase.base else both.base
    free = [_CURRENCY.get(token.lemma, token.fold) for at, token in enumerate(side.others) if back.near(at) == Kinship.UNLIKE]
    words = lexicon()
    for at in indices:
        token = side.tokens[at]
        beside = {side.tokens[i].fold for i in (at - 1, at + 1) if 0 <= i < len(side.tokens)}
        dated = token.kind == "number" and beside & words.calendar
        if _CURRENCY.get(token.lemma, token.fold) not in free or not (dated or token.lemma in _CURRENCY):
            return None
    return Finding(of="typography", degree="no", what="in another order")


def _heaviest(phrase: Phrase, both: Collated, plain: Finding) -> Finding:
    if phrase.here and all(both.here.tokens[at].bracketed for at in phrase.here) and not _contradicts(phrase, both):
        return Finding(of="grammar", degree="no", what="in brackets")
    if not (phrase.base and phrase.here) and not phrase.moved and _whole(phrase, both):
        return plain  # a sentence told or not told turns none beside it
    found = findings(phrase, both)
    best = max(found, key=lambda f: _RANK[f.degree], default=plain)
    return best if _RANK[best.degree] >= _RANK[plain.degree] or best.of == "name" else plain


def _contradicts(phrase: Phrase, both: Collated) -> bool:
    """Brackets own up to an editor's words; they excuse no negation or number."""
    return any(finding.degree == "yes" and finding.of in ("negation", "number") for finding in findings(phrase, both))


def _plain(phrase: Phrase, both: Collated, base: Sequence[Token], here: Sequence[Token]) -> Finding:
    """What a change is where no rule of meaning speaks."""
    if phrase.moved:
        return Finding(of="grammar" if _light(base) else "words", degree="no", what="moved")
    if not here:
        return _omission(phrase, both)
    if not base:
        heavy = not _light(here)
        edge = phrase.place in ("start", "end")
        return Finding(of="words" if heavy else "grammar", degree="maybe" if heavy and not edge else "no", what="added")
    near = [pair.kinship for pair in phrase.pairs]
    if all(k >= Kinship.FORM for k in near) and any(map(_phrased, (*base, *here))) and _typed(phrase, both) == "words":
        return Finding(of="words", degree="no", what="")
    if all(k >= Kinship.SPELLING for k in near):
        return Finding(of=_typed(phrase, both), degree="no", what="")
    left = [at for at in phrase.base if both.base.tokens[at].kind != "function" and both.base.near(at) < Kinship.FORM]
    right = [at for at in phrase.here if both.here.tokens[at].kind != "function" and both.here.near(at) < Kinship.FORM]
    if not left and not right:
        return Finding(of="grammar", degree="no", what="")
    if _same_sense(left, right, both):
        return Finding(of="words", degree="no", what="")
    return Finding(of="words", degree="maybe", what="")


def _same_sense(left: Sequence[int], right: Sequence[int], both: Collated) -> bool:
    """Has every word of sense on either side an equivalent on the other, order left aside?"""
    words = lexicon()
    ours, theirs = [both.base.tokens[at].lemma for at in left], [both.here.tokens[at].lemma for at in right]

    def met(lemma: str, others: Sequence[str]) -> bool:
        return any(lemma == other or words.equivalent(lemma, other) for other in others)

    return bool(ours) and bool(theirs) and all(met(w, theirs) for w in ours) and all(met(w, ours) for w in theirs)


def _typed(phrase: Phrase, both: Collated) -> VariantOf:
    """What kind of writing differs: contractions are grammar, set phrases words, names and varieties spelling, the rest is typing."""
    tokens = [both.base.tokens[at] for at in phrase.base] + [both.here.tokens[at] for at in phrase.here]
    if any(token.clitic or "'" in token.key or token.key == "gonna" for token in tokens):
        return "grammar"
    written = [[_SOLID.sub("", token.key) for token in side] for side in _sides(phrase, both)]
    if written[0] == written[1]:
        return "typography"
    if any(token.kind == "number" or _POINT.search(token.text) or not _LETTERS.search(token.text) for token in tokens):
        return "typography"
    if {token.key for token in tokens if token.key != token.fold} & lexicon().titles:
        return "typography"
    return "words" if any(map(_phrased, tokens)) else "spelling"


def _phrased(token: Token) -> bool:
    """Is it a set phrase, not a name of several words?"""
    return " " in token.text and token.kind != "number" and not any(part[:1].isupper() for part in token.text.split())


def _light(tokens: Sequence[Token]) -> bool:
    return all(token.kind == "function" for token in tokens)


def _sides(phrase: Phrase, both: Collated) -> tuple[list[Token], list[Token]]:
    return [both.base.tokens[at] for at in phrase.base], [both.here.tokens[at] for at in phrase.here]


def _omission(phrase: Phrase, both: Collated) -> Finding:
    heavy = any(both.base.tokens[at].kind != "function" for at in phrase.base)
    of: VariantOf = "words" if heavy else "grammar"
    if phrase.place in ("start", "end", "break", "marked"):
        return _cut(phrase, both, of)
    return Finding(of=of, degree="maybe" if heavy and not _whole(phrase, both) else "no", what="dropped")


def _whole(phrase: Phrase, both: Collated) -> bool:
    """Are the words that only one side has whole sentences?"""
    indices, side = (phrase.base, both.base) if phrase.base else (phrase.here, both.here)
    behind = indices[-1] + 1
    return opens(side.tokens, indices[0]) and (behind == len(side.tokens) or opens(side.tokens, behind))


def _cut(phrase: Phrase, both: Collated, of: VariantOf) -> Finding:
    """A passage cut at an end or under a mark: does it take a word with it that turned what is kept?"""
    where = {"start": "cut from the beginning", "end": "cut from the end", "break": "left out at the interruption"}.get(
        phrase.place, "left out, with a mark"
    )
    turning = None if phrase.place == "marked" else lost(phrase, both.base, lexicon(), both.settings.reach)
    return Finding(of=turning or of, degree="maybe" if turning else "no", what=where)


def _heavy(phrase: Phrase, finding: Finding, base: Sequence[Token], here: Sequence[Token]) -> bool:
    if finding.what == "in brackets":
        return False
    if finding.degree == "no" and finding.of in ("modality", "name"):
        return False
    if finding.of in ("grammar", "spelling", "typography"):
        return False
    return bool(base or here) or phrase.moved


def _span(tokens: Sequence[Token]) -> Span | None:
    return (tokens[0].start, tokens[-1].end) if tokens else None


def _note(phrase: Phrase, finding: Finding, base: Sequence[Token], here: Sequence[Token]) -> str:
    """What was done, in words: "“help” became “aid”", "negation dropped: “not”", "cut “so far” from the end"."""
    ours, theirs = _words(base), _words(here)
    bracketed = finding.what == "in brackets"
    if phrase.moved:
        return f"moved {theirs}"
    if base and here:
        led = finding.what and not bracketed
        return f"{finding.what}: {ours} became {theirs}" if led else f"{ours} became {theirs}" + (", in brackets" if bracketed else "")
    if bracketed:
        return f"inserted {theirs} in brackets"
    if finding.what.startswith("cut"):
        return f"cut {ours} {finding.what.removeprefix('cut ')}"
    if finding.what.startswith("left out"):
        return f"left out {ours} {finding.what.removeprefix('left out').strip(' ,')}"
    verb = "dropped" if base else "added"
    if finding.what == verb:
        return f"{verb} {ours if base else theirs}"
    words = (ours if base else theirs) if finding.what.endswith(verb) else f"{verb} {ours if base else theirs}"
    named = finding.told and len(base or here) > _FEW
    return f"{finding.what}: “{finding.told}” in {words}" if named else f"{finding.what}: {words}"


def _words(tokens: Sequence[Token]) -> str:
    if len(tokens) > _QUOTED:
        return f"“{_run(tokens[:4])} … {_run(tokens[-3:])}”"
    return f"“{_run(tokens)}”"


def _run(tokens: Sequence[Token]) -> str:
    text = ""
    for token in tokens:
        glue = "" if not text or token.clitic else " "
        text += glue + token.text
    return text
