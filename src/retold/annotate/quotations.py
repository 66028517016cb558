"""Quotations of one article: marks decide direct ones, the parse decides indirect ones, and here the two meet.

Each paragraph gives marked passages (``marks``), embedded posts (``posts``) and reported clauses (``statements``). A fragment inside a
reported clause makes the clause a mixed quotation; passages that "he said" interrupts, or that run over paragraphs, become one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ..records import Article, Date, Nested, Quotation, Span, Speaker
from . import learned
from .attribution import Attribution, attribute, in_marks, is_whole
from .drafts import NO_CUE, Draft, phrase_of, speak
from .floating import float_to_speaker, join_echoes, join_offices, turn_of
from .folding import fold
from .kinds import type_of
from .learned import Content
from .marks import Passage, find_passages
from .names import Names
from .nested import nest
from .occasions import Around, interviewer, occasion_of
from .parse import Paragraph
from .posts import find_posts
from .roles import OFFICES
from .speakers import Resolver
from .statements import Clause, find_clauses
from .states import state_of
from .subjects import addressee_of
from .tokens import Token

_NOBODY = frozenset("him her them it me us you himself herself themselves".split())
_HIMSELF = 0.5  # confidence where the words name their own speaker
_SURE = 0.9  # confidence of an attribution by rules from which the tagger is not asked
_STOPS = frozenset(".!?:")
_INTERRUPTION = 40  # words of an attribution between two parts of one quotation


def find_quotations(
    paragraphs: Sequence[Paragraph],
    names: Names,
    dates: Sequence[Date],
    article: Article,
    contents: Sequence[Sequence[Content]] | None = None,
    *,
    uncertain: float = 0.0,
) -> tuple[Quotation, ...]:
    """Find the quotations of an article's title and body, in order of their first words.

    ``contents`` is what the learned tagger found in each paragraph; None: there is no tagger, and rules over the parse stand in for it.
    A speaker of less confidence than ``uncertain`` is marked so.
    """
    text = article.text
    passages = find_passages(text, [p.span for p in paragraphs])
    quoted = [p.outer for own in passages for p in own]
    resolver = Resolver(names=names, paragraphs=paragraphs, text=text, marked=quoted)
    drafts: list[Draft] = []
    for n, (paragraph, own) in enumerate(zip(paragraphs, passages, strict=True)):
        for draft in _in_order(paragraph, own, drafts, resolver, contents[n] if contents is not None else None):
            if draft not in drafts:
                drafts.append(draft)
    drafts.extend(_posts(paragraphs, text, quoted, names))
    drafts.sort(key=lambda d: d.spans)
    join_offices(drafts, names)
    join_echoes(drafts, text, names)
    for draft in drafts:
        if _names_himself(draft, names):
            draft.confidence = min(draft.confidence, _HIMSELF)
    places = frozenset(n.text for n in names.names if n.kind == "place")
    around = Around(quoted=tuple(quoted), dates=tuple(dates), places=places, published=article.published)
    found = (_record(d, f"{article.id}/q{i}", text, around, nest(d, resolver)) for i, d in enumerate(drafts, 1))
    return tuple(msgspec.structs.replace(q, uncertain=q.speaker is not None and q.confidence < uncertain) for q in found)


def _names_himself(draft: Draft, names: Names) -> bool:
    """Whether the words in marks name their own speaker, as people seldom do: then somebody else may have said them."""
    who = draft.speaker.canonical if draft.speaker is not None else None
    return any(n.canonical == who and n.kind == "person" and a <= n.span[0] < b for n in names.names for a, b in draft.marked)


def _in_order(
    paragraph: Paragraph, passages: list[Passage], drafts: list[Draft], resolver: Resolver, contents: Sequence[Content] | None
) -> Iterator[Draft]:
    """Drafts of one paragraph in order of their place; later ones see who was heard before them."""
    reported = list(find_clauses(paragraph))
    if contents is not None:
        reported = learned.clauses(paragraph, contents, passages) + [c for c in reported if _missed(c, contents)]
    clauses = _outermost([c for c in reported if c.cue is None or not in_marks(paragraph, passages, c.cue)])
    found: list[tuple[int, Passage | Clause]] = [(p.outer[0], p) for p in passages]
    whole = [p.outer for p in passages if is_whole(paragraph, p)]
    for clause in clauses:
        within = [(a, b) for a, b in whole if a < clause.span[1] and clause.span[0] < b]
        if not within or (len(within) == 1 and _goes_on(paragraph, clause, within[0])):
            found.append((clause.span[0], clause))
    taken: dict[int, Draft] = {}
    begun: dict[int, Draft] = {}
    for _, item in sorted(found, key=lambda f: (f[0], isinstance(f[1], Passage))):
        if isinstance(item, Clause):
            draft = _clause_draft(paragraph, item, passages, resolver, contents is not None)
            for i, p in enumerate(passages):
                if p.inner in draft.marked and i not in taken:
                    taken[i] = draft
            beside = [p for p in passages if p.outer[0] < item.span[1] and item.span[0] < p.outer[1]]
            set_off = sum(p.inner[1] - p.inner[0] for p in beside if p.inner not in draft.marked)
            if not draft.marked and 2 * set_off > item.span[1] - item.span[0]:
                continue  # a term or a title in marks with a word or two around it
            if draft.marked or all(item.span[0] <= p.outer[0] and p.outer[1] <= item.span[1] for p in beside):
                yield _united(begun, item.piece, draft)
            continue
        index = passages.index(item)
        if index in taken:
            continue
        tagged = learned.voice_of(paragraph, contents or (), item)
        draft = _passage_draft(paragraph, passages, index, drafts, resolver, tagged)
        taken[index] = draft
        yield _united(begun, learned.piece_of(contents or (), item), draft)


def _united(begun: dict[int, Draft], piece: int | None, draft: Draft) -> Draft:
    """The draft that a part is added to which "he said" cuts off, else the draft itself: `the bridge, she said, would “never” open`."""
    first = begun.setdefault(piece, draft) if piece is not None else draft
    if first is draft or first.paragraph is not draft.paragraph or "other" in {first.type, draft.type}:
        return draft
    if first.speaker is None or draft.speaker is None or first.speaker.canonical != draft.speaker.canonical:
        return draft
    words = [t for t in draft.paragraph.tokens(draft.spans[0]) if not t.is_punct]
    if not draft.marked and not (len(words) > 2 and any(t.pos_ in {"VERB", "AUX"} for t in words)):
        return draft  # what the cue is about: `“It amazed me,” he recalled of the hearing`
    whole = first.kind == draft.kind == "direct"
    first.spans, first.marked = sorted({*first.spans, *draft.spans}), sorted({*first.marked, *draft.marked})
    first.kind = "direct" if whole else "mixed" if first.marked else "indirect"
    first.open_end, first.outer_end = draft.open_end, max(first.outer_end, draft.outer_end)
    return first


def _goes_on(paragraph: Paragraph, clause: Clause, marks: Span) -> bool:
    """Whether a reported clause goes on behind the marks that begin it: `“You squeezed them dry” to raise your pay, she said`."""
    behind = paragraph.tokens((marks[1], clause.span[1]))
    own = clause.cue is not None and marks[1] <= paragraph.start(clause.cue) < clause.span[1]
    closed = paragraph.doc.text[: marks[1] - paragraph.span[0]].rstrip("”’\"'")[-1:] in {".", ",", "!", "?", "…"}
    plain = not any(t.text in _STOPS or t.text in '“”"‘’' for t in behind)
    return clause.span[0] <= marks[0] + 1 and sum(not t.is_punct for t in behind) >= 2 and plain and not own and not closed


def _missed(clause: Clause, contents: Sequence[Content]) -> bool:
    """Whether the tagger found nothing where grammar plainly reports speech."""
    plain = clause.cue is not None and (clause.cue.lemma_ in {"say", "tell", "announce", "add"} or clause.cue.lower_ == "according")
    return plain and not any(c.span[0] < clause.span[1] and clause.span[0] < c.span[1] for c in contents)


def _outermost(clauses: list[Clause]) -> list[Clause]:
    return [
        c
        for c in clauses
        if not any(o is not c and o.span[0] <= c.span[0] and c.span[1] <= o.span[1] and o.span != c.span for o in clauses)
    ]


def _clause_draft(paragraph: Paragraph, clause: Clause, passages: list[Passage], resolver: Resolver, tagged: bool) -> Draft:
    inside = [p for p in passages if clause.span[0] <= p.outer[0] and p.outer[1] <= clause.span[1] + 2]
    alone = len(inside) == 1 and inside[0].outer[0] <= clause.span[0] and clause.span[1] <= inside[0].outer[1]
    governs = Attribution(clause.cue, clause.subject, "clause", 0.8) if clause.cue is not None else None
    beside = {p.outer: attribute(paragraph, passages, passages.index(p)) if tagged else governs for p in inside}
    if any(type_of(paragraph, p, beside[p.outer]) != "other" for p in inside):  # what is said in one breath is all said
        beside = {outer: found or governs for outer, found in beside.items()}
    speech = [p for p in inside if type_of(paragraph, p, beside[p.outer]) != "other"]
    draft = Draft(
        paragraph=paragraph,
        kind="direct" if speech and alone else "mixed" if speech else "indirect",
        type="speech" if speech else clause.type,
        spans=[speech[0].inner if speech and alone else (clause.span[0], max([clause.span[1], *(p.outer[1] for p in speech)]))],
        marked=[p.inner for p in speech],
        cue=clause.cue,
        cue_paragraph=paragraph,
        confidence=0.8 if speech and not tagged else clause.confidence,
        outer_end=speech[-1].outer[1] if speech else 0,
    )
    told = beside[speech[0].outer] if speech else None
    plain = told is not None and told.how == "after" and told.confidence >= _SURE  # "…,” X said" right behind the marks
    subject = told.subject if told is not None and (plain or clause.subject is None) else clause.subject
    speak(draft, _according_behind(clause, paragraph) or subject, paragraph, resolver)
    return draft


def _according_behind(clause: Clause, paragraph: Paragraph) -> Token | None:
    """The person behind "according to" at the end of a sentence in which only a state or body says something."""
    if clause.cue is None or clause.subject is None:
        return None
    if (
        (clause.subject.ent_type_ not in {"GPE", "ORG", "NORP", ""} and state_of(clause.subject.text) is None)
        or clause.subject.pos_ == "PRON"
        or clause.cue.lower_ == "according"
    ):
        return None
    for token in clause.cue.sent:
        if token.lower_ == "according" and paragraph.start(token) >= clause.span[0] and token.i > clause.cue.i:
            source = next((g for c in token.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"), None)
            if source is not None and source.lemma_ in OFFICES:
                return source
    return None


def _passage_draft(
    paragraph: Paragraph, passages: list[Passage], index: int, drafts: list[Draft], resolver: Resolver, tagged: learned.Voice | None
) -> Draft:
    passage = passages[index]
    last = drafts[-1] if drafts else None
    whole = is_whole(paragraph, passage)
    if last is not None and last.marked and _continues(passage, paragraph, last):
        return _join(last, paragraph, passages, index, resolver)
    found = attribute(paragraph, passages, index)
    split = last is not None and last.paragraph is paragraph and _split_by_cue(last, passage, resolver.text)
    if last is not None and (whole or split) and _resumes(drafts, paragraph, passage, found, resolver):
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
    if tagged is not None and (found is None or found.confidence < _SURE) and _named(tagged, paragraph, resolver):
        draft.confidence = tagged.confidence
        draft.cue, draft.cue_paragraph = tagged.cue, paragraph if tagged.cue is not None else None
        speak(draft, tagged.subject, paragraph, resolver)
    elif found is not None:
        draft.cue, draft.cue_paragraph = found.cue, paragraph
        speak(draft, found.subject, paragraph, resolver)
    if draft.speaker is None:
        float_to_speaker(draft, passage, drafts, resolver)
    return draft


def _named(tagged: learned.Voice, paragraph: Paragraph, resolver: Resolver) -> bool:
    """Whether whom the tagger takes for the speaker is somebody of a name; its descriptions ("the paper") are worse than the rules'."""
    speaker = resolver.resolve(phrase_of(tagged.subject, paragraph, resolver.names))
    return speaker is not None and any(a.canonical == speaker.canonical for a in resolver.names.aliases)


def _continues(passage: Passage, paragraph: Paragraph, last: Draft) -> bool:
    """Whether a passage continues a quotation that its last paragraph left open."""
    return (passage.continues or passage.outer[0] == paragraph.span[0]) and last.open_end and last.paragraph is not paragraph


def _resumes(drafts: list[Draft], paragraph: Paragraph, passage: Passage, found: Attribution | None, resolver: Resolver) -> bool:
    """Whether a passage goes on with the last quotation: behind "…,” he said. “…", or as the whole next paragraph."""
    last = drafts[-1]
    if not last.marked or last.type == "other" or last.speaker is None:
        return False
    if last.paragraph is paragraph:
        stopped = resolver.text[passage.inner[1] - 1] == "."  # what follows a full stop inside the marks is another sentence
        own = found is not None and found.cue is not last.cue and not (stopped and found.how == "after")
        return _interrupted(last, paragraph, passage) and not (own and found and _other_subject(found, last, paragraph, resolver))
    if turn_of(paragraph, passage, drafts, resolver) is not None:
        return False
    before = resolver.text[last.outer_end : passage.outer[0]]
    alone = passage.outer[0] == paragraph.span[0] and passage.outer[1] >= paragraph.span[1] - 3 and found is None
    ends = resolver.text[last.spans[-1][1] - 1] == ","
    return (
        alone
        and ends
        and last.cue is not None
        and len(before.split()) <= _INTERRUPTION
        and before.count("\n") <= 2
        and _interrupted(last, last.paragraph, Passage(inner=passage.inner, outer=(last.paragraph.span[1], passage.outer[1])))
    )


def _split_by_cue(last: Draft, passage: Passage, text: str) -> bool:
    """Whether commas on both sides of what interrupts it show one sentence: `“The bridge,” she said, “will open.”`."""
    between = text[last.outer_end : passage.outer[0]].strip()
    return between.endswith(",") and (text[last.outer_end - 2 : last.outer_end - 1] in {",", "—", "–", "-"} or between.startswith(","))


def _other_subject(found: Attribution, last: Draft, paragraph: Paragraph, resolver: Resolver) -> bool:
    """Whether a cue of its own gives a passage to somebody else than the speaker before: `“We won,” said X, but Y replied: “…”`."""
    if found.subject is None or last.speaker is None:
        return False
    speaker = resolver.resolve(phrase_of(found.subject, paragraph, resolver.names))
    return speaker is not None and speaker.canonical != last.speaker.canonical


def _interrupted(last: Draft, paragraph: Paragraph, passage: Passage) -> bool:
    """Whether only an attribution stands between the last passage and this one."""
    between = paragraph.tokens((last.outer_end, passage.outer[0]))
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
        speak(last, found.subject, paragraph, resolver)
    last.paragraph = paragraph
    last.type = "speech"
    return last


def _posts(paragraphs: Sequence[Paragraph], text: str, quoted: Sequence[Span], names: Names) -> Iterator[Draft]:
    for post in find_posts(text, [p.span for p in paragraphs]):
        if any(a < post.spans[-1][1] and post.spans[0][0] < b and b - a > (post.spans[-1][1] - post.spans[0][0]) / 2 for a, b in quoted):
            continue
        paragraph = next(p for p in paragraphs if p.span[0] <= post.author[0] < p.span[1])
        name = text[post.author[0] : post.author[1]]
        draft = Draft(paragraph=paragraph, kind="direct", type="speech", spans=list(post.spans), marked=list(post.spans), confidence=0.8)
        draft.speaker = Speaker(name=name, canonical=_whose(post.handle, names) or name, span=post.author)
        yield draft


def _whose(handle: str, names: Names) -> str | None:
    """Whom the article names as a handle is spelt: @inesmarlow, Ines Marlow."""
    plain = fold(handle).replace("_", "")
    return next((a.canonical for a in names.aliases if any(fold(f).replace(" ", "") == plain for f in (a.canonical, *a.forms))), None)


def _record(draft: Draft, id: str, text: str, around: Around, nested: tuple[Nested, ...]) -> Quotation:
    cue = addressee = occasion = None
    paragraph = draft.cue_paragraph
    if draft.cue is not None and paragraph is not None:
        cue = (paragraph.start(draft.cue), paragraph.end(draft.cue))
        to = addressee_of(draft.cue, paragraph)
        sentence = next((s for s in paragraph.sentences() if s[0] <= cue[0] < s[1]), paragraph.span)
        to = to or interviewer(text, sentence, around.quoted)
        told = " ".join(text[to[0] : to[1]].split()).strip("“”\"‘’' ") if to else ""
        addressee = told if any(c.isalpha() for c in told) and told.lower() not in _NOBODY else None
        occasion = occasion_of(text, sentence, cue, draft.spans, around, addressee)
    return Quotation(
        id=id,
        kind=draft.kind,
        type=draft.type,
        spans=tuple(draft.spans),
        marked=tuple(draft.marked),
        speaker=draft.speaker,
        unknown_because=None if draft.speaker else draft.because or NO_CUE,
        cue=cue,
        addressee=addressee,
        occasion=occasion,
        nested=nested,
        confidence=round(draft.confidence, 2),
    )
