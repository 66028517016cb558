"""What stands behind the scorer's averages, one line a miss: for whoever wants to raise them. Close to the scorer, not the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.gold import Gold, GoldQuotation, covered
from evaluation.passages import renditions
from evaluation.stages import Told
from evaluation.verdicts import ERRORS, Verdict
from retold.records import Rendition, Span, Utterance


def shown(text: str, spans: Sequence[Span], width: int = 90) -> str:
    """The words of spans on one line, shortened in the middle to ``width`` characters: errors show at the ends."""
    words = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
    head = width // 2
    return words if len(words) <= width else words[:head] + "…" + words[len(words) - (width - head - 1) :]


def by_kind(verdicts: Sequence[Verdict]) -> list[str]:
    """All errors among verdicts, a heading a kind. A line has the gold's words (what was found, where it has none), then what is wrong."""
    lines = []
    for kind, title in ERRORS.items():
        errors = [verdict for verdict in verdicts if verdict.kind == kind]
        lines += [f"{kind}, {len(errors)}: {title}", *(f"  {line(error)}" for error in errors)] if errors else []
    return lines


def line(error: Verdict) -> str:
    """One error in words."""
    text = error.article.text
    place = "/".join(filter(None, (error.story, error.article.id)))
    parts = [f"{place}: {shown(text, error.wanted or error.spans)}"]
    if error.kind == "boundary" and error.wanted:
        parts.append(f"found: {shown(text, error.spans)}")
    elif error.kind == "boundary":
        parts.append("a piece of what stands in the gold")
    elif error.kind == "speaker":
        parts.append(f"{error.named or 'nobody'}, not {error.who or 'nobody'}")
    elif error.kind == "type" and error.found:
        parts.append(f"taken for {error.found.type}")
    if error.kind == "missed" and error.who:
        parts.append(error.who)
    elif error.kind == "spurious" and error.named:
        parts.append(error.named)
    if error.found:
        parts.append(f"{error.found.kind}, confidence {error.found.confidence:.2f}")
    return " | ".join(parts)


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
                what = "split" if one.utterance == other.utterance else "merged"
                pair = " | ".join(f"{q.article}: {shown(text[q.article], q.spans, 50)}" for q in (other, one))
                yield f"{told.story}: {what} {pair}"
        want = relations.get((one.utterance or "", one.article))
        if want and want != rendition.relation:
            yield f"{told.story}: relation {one.article}: {rendition.relation}, not {want}: {shown(text[one.article], one.spans)}"
