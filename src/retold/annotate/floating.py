"""Speakers that are not told beside the words: of a passage that stands alone, of an office named before its holder, of an echo."""

from __future__ import annotations

from ..records import Speaker
from .drafts import NO_CUE, Draft, phrase_of
from .folding import fold
from .marks import Passage
from .names import Names
from .parse import Paragraph
from .roles import OFFICES
from .speakers import Resolver

_NEAR = 700  # characters behind a quotation within which the next, unattributed one goes on


def float_to_speaker(draft: Draft, passage: Passage, drafts: list[Draft], resolver: Resolver) -> None:
    """Give a passage without an attribution of its own to who speaks in what stands right before it."""
    start, paragraph = passage.outer[0], draft.paragraph
    last = next((d for d in reversed(drafts) if d.speaker is not None and d.type != "other"), None)
    told_of = frozenset(n.canonical for n in resolver.names.names if n.kind == "person" and start <= n.span[0] < passage.outer[1])
    if not draft.whole:
        if last is not None and last.paragraph is paragraph and not _sentence_ends(paragraph, last.spans[-1][1], start):
            draft.speaker, draft.confidence = last.speaker, 0.6
            draft.because = None
        else:
            draft.because = draft.because or NO_CUE
        return
    turn = turn_of(draft.paragraph, passage, drafts, resolver)
    if turn is not None:
        draft.speaker, draft.because, draft.confidence = turn, None, 0.6
        resolver.hear(start, turn.canonical)
        return
    subject = _subject_before(paragraph, start, resolver, told_of)
    if last is not None and last.speaker is not None and last.speaker.canonical in told_of and draft.paragraph is not last.paragraph:
        last = None  # people seldom name themselves
    if last is not None and last.speaker is not None and last.paragraph is paragraph:
        gap = _sentence_ends(paragraph, last.outer_end or last.spans[-1][1], start)
        changed = subject is not None and subject.canonical != last.speaker.canonical and gap > 1
        draft.speaker, draft.confidence = (subject, 0.55) if changed else (last.speaker, 0.75)
    elif subject is not None:
        draft.speaker, draft.confidence = subject, 0.6
    elif last is not None and start - last.spans[-1][1] < _NEAR:
        draft.speaker, draft.confidence = last.speaker, 0.55
    draft.because = None if draft.speaker else draft.because or NO_CUE
    if draft.speaker is not None:
        resolver.hear(start, draft.speaker.canonical)


def turn_of(paragraph: Paragraph, passage: Passage, drafts: list[Draft], resolver: Resolver) -> Speaker | None:
    """Whose turn it is in a dialogue, line by line, of a question and its answer: the other one's if question and answer change again."""
    if len(drafts) < 2 or passage.outer[0] != paragraph.span[0] or passage.outer[1] < paragraph.span[1]:
        return None
    before, last = drafts[-2:]
    at = resolver.paragraphs.index(paragraph)
    lines = at > 1 and before.paragraph is resolver.paragraphs[at - 2] and last.paragraph is resolver.paragraphs[at - 1]
    if not lines or before.speaker is None or last.speaker is None or before.speaker.canonical == last.speaker.canonical:
        return None

    def asks(end: int) -> bool:
        return resolver.text[end - 1] == "?"

    asked = asks(before.spans[-1][1]), asks(last.spans[-1][1]), asks(passage.inner[1])
    return before.speaker if any(asked) and asked[1] != asked[2] else None


def _sentence_ends(paragraph: Paragraph, start: int, end: int) -> int:
    return sum(t.text in {".", "!", "?"} for t in paragraph.tokens((start, end)))


def _subject_before(paragraph: Paragraph, start: int, resolver: Resolver, told_of: frozenset[str]) -> Speaker | None:
    """The person or body that the sentence before a floating passage is about; in this paragraph, else in the one before.

    Whom the passage itself tells of (``told_of``) hardly speaks it: then somebody else whom the sentence names does.
    """
    at = resolver.paragraphs.index(paragraph)
    for candidate in (paragraph, resolver.paragraphs[at - 1] if at else None):
        if candidate is None or candidate.span[0] >= start:
            continue
        sentences = [s for s in candidate.doc.sents if candidate.start(s[0]) < start]
        if not sentences or (candidate is paragraph and candidate.start(sentences[-1][0]) >= start - 1):
            continue
        for token in sentences[-1]:
            if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"PROPN", "PRON", "NOUN"} and candidate.start(token) < start:
                if token.lower_ in {"it", "that", "this", "which", "who", "there", "what", "i", "you", "we"}:
                    continue
                if any(a <= candidate.start(token) < b for a, b in resolver.marked):
                    continue
                speaker = resolver.resolve(phrase_of(token, candidate, resolver.names))
                known = speaker is not None and any(a.canonical == speaker.canonical and a.kind != "place" for a in resolver.names.aliases)
                if speaker is not None and known and speaker.canonical not in told_of:
                    return speaker
        named = [n for n in resolver.names.names if n.kind == "person" and candidate.start(sentences[-1][0]) <= n.span[0] < start]
        named = [n for n in named if n.canonical not in told_of and not any(a <= n.span[0] < b for a, b in resolver.marked)]
        if named:
            return Speaker(name=named[0].text, canonical=named[0].canonical, span=named[0].span)
    return None


def join_offices(drafts: list[Draft], names: Names) -> None:
    """News leads name the office first ("the deputy harbour minister said") and the person with the next quotation: join the two."""
    first: dict[str, int] = {}
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


def join_echoes(drafts: list[Draft], text: str, names: Names) -> None:
    """A fragment that repeats words of an attributed quotation (a headline, a caption) has the same speaker, unless its own sentence
    tells of somebody else before it."""

    def words(draft: Draft) -> str:
        return " ".join("".join(c if c.isalnum() else " " for c in fold(text[a:b])) for a, b in draft.marked).strip()

    known = [(f" {' '.join(words(d).split())} ", d) for d in drafts if d.speaker is not None and d.marked and d.type == "speech"]
    for draft in drafts:
        mine = " ".join(words(draft).split())
        if draft.speaker is None and draft.marked and mine:
            source = next(
                (d for w, d in known if f" {mine} " in w and d is not draft and (len(mine.split()) > 1 or draft.paragraph.title)), None
            )
            if source is not None and source.speaker is not None and not _tells_of_another(draft, source.speaker, names):
                draft.speaker, draft.type, draft.because, draft.confidence = source.speaker, "speech", None, 0.6


def _tells_of_another(draft: Draft, speaker: Speaker, names: Names) -> bool:
    """Whether the sentence of a fragment names people before it, and not this one."""
    at = draft.marked[0][0]
    start = next((a for a, b in draft.paragraph.sentences() if a <= at < b), draft.paragraph.span[0])
    named = {n.canonical for n in names.names if n.kind == "person" and start <= n.span[0] < at}
    return bool(named) and speaker.canonical not in named and not draft.paragraph.title
