"""The evidence that two pieces render one utterance: common words, whole or in part, speaker, occasion, and what stands around them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from ..annotate.folding import fold
from ..records import Annotated, Reason, Record
from ..settings import UtteranceSettings
from .alignment import sense
from .passages import stems
from .pieces import Piece
from .speakers import Voices
from .tokens import Token, tokenize

_GRAMMAR = 0.2
"""Weight of a word of grammar beside 1 of a content word, as in ``alignment.weight``."""


Kind = Literal["words", "speaker", "occasion", "place", "length"]


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
    articles: frozenset[str]
    """Whose article it is; several where pieces that read alike are weighed as one."""
    heading: bool
    """Stands in a title: there, what the body quotes is put shorter and in another order."""


def find_said(pieces: Sequence[Piece], articles: Sequence[Annotated], voices: Voices) -> list[Said]:
    """What is compared of each piece of a story, in the order of ``pieces``; how much a word tells depends on all of them."""
    annotated_of = {a.article.id: a for a in articles}
    tokens_of = [tokenize(annotated_of[p.article].article.text, p.spans) for p in pieces]
    tells = _telling(tokens_of)
    occasions = {a: _occasions(annotated, voices) for a, annotated in annotated_of.items()}
    said = []
    for piece, tokens in zip(pieces, tokens_of, strict=True):
        annotated = annotated_of[piece.article]
        told, day = occasions[piece.article][piece.quotation]
        said.append(
            Said(
                piece=piece,
                tokens=tokens,
                senses={w: tells[w] for w in map(sense, tokens)},
                weight=math.fsum(_GRAMMAR if grammar else 1.0 for grammar, _ in set(map(sense, tokens))),
                around=_around(annotated, piece),
                addressee=told,
                day=day,
                articles=frozenset({piece.article}),
                heading=any(p.kind == "title" and p.span[0] <= piece.spans[0][0] < p.span[1] for p in annotated.article.parts),
            )
        )
    return said


def _telling(tokens_of: Sequence[Sequence[Token]]) -> dict[tuple[bool, str], float]:
    """How much each word tells: 1 for one of a single remark, down to 0.3 for one of them all; a fifth of that for words of grammar."""
    remarks = {frozenset(map(sense, tokens)) for tokens in tokens_of}
    seen = Counter(w for r in remarks for w in r)
    most = math.log(max(2, len(remarks)))
    return {w: (_GRAMMAR if w[0] else 1.0) * max(0.3, 1 - math.log(n) / most) for w, n in seen.items()}


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


class Terms(NamedTuple):
    """What each kind of evidence adds to the score of two pieces."""

    words: float
    speaker: float
    place: float
    length: float
    article: float
    doubt: float
    """Below 0: words too few or too scattered for the rest to count."""
    apart: bool
    """Stated speakers or occasions differ, or one article quotes both as two remarks: never one utterance."""

    @property
    def score(self) -> float:
        """The sum; -1 where the two are apart."""
        return -1.0 if self.apart else self.words + self.speaker + self.place + self.length + self.article + self.doubt


def weigh(one: Said, other: Said, voices: Voices, settings: UtteranceSettings) -> Terms:
    """Weigh the evidence on two pieces."""
    like, part = shared(one, other)
    least = min(one.weight, other.weight)
    full = words = _words(like, part, least, settings)
    told = part if least < settings.telling_words else words
    if least < settings.sure_words and not _printed_in(one, other):
        words *= settings.scattered if _spread(one, other) <= settings.spread else settings.scattered / 2
    speaker = _speakers(one, other, voices)
    around = _cosine(one.around, other.around)
    short = max(0.0, 1 - least / settings.telling_words)
    verbatim = max(like, part if least >= settings.telling_words else 0.0) >= settings.verbatim
    same_article = not one.articles.isdisjoint(other.articles)
    twice = same_article and _said_twice(one, other, like, settings)
    differ = speaker < 0 or _occasions_differ(one, other)
    terms = Terms(
        words=full,
        speaker=settings.speaker * speaker,
        place=settings.around * around * (0.4 + short),
        length=-settings.short * short,
        article=(settings.same_article if _printed_in(one, other) and speaker > 0 else -settings.same_article) if same_article else 0.0,
        doubt=words - full,
        apart=twice or (differ and not (verbatim and _longest_run(one, other) >= settings.run)),
    )
    term = least < settings.term_words and speaker < 1 and around < settings.like_places
    if told < settings.words or term:  # other words, or a word of two that anybody may have in quotation marks
        bare = terms.words + terms.speaker + terms.place + terms.article + terms.doubt
        terms = terms._replace(doubt=terms.doubt + min(0.0, settings.group - bare))
    return terms


def _said_twice(one: Said, other: Said, like: float, settings: UtteranceSettings) -> bool:
    """Whether one article quotes two remarks that are alike but not the same: who takes a remark up again repeats its words."""
    if one.heading or other.heading or min(one.weight, other.weight) < settings.telling_words:
        return False
    return settings.alike <= like < settings.verbatim and not _printed_in(one, other)


def wording(said: Said) -> tuple[str, ...]:
    """The words of a piece as they are compared: equal for copies, however they are typed."""
    return tuple(t.fold for t in said.tokens)


def reasons_of(
    clusters: Sequence[Sequence[Piece]], every: Sequence[Said], voices: Voices, settings: UtteranceSettings
) -> dict[Piece, tuple[Reason, ...]]:
    """Why each piece of a group of several belongs to it: the evidence on it and the member that it is nearest to.

    ``every`` is what ``find_said`` makes of all pieces.
    """
    said = {one.piece: one for one in every}
    found = dict[Piece, tuple[Reason, ...]]()
    for cluster in clusters:
        wordings = defaultdict[tuple[str, ...], list[Said]](list)
        for piece in cluster:
            wordings[wording(said[piece])].append(said[piece])
        for piece in cluster:
            others = [other for same in wordings.values() if (other := next((s for s in same if s.piece != piece), None))]
            if others:  # of copies one stands for all
                nearest = max(others, key=lambda other: weigh(said[piece], other, voices, settings).score)
                found[piece] = reasons(said[piece], nearest, voices, settings)
    return found


def reasons(one: Said, other: Said, voices: Voices, settings: UtteranceSettings) -> tuple[Reason, ...]:
    """The evidence that ``one`` renders the same utterance as ``other``, as sentences, the weightiest first."""
    terms = weigh(one, other, voices, settings)
    but = "" if terms.apart else ", but the words are the same"  # apart: an editor says that they are one
    whose = (
        "another passage of this article"
        if one.piece.article == other.piece.article
        else f"“{_cut(other.piece.text)}” ({other.piece.article})"
    )
    found: list[tuple[Kind, str, float | None]] = [
        ("words", _common_words(one, other, whose), terms.words),
        (
            "speaker",
            f"both are {one.piece.speaker}’s" if terms.speaker > 0 else f"the articles name two speakers{but}",
            terms.speaker,
        ),
        ("place", "the sentences around them have words in common", terms.place),
        ("occasion", f"the articles name two occasions{but}", -0.0 if _occasions_differ(one, other) else None),
        ("length", "so few words tell little by themselves", terms.length),
        (
            "place",
            "an article seldom quotes one remark twice" if terms.article < 0 else "the article takes its own words up again",
            terms.article,
        ),
        ("words", _doubt(one, other, settings), terms.doubt),
    ]
    kept = [Reason(what=what, text=text, weight=round(w, 3)) for what, text, w in found if w is not None and (w or what == "occasion")]
    return tuple(sorted(kept, key=lambda r: -abs(r.weight)))


def _doubt(one: Said, other: Said, settings: UtteranceSettings) -> str:
    """Why common words count for less than there are."""
    if told(one, other, settings) < settings.words:
        return "too few of their words are the same"
    if min(one.weight, other.weight) >= settings.sure_words or _printed_in(one, other):
        return "two remarks may well have so few words in common"
    if _spread(one, other) > settings.spread:
        return "the common words stand far apart in the longer one"
    return "the words of the shorter one do not stand in one run in the longer one"


def _common_words(one: Said, other: Said, whose: str) -> str:
    common = [t.text for t in one.tokens if sense(t) in other.senses and t.kind != "function"]
    number = sum(t.kind != "function" for t in one.tokens)
    words = ", ".join(dict.fromkeys(common))
    return (
        f"{len(common)} of its {number} telling words stand in {whose}: {_cut(words)}"
        if common
        else f"it shares words of grammar with {whose}"
    )


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def shared(one: Said, other: Said) -> tuple[float, float]:
    """Likeness (of both) and containment (of the lighter in the heavier) by telling words, 0 to 1; symmetric."""
    common = math.fsum(w for word, w in one.senses.items() if word in other.senses)  # exact: the same in any order
    a, b = math.fsum(one.senses.values()), math.fsum(other.senses.values())
    return (2 * common / (a + b), common / min(a, b)) if a and b else (0.0, 0.0)


def _words(like: float, part: float, least: float, settings: UtteranceSettings) -> float:
    """How far common words tell one utterance, 0 to 1: likeness, or containment as far as the shorter piece has words that tell."""
    return max(like, part * min(1.0, least / settings.telling_words))


def told(one: Said, other: Said, settings: UtteranceSettings) -> float:
    """How much of two pieces is the same, 0 to 1: of the shorter alone where it has few words."""
    like, part = shared(one, other)
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
