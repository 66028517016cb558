"""Collation: all renditions of one utterance, each aligned word by word with the base.

Every rendition is compared with the base alone, so the result does not depend on the order of the input (progressive
multiple alignment does: CollateX gives other agreements for another order).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from ..records import Record, Relation, Rendition, Variant
from ..settings import Settings
from .alignment import containment, likeness, shared, weight
from .lexicon import lexicon
from .phrases import collated
from .pieces import Piece
from .relations import SEVERITY, relation_of
from .tokens import Token, tokenize
from .variants import Change, changes

_PRESENT = {"would": "will", "could": "can", "might": "may"}
"""Modal verbs as reported speech shifts them back, to what was said."""
_BEFORE = 120
"""Characters before a quotation in which words that another report puts inside its marks may stand."""


def collate(pieces: Sequence[Piece], texts: Mapping[str, str], *, base: Piece, settings: Settings) -> tuple[Rendition, ...]:
    """Collate the renditions of one utterance with the base: the base first, then the most altered.

    ``pieces`` are all renditions, ``base`` one of them; ``texts`` maps an article's id to its text. A rendition that lies
    nearer to another piece of the base's own article is compared with that; so spans of variants always lie in the base's
    article and the rendition's. Raises ``KeyError`` for an article without text, ``ValueError`` where the base is not among
    the pieces.
    """
    if base not in pieces:
        raise ValueError(f"the base {base.quotation} is not among the renditions it is to be compared with")
    first = Rendition(quotation=base.quotation, article=base.article, spans=base.spans, relation="base", confidence=1.0)
    if len(pieces) == 1:
        return (first,)
    tokens = {piece: tokenize(texts[piece.article], piece.spans) for piece in pieces}
    witnesses = [base, *sorted((p for p in tokens if p.article == base.article and p != base), key=_key)]
    made = [_rendition(piece, witnesses, tokens, texts, settings) for piece in tokens if piece != base]
    return (first, *sorted(made, key=_most_altered))


class Said(Record, frozen=True):
    """The words of a piece in the text of its article."""

    tokens: tuple[Token, ...]
    text: str

    def before(self) -> tuple[Token, ...]:
        """The words of the same paragraph that stand right before them, outside the marks."""
        start = self.tokens[0].start if self.tokens else 0
        return tokenize(self.text, [(max(0, start - _BEFORE, self.text.rfind("\n", 0, start) + 1), start)])


def _rendition(
    piece: Piece, witnesses: Sequence[Piece], tokens: Mapping[Piece, tuple[Token, ...]], texts: Mapping[str, str], settings: Settings
) -> Rendition:
    here = tokens[piece]
    own = piece.article == witnesses[0].article
    witness = witnesses[0] if own else max(witnesses, key=lambda w: _nearness(tokens[w], here, first=w == witnesses[0]))
    against = tokens[witness]
    differences: tuple[Change, ...] = ()
    near = containment(against, here)
    beside = own and near < settings.collation.beside
    if not beside:
        sides = (Said(tokens=against, text=texts[witness.article]), Said(tokens=here, text=texts[piece.article]))
        differences = tuple(_outside(c, *sides) for c in changes(collated(against, here, settings.collation)))
    relation: Relation = "part" if beside else relation_of(differences)
    taken_up = own and relation in ("part", "same")  # the report has the words in full elsewhere: taking them up again alters nothing
    variants = () if taken_up else tuple(change.variant for change in differences)
    if relation == "changed" and near < settings.collation.common_ground:
        relation, variants = "reworded", tuple(map(_doubtful, variants))
    return Rendition(
        quotation=piece.quotation,
        article=piece.article,
        spans=piece.spans,
        relation=relation,
        confidence=round(piece.confidence * (0.5 + 0.5 * near), 4),
        variants=variants,
    )


def _outside(change: Change, base: Said, here: Said) -> Change:
    """What one report has inside its marks and the other right outside them (`Congress will “defend …”`) alters nothing."""
    variant = change.variant
    if variant.kind == "addition" and variant.here is not None and variant.here[0] == here.tokens[0].start:
        added = [_PRESENT.get(t.lemma, t.lemma) for t in here.tokens if t.start < variant.here[1]]
        before = [_PRESENT.get(t.lemma, t.lemma) for t in base.before()]
        if set(added) <= set(before[-2 * len(added) - 2 :]):
            words = " ".join(here.text[slice(*variant.here)].split())
            return _calm(change, f"added “{words}”, which stands before the marks in the other report")
    if variant.kind == "omission" and variant.base is not None and variant.changes_meaning == "maybe" and change.place == "start":
        turning = {t.fold for t in base.tokens if variant.base[0] <= t.start < variant.base[1]} & _turning()
        if turning and any(t.fold in _turning() for t in here.before()):
            return _calm(change, f"{variant.note}; the report says so before its marks")
    return change


def _calm(change: Change, note: str) -> Change:
    kept = change.variant.of if change.variant.kind == "omission" else "grammar"
    calm = msgspec.structs.replace(change.variant, of=kept, changes_meaning="no", note=note)
    return msgspec.structs.replace(change, variant=calm, heavy=False)


@cache
def _turning() -> frozenset[str]:
    """Words of negation, condition and mood."""
    words = lexicon()
    return words.cues | words.conditions | words.hedges | {word for word, line in words.modality.items() if line in ("possible", "duty")}


def _doubtful(variant: Variant) -> Variant:
    return msgspec.structs.replace(variant, changes_meaning="maybe") if variant.changes_meaning == "yes" else variant


def _nearness(base: Sequence[Token], here: Sequence[Token], *, first: bool) -> tuple[float, bool, float]:
    """How much of a piece a witness holds; the base itself where another piece holds no more of it."""
    return (round(shared(base, here) / (weight(here) or 1.0), 2), first, likeness(base, here))


def _key(piece: Piece) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    return (piece.article, piece.quotation, piece.spans)


def _most_altered(rendition: Rendition) -> tuple[int, int, int, str, str, tuple[tuple[int, int], ...]]:
    degrees = [variant.changes_meaning for variant in rendition.variants]
    return (
        -SEVERITY.index(rendition.relation),
        -degrees.count("yes"),
        -degrees.count("maybe"),
        rendition.article,
        rendition.quotation,
        rendition.spans,
    )
