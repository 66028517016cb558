"""One account from different sources: from a man who is named in one report, from officials, witnesses or other media in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

from ...annotate.folding import fold, name_key
from ...records import Quotation, Record, Statement
from ..passages import overlap, stems
from .claims import Told
from .denials import denies
from .differences import Difference, quoted
from .hearsay import is_media
from .likeness import cosine
from .names import Inside

__all__ = ["account_differences"]

_SURE = 0.7
"""Confidence of a quotation below which its speaker is no ground for a dispute."""
_LIKE = 0.45
"""Likeness (cosine of stems) of what two people say from which it is one account; of 13 such pairs read on stories-dev, 10 were."""
_LIKE_NAMED = 0.38
"""The same where both name the same person or body; a place many matters share."""
_HELD = 0.6
"""Share of the content words of the shorter account that the longer one then has."""
_LIKE_OFFICIALS = 0.5
"""The same where officials stand against one who is named: often he is one of them."""
_LEAST_STEMS = 4
_LEAST_STEMS_NAMED = 3
_UNNAMED = frozenset(
    """official source sources witness witnesses aide aides attendant attendants critic critics resident residents expert
    experts analyst analysts relative relatives lawyer lawyers prosecutor prosecutors investigator investigators observer
    observers survivor survivors women men victims passengers spokesman spokeswoman spokesperson neighbors neighbours
    employee employees worker workers""".split()
)
"""Last words of what those are called who are not named."""

_PRONOUNS = frozenset("he she they it who i we".split())
_OFFICIALS = frozenset({"officials", "authorities"})

_Rank = Literal["named", "unnamed", "officials", "media"]


class _Account(Record, frozen=True, kw_only=True):
    """What somebody is said to have said."""

    article: str
    quotation: Quotation
    text: str
    terms: frozenset[str]
    names: frozenset[str]
    """Names in the story of all that it names."""
    speaker: str
    kind: str
    rank: _Rank


def account_differences(told: Told) -> Iterator[Difference]:
    """Find accounts that two articles have in other words from sources of another kind: named, unnamed, officials, or other media.

    Not told where some sentence of the story names both sources together: one may speak for the other. One of the two must be a person.
    """
    accounts = list(_accounts(told))
    done: set[tuple[str, str]] = set()
    for one, other in combinations(accounts, 2):
        speakers = (min(one.speaker, other.speaker), max(one.speaker, other.speaker))
        if speakers not in done and _apart(one, other, told) and (like := _likeness(one, other, told)):
            done.add(speakers)
            yield _difference(one, other, like, told)


def _accounts(told: Told) -> Iterator[_Account]:
    for article, annotated in told.annotated.items():
        titles = [part.span for part in annotated.article.parts if part.kind == "title"]
        inside = Inside([name.span for name in annotated.names])
        for quotation in annotated.quotations:
            speaker, spans = quotation.speaker, quotation.spans
            if (
                speaker is None
                or quotation.cue is None
                or quotation.type != "speech"
                or quotation.confidence < _SURE
                or quotation.uncertain
            ):
                continue
            if denies(quotation, article, told) or any(overlap(span, title) for span in spans for title in titles):
                continue
            name = told.voices.name(article, speaker.canonical) or speaker.canonical
            voice = told.voices.voice(name)
            text = " ".join(told.text(article, span) for span in spans)
            inner = (annotated.names[n] for span in spans for n in inside.within(span))
            named = (one.canonical for one in inner if one.kind != "place")
            yield _Account(
                article=article,
                quotation=quotation,
                text=text,
                terms=stems(text),
                names=frozenset(fold(told.voices.name(article, canonical) or canonical) for canonical in named),
                speaker=name,
                kind=voice.kind if voice is not None else "other",
                rank=_rank(name if fold(speaker.name) in _PRONOUNS else speaker.name),
            )


def _rank(mention: str) -> _Rank:
    """How a source is told: by name, without one, or at second hand."""
    if is_media(mention):
        return "media"
    last = fold(mention).split()[-1:]
    return "officials" if not _OFFICIALS.isdisjoint(last) else "named" if _UNNAMED.isdisjoint(last) else "unnamed"


def _apart(one: _Account, other: _Account, told: Told) -> bool:
    """Whether two articles have two sources of another kind, neither of which can stand for the other."""
    if one.article == other.article or one.speaker == other.speaker or one.rank == other.rank:
        return False
    words: Sequence[frozenset[str]] = [frozenset(name_key(account.speaker)) for account in (one, other)]
    if "officials" not in (one.rank, other.rank):  # a name here and "a resident" there, an agency and whom it quotes: one source
        return False
    return "person" in (one.kind, other.kind) and not words[0] & words[1] and not told.together(one.speaker, other.speaker)


def _likeness(one: _Account, other: _Account, told: Told) -> float:
    """0 to 1: likeness of two accounts; 0 where they may be of two matters."""
    shared, like = len(one.terms & other.terms), cosine(one.terms, other.terms, told.weight)
    if "officials" in (one.rank, other.rank):
        return like if shared >= _LEAST_STEMS and like >= _LIKE_OFFICIALS else 0.0
    if shared >= _LEAST_STEMS and like >= _LIKE:
        return like
    held = shared >= max(_LEAST_STEMS_NAMED, _HELD * min(len(one.terms), len(other.terms)))
    return like if one.names & other.names and held and like >= _LIKE_NAMED else 0.0


def _difference(one: _Account, other: _Account, like: float, told: Told) -> Difference:
    sides = [
        Statement(
            article=account.article,
            spans=account.quotation.spans,
            says=told.text(account.article, account.quotation.spans[0]),
            attributed_to=account.speaker,
        )
        for account in (one, other)
    ]
    has = [f"{told.name(side.article)} has it from {side.attributed_to} ({quoted(side.says)})" for side in sides]
    sentence = f"{has[0]}, {has[1]}."
    return Difference(
        kind="attribution",
        topic=f"who says {quoted(min((one.text, other.text), key=len))}",
        explanation=sentence[:1].upper() + sentence[1:],
        statements=tuple(sides),
        among="speakers",
        confidence=round(0.3 + like / 2, 6),
    )
