"""What stands behind the scorer's averages, one line a miss: for whoever wants to raise them. Close to the scorer, not the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from evaluation.gold import Gold, GoldQuotation, covered
from evaluation.passages import WHOLE, renditions
from evaluation.stages import Told
from retold.records import Annotated, Quotation, Rendition, Span, Utterance

WORD = re.compile(r"\w+")


def shown(text: str, spans: Sequence[Span], width: int = 90) -> str:
    """The words of spans on one line, shortened to ``width`` characters."""
    words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    return words if len(words) <= width else words[: width - 1] + "…"


def best(want: set[int], found: Iterable[Quotation]) -> Quotation | None:
    """The speech quotation that covers most of the wanted passage, if it covers enough of it."""
    shares = [(len(want & covered(q.spans)) / len(want), -len(covered(q.spans)), q.id, q) for q in found if q.type == "speech"]
    top = max(shares, key=lambda share: share[:3], default=None)
    return top[3] if top and top[0] >= WHOLE else None


def quotation_misses(annotated: Annotated, gold: Sequence[GoldQuotation], names: dict[str, str]) -> Iterator[str]:
    """Quotations missed, given to another speaker, or found where the gold has none. ``names`` are full names by quotation id."""
    article = annotated.article
    said = [q for q in gold if q.kind == "speech"]
    for quotation in said:
        match = best(covered(quotation.spans), annotated.quotations)
        if match is None:
            yield f"missed   {article.id}: {shown(article.text, quotation.spans)}"
        elif quotation.speaker and quotation.speaker in article.text:
            got = names.get(match.id) or (match.speaker.canonical if match.speaker else "nobody")
            if WORD.findall(quotation.speaker.lower())[-1] not in WORD.findall(got.lower()):
                yield f"speaker  {article.id}: {got}, not {quotation.speaker}: {shown(article.text, quotation.spans)}"
    known = covered(span for q in said for span in q.spans)
    for found in annotated.quotations:
        if found.type == "speech" and found.marked and not covered(found.marked) & known:
            yield f"no quote {article.id}: {shown(article.text, found.marked)}"


def place(quotation: GoldQuotation, told: Sequence[tuple[Utterance, Rendition]]) -> tuple[Utterance, Rendition] | None:
    """The rendition that stands for a gold quotation: at least half of the union."""
    want = covered(quotation.spans)
    shares = []
    for number, (_, rendition) in enumerate(told):
        here = covered(rendition.spans)
        if rendition.article == quotation.article and rendition.relation != "indirect" and want & here:
            shares.append((len(want & here) / len(want | here), -number))
    share, number = max(shares, default=(0.0, 0))
    return told[-number] if share >= 0.5 else None


def utterance_misses(told: Told, gold: Gold) -> Iterator[str]:
    """Utterances split or merged, and relations that differ from the gold's."""
    text = {annotated.article.id: annotated.article.text for annotated in told.annotated}
    found = list(renditions(told.dossier))
    said = [q for q in gold.quotations if q.kind == "speech" and q.story in {told.story, ""} and q.article in text]
    placed = [(q, at) for q in said if (at := place(q, found))]
    relations = {(u.utterance, r.article): r.relation for u in gold.utterances if u.story in {told.story, ""} for r in u.renditions}
    for number, (one, (utterance, rendition)) in enumerate(placed):
        for other, (another, _) in placed[:number]:
            if one.article != other.article and (one.utterance == other.utterance) != (utterance.id == another.id):
                what = "split   " if one.utterance == other.utterance else "merged  "
                pair = " | ".join(f"{q.article}: {shown(text[q.article], q.spans, 50)}" for q in (other, one))
                yield f"{what} {pair}"
        want = relations.get((one.utterance or "", one.article))
        if want and want != rendition.relation:
            yield f"relation {one.article}: {rendition.relation}, not {want}: {shown(text[one.article], one.spans)}"


def misses(stories: Sequence[Told], gold: Gold) -> list[str]:
    """All misses of a set, story by story."""
    lines = []
    for told in stories:
        names = {q.id: q.speaker.canonical for q in told.dossier.quotations if q.speaker}
        here: list[str] = []
        for annotated in told.annotated:
            mine = [q for q in gold.quotations if q.story in {told.story, ""} and q.article == annotated.article.id]
            here += quotation_misses(annotated, mine, names)
        here += utterance_misses(told, gold)
        lines += [f"{told.story}", *(f"  {line}" for line in here)] if here else []
    return lines
