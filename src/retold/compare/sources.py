"""Sources outside the set: agencies and outlets that articles name, and unnamed ones that they show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from ..records import Edge, Evidence, Source, Span
from ..settings import DerivationSettings
from .credits import bears_out, credit_evidence, paragraph_of, sentences_near
from .kinship import is_near_copy
from .mentions import Mention
from .passages import overlap, sequences
from .pieces import Piece
from .reports import Reports

UNSEEN = "unseen:"
_INTERVIEW = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s+(?:(?:exclusive|telephone|phone|televised|wide-ranging|long|lengthy)\s+)?interview\b(?!\s+(?:with|by|of)\b)"
)
_DOCUMENT = re.compile(
    r"\b(letter|memo|memorandum|e-?mail|affidavit|indictment|lawsuit|complaint|filing|petition|communiqué|leaked document)\b", re.IGNORECASE
)
# What was said before all reporters, or written for them, nobody needs to take from another outlet.
_PUBLIC = re.compile(
    r"statement|briefing|conference|tweet|post|Twitter|Facebook|speech|address|hearing|rally|letter|reporters", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def unseen_edges(reports: Reports, inner: Sequence[Edge], settings: DerivationSettings) -> tuple[Edge, ...]:
    """Return an edge from every source outside the set to every article that took from it, inherited credits left out."""
    found: dict[tuple[str, str], Edge] = {}
    for article in reports.ids:
        for edge in _named(reports, article, inner, settings):
            found[edge.from_, article] = edge
    for edge in (*_carried_silently(reports, found, settings), *_same_words(reports, inner, found, settings)):
        found.setdefault((edge.from_, edge.to), edge)
    for edge in _documents(reports, inner, settings):
        found.setdefault((edge.from_, edge.to), edge)
    derived = {edge.to for edge in inner} | {to for _, to in found}
    for article in reports.ids:
        # Of several that are near-copies of each other one stands for all; likenesses join the others to it.
        first = not any(is_near_copy(reports.kin[other, article], settings) for other in reports.ids if other < article)
        if article not in derived and first and (interview := _unnamed_interview(reports, article, settings)):
            found[interview.from_, article] = interview
    return tuple(found[pair] for pair in sorted(found))


def list_sources(edges: Sequence[Edge]) -> tuple[Source, ...]:
    """Return each source outside the set once, with the articles that took from it."""
    articles: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        articles[edge.from_.removeprefix(UNSEEN)].add(edge.to)
    return tuple(Source(name=name, articles=tuple(sorted(articles[name]))) for name in sorted(articles))


def _named(reports: Reports, article: str, inner: Sequence[Edge], settings: DerivationSettings) -> Iterator[Edge]:
    """Sources that the article names and that no article of the set bears out."""
    mentions = reports.credits[article].mentions
    whole = {mention.key for mention in mentions if mention.whole}
    sure = {mention.key for mention in mentions if mention.how in ("dateline", "copyright", "url")}
    by_key: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        # What a carried report names is its agency's source; the outlet has it all from the agency.
        if not sure or mention.key in sure:
            by_key[mention.key].append(mention)
    for key, places in by_key.items():
        seen = any(bears_out(reports, other, article, place, settings) for place in places for other in reports.named(place, article))
        if seen or _inherited(reports, article, key, inner):
            continue
        evidence = tuple(credit_evidence(reports, article, place) for place in places[:4])
        trust = _trust(key, whole, sure, by_key, settings)
        carried = key in whole and trust > settings.doubtful_credit
        share = 1.0 if carried else _share_near(reports, article, [place.span for place in places if place.span and not place.whole])
        yield Edge(
            from_=UNSEEN + places[0].outlet,
            to=article,
            directed=True,
            kind="copy" if key in sure else "mixed",
            share=share,
            confidence=trust,
            evidence=evidence,
        )


def _trust(key: str, whole: set[str], sure: set[str], by_key: dict[str, list[Mention]], settings: DerivationSettings) -> float:
    if key in sure:
        return settings.trust_whole
    others_told = any(mention.how == "told" for other, places in by_key.items() if other != key for mention in places)
    if key in whole and others_told and all(mention.whole for mention in by_key[key]):
        return settings.doubtful_credit
    told = key in whole or any(mention.how == "told" for mention in by_key[key])
    return settings.trust_told if told else settings.trust_report


def _inherited(reports: Reports, article: str, key: str, inner: Sequence[Edge]) -> bool:
    """Return whether a parent of the article names the same source: then the credit came with the text."""
    parents = [edge.from_ for edge in inner if edge.to == article]
    return any(mention.key == key for parent in parents for mention in reports.credits[parent].mentions)


def _carried_silently(reports: Reports, found: dict[tuple[str, str], Edge], settings: DerivationSettings) -> Iterator[Edge]:
    """Near-copies of a report that is credited to an agency as a whole come from that agency, credit or no credit."""
    carriers = [(source, article) for (source, article), edge in sorted(found.items()) if edge.kind == "copy"]
    for source, carrier in carriers:
        for article in reports.ids:
            named_whole = any(mention.whole for mention in reports.credits[article].mentions)
            if article == carrier or named_whole or not is_near_copy(reports.kin[carrier, article], settings):
                continue
            text = f"nearly the same text as {reports.name(carrier)}, which credits {source.removeprefix(UNSEEN)}"
            evidence = Evidence(what="shared", text=text)
            share = round(reports.kin[carrier, article].share, 4)
            yield Edge(
                from_=source, to=article, directed=True, kind="copy", share=share, confidence=settings.trust_report, evidence=(evidence,)
            )


def _same_words(
    reports: Reports, inner: Sequence[Edge], found: dict[tuple[str, str], Edge], settings: DerivationSettings
) -> Iterator[Edge]:
    """A remark that one article has from a named source stands in another, in the same words and without any source."""
    related = {frozenset((edge.from_, edge.to)) for edge in inner}
    carrying = {to for (_, to), edge in found.items() if edge.kind == "copy"}
    for (a, b), shared in sorted(reports.shared.items()):
        if b in carrying or reports.credits[b].own_because or frozenset((a, b)) in related:
            continue
        for here, there in shared:
            for source in sorted({source for piece in here for source in _source_of(reports, a, piece, found)}):
                same = [piece for piece in there if _same(here, piece, settings) and not _attributed(reports, b, piece)]
                open_to_all = any(piece.occasion and _PUBLIC.search(piece.occasion.label) for piece in same)
                if same and (source, b) not in found and not open_to_all:
                    text = (
                        f"“{same[0].text}” stands in the same words in {reports.name(a)}, which has it from {source.removeprefix(UNSEEN)}"
                    )
                    evidence = Evidence(what="shared", text=text, to_spans=same[0].spans)
                    share = _share_near(reports, b, [span for piece in same for span in piece.spans])
                    yield Edge(
                        from_=source,
                        to=b,
                        directed=True,
                        kind="mixed",
                        share=share,
                        confidence=settings.trust_same_words,
                        evidence=(evidence,),
                    )


def _source_of(reports: Reports, article: str, piece: Piece, found: dict[tuple[str, str], Edge]) -> Iterator[str]:
    """Sources outside the set that are named in the paragraph of a quotation or, if that names none, in the one before."""
    text = reports.annotated[article].article.text
    here = paragraph_of(text, piece.spans[0])
    before = len(text[: here[0]].rstrip())
    for paragraph in (here, paragraph_of(text, (before, before))):
        named = [m for m in reports.credits[article].mentions if m.span and not m.whole and overlap(m.span, paragraph)]
        if named:
            yield from (UNSEEN + m.outlet for m in named if (UNSEEN + m.outlet, article) in found)
            return


def _attributed(reports: Reports, article: str, piece: Piece) -> bool:
    """Return whether the article says whom the remark was made to or who reported it, an outlet of its own included."""
    credit = reports.credits[article]
    text = reports.annotated[article].article.text
    surname = piece.speaker.split()[-1] if piece.speaker else None
    for mention in (*credit.mentions, *credit.own):
        if mention.span is None or mention.whole:
            continue
        first, end = paragraph_of(text, mention.span)
        to_this_speaker = mention.how != "report" and surname is not None and surname in text[first:end]
        if to_this_speaker or overlap((first, end), piece.spans[0]):
            return True
    return False


def _same(here: Sequence[Piece], piece: Piece, settings: DerivationSettings) -> bool:
    words = re.findall(r"\w+", piece.text.lower())
    runs = sequences(words)
    theirs = frozenset(run for one in here for run in sequences(re.findall(r"\w+", one.text.lower())))
    return len(words) >= 6 and len(runs & theirs) >= settings.same_words * len(runs)


def _documents(reports: Reports, inner: Sequence[Edge], settings: DerivationSettings) -> Iterator[Edge]:
    """A letter, memo or filing that two or more articles quote, each for itself."""
    quoting: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for article in reports.ids:
        text = reports.annotated[article].article.text
        for piece in reports.pieces[article]:
            start, end = max(0, piece.spans[0][0] - 120), piece.spans[-1][1] + 80
            around = text[start : piece.spans[0][0]] + text[piece.spans[-1][1] : end]
            for match in _DOCUMENT.finditer(around):
                quoting[match.group(1).lower()][article].extend(piece.spans)
    derived = {edge.to for edge in inner}
    for noun, articles in sorted(quoting.items()):
        if not any(reports.shared.get((one, other)) for one in articles for other in articles if one != other):
            continue
        for article, spans in sorted(articles.items()):
            if article not in derived:
                others = [reports.name(other) for other in sorted(articles) if other != article]
                an = "an" if noun[0] in "aeiou" else "a"
                text = f"quotes {an} {noun}" + (f", as {'does' if len(others) == 1 else 'do'} {', '.join(others)}" if others else "")
                evidence = Evidence(what="shared", text=text, to_spans=tuple(sorted(set(spans))))
                share = _share_near(reports, article, spans)
                yield Edge(
                    from_=UNSEEN + noun,
                    to=article,
                    directed=True,
                    kind="mixed",
                    share=share,
                    confidence=settings.trust_shown,
                    evidence=(evidence,),
                )


def _unnamed_interview(reports: Reports, article: str, settings: DerivationSettings) -> Edge | None:
    """An interview that the article draws on without saying whose: it speaks of "the interview" and names no outlet."""
    credit = reports.credits[article]
    pieces = reports.pieces[article]
    text = reports.annotated[article].article.text
    furniture = reports.annotated[article].article.furniture
    speaker = _one_voice(pieces)
    if speaker is None or credit.own_because or credit.mentions:
        return None
    body = (m for m in _INTERVIEW.finditer(text) if not any(overlap(m.span(), span) for span in furniture))
    mention = next((m for m in body if speaker.split()[-1] in text[slice(*paragraph_of(text, m.span()))]), None)
    if mention is None:
        return None
    name = f"{_weekday(reports, article)} interview"
    text = f"speaks of “{reports.text(article, mention.span())}” and never says with whom"
    evidence = [Evidence(what="credit", text=text, to_spans=(mention.span(),))]
    for other in reports.ids:
        for here, there in reports.shared.get((other, article), ())[:1]:
            same = here[0].text.casefold() == there[0].text.casefold()
            words = f"“{here[0].text}”" if same else f"in other words: “{here[0].text}”, here “{there[0].text}”"
            text = f"one remark in common with {reports.name(other)}, {words}"
            evidence.append(Evidence(what="shared", text=text, from_spans=(), to_spans=there[0].spans))
    share = _share_near(reports, article, [span for piece in pieces for span in piece.spans])
    return Edge(
        from_=UNSEEN + name,
        to=article,
        directed=True,
        kind="rewrite",
        share=share,
        confidence=settings.trust_shown,
        evidence=tuple(evidence),
    )


def _one_voice(pieces: Sequence[Piece]) -> str | None:
    """Return who has most of the quotations, three or more: then it is an interview, not the mention of one."""
    counts: dict[str, int] = defaultdict(int)
    for piece in pieces:
        counts[piece.speaker or ""] += 1
    speaker = min(counts, key=lambda name: (-counts[name], name), default="")
    return speaker if speaker and counts[speaker] >= 3 and 2 * counts[speaker] > len(pieces) else None


def _weekday(reports: Reports, article: str) -> str:
    for piece in reports.pieces[article]:
        if piece.occasion and piece.occasion.date:
            return _DAYS[date.fromisoformat(piece.occasion.date[:10]).weekday()]
    first = reports.pieces[article][0].spans[0][0]
    sentences = [sentence.span for sentence in reports.passages[article].sentences if sentence.span[0] < first]
    days = (_WEEKDAY.search(reports.text(article, span)) for span in sentences)
    return next((day.group() for day in days if day), "unnamed")


def _share_near(reports: Reports, article: str, spans: Sequence[Span]) -> float:
    """Return the share of sentences in the paragraphs of ``spans``, and in the next one where that goes on quoting."""
    sentences = reports.passages[article]
    text = reports.annotated[article].article.text
    near: set[int] = set()
    for span in spans:
        near |= sentences_near(sentences, text, span)
        end = paragraph_of(text, span)[1]
        following = end + len(text[end:]) - len(text[end:].lstrip())
        next_paragraph = paragraph_of(text, (following, following))
        if any(overlap(next_paragraph, piece.spans[0]) for piece in reports.pieces[article]):
            near |= sentences_near(sentences, text, next_paragraph)
    return round(len(near) / max(1, len(sentences.sentences)), 4)
