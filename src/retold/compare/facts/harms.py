"""Disputes about harm: "nobody was hurt" where another report has "three injured"; "20 incidents" where another has "14 assaults".

Harm is told with many nouns and verbs, and often as none at all, so that numbers are not lined up by the noun counted but by a
family of harm, at one event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Annotated, Date, Quantity, Span, Statement
from ...settings import FactSettings
from ..lexicon import lexicon
from ..passages import stems
from .claims import Claim, Told
from .differences import Difference, Side, difference_of
from .likeness import cosine
from .sites import sites_in
from .together import joined, sides_of
from .values import apart

__all__ = ["harm_differences"]

_NOUNS: Mapping[str, str] = {
    word: family
    for family, words in {
        "injured": "injury casualty",
        "killed": "death fatality casualty",
        "arrested": "arrest detention",
        "damage": "damage",
        "survivors": "survivor",
    }.items()
    for word in words.split()
}
_VERBS: Mapping[str, str] = {
    word: family
    for family, words in {
        "injured": "injure hurt wound harm hospitalize hospitalise",
        "killed": "kill die perish",
        "arrested": "arrest detain",
    }.items()
    for word in words.split()
}
_INCIDENTS = frozenset("incident problem case trouble disturbance offence offense crime complaint".split())
"""Nouns for a wrong of any kind: they count what others call by its name."""
_WRONGS = _INCIDENTS | set("assault attack robbery rape theft fight clash molestation harassment abuse shooting stabbing violence".split())
_ANY = r"(?:(?:any|serious|major|further|known|such) )*"
_NONE = re.compile(
    rf"\b(?:(?:no (?:(?:immediate )?reports? of )?|without ){_ANY}(?:injur|casualt|death|fatalit|arrest)\w*"
    r"|(?:no[ -]one|nobody|none of (?:the|them|those)(?: \w+){0,3}) (?:(?:was|were|is|are|has been|had been|is believed to have been) )?"
    r"(?:\w+ly )?(?:injured|hurt|harmed|wounded|killed|arrested|detained|died))\b",
    re.IGNORECASE,
)
"""How reports say that nobody came to harm."""
_PROBLEMS = re.compile(
    rf"\b(?:(?:no|not been|never been|not seen|not had|not recorded|without) {_ANY}(?:incident|problem|trouble)s?)\b", re.IGNORECASE
)
"""How they say that nothing went wrong."""
_AROUND = 0.12
"""Likeness of the sentences (cosine) from which harm of one family is of one event."""
_SURE = 0.65


class _Harm(NamedTuple):
    """How many came to harm of one family, as one sentence tells it."""

    article: str
    span: Span
    sentence: Span
    family: str
    quantity: Quantity | None
    """None: nobody, nothing."""
    dates: tuple[Date, ...]
    claim: Claim | None
    """The clause of a number."""


def harm_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find events of which one article tells harm that another says there was none of, or counts otherwise under another noun."""
    by_article = defaultdict[str, list[Claim]](list)
    for claim in told.claims:
        by_article[claim.article].append(claim)
    harms = [harm for one in told.annotated.values() for harm in _harms(one, by_article[one.article.id])]
    sure: dict[_Key, float] = {}
    pairs = []
    for one, other in combinations(harms, 2):
        likely = _one_event(one, other, told) if one.article != other.article and _clash(one, other, settings) else 0.0
        if likely and not any(_knows(a, b, harms, settings) for a, b in ((one, other), (other, one))):
            pairs.append((one, other))
            sure.update({_key(harm): max(likely, sure.get(_key(harm), 0.0)) for harm in (one, other)})
    for members in joined(pairs, _key):
        ordered = sorted(members, key=lambda harm: (_least(harm), _key(harm)))
        sides = sides_of(ordered, lambda one, other: _apart(one, other, settings))
        yield _difference(sides, max(sure[_key(harm)] for harm in members), told)


_Key = tuple[str, Span]


def _key(harm: _Harm) -> _Key:
    return (harm.article, harm.span)


def _least(harm: _Harm) -> float:
    return harm.quantity.low or 0.0 if harm.quantity is not None else -1.0


def _harms(annotated: Annotated, claims: Sequence[Claim]) -> Iterator[_Harm]:
    article, text = annotated.article.id, annotated.article.text
    for sentence in annotated.sentences:
        dates = tuple(day for day in annotated.dates if sentence[0] <= day.span[0] < sentence[1])
        for pattern in (_NONE, _PROBLEMS):
            for match in pattern.finditer(text, *sentence):
                family = "incidents" if pattern is _PROBLEMS else _family(match[0])
                if family:
                    yield _Harm(article, match.span(), sentence, family, None, dates, None)
        for quantity in annotated.quantities:
            if sentence[0] <= quantity.span[0] < sentence[1]:
                around = [claim for claim in claims if claim.span[0] <= quantity.span[0] and quantity.span[1] <= claim.span[1]]
                claim = min(around, key=lambda claim: claim.span[1] - claim.span[0], default=None)
                family = _counted(quantity, claim)
                if family:
                    yield _Harm(article, _shown(quantity), sentence, family, quantity, dates, claim)


def _family(words: str) -> str | None:
    """The family of harm that the words name last."""
    stems = [lexicon().lemma(word) for word in reversed(re.findall(r"[a-z]+", fold(words)))]
    return next((family for stem in stems if (family := _NOUNS.get(stem) or _VERBS.get(stem))), None)


def _counted(quantity: Quantity, claim: Claim | None) -> str | None:
    """What family of harm a number counts: by its noun, or by what is done to those it counts; None where it is not told as done."""
    if quantity.unit is not None or not (quantity.low or quantity.high):
        return None
    if claim is not None and (claim.assertion.negated or claim.assertion.standing not in {"done", "going on"}):
        return None
    noun = quantity.counted or ""
    if noun in _WRONGS or noun in _NOUNS:
        return _NOUNS.get(noun, "incidents")
    if claim is None:
        return None
    suffering = claim.assertion.target if claim.assertion.lemma != "die" else claim.assertion.actor
    inside = suffering is not None and suffering.span[0] <= quantity.span[1] and quantity.span[0] <= suffering.span[1]
    return _VERBS.get(claim.assertion.lemma) if inside else None


def _shown(quantity: Quantity) -> Span:
    counted = quantity.counted_span or quantity.span
    return (min(quantity.span[0], counted[0]), max(quantity.span[1], counted[1]))


def _apart(one: _Harm, other: _Harm, settings: FactSettings) -> bool:
    if one.quantity is None or other.quantity is None:
        return one.quantity is not other.quantity
    return apart(one.quantity, other.quantity, settings) > 0


def _clash(one: _Harm, other: _Harm, settings: FactSettings) -> bool:
    """Whether two tell harm of one family, of which one has none; of incidents, numbers told with different nouns clash too."""
    if one.family != other.family or (one.quantity is None and other.quantity is None):
        return False
    if one.quantity is None or other.quantity is None:
        return True
    nouns = {one.quantity.counted, other.quantity.counted}
    return one.family == "incidents" and len(nouns) == 2 and bool(nouns & _INCIDENTS) and apart(one.quantity, other.quantity, settings) > 0


def _one_event(one: _Harm, other: _Harm, told: Told) -> float:
    """0 to 1: how sure it is that two tell harm of one event: of one time, in like sentences or at one site."""
    if _dated_apart(one.dates, other.dates):
        return 0.0
    here, there = (stems(told.text(harm.article, harm.sentence)) for harm in (one, other))
    likeness = cosine(here, there, told.weight)
    shared = _near_sites(one, told) & _near_sites(other, told)
    dated = _spans(one.dates) & _spans(other.dates)
    if one.family == "incidents":
        return _SURE if shared and (dated or None in (one.quantity, other.quantity)) else 0.0
    return min(_SURE, 0.4 + likeness) if likeness >= _AROUND or (shared and dated) else 0.0


def _spans(dates: Sequence[Date]) -> frozenset[tuple[str, str]]:
    return frozenset((day.start, day.end) for day in dates if day.start and day.end)


def _dated_apart(one: Sequence[Date], other: Sequence[Date]) -> bool:
    here, there = _spans(one), _spans(other)
    return bool(here and there) and not any(a[0] <= b[1] and b[0] <= a[1] for a in here for b in there)


def _near_sites(harm: _Harm, told: Told) -> frozenset[str]:
    """Towns and buildings that its sentence, the one before or the one behind name."""
    annotated = told.annotated[harm.article]
    at = annotated.sentences.index(harm.sentence)
    around = annotated.sentences[max(0, at - 1) : at + 2]
    return sites_in(annotated, (around[0][0], around[-1][1]))


def _knows(one: _Harm, other: _Harm, harms: Sequence[_Harm], settings: FactSettings) -> bool:
    """Whether the article of ``one`` tells of harm of that family as ``other`` does, besides."""
    return any(harm.article == one.article and harm.family == one.family and not _apart(harm, other, settings) for harm in harms)


def _difference(sides: Sequence[Sequence[_Harm]], sure: float, told: Told) -> Difference:
    made = [
        Side(says=told.text(side[0].article, side[0].span), statements=tuple(_statement(harm, told) for harm in side)) for side in sides
    ]
    first = sides[0][0]
    topic = f"incidents at {min(_near_sites(first, told))}" if first.family == "incidents" else f"whether there were any {first.family}"
    return difference_of("number", topic, made, told, confidence=round(sure, 6), grows=True)


def _statement(harm: _Harm, told: Told) -> Statement:
    return Statement(
        article=harm.article,
        spans=(harm.span,),
        says=told.text(harm.article, harm.span),
        attributed_to=harm.claim.attributed_to if harm.claim is not None else None,
        hedge=harm.claim.hedge if harm.claim is not None else None,
    )
