"""Readable lists for ``read``, ``annotate`` and ``group`` at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..records import Annotated, Article, Story
from .terminal import printable
from .views.excerpts import one_line
from .views.names import readable_date
from .views.voices import GUESSES, Voice, voice

_WIDTH = 78
_LONG = 30  # columns; after a longer id the title goes on a line of its own


def list_article(article: Article) -> str:
    """What was read of one article: title, outlet, date and where it is from, byline, credits, furniture."""
    origin = f" (from the {article.published_from})" if article.published_from else ""
    kinds = Counter(part.kind for part in article.parts)
    rows = {
        "title": one_line(article.title or "none found", _WIDTH - 11),
        "outlet": article.outlet or "unknown",
        "date": readable_date(article.published) + origin,
        "byline": ", ".join(article.byline),
        "credits": ", ".join(article.credit),
        "language": article.language or "",
        "text": f"{len(article.text.split())} words" + "".join(f", {n} {kind}" for kind, n in sorted(kinds.items())),
        "in doubt": article.published_doubt or "",
    }
    return printable(article.id) + "\n" + "".join(f"  {name.ljust(9)}{_wrapped(value, 11)}\n" for name, value in rows.items() if value)


def list_quotations(annotated: Annotated) -> str:
    """Who says what in one article, a block a quotation: speaker, the words, then kind, cue, to whom, when and where.

    Those whom the speaker quotes in turn are set in below; a speaker who is a guess has a question mark.
    """
    article = annotated.article
    head = printable(f"{article.id}: {article.outlet or 'outlet unknown'}, {readable_date(article.published)}") + "\n"
    if not annotated.analysed:
        return head + f"  in {article.language}: kept, not analysed\n\n"
    said = [voice(article.text, q) for q in annotated.quotations if q.type != "other"]
    blocks = "".join(_listed(one, 2) for one in said)
    note = f"  {GUESSES.capitalize()}\n" if any(one.guess for one in said) else ""
    return head + (blocks or "  nobody is quoted\n") + note + "\n"


def _listed(one: Voice, indent: int, stem: str = "") -> str:
    """A quotation and those inside it, each set in further than the one around it."""
    lines = [" " * indent + stem + _wrapped(one.who, indent + 2 + len(stem))]
    below = indent + len(stem) + 2
    details = "; ".join((*one.details, one.sure) if one.guess else one.details)
    lines += [" " * below + _wrapped(part, below) for part in (one.words, details and f"— {details}") if part]
    return "\n".join(lines) + "\n" + "".join(_listed(further, below, "↳ ") for further in one.inside)


def list_stories(stories: Sequence[Story]) -> str:
    """The stories, most told first, with their articles."""
    lines = []
    for story in sorted(stories, key=lambda s: (-len(s.articles), s.id)):
        lines.append(f"{story.id} ({len(story.articles)})\n")
        for one in story.articles:
            known = printable(one.article.id)
            between = "  " if len(known) <= _LONG else "\n      "
            room = _WIDTH - len(between) - (2 + len(known) if len(known) <= _LONG else 0)
            lines.append(f"  {known}{between}{printable(one_line(one.article.title or one.article.text, room))}\n")
    return "".join(lines)


def _wrapped(text: str, indent: int) -> str:
    import textwrap

    return ("\n" + " " * indent).join(textwrap.wrap(printable(text), _WIDTH - indent))
