"""A phrase that differs, said as a variant: what kind of change, in what, whether it can change the meaning, and in words."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Degree, Record, Span, Variant, VariantKind, VariantOf
from .alignment import Kinship
from .lexicon import lexicon
from .meaning import findings
from .phrases import Collated, Finding, Phrase, Place, Side, phrases
from .tokens import Token

_RANK: dict[Degree, int] = {"no": 0, "maybe": 1, "yes": 2}
_CURRENCY = {"$": "dollar", "dollar": "dollar", "€": "euro", "euro": "euro", "£": "pound", "pound": "pound"}
_QUOTED = 10
"""Words of a passage up to which a note quotes it whole."""


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
    found = findings(phrase, both)
    best = max(found, key=lambda f: _RANK[f.degree], default=plain)
    return best if _RANK[best.degree] >= _RANK[plain.degree] or best.of == "name" else plain


def _contradicts(phrase: Phrase, both: Collated) -> bool:
    """Brackets own up to an editor's words; they excuse no negation or number."""
    return any(finding.degree == "yes" and finding.of in ("negation", "number") for finding in findings(phrase, both))


def _plain(phrase: Phrase, both: Collated, base: Sequence[Token], here: Sequence[Token]) -> Finding:
    """What a change is where no rule of meaning speaks."""
    if phrase.moved:
        return Finding(of="words", degree="no", what="moved")
    if not here:
        return _omission(phrase, both)
    if not base:
        heavy = any(token.kind != "function" for token in here)
        edge = phrase.place in ("start", "end")
        return Finding(of="words" if heavy else "grammar", degree="maybe" if heavy and not edge else "no", what="added")
    near = [pair.kinship for pair in phrase.pairs]
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
    tokens = [both.base.tokens[at] for at in phrase.base] + [both.here.tokens[at] for at in phrase.here]
    if any(token.clitic or "'" in token.key for token in tokens):
        return "grammar"
    odd = [token for token in tokens if token.kind == "number" or "." in token.text or not token.text.isalpha() or token.text.isupper()]
    abbreviated = {token.key for token in tokens if token.key != token.fold} & lexicon().titles
    return "typography" if odd or abbreviated else "spelling"


def _omission(phrase: Phrase, both: Collated) -> Finding:
    tokens = [both.base.tokens[at] for at in phrase.base]
    heavy = any(token.kind != "function" for token in tokens)
    of: VariantOf = "words" if heavy else "grammar"
    if phrase.place in ("start", "end", "break", "marked"):
        return _cut(phrase, both.base, of)
    prepositions = lexicon().classes["preposition"]
    if not heavy and any(token.fold in prepositions for token in tokens):
        of = "words"
    return Finding(of=of, degree="maybe" if heavy else "no", what="dropped")


def _cut(phrase: Phrase, side: Side, of: VariantOf) -> Finding:
    """A passage cut at an end or under a mark: does a word stand in the clause next to what is kept that turns its sense?"""
    words = lexicon()
    clause: list[int] = []
    order = phrase.base if phrase.place == "end" else phrase.base[::-1]
    for step, at in enumerate(order):
        if phrase.place == "end":
            if side.tokens[at].gap == "stop":
                break
            clause.append(at)
        else:
            after = side.tokens[at + 1] if at + 1 < len(side.tokens) else None
            if after is not None and after.gap == "stop":
                break
            clause.append(at)
        if step > 20:
            break
    kept = phrase.base[-1] + 1
    if (
        phrase.place == "start"
        and kept < len(side.tokens)
        and side.tokens[kept].kind == "number"
        and side.tokens[kept - 1].fold in words.quantities
    ):
        return Finding(of="number", degree="maybe", what="cut from the beginning")
    turning = [side.tokens[at] for at in clause if side.tokens[at].fold in words.turning or side.tokens[at].key in words.turning]
    where = {"start": "cut from the beginning", "end": "cut from the end", "break": "left out at the interruption"}.get(
        phrase.place, "left out, with a mark"
    )
    if turning:
        of = "negation" if any(token.fold in words.cues for token in turning) else "modality"
    return Finding(of=of, degree="maybe" if turning else "no", what=where)


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
    ours, theirs = _words(base), _words(here)
    if phrase.moved:
        return f"moved {theirs}"
    if base and here:
        change = f"{ours} became {theirs}"
        return (
            f"{finding.what}: {change}"
            if finding.what and finding.what != "in brackets"
            else change + (", in brackets" if finding.what else "")
        )
    if here:
        if finding.what == "in brackets":
            return f"inserted {theirs} in brackets"
        return f"added {theirs}" if finding.what == "added" else f"{finding.what}: added {theirs}"
    if finding.what.startswith(("cut", "left out")):
        verb, _, where = (
            finding.what.partition(" ")
            if finding.what.startswith("cut")
            else ("left out", "", finding.what.removeprefix("left out").strip(" ,"))
        )
        return f"{verb} {ours} {where}"
    return f"dropped {ours}" if finding.what == "dropped" else f"{finding.what}: dropped {ours}"


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
