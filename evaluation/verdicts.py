"""One verdict on each passage of the gold and on each quotation found beside it: right, or which kind of error.

The scorer gives averages; the errors behind them are listed and confidence is measured with these. They follow its rules (``matching``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from evaluation import matching
from evaluation.gold import GoldAttribution, GoldQuotation
from retold.records import Annotated, Article, Quotation, Span, Speaker

Kind = Literal["right", "missed", "boundary", "spurious", "speaker", "type", "unclear"]
ERRORS: dict[Kind, str] = {
    "missed": "in the gold, no word of it found",
    "boundary": "found with other limits",
    "spurious": "found, not in the gold",
    "speaker": "given to another speaker",
    "type": "speech taken for a term or a title, or the other way round",
}
"""Kinds of errors, in the order in which they are listed."""


class Verdict(msgspec.Struct, frozen=True):
    """What is to be said of one passage."""

    kind: Kind
    """unclear: found, and the gold has no speaker that could be compared: none at all, or a description."""
    article: Article
    story: str = ""
    """Ids are unique within one; empty: all articles were read in one run."""
    wanted: tuple[Span, ...] = ()
    """The gold's passage; none: the gold has nothing there, or another quotation stands for it."""
    who: str = ""
    """The gold's speaker."""
    found: Quotation | None = None
    spans: tuple[Span, ...] = ()
    """What was found: the quotation, or the one piece of it that was compared."""
    named: str = ""
    """The speaker found."""


def name_of(speaker: Speaker | None) -> str:
    """A speaker's fullest name; nobody's is empty."""
    return speaker.canonical if speaker else ""


def _on_speaker(gold: GoldQuotation, got: str, text: str) -> Kind:
    who = gold.speaker or ""
    if matching.full_name(who, text):
        return "right" if matching.same_person(who, got) else "speaker"
    if matching.like_name(who, got):
        return "right"
    return "speaker" if matching.other_name(who, got) else "unclear"


def quoted(annotated: Annotated, gold: Sequence[GoldQuotation], speakers: Mapping[str, Speaker | None]) -> list[Verdict]:
    """Verdicts on what stands inside quotation marks in one article.

    ``speakers`` are those of the story by the quotation's id; where it has none, the article's own stands.
    """
    article, text = annotated.article, annotated.article.text
    names = {q.id: name_of(speakers.get(q.id) or q.speaker) for q in annotated.quotations}
    found = [(matching.at(text, q.spans), q) for q in annotated.quotations]
    speech = [(here, q) for here, q in found if q.type == "speech"]
    judged: set[str] = set()
    verdicts: list[Verdict] = []
    for want in gold:
        here = matching.at(text, want.spans)
        if not here:
            continue
        if want.kind == "other":
            verdicts += _on_other(article, want, [q for there, q in found if here & there])
            continue
        beside = [(len(here & there) / len(here), len(here & there) / len(there), q) for there, q in speech if here & there]
        best = max(beside, key=lambda share: share[:2], default=None)
        one = Verdict(kind="missed", article=article, wanted=tuple(want.spans), who=want.speaker or "")
        if best is None:
            other = next((q for there, q in found if here & there), None)
            change = {"kind": "type", "found": other, "spans": other.spans} if other else {}
            verdicts.append(msgspec.structs.replace(one, **change))
            continue
        got = best[2]
        judged.add(got.id)
        kind: Kind = _on_speaker(want, names[got.id], text) if best[0] >= matching.ALIKE else "boundary"
        verdicts.append(msgspec.structs.replace(one, kind=kind, found=got, spans=got.spans, named=names[got.id]))
    known = frozenset[int]().union(*(matching.at(text, q.spans) for q in gold if q.kind == "speech"))
    marked = matching.inside_marks(text)
    for here, quotation in speech:
        if quotation.id not in judged and 2 * len(here & marked) > len(here):
            kind = "boundary" if here & known else "spurious"
            verdicts.append(Verdict(kind=kind, article=article, found=quotation, spans=quotation.spans, named=names[quotation.id]))
    return verdicts


def _on_other(article: Article, want: GoldQuotation, found: Sequence[Quotation]) -> Iterator[Verdict]:
    """A term or title that is covered only by what is taken for something else."""
    if found and all(q.type != "other" for q in found):
        yield Verdict(kind="type", article=article, wanted=tuple(want.spans), found=found[0], spans=found[0].spans)


def attributed(annotated: Annotated, gold: Sequence[GoldAttribution]) -> list[Verdict]:
    """Verdicts on the attributions of one article, direct and indirect, unit by unit (contiguous passages)."""
    article, text = annotated.article, annotated.article.text
    wanted = [(matching.at(text, [span]), span, one) for one in gold for span in matching.joined(text, one.content)]
    found = [(matching.at(text, [span]), span, one) for one in annotated.quotations for span in matching.joined(text, one.spans)]
    wanted, found = [one for one in wanted if one[0]], [one for one in found if one[0]]
    chosen = matching.pairs([here for here, _, _ in wanted], [here for here, _, _ in found])
    of = {i: (share, j) for share, i, j in chosen}
    verdicts = []
    for i, (_, span, want) in enumerate(wanted):
        share, j = of.get(i, (0.0, -1))
        one = Verdict(kind="missed", article=article, wanted=(span,), who=want.source_text or want.reference or "")
        if j >= 0:
            got = found[j][2]
            kind: Kind = _on_source(want, got) if share >= matching.ALIKE else "boundary"
            one = msgspec.structs.replace(one, kind=kind, found=got, spans=(found[j][1],), named=got.speaker.name if got.speaker else "")
        verdicts.append(one)
    left = set(range(len(found))) - {j for _, _, j in chosen}
    known = frozenset[int]().union(*(here for here, _, _ in wanted))
    for j in sorted(left):
        here, span, got = found[j]
        kind = "boundary" if here & known else "spurious"
        verdicts.append(Verdict(kind=kind, article=article, found=got, spans=(span,), named=got.speaker.name if got.speaker else ""))
    return verdicts


def _on_source(want: GoldAttribution, got: Quotation) -> Kind:
    name = got.speaker.name if got.speaker else ""
    source, reference = want.source_text or "", want.reference or ""
    if not source and not reference:
        return "unclear" if name else "right"
    return "right" if matching.same_name(source, name) or matching.same_name(reference, name) else "speaker"
