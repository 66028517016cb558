"""Which pieces render one utterance: what was said once, on one occasion.

Pairs of pieces are scored by their common words, whole or in part, by speaker, by what stands around them where they are too short to tell,
and against by occasions that differ. Groups grow from the best pair on, and never over a stated difference of speaker or occasion.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher

from ..annotate.folding import fold
from ..records import Annotated, Record, Span
from ..settings import UtteranceSettings
from .alignment import sense
from .passages import stems
from .pieces import Piece
from .speakers import Voices
from .tokens import Token, tokenize

_GRAMMAR = 0.2
"""Weight of a word of grammar beside 1 of a content word, as in ``alignment.weight``."""
_RAREST = 3
"""Words by which a piece is found however many others have them."""


class Said(Record, frozen=True, kw_only=True):
    """A piece with what is compared of it."""

    piece: Piece
    tokens: tuple[Token, ...]
    senses: dict[tuple[bool, str], float]
    """Its words by meaning, each with how much it tells: words of grammar and of many remarks of the story tell little."""
    weight: float
    """Content words count 1, words of grammar a fifth."""
    around: frozenset[str]
    """Stems of the sentences it stands in and of the one before, its own words left out."""
    addressee: str | None
    """Medium or body told, folded; of the last piece of the same speaker in the article where its own says nothing."""
    day: str | None
    """ISO date it was said on, as ``addressee``."""


class Pair(Record, frozen=True, kw_only=True):
    """The evidence on two pieces."""

    score: float
    """Above ``settings.link``: they render one utterance."""
    apart: bool
    """Stated speakers or occasions differ: never one utterance."""


def find_utterances(
    pieces: Sequence[Piece], articles: Sequence[Annotated], voices: Voices, settings: UtteranceSettings
) -> tuple[tuple[Piece, ...], ...]:
    """Group the pieces of a story by utterance; pieces that stand alone are groups of one.

    The result does not depend on the order of ``pieces``: groups and their members come in order of article and span.
    """
    said = _prepare(sorted(pieces, key=_place), {a.article.id: a for a in articles}, voices)
    pairs = {
        (i, k): pair
        for i, k in _candidates(said)
        if (pair := score(said[i], said[k], voices, settings)).score >= settings.link or pair.apart
    }
    groups = _grow(said, pairs, voices, settings)
    return tuple(sorted((tuple(said[i].piece for i in sorted(g)) for g in groups), key=lambda g: _place(g[0])))


def _place(piece: Piece) -> tuple[str, tuple[Span, ...], str]:
    return piece.article, piece.spans, piece.quotation


def _prepare(pieces: Sequence[Piece], articles: Mapping[str, Annotated], voices: Voices) -> list[Said]:
    tokens_of = [tokenize(articles[p.article].article.text, p.spans) for p in pieces]
    tells = _telling(tokens_of)
    occasions = {a: _occasions(annotated, voices) for a, annotated in articles.items()}
    said = []
    for piece, tokens in zip(pieces, tokens_of, strict=True):
        annotated = articles[piece.article]
        told, day = occasions[piece.article][piece.quotation]
        said.append(
            Said(
                piece=piece,
                tokens=tokens,
                senses={w: tells[w] for w in map(sense, tokens)},
                weight=sum(_GRAMMAR if grammar else 1.0 for grammar, _ in set(map(sense, tokens))),
                around=_around(annotated, piece),
                addressee=told,
                day=day,
            )
        )
    return said


def _telling(tokens_of: Sequence[Sequence[Token]]) -> dict[tuple[bool, str], float]:
    """How much each word tells: 1 for one of a single remark, down to 0.3 for one of them all; a fifth of that for words of grammar."""
    remarks = {frozenset(map(sense, tokens)) for tokens in tokens_of}
    seen = Counter(w for r in remarks for w in r)
    most = math.log(max(2, len(remarks)))
    return {w: (_GRAMMAR if w[0] else 1.0) * max(0.3, 1 - math.log(n) / most) for w, n in seen.items()}


def _shared(one: Said, other: Said) -> tuple[float, float]:
    """Likeness (of both) and containment (of the lighter in the heavier) by telling words, 0 to 1; symmetric."""
    common = sum(w for word, w in one.senses.items() if word in other.senses)
    a, b = sum(one.senses.values()), sum(other.senses.values())
    return (2 * common / (a + b), common / min(a, b)) if a and b else (0.0, 0.0)


def _occasions(annotated: Annotated, voices: Voices) -> dict[str, tuple[str | None, str | None]]:
    """Whom and on which day each quotation of an article was said, by its id; where its own sentence is silent, as the speaker's last."""
    found, last = dict[str, tuple[str | None, str | None]](), dict[str | None, tuple[str | None, str | None]]()
    for quotation in annotated.quotations:
        speaker = voices.name(annotated.article.id, quotation.speaker.canonical if quotation.speaker else None)
        told, day = last.get(speaker, (None, None))
        own = _medium(quotation.addressee)
        if own and own != told:
            told, day = own, None
        day = (quotation.occasion.date if quotation.occasion else None) or day
        found[quotation.id] = last[speaker] = told, day
    return found


def _medium(addressee: str | None) -> str | None:
    """Whom a remark was told, where it is a name that tells one occasion from another; "reporters" does not."""
    if addressee is None:
        return None
    bare = addressee.removeprefix("the ").removeprefix("The ")
    return fold(bare) if bare[:1].isupper() else None


def _around(annotated: Annotated, piece: Piece) -> frozenset[str]:
    text, start, end = annotated.article.text, piece.spans[0][0], piece.spans[-1][1]
    own = [i for i, s in enumerate(annotated.sentences) if s[0] < end and start < s[1]]
    near = range(max(0, own[0] - 1), own[-1] + 1) if own else range(0)
    words = Counter(w for i in near for w in stems(text[slice(*annotated.sentences[i])]))
    return frozenset(words - Counter(stems(piece.text)))


def _candidates(said: Sequence[Said]) -> Iterable[tuple[int, int]]:
    """Pairs that share a content word, from an index of words; words of more than a third of the pieces find those only of which they
    are among the rarest, as in a remark that every article carries."""
    words = [{t.lemma for t in one.tokens if t.kind != "function"} or {t.lemma for t in one.tokens} for one in said]
    index = defaultdict[str, list[int]](list)
    for i, lemmas in enumerate(words):
        for lemma in lemmas:
            index[lemma].append(i)
    rarest = [set(sorted(lemmas, key=lambda lemma: (len(index[lemma]), lemma))[:_RAREST]) for lemmas in words]
    found: set[tuple[int, int]] = set()
    common = max(40, len(said) // 3)
    for lemma, members in index.items():
        found.update(itertools.combinations(members if len(members) <= common else [i for i in members if lemma in rarest[i]], 2))
    return sorted(found)


def score(one: Said, other: Said, voices: Voices, settings: UtteranceSettings) -> Pair:
    """Weigh the evidence on two pieces."""
    like, part = _shared(one, other)
    least = min(one.weight, other.weight)
    words = _words(like, part, least, settings)
    told = part if least < settings.telling_words else words
    if least < settings.sure_words and not _printed_in(one, other):
        words *= settings.scattered if _spread(one, other) <= settings.spread else settings.scattered / 2
    speaker = _speakers(one, other, voices)
    around = _cosine(one.around, other.around)
    short = max(0.0, 1 - least / settings.telling_words)
    value = words + settings.speaker * speaker + settings.around * around * (0.4 + short)
    verbatim = max(like, part if least >= settings.telling_words else 0.0) >= settings.verbatim
    differ = speaker < 0 or _occasions_differ(one, other)
    apart = differ and not (verbatim and _longest_run(one, other) >= settings.run)
    if one.piece.article == other.piece.article:
        value -= settings.same_article
    term = least < settings.term_words and speaker < 1 and around < settings.like_places
    if told < settings.words or term:  # other words, or a word of two that anybody may have in quotation marks
        value = min(value, settings.group)
    return Pair(score=-1.0 if apart else value - settings.short * short, apart=apart)


def _words(like: float, part: float, least: float, settings: UtteranceSettings) -> float:
    """How far common words tell one utterance, 0 to 1: likeness, or containment as far as the shorter piece has words that tell."""
    return max(like, part * min(1.0, least / settings.telling_words))


def _told(one: Said, other: Said, settings: UtteranceSettings) -> float:
    """How much of two pieces is the same, 0 to 1: of the shorter alone where it has few words."""
    like, part = _shared(one, other)
    least = min(one.weight, other.weight)
    return part if least < settings.telling_words else _words(like, part, least, settings)


def _printed_in(one: Said, other: Said) -> bool:
    """Whether the content words of the shorter piece, and what stands between them, stand in the other in one run."""
    short, long = sorted((one, other), key=lambda s: (s.weight, len(s.tokens)))
    telling = [i for i, t in enumerate(short.tokens) if t.kind != "function"] or list(range(len(short.tokens)))
    run = [t.lemma for t in short.tokens[telling[0] : telling[-1] + 1]]
    whole = [t.lemma for t in long.tokens]
    return any(whole[i : i + len(run)] == run for i in range(len(whole) - len(run) + 1))


def _spread(one: Said, other: Said) -> float:
    """Over how many content words of the longer piece the common ones are spread, as a multiple of their number; 1: they stand together."""
    short, long = sorted((one, other), key=lambda s: (s.weight, len(s.tokens)))
    wanted = {sense(t) for t in short.tokens if t.kind != "function"}
    content = [sense(t) for t in long.tokens if t.kind != "function"]
    places = [i for i, word in enumerate(content) if word in wanted]
    number = len({content[i] for i in places})
    if number < 2:
        return 1.0
    windows = (
        last - first + 1 for n, first in enumerate(places) for last in places[n:] if len(set(content[first : last + 1]) & wanted) == number
    )
    return min(windows) / number


def _longest_run(one: Said, other: Said) -> float:
    """The longest run of words that both pieces have, as a share of the shorter; who says a thing twice hardly puts it alike for long."""
    short, long = sorted(([t.lemma for t in said.tokens] for said in (one, other)), key=lambda words: (len(words), words))
    return SequenceMatcher(None, short, long, autojunk=False).find_longest_match().size / max(1, len(short))


def _speakers(one: Said, other: Said, voices: Voices) -> float:
    """1 the same, 0 unknown or possibly one speaks for the other, -1 two persons."""
    a, b = one.piece.speaker, other.piece.speaker
    if a is None or b is None:
        return 0.0
    if a == b:
        return 1.0
    first, second = voices.voice(a), voices.voice(b)
    return -1.0 if first and second and first.kind == second.kind == "person" else 0.0


def _occasions_differ(one: Said, other: Said) -> bool:
    told = one.addressee is not None and other.addressee is not None and one.addressee != other.addressee
    if told and one.addressee is not None and other.addressee is not None:
        a, b = set(one.addressee.split()), set(other.addressee.split())
        told = not (a <= b or b <= a)
    return told or _days_between(one.day, other.day) > 1  # outlets of two time zones may differ by a day


def _days_between(one: str | None, other: str | None) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else 0


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0


def _grow(said: Sequence[Said], pairs: Mapping[tuple[int, int], Pair], voices: Voices, settings: UtteranceSettings) -> list[set[int]]:
    """Join groups from the best pair on, unless a member of one is apart from a member of the other or the groups hardly fit."""
    home: dict[int, set[int]] = {i: {i} for i in range(len(said))}
    order = sorted((p for p in pairs.items() if not p[1].apart), key=lambda p: (-round(p[1].score, 9), p[0]))
    known = dict(pairs)

    def between(i: int, k: int) -> Pair:
        key = (min(i, k), max(i, k))
        if key not in known:
            known[key] = score(said[key[0]], said[key[1]], voices, settings)
        return known[key]

    for (i, k), _ in order:
        one, other = home[i], home[k]
        if one is other:
            continue
        across = [between(a, b) for a in one for b in other]
        if any(p.apart for p in across) or sum(p.score for p in across) / len(across) < settings.group:
            continue
        fullest, joining = (one, other) if max(said[a].weight for a in one) >= max(said[b].weight for b in other) else (other, one)
        top = max(fullest, key=lambda a: (said[a].weight, -a))
        if any(_told(said[top], said[b], settings) < settings.words for b in joining):
            continue  # joined by way of a third piece only
        one |= other
        home.update(dict.fromkeys(other, one))
    unique: list[set[int]] = []
    for group in home.values():
        if not any(group is g for g in unique):
            unique.append(group)
    return unique
