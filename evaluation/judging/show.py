"""Items as a person reads them: what is claimed, and the sentences it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaluation.judging.items import Item
from evaluation.judging.judgements import Tally
from retold.records import Annotated, Span


def passage(annotated: Annotated, spans: Sequence[Span]) -> str:
    """The sentences that spans touch, each span between ⟦ and ⟧, on one line; "…" stands for what is left out between."""
    text = annotated.article.text
    shown = ""
    done: int | None = None  # where the text shown so far ends
    for number, (start, end) in enumerate(ordered := sorted(spans)):
        around = [at for at in annotated.sentences if at[0] < end and start < at[1]]
        left = max(done or 0, min((at[0] for at in around), default=start))
        right = max(end, *(at[1] for at in around)) if around else end
        following = ordered[number + 1][0] if number + 1 < len(ordered) else right
        gap = " … " if done is not None and left > done and text[done:left].strip() else " "
        done = max(end, min(right, following))
        shown += f"{gap}{text[left:start]}⟦{text[start:end]}⟧{text[end:done]}"
    return " ".join(shown.split())


def item(one: Item, story: str, articles: Mapping[str, Annotated]) -> str:
    """One item in plain text; ``articles`` by the digests of their texts."""
    lines = [f"{one.id}  {one.what}, {story}", f"  {one.heading}"]
    for place, note in zip(one.places, one.notes, strict=True):
        annotated = articles[place.article]
        article = annotated.article
        lines.append(
            f"  - {article.outlet or article.id}{f' [{article.published}]' if article.published else ''}{f': {note}' if note else ''}"
        )
        lines.append(f"      {passage(annotated, place.spans)}")
    return "\n".join(lines)


def summary(what: str, number: int, counts: Tally) -> str:
    """The share of good ones in a sentence, and what is still to be read."""
    share = f", {counts.good} of them good ({100 * counts.good / counts.judged:.1f} in a hundred)" if counts.judged else ""
    gone = f"; {counts.gone} judged before are no longer reported, {counts.gone_good} of them good" if counts.gone else ""
    errors = "".join(f"\n  {count} {error}" for error, count in counts.errors.items())
    return (
        f"{what} in {number} stories: {counts.reported} reported, {counts.judged} judged{share}, "
        f"{counts.reported - counts.judged} not judged{gone}{errors}"
    )
