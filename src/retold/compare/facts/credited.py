"""The same words credited to different people: "No one was warned", said Orr, says one report; the other has Tonn say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ...annotate.cues import DOCUMENTS
from ...annotate.folding import fold, name_key, spells
from ...records import Quotation, Record, Span, Statement
from ..passages import overlap, stems
from ..pieces import Piece, find_pieces
from ..speakers import Voice
from .claims import Told
from .differences import Difference, listing, outlets_of, quoted

__all__ = ["credited_apart"]

_LEAST_STEMS = 5
"""Content words from which the same words are hardly two persons' own; of four, half are a phrase of the day or a slogan."""
_SAME = 0.8
"""Share of the content words of the shorter remark that the longer one has, from which they are the same words."""
_RUN = 0.5
"""Share of the words of the shorter remark that stand in the longer one in one run."""
_LONG_RUN = 8
"""Words in one run from which a written sentence and a spoken one are the same, though each has more."""
_SURE = 0.7
"""Confidence of a quotation below which its speaker is no ground for a dispute; what lies below is mostly a post without marks."""
_PRONOUNS = frozenset("he she they it who i we his her their".split())
_SIGNED = frozenset("letter report memo lawsuit complaint petition study editorial indictment resolution filing".split())
"""Documents that several write, so that it makes a difference whether they or one of them says it."""
_GROUPS = frozenset(
    """aides allies officials critics opponents supporters protesters lawmakers witnesses residents experts analysts colleagues friends
    relatives neighbors neighbours advisers advisors organizers organisers staffers scholars investigators prosecutors""".split()
)
"""Several people without names, who are not one person."""


class _Credit(Record, frozen=True, kw_only=True):
    """A remark with what is needed to tell whose it is."""

    piece: Piece
    voice: Voice
    stems: frozenset[str]
    words: tuple[str, ...]
    """All words, in lower case, in order."""
    near: frozenset[str]
    """Words of the names' kind that stand beside it, folded: in its own sentence where that names the speaker; where a pronoun does, in
    the one before and the one behind too. Who is named there may be the other speaker."""
    named: bool
    """Its own sentence names the speaker; else a pronoun does."""


def credited_apart(told: Told) -> Iterator[Difference]:
    """Find remarks that stand in the same words in several articles but are credited to different people.

    Not told where one speaker can stand for the other (a body and its official, an office and its holder, a name and its variant), where
    either article names both beside the words, and where the credit is only guessed.
    """
    credits = list(_credits(told))
    holding = defaultdict[str, list[int]](list)
    for number, credit in enumerate(credits):
        for stem in credit.stems:
            holding[stem].append(number)
    done: set[int] = set()
    for number, credit in enumerate(credits):
        if number not in done:
            same = [other for other in _candidates(credit, holding) if other == number or _same_words(credit, credits[other])]
            clusters = [credits[other] for other in same if other == number or credits[other].piece.article != credit.piece.article]
            found = _difference(clusters, told)
            if found is not None:
                done.update(same)
                yield found


def _credits(told: Told) -> Iterator[_Credit]:
    quotations = {q.id: q for one in told.annotated.values() for q in one.quotations}
    for piece in find_pieces(list(told.annotated.values()), told.voices):
        quotation = quotations[piece.quotation]
        voice = _document(quotation) or told.voices.voice(piece.speaker)
        words = stems(piece.text)
        if voice is None or quotation.cue is None or len(words) < _LEAST_STEMS or not _plain(quotation, voice):
            continue
        named = quotation.speaker is not None and fold(quotation.speaker.name) not in _PRONOUNS
        near = name_key(told.text(piece.article, _sentences(piece, told, 0 if named else 1)))
        if named or any(form[-1] in near for form in _forms(voice)):  # a pronoun reaches back one sentence; further, it is guessed
            yield _Credit(piece=piece, voice=voice, stems=words, words=name_key(piece.text), near=frozenset(near), named=named)


def _named(mention: str, voice: Voice) -> bool:
    """Whether a mention has a word of the speaker's name in it."""
    capitals = {word for part in mention.split() if part[:1].isupper() for word in name_key(part)}
    return any(set(form) & capitals for form in _forms(voice))


def _plain(quotation: Quotation, voice: Voice) -> bool:
    """Whether the article says who speaks beside the words, and nobody is quoted inside them."""
    speaker = quotation.speaker
    if speaker is not None and _word(speaker.name) in DOCUMENTS and _word(speaker.name) not in _SIGNED:
        return False  # whose statement it is is guessed, and who makes one may be said to say it
    if speaker is None or speaker.span is None or quotation.cue is None or quotation.nested or quotation.uncertain:
        return False
    if voice.kind == "person" and fold(speaker.name) not in _PRONOUNS and not _named(speaker.name, voice):
        return False  # "the judge": whose description it is is guessed
    beside = min(abs(speaker.span[0] - edge) for edge in (quotation.cue[0], quotation.cue[1])) < _BESIDE
    return beside and quotation.confidence >= _SURE


def _word(name: str) -> str:
    """The last word of a name, folded."""
    return fold(name).split()[-1] if fold(name).split() else ""


def _document(quotation: Quotation) -> Voice | None:
    """A letter or report as the one that speaks, whoever wrote it; None: it is no such thing that speaks."""
    word = _word(quotation.speaker.name) if quotation.speaker is not None else ""
    return Voice(name=f"a {word}", kind="document", aliases=(), roles=()) if word in _SIGNED else None


_BESIDE = 120
"""Characters between a speaker and "said"."""


def _sentences(piece: Piece, told: Told, more: int) -> Span:
    """The sentences that hold a remark, with ``more`` before and behind."""
    sentences = told.annotated[piece.article].sentences
    start, end = piece.spans[0][0], piece.spans[-1][1]
    own = [number for number, sentence in enumerate(sentences) if overlap(sentence, (start, end))]
    if not own:
        return start, end
    return sentences[max(0, own[0] - more)][0], sentences[min(len(sentences) - 1, own[-1] + more)][1]


def _candidates(credit: _Credit, holding: Mapping[str, Sequence[int]]) -> list[int]:
    """Numbers of the remarks that share a rare word with this one."""
    rare = sorted(credit.stems, key=lambda stem: (len(holding[stem]), stem))
    return sorted({number for stem in rare[: len(rare) // 2 + 1] for number in holding[stem]})


def _same_words(one: _Credit, other: _Credit) -> bool:
    if len(one.stems & other.stems) < _SAME * min(len(one.stems), len(other.stems)):
        written = "document" in (one.voice.kind, other.voice.kind)  # who writes in one voice and speaks in another keeps less
        return written and len(one.stems & other.stems) >= _LEAST_STEMS and _run(one, other) >= _LONG_RUN
    return _run(one, other) >= _RUN * min(len(one.words), len(other.words))


def _run(one: _Credit, other: _Credit) -> int:
    """Words of the longest run that two remarks share."""
    short, long = sorted((one.words, other.words), key=lambda words: (len(words), words))
    return SequenceMatcher(None, short, long, autojunk=False).find_longest_match().size


def _difference(credits: Sequence[_Credit], told: Told) -> Difference | None:
    """What the reports of one remark differ in; None where they can mean one speaker."""
    sides = defaultdict[str, list[_Credit]](list)
    for credit in credits:
        sides[credit.voice.name].append(credit)
    if (
        len(sides) < 2
        or not any(credit.named for credit in credits)
        or not all(_two_people(a, b, told) for a in credits for b in credits if a.voice.name < b.voice.name)
    ):
        return None
    ordered = sorted(sides.items(), key=lambda side: (-len({c.piece.article for c in side[1]}), side[0]))
    whose = [f"to {name} by {outlets_of([_statement(credit) for credit in side], told)}" for name, side in ordered]
    words = min((credit.piece.text for credit in credits), key=lambda text: (len(text), text))
    statements = [_statement(credit) for credit in credits]
    return Difference(
        kind="attribution",
        topic=f"who said {quoted(words)}",
        explanation=f"The same words, {quoted(words)}, are credited {listing(whose)}.",
        statements=tuple(sorted(statements, key=lambda s: (s.article, s.spans))),
        confidence=0.8 if all(credit.named for credit in credits) else 0.6,
    )


def _statement(credit: _Credit) -> Statement:
    return Statement(
        article=credit.piece.article, spans=credit.piece.spans, says=" ".join(credit.piece.text.split()), attributed_to=credit.voice.name
    )


def _two_people(one: _Credit, other: _Credit, told: Told) -> bool:
    """Whether two speakers can't be one, nor one speak for the other."""
    kinds = {one.voice.kind, other.voice.kind}
    if kinds == {"person", "document"}:
        person, document = sorted((one, other), key=lambda credit: credit.voice.kind != "person")
        return not _writer(person, document, told)
    if kinds != {"person"} and not _person_and_group(one.voice, other.voice):
        return False
    first, second = _forms(one.voice), _forms(other.voice)
    if any(set(a) & set(b) or spells(a, b) or spells(b, a) or _misspelt(a[-1], b[-1]) for a in first for b in second):
        return False
    return not (_mentions(one, other.voice) or _mentions(other, one.voice))


def _writer(person: _Credit, document: _Credit, told: Told) -> bool:
    """Whether the report that quotes a document names the person at all, or the person's names it: then it may be theirs."""
    surnames = {key[-1] for key in _forms(person.voice)}
    named = {word for name in told.annotated[document.piece.article].names for word in name_key(name.text)}
    return bool(surnames & named) or document.voice.name.split()[-1] in person.near


def _misspelt(one: str, other: str) -> bool:
    """Whether two surnames are one, a letter apart."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ONE_NAME


_ONE_NAME = 0.85
"""Likeness of letters from which two surnames are one misspelt."""


def _person_and_group(one: Voice, other: Voice) -> bool:
    person, group = sorted((one, other), key=lambda voice: voice.kind != "person")
    return person.kind == "person" and group.kind == "other" and fold(group.name).split()[-1] in _GROUPS


def _forms(voice: Voice) -> list[tuple[str, ...]]:
    return [key for key in map(name_key, (voice.name, *voice.aliases)) if key]


def _mentions(credit: _Credit, voice: Voice) -> bool:
    """Whether the other speaker stands beside the words, or in an office of this one ("spokesman for …")."""
    surnames = {key[-1] for key in _forms(voice) if len(key[-1]) > 2}
    return not surnames.isdisjoint(credit.near) or any(not surnames.isdisjoint(name_key(role)) for role in credit.voice.roles)
