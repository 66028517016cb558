"""Credits that hold: an article names an outlet of which a report is among the articles, and that report bears it out.

"In an interview with X" may mean X's report among the articles, or a broadcast of which that report prints a part. The report
is taken for the source only where it holds what the article took.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Evidence, Span
from ..settings import DerivationSettings
from .mentions import Mention
from .passages import Passages, overlap, stems
from .reports import Reports


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
    """Put a credit into a sentence that a person can check."""
    if mention.span is None:
        article = reports.annotated[to].article
        where = f"the address {article.url}" if mention.how == "url" else "the page"
        return Evidence(what="address" if mention.how == "url" else "credit", text=f"{where} credits {mention.outlet}")
    return Evidence(what="credit", text=f"names {mention.outlet}: “{reports.text(to, mention.span)}”", to_spans=(mention.span,))


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
