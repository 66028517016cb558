"""Credits that hold: an article names an outlet of which a report is among the articles, and that report bears it out.

"In an interview with X" may mean X's report among the articles, or a broadcast of which that report prints a part. The report
is taken for the source only where it holds what the article took.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..records import Evidence, Span
from ..settings import DerivationSettings
from .mentions import Mention
from .passages import Passages, overlap, stems
from .reports import Reports

TOLD = " as the one who was told "
"""Stands between an outlet's name and the words said to it."""
_LONG = 90
"""Characters up to which the words of a credit are shown whole."""
_ROOM = 60
"""Characters behind a name in which the words stand that it belongs to."""
_WORDS = r"(?:\s(?!(?:that|which|who|when|where|and|but|on|in|said|says)\b)[\w’'-]+){1,6}"
_NOUN = re.compile(_WORDS)
_POSSESSIVE = re.compile(rf"(?:[’']s|(?<=s)[’']){_WORDS}")
_ATTRIBUTE = re.compile(r"\b(?:an?|its|their|this|another)\s+(?:[A-Z][\w&.’'-]*\s?){1,5}$")
"""Behind "a" or "its" a name is not the source itself but tells whose translation, poll or report it was."""


def credited(reports: Reports, from_: str, to: str, settings: DerivationSettings) -> tuple[Evidence, ...]:
    """Return the credits in ``to`` that name the outlet of ``from_`` and are borne out by its text; empty: none."""
    keys = reports.credits[from_].keys
    mentions = [mention for mention in reports.credits[to].mentions if mention.key in keys]
    held = [mention for mention in mentions if bears_out(reports, from_, to, mention, settings)]
    return tuple(credit_evidence(reports, to, mention) for mention in held[:3])


def bears_out(reports: Reports, from_: str, to: str, mention: Mention, settings: DerivationSettings) -> bool:
    """Return whether ``from_`` holds what ``to`` says it has from that outlet."""
    kin = reports.kin[from_, to]
    if kin.share >= settings.credited_share and kin.narration > 0 and len(kin.explained) >= settings.kin_links:
        return True
    if mention.whole or mention.span is None:
        return False
    near = sentences_near(reports.passages[to], reports.annotated[to].article.text, mention.span)
    if mention.how == "report":
        return bool(near & kin.explained)
    return _quoted_share(reports, from_, to) >= settings.told_share and bool(near & kin.explained or reports.shared.get((from_, to)))


def credit_evidence(reports: Reports, to: str, mention: Mention) -> Evidence:
    """Put a credit into words that a person can check and read on behind the article's name: "names Reuters: “told Reuters”"."""
    article = reports.annotated[to].article
    if mention.span is None and mention.how == "url":
        folders = re.sub(r"^\w+://[^/]*|[?#].*|[^/]*$", "", article.url or "")
        return Evidence(what="address", text=f"names {mention.outlet} in its address" + (f": “{folders}”" if folders.strip("/") else ""))
    if mention.span is None:
        return Evidence(what="credit", text=f"names {mention.outlet} in its credit line")
    words = _cut(reports.text(to, (mention.span[0], _noun_end(article.text, mention.span))))
    if mention.how == "told" and any(mention.span in quotation.spans for quotation in reports.annotated[to].quotations):
        return Evidence(what="credit", text=f"names {mention.outlet}{TOLD}“{words}”", to_spans=(mention.span,))
    return Evidence(what="credit", text=f"names {mention.outlet}: “{words}”", to_spans=(mention.span,))


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def _noun_end(text: str, span: Span) -> int:
    """Where the words end that a credit needs to be read: "according to a Gazette" goes on with "translation of his speech"."""
    behind = text[span[1] : span[1] + _ROOM]
    noun = _POSSESSIVE.match(behind) or (_ATTRIBUTE.search(text[span[0] : span[1]]) and _NOUN.match(behind))
    return span[1] + len(noun[0].rstrip()) if noun else span[1]


def sentences_near(sentences: Passages, text: str, span: Span) -> frozenset[int]:
    """Return the sentences of the paragraph in which ``span`` begins."""
    paragraph = paragraph_of(text, span)
    return frozenset(number for number, sentence in enumerate(sentences.sentences) if overlap(sentence.span, paragraph))


def paragraph_of(text: str, span: Span) -> Span:
    """Return the line of ``text`` in which ``span`` begins: in news text a line is a paragraph."""
    end = text.find("\n", span[0])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if end < 0 else end


def _quoted_share(reports: Reports, from_: str, to: str) -> float:
    """Return the share of the words quoted in ``to`` that quotations of the same utterances in ``from_`` hold."""
    total = sum(len(stems(piece.text)) for piece in reports.pieces[to])
    return sum(_held(reports, from_, to)) / total if total else 1.0


def _held(reports: Reports, from_: str, to: str) -> Iterator[int]:
    for here, there in reports.shared.get((from_, to), ()):
        words = frozenset[str]().union(*(stems(piece.text) for piece in here))
        yield sum(len(stems(piece.text) & words) for piece in there)
