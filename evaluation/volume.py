"""``--all``: annotate every article of a file, one by one, and look for what must never happen, whatever the article."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Iterable, Iterator

import msgspec

from evaluation.misses import shown
from evaluation.stages import Stages
from retold.records import Annotated, Article, Quotation, Span

LONG = 1500
"""Characters from which a direct quotation is listed for a person to look at."""
_BEFORE = re.compile(r"(?:[\"“”„‟«»〝〞＂‘’‚‹›'`]|&quot;|â€œ|â€\x9d|â\x80[\x9c\x9d])\s*\Z")
_AFTER = re.compile(r"\s*(?:[\"“”„‟«»〝〞＂‘’‚‹›'`]|&quot;|â€œ|â€\x9d|â\x80[\x9c\x9d])")
_HANDLE = re.compile(r"\s*\(@\w+\)")


class Volume(msgspec.Struct, frozen=True):
    """What was seen in many articles."""

    articles: int
    analysed: int
    rejected: int
    """Inputs that could not be read."""
    quotations: int
    direct: int
    posts: int
    """Of these embedded posts, which have no marks."""
    failed: tuple[str, ...]
    """Articles on which annotate raised, with the error."""
    unmarked: tuple[str, ...]
    """Direct quotations that do not stand between quotation marks."""
    long: tuple[str, ...]
    """Direct quotations of more than ``LONG`` characters."""
    seconds: float
    """Processor time of annotating, loading the model included."""

    @property
    def sound(self) -> bool:
        """Whether nothing happened that must not."""
        return not self.failed and not self.unmarked


def is_post(quotation: Quotation, text: str) -> bool:
    """Is it an embedded post: no cue, and behind its author's name a handle?"""
    span = quotation.speaker.span if quotation.speaker else None
    return quotation.cue is None and span is not None and _HANDLE.match(text, span[1]) is not None


def between_marks(text: str, spans: Iterable[Span]) -> bool:
    """Does each piece follow a mark and run up to one?

    As printers do, a paragraph of a quotation that goes on may have no opening mark, and one may lack its closing mark: it then runs up to
    the end of its paragraph.
    """
    for number, (start, end) in enumerate(spans):
        head = text[text.rfind("\n", 0, start) + 1 : start]
        stop = text.find("\n", end)
        tail = text[end : stop if stop >= 0 else len(text)]
        opened = _BEFORE.search(head) or (number and not head.strip())
        if not opened or not (_AFTER.match(tail) or not tail.strip()):
            return False
    return True


def annotate_each(articles: Iterable[Article], stages: Stages, failed: list[str]) -> Iterator[Annotated]:
    """Annotate articles one by one; those on which that raises are named in ``failed``."""
    for article in articles:
        try:
            yield from stages.annotate([article])
        except Exception as error:  # counted: that is what is looked for
            at = traceback.extract_tb(error.__traceback__)[-1]
            failed.append(f"{article.id}: {type(error).__name__}: {error} ({at.name}, line {at.lineno})")


def run(file: str, stages: Stages) -> Volume:
    """Read a file of articles and annotate all of them."""
    from rich.console import Console
    from rich.progress import track

    reading = stages.read([file])
    failed: list[str] = []
    unmarked: list[str] = []
    long: list[str] = []
    analysed = quotations = direct = posts = 0
    before = time.process_time()
    articles = track(reading.articles, "annotating", console=Console(stderr=True), transient=True)
    for annotated in annotate_each(articles, stages, failed):
        text = annotated.article.text
        analysed += annotated.analysed
        quotations += len(annotated.quotations)
        for quotation in annotated.quotations:
            if quotation.kind != "direct":
                continue
            direct += 1
            size = sum(end - start for start, end in quotation.spans)
            words = f"{quotation.id}: {shown(text, quotation.spans)}"
            if is_post(quotation, text):
                posts += 1
            elif not between_marks(text, quotation.spans):
                unmarked.append(words)
            if size > LONG:
                long.append(f"{size} characters, {len(quotation.spans)} pieces, {words}")
    return Volume(
        articles=len(reading.articles),
        analysed=analysed,
        rejected=len(reading.rejected),
        quotations=quotations,
        direct=direct,
        posts=posts,
        failed=tuple(failed),
        unmarked=tuple(unmarked),
        long=tuple(long),
        seconds=round(time.process_time() - before, 1),
    )


def report(volume: Volume) -> str:
    """What was seen, faults first."""
    rate = f", {volume.articles / volume.seconds:.1f} articles a second of processor time" if volume.seconds else ""
    lines = [f"{volume.articles} articles, {volume.analysed} analysed, {volume.rejected} inputs not read{rate}"]
    lines.append(f"{volume.quotations} quotations, {volume.direct} direct, {volume.posts} of them embedded posts")
    for title, entries in (
        ("articles that raised an error", volume.failed),
        ("direct quotations not between marks", volume.unmarked),
        (f"direct quotations of more than {LONG:,} characters, to be looked at", volume.long),
    ):
        lines += [f"{len(entries)} {title}", *(f"  {entry}" for entry in entries)]
    return "\n".join(lines)
