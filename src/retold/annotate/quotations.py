"""Quotations of one article: marks decide direct ones, the parse decides indirect ones, and here the two meet.

Each paragraph gives marked passages (``marks``), embedded posts (``posts``) and reported clauses (``statements``). A fragment inside a
reported clause makes the clause a mixed quotation; passages that "he said" interrupts, or that run over paragraphs, become one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..records import Date, Quotation, QuotationKind, QuotationType, Span, Speaker
from .attribution import Attribution, addressee_of, attribute, is_whole
from .kinds import type_of
from .marks import Passage, find_passages
from .names import Names, fold
from .occasions import interviewer, occasion_of
from .parse import Paragraph
from .posts import find_posts
from .roles import OFFICES
from .speakers import Resolver
from .statements import Clause, find_clauses

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTERRUPTION = 40  # words of an attribution between two parts of one quotation
_NO_CUE = "no word of saying stands beside it"


@dataclass
class Draft:
    """A quotation in the making."""

    paragraph: Paragraph
    kind: QuotationKind
    type: QuotationType
    spans: list[Span]
    marked: list[Span]
    cue: Token | None = None
    cue_paragraph: Paragraph | None = None
    speaker: Speaker | None = None
    because: str | None = None
    confidence: float = 0.5
    whole: bool = False
    open_end: bool = False
    outer_end: int = 0
    extra: dict[str, str] = field(default_factory=dict)


def find_quotations(paragraphs: Sequence[Paragraph], names: Names, dates: Sequence[Date], text: str, article: str) -> tuple[Quotation, ...]:
    """Find the quotations of an article's title and body, in order of their first words."""
    passages = find_passages(text, [p.span for p in paragraphs])
    quoted = [p.outer for own in passages for p in own]
    resolver = Resolver(names=names, paragraphs=paragraphs, text=text, marked=quoted)
    drafts: list[Draft] = []
    for paragraph, own in zip(paragraphs, passages, strict=True):
        for draft in _in_order(paragraph, own, drafts, resolver):
            if draft not in drafts:
                drafts.append(draft)
    drafts.extend(_posts(paragraphs, text, quoted))
    drafts.sort(key=lambda d: d.spans)
    _introduced_later(drafts, names)
    _echoes(drafts, text)
    return tuple(_record(d, i, article, text, quoted, dates, paragraphs) for i, d in enumerate(drafts, 1))


def _in_order(paragraph: Paragraph, passages: list[Passage], drafts: list[Draft], resolver: Resolver) -> Iterator[Draft]:
    """Drafts of one paragraph in order of their place; later ones see who was heard before them."""
    clauses = _outermost([c for c in find_clauses(paragraph) if not any(a <= paragraph.start(c.cue) < b for a, b in (p.outer for p in passages))])
    found: list[tuple[int, Passage | Clause]] = [(p.outer[0], p) for p in passages]
    whole = [p.outer for p in passages if is_whole(paragraph, p)]
    for clause in clauses:
        if not any(a < clause.span[1] and clause.span[0] < b for a, b in whole):
            found.append((clause.span[0], clause))
    taken: dict[int, Draft] = {}
    for _, item in sorted(found, key=lambda f: (f[0], isinstance(f[1], Passage))):
        if isinstance(item, Clause):
            draft = _clause_draft(paragraph, item, passages, resolver)
            for i, p in enumerate(passages):
                if p.inner in draft.marked and i not in taken:
                    taken[i] = draft
            if draft.marked or not any(p.outer[0] < item.span[1] and item.span[0] < p.outer[1] for p in passages):
                yield draft
            continue
        index = passages.index(item)
        if index in taken:
            continue
        draft = _passage_draft(paragraph, passages, index, [*drafts], resolver)
        taken[index] = draft
        yield draft


def _outermost(clauses: list[Clause]) -> list[Clause]:
    return [c for c in clauses if not any(o is not c and o.span[0] <= c.span[0] and c.span[1] <= o.span[1] and o.span != c.span for o in clauses)]


def _clause_draft(paragraph: Paragraph, clause: Clause, passages: list[Passage], resolver: Resolver) -> Draft:
    inside = [p for p in passages if clause.span[0] <= p.outer[0] and p.outer[1] <= clause.span[1] + 2]
    speech = [p for p in inside if type_of(paragraph, p, Attribution(clause.cue, clause.subject, "clause", 0.8)) != "other"]
    draft = Draft(
        paragraph=paragraph,
        kind="mixed" if speech else "indirect",
        type="speech" if speech else clause.type,
        spans=[(clause.span[0], max([clause.span[1], *(p.outer[1] for p in speech)]))],
        marked=[p.inner for p in speech],
        cue=clause.cue,
        cue_paragraph=paragraph,
        confidence=0.8 if speech else 0.7,
        outer_end=speech[-1].outer[1] if speech else 0,
    )
    _speak(draft, _according_behind(clause, paragraph) or clause.subject, paragraph, resolver)
    return draft


def _according_behind(clause: Clause, paragraph: Paragraph) -> Token | None:
    """The person behind "according to" at the end of a sentence in which only a state or body says something."""
    if clause.subject.ent_type_ not in {"GPE", "ORG", "NORP", ""} or clause.subject.pos_ == "PRON" or clause.cue.lower_ == "according":
        return None
    for token in clause.cue.sent:
        if token.lower_ == "according" and paragraph.start(token) >= clause.span[0] and token.i > clause.cue.i:
            source = next((g for c in token.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"), None)
            if source is not None and source.lemma_.lower() in OFFICES:
                return source
    return None


def _speak(draft: Draft, subject: Token | None, paragraph: Paragraph, resolver: Resolver) -> None:
    """Resolve the subject of a cue and give it the quotation."""
    if subject is None:
        draft.because = "its word of saying has no subject"
        return
    span = phrase_of(subject, paragraph, resolver.names)
    draft.speaker = resolver.resolve(span, draft.spans[0][0])
    if draft.speaker is None:
        draft.because = f"nobody before it fits “{subject.text}”"
    else:
        resolver.hear(max(span[0], draft.spans[0][0]), draft.speaker.canonical)


def phrase_of(head: Token, paragraph: Paragraph, names: Names) -> Span:
    """The mention around the head of a subject: its name where it has one, also in apposition, else its noun phrase."""
    for name in names.names:
        if name.span[0] <= paragraph.start(head) < name.span[1]:
            return name.span
    for child in head.children:
        if child.dep_ in {"appos", "flat"}:
            for name in names.names:
                if name.kind == "person" and name.span[0] <= paragraph.start(child) < name.span[1]:
                    return name.span
    left = head
    for token in head.lefts:
        if token.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "npadvmod"}:
            left = min(left, token.left_edge, key=lambda t: t.i)
    start, end = paragraph.start(left), paragraph.end(head)
    behind = [n for n in names.names if n.kind == "person" and 0 <= n.span[0] - end <= 2 and n.span[1] <= paragraph.span[1]]
    return (start, behind[0].span[1]) if behind else (start, end)


def _passage_draft(paragraph: Paragraph, passages: list[Passage], index: int, drafts: list[Draft], resolver: Resolver) -> Draft:
    passage = passages[index]
    last = drafts[-1] if drafts else None
    whole = is_whole(paragraph, passage)
    if last is not None and last.marked and _continues(passage, paragraph, last):
        return _join(last, paragraph, passages, index, resolver)
    found = attribute(paragraph, passages, index)
    if last is not None and whole and _resumes(last, paragraph, passage, found, resolver):
        return _join(last, paragraph, passages, index, resolver)
    draft = Draft(
        paragraph=paragraph,
        kind="direct",
        type=type_of(paragraph, passage, found),
        spans=[passage.inner],
        marked=[passage.inner],
        confidence=found.confidence if found else 0.5,
        whole=whole,
        open_end=not passage.closed,
        outer_end=passage.outer[1],
    )
    if draft.type == "other":
        draft.because = "the marks set off a name or a term"
        return draft
    if found is not None:
        draft.cue, draft.cue_paragraph = found.cue, paragraph
        _speak(draft, found.subject, paragraph, resolver)
    if draft.speaker is None:
        _float(draft, passage, drafts, resolver)
    return draft


def _continues(passage: Passage, paragraph: Paragraph, last: Draft) -> bool:
    """Whether a passage continues a quotation that its last paragraph left open."""
    return (passage.continues or passage.outer[0] == paragraph.span[0]) and last.open_end and last.paragraph is not paragraph


def _resumes(last: Draft, paragraph: Paragraph, passage: Passage, found: Attribution | None, resolver: Resolver) -> bool:
    """Whether a passage goes on with the last quotation: behind "…,” he said. “…", or as the whole next paragraph."""
    if not last.marked or last.type == "other" or last.speaker is None:
        return False
    if last.paragraph is paragraph:
        return _interrupted(last, paragraph, passage)
    before = resolver.text[last.outer_end : passage.outer[0]]
    alone = passage.outer[0] == paragraph.span[0] and passage.outer[1] >= paragraph.span[1] - 3 and found is None
    ends = resolver.text[last.spans[-1][1] - 1] == ","
    return alone and ends and last.cue is not None and len(before.split()) <= _INTERRUPTION and before.count("\n") <= 2 and _interrupted(
        last, last.paragraph, Passage(inner=passage.inner, outer=(last.paragraph.span[1], passage.outer[1]))
    )


def _interrupted(last: Draft, paragraph: Paragraph, passage: Passage) -> bool:
    """Whether only an attribution stands between the last passage and this one."""
    between = [t for t in paragraph.tokens((last.outer_end, passage.outer[0])) if not t.is_space]
    words = [t for t in between if not t.is_punct]
    if not words or len(words) > _INTERRUPTION or last.cue is None or last.cue.i not in {t.i for t in between}:
        return False
    return sum(t.text in {".", "!", "?"} for t in between[:-1]) == 0


def _join(last: Draft, paragraph: Paragraph, passages: list[Passage], index: int, resolver: Resolver) -> Draft:
    passage = passages[index]
    if last.kind == "mixed":  # a fragment grew into a sentence: the marked words alone are the quotation
        last.spans, last.kind = list(last.marked), "direct"
    last.spans.append(passage.inner)
    last.marked.append(passage.inner)
    last.open_end, last.outer_end = not passage.closed, passage.outer[1]
    if last.cue is None and (found := attribute(paragraph, passages, index)) is not None:
        last.cue, last.cue_paragraph, last.confidence = found.cue, paragraph, found.confidence
        _speak(last, found.subject, paragraph, resolver)
    last.paragraph = paragraph
    last.type = "speech"
    return last


def _float(draft: Draft, passage: Passage, drafts: list[Draft], resolver: Resolver) -> None:
    """Give a passage without an attribution of its own to who speaks in what stands right before it."""
    start, paragraph = passage.outer[0], draft.paragraph
    last = next((d for d in reversed(drafts) if d.speaker is not None and d.type != "other"), None)
    if not draft.whole:
        if last is not None and last.paragraph is paragraph and not _sentence_between(paragraph, last.spans[-1][1], start):
            draft.speaker, draft.confidence = last.speaker, 0.6
            draft.because = None
        else:
            draft.because = draft.because or _NO_CUE
        return
    subject = _subject_before(paragraph, start, resolver)
    if last is not None and last.paragraph is paragraph:
        draft.speaker, draft.confidence = (subject, 0.55) if subject and subject.canonical != last.speaker.canonical and _sentence_between(  # type: ignore[union-attr]
            paragraph, last.outer_end or last.spans[-1][1], start
        ) > 1 else (last.speaker, 0.75)
    elif subject is not None:
        draft.speaker, draft.confidence = subject, 0.6
    elif last is not None and start - last.spans[-1][1] < 700:
        draft.speaker, draft.confidence = last.speaker, 0.55
    draft.because = None if draft.speaker else _NO_CUE
    if draft.speaker is not None:
        draft.speaker = Speaker(name=draft.speaker.name, canonical=draft.speaker.canonical, span=draft.speaker.span)
        resolver.hear(start, draft.speaker.canonical)


def _sentence_between(paragraph: Paragraph, start: int, end: int) -> int:
    return sum(t.text in {".", "!", "?"} for t in paragraph.tokens((start, end)))


def _subject_before(paragraph: Paragraph, start: int, resolver: Resolver) -> Speaker | None:
    """The person or body that the sentence before a floating passage is about; in this paragraph, else in the one before."""
    at = resolver.paragraphs.index(paragraph)
    for candidate in (paragraph, resolver.paragraphs[at - 1] if at else None):
        if candidate is None or candidate.span[0] >= start:
            continue
        sentences = [s for s in candidate.doc.sents if candidate.start(s[0]) < start and any(not t.is_space for t in s)]
        if not sentences or (candidate is paragraph and candidate.start(sentences[-1][0]) >= start - 1):
            continue
        for token in sentences[-1]:
            if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"PROPN", "PRON", "NOUN"} and candidate.start(token) < start:
                if token.lower_ in {"it", "that", "this", "which", "who", "there", "what", "i", "you", "we"}:
                    continue
                if any(a <= candidate.start(token) < b for a, b in resolver.marked):
                    continue
                speaker = resolver.resolve(phrase_of(token, candidate, resolver.names), start)
                if speaker is not None and any(a.canonical == speaker.canonical and a.kind != "place" for a in resolver.names.aliases):
                    return speaker
        named = [n for n in resolver.names.names if n.kind == "person" and candidate.start(sentences[-1][0]) <= n.span[0] < start]
        named = [n for n in named if not any(a <= n.span[0] < b for a, b in resolver.marked)]
        if named:
            return Speaker(name=named[0].text, canonical=named[0].canonical, span=named[0].span)
    return None


def _posts(paragraphs: Sequence[Paragraph], text: str, quoted: Sequence[Span]) -> Iterator[Draft]:
    for post in find_posts(text, [p.span for p in paragraphs]):
        if any(a < post.spans[-1][1] and post.spans[0][0] < b and b - a > (post.spans[-1][1] - post.spans[0][0]) / 2 for a, b in quoted):
            continue
        paragraph = next(p for p in paragraphs if p.span[0] <= post.author[0] < p.span[1])
        name = text[post.author[0] : post.author[1]]
        draft = Draft(paragraph=paragraph, kind="direct", type="speech", spans=list(post.spans), marked=list(post.spans), confidence=0.8)
        draft.speaker = Speaker(name=name, canonical=name, span=post.author)
        draft.extra["occasion"] = "post"
        yield draft


def _introduced_later(drafts: list[Draft], names: Names) -> None:
    """News leads name the office first ("the deputy harbour minister said") and the person with the next quotation: join the two."""
    first = {}
    for name in names.names:
        first.setdefault(name.canonical, name.span[0])
    roles = {a.canonical: {w for r in a.roles for w in fold(r).split()} for a in names.aliases if a.kind == "person"}
    for i, draft in enumerate(drafts):
        if draft.speaker is None or draft.speaker.canonical in first or draft.speaker.span is None:
            continue
        office = {w for w in fold(draft.speaker.canonical).split() if w in OFFICES}
        if not office or draft.speaker.name[:2].lower() in {"a ", "an"} or draft.speaker.name[:4].lower() in {"one ", "some"}:
            continue
        for later in drafts[i + 1 : i + 5]:
            who = later.speaker.canonical if later.speaker else None
            if who in roles and len(who.split()) > 1 and first[who] > draft.speaker.span[0] and (not roles[who] or roles[who] & office):
                found = draft.speaker.canonical
                for d in drafts:
                    if d.speaker is not None and d.speaker.canonical == found:
                        d.speaker = Speaker(name=d.speaker.name, canonical=who, span=d.speaker.span)
                break


def _echoes(drafts: list[Draft], text: str) -> None:
    """A fragment that repeats words of an attributed quotation (a headline, a caption) has the same speaker."""
    def words(draft: Draft) -> str:
        return " ".join("".join(c if c.isalnum() else " " for c in fold(text[a:b])) for a, b in draft.marked).strip()

    known = [(f" {' '.join(words(d).split())} ", d) for d in drafts if d.speaker is not None and d.marked and d.type == "speech"]
    for draft in drafts:
        mine = " ".join(words(draft).split())
        if draft.speaker is None and draft.marked and mine:
            source = next((d for w, d in known if f" {mine} " in w and d is not draft and (len(mine.split()) > 1 or draft.paragraph.title)), None)
            if source is not None:
                draft.speaker, draft.type, draft.because, draft.confidence = source.speaker, "speech", None, 0.6


def _record(draft: Draft, number: int, article: str, text: str, quoted: Sequence[Span], dates: Sequence[Date], paragraphs: Sequence[Paragraph]) -> Quotation:
    cue = addressee = occasion = None
    paragraph = draft.cue_paragraph
    if draft.cue is not None and paragraph is not None:
        cue = (paragraph.start(draft.cue), paragraph.end(draft.cue))
        to = addressee_of(draft.cue, paragraph)
        sentence = next((s for s in paragraph.sentences() if s[0] <= cue[0] < s[1]), paragraph.span)
        to = to or interviewer(text, sentence, quoted)
        addressee = text[to[0] : to[1]] if to and text[to[0] : to[1]].lower() not in {"him", "her", "them", "it", "me", "us", "you"} else None
        occasion = occasion_of(text, sentence, quoted, dates, addressee)
    return Quotation(
        id=f"{article}/q{number}",
        kind=draft.kind,
        type=draft.type,
        spans=tuple(draft.spans),
        marked=tuple(draft.marked),
        speaker=draft.speaker,
        unknown_because=None if draft.speaker else draft.because or _NO_CUE,
        cue=cue,
        addressee=addressee,
        occasion=occasion,
        confidence=round(draft.confidence, 2),
    )
