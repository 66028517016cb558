"""Quantities of different articles that count or measure the same thing, lined up.

A number stands too deep in its clause for clauses to be lined up by it: what is counted, the words around, and what happens to it
tell more. Quantities are looked up by what they count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from ...records import Annotated, Quantity, Record, Span
from ...settings import FactSettings
from ..passages import stems
from ..senses import alike
from .claims import Claim, Told
from .likeness import LIGHT, PEOPLE, cosine, dated_apart, same_act, same_noun
from .values import apart, comparable, too_far

__all__ = ["Count", "CountPair", "line_up_counts"]

_PARTS = frozenset(
    "other others another more additional further extra remaining rest first second third next previous same each every per "
    "apiece average only alone including new".split()
)
"""Words beside a number that make it count a part, or another set."""
_RATE = re.compile(r" (?:a|an|per|each|every) (?:day|week|month|year|hour)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FATES = frozenset("kill wound injure hurt arrest detain behead execute shoot evacuate rescue displace hospitalize hospitalise".split())
"""Acts that are done to people: a bare number of what they are done to is one of people."""
_EMPTY = frozenset("time way thing number part side piece point one lot kind".split())
"""Nouns whose number is told by what stands behind them ("four times the size")."""
_GAMES = frozenset({"yard"})
"""Units of plays in a game, each like the next."""
_LIKE_NOUNS = 0.9
"""Likeness of nouns from which they count one kind of thing; people of any kind are told by what happened to them."""
_RESTRICTED = 0.7
"""What is left of the likeness of two things counted where one is narrower by its words, or of two sentences that name others."""
_SOLE = 0.13
"""Likeness of the sentences (cosine) from which two numbers are of one thing where either article counts the noun once only."""
_PERSON = 0.3
"""Likeness of meaning to "person" from which a noun is one for people, who are told apart by what happened to them."""
_FEW = 5.0
"""Number below which it may well count some of the things."""
_SOLE_SURE = 0.4
"""How sure that makes it, before likeness adds to it."""
_REACH = 30
"""Characters behind "four-year-old" in which its bearer is looked for."""


class Count(Record, frozen=True, kw_only=True):
    """A quantity of one article with what stands around it."""

    article: str
    quantity: Quantity
    counted: str | None
    """Base form of the noun counted; of a bare number "people" where only they can be meant."""
    sentence: Span
    claim: Claim
    """The innermost clause that holds it."""
    terms: frozenset[str]
    """Stems of the content words of its sentence, figures left out."""
    modifiers: frozenset[str]
    """Stems of the noun group counted, the noun left out; of an age those of the words for its bearer."""
    part: frozenset[str]
    """Words beside it that make it count a part, another set, or a rate."""

    @property
    def key(self) -> tuple[str, Span]:
        """What tells it from all others, and the order of counts."""
        return (self.article, self.quantity.span)


class CountPair(Record, frozen=True, kw_only=True):
    """Two quantities of different articles that measure the same thing, in order of articles, with values that cannot both hold."""

    left: Count
    right: Count
    sure: float
    """0 to 1."""


def line_up_counts(told: Told, settings: FactSettings) -> Iterator[CountPair]:
    """Pairs of quantities of one thing with values apart, none of which the other's article knows as well."""
    by_article = defaultdict[str, list[Claim]](list)
    for claim in told.claims:
        by_article[claim.article].append(claim)
    counts = [count for one in told.annotated.values() for count in _counts(one, by_article[one.article.id])]
    known = _Known(counts, settings)
    for one, other in _candidates(counts):
        degree = 0.0 if too_far(one.quantity, other.quantity, settings) else apart(one.quantity, other.quantity, settings)
        thing = degree and _same_thing(one, other)
        matter = thing and _same_matter(one, other, told, settings, sole=known.sole(one) and known.sole(other))
        if matter and not known.has(one, other.article) and not known.has(other, one.article):
            yield CountPair(left=one, right=other, sure=round(degree * thing * matter, 6))


def _counts(annotated: Annotated, claims: Sequence[Claim]) -> Iterator[Count]:
    """The quantities of an article that say what they count and stand in a clause."""
    article, text = annotated.article.id, annotated.article.text
    starts = [sentence[0] for sentence in annotated.sentences]
    for quantity in annotated.quantities:
        at = bisect_right(starts, quantity.span[0]) - 1
        around = [claim for claim in claims if claim.span[0] <= quantity.span[0] and quantity.span[1] <= claim.span[1]]
        if at < 0 or not around:
            continue
        claim = min(around, key=lambda claim: (claim.span[1] - claim.span[0], claim.number))
        counted = quantity.counted or _sufferers(quantity, claim)
        if (counted or quantity.unit) and counted not in _EMPTY and quantity.unit not in _GAMES:
            yield Count(
                article=article,
                quantity=quantity,
                counted=counted,
                sentence=annotated.sentences[at],
                claim=claim,
                terms=frozenset(stem for stem in claim.around if not stem[0].isdigit()),
                modifiers=_modifiers(quantity, counted, text),
                part=_part(quantity, text),
            )


def _sufferers(quantity: Quantity, claim: Claim) -> str | None:
    """ "people" for a bare number where the clause says what only people suffer: "wounding at least 90"."""
    target = claim.assertion.target if claim.assertion.lemma in _FATES else None
    inside = target is not None and target.span[0] <= quantity.span[0] and quantity.span[1] <= target.span[1]
    return "people" if inside and quantity.unit is None else None


def _modifiers(quantity: Quantity, counted: str | None, text: str) -> frozenset[str]:
    start, end = quantity.span
    if counted == "age":
        behind = re.split(r"[.,;:()\n]", text[end : end + _REACH])[0]
        return stems(" ".join(_WORD.findall(behind)[:3]))
    if quantity.counted_span is None:
        return frozenset()
    first, last = quantity.counted_span
    return stems(" ".join(_WORD.findall(text[first : min(start, last)] + " " + text[max(first, end) : last]))) - stems(counted or "")


def _part(quantity: Quantity, text: str) -> frozenset[str]:
    start, end = quantity.span
    first, last = quantity.counted_span or quantity.span
    around = (
        _WORD.findall(text[max(0, start - 15) : start])[-1:] + _WORD.findall(text[first:last]) + _WORD.findall(text[end : end + 12])[:1]
    )
    rate = {"per"} if _RATE.match(text, max(end, last)) else set[str]()
    return _PARTS & {word.lower() for word in around} | rate


def _candidates(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Every two quantities of different articles that count like nouns, or measure on one scale what no noun tells."""
    by_noun = defaultdict[str, list[Count]](list)
    for count in counts:
        by_noun[count.counted or ""].append(count)
    nouns = sorted(by_noun)
    alike = [(noun, noun) for noun in nouns]
    alike += [(a, b) for a, b in combinations(nouns, 2) if a and b and _like(a, b)]
    for a, b in alike:
        pairs = combinations(by_noun[a], 2) if a == b else product(by_noun[a], by_noun[b])
        for one, other in pairs:
            if one.article != other.article and comparable(one.quantity, other.quantity):
                yield (one, other) if one.key < other.key else (other, one)


def _like(one: str, other: str) -> bool:
    return same_noun(one, other) >= (0.5 if PEOPLE & {one, other} else _LIKE_NOUNS)


class _Known:
    """Which numbers of which things an article has."""

    def __init__(self, counts: Sequence[Count], settings: FactSettings) -> None:
        self.counts: Mapping[str, dict[str, list[Count]]] = defaultdict(lambda: defaultdict(list))
        self.settings = settings
        for count in counts:
            self.counts[count.article][count.counted or ""].append(count)

    def sole(self, count: Count) -> bool:
        """Whether the article has one number only, an exact one, of a noun that is not one for people."""
        quantity, noun = count.quantity, count.counted
        if not noun or noun in PEOPLE or noun == "age" or quantity.unit is not None or quantity.low != quantity.high or quantity.about:
            return False
        if (quantity.low or 0.0) < _FEW or alike(noun, "person") >= _PERSON:
            return False
        like = [its for its in self.counts[count.article] if its and its not in PEOPLE and same_noun(noun, its) >= _LIKE_NOUNS]
        return len({(other.quantity.low, other.quantity.high) for its in like for other in self.counts[count.article][its]}) == 1

    def has(self, count: Count, article: str) -> bool:
        """Whether an article has a number of a like thing that can mean the same: it knows both, and the two count different things."""
        return any(
            comparable(count.quantity, other.quantity) and not apart(count.quantity, other.quantity, self.settings)
            for noun, others in self.counts[article].items()
            if not count.counted or not noun or _like(count.counted, noun)
            for other in others
        )


def _same_thing(one: Count, other: Count) -> float:
    """0 to 1: how sure it is that the nouns and what stands beside them mean one thing."""
    if one.part != other.part:
        return 0.0
    own, theirs = one.modifiers, other.modifiers
    if one.counted == "age":
        return 1.0 if own & theirs else 0.0
    if own and theirs and not own & theirs:
        return 0.0
    noun = same_noun(one.counted, other.counted) if one.counted and other.counted else 1.0
    # "two female gorillas" may be two of "three gorillas": a restriction that the other's sentence does not share.
    return noun * (_RESTRICTED if (own - theirs) - other.terms or (theirs - own) - one.terms else 1.0)


def _same_matter(one: Count, other: Count, told: Told, settings: FactSettings, *, sole: bool) -> float:
    """0 to 1: how sure it is that the same is told of them: like sentences, like predicates.

    ``sole``: neither article has another number of the noun; then what is told of the things need not be the same.
    """
    here, there = one.claim, other.claim
    if dated_apart(here.dates, there.dates):
        return 0.0
    act = same_act(here.assertion.lemma, there.assertion.lemma) * (0.5 if here.assertion.lemma in LIGHT else 1.0)
    likeness = cosine(one.terms, other.terms, told.weight)
    for own, theirs in ((here.names, there.names), (here.sites, there.sites)):
        if own and theirs and not own & theirs:
            likeness *= _RESTRICTED
    if likeness < settings.number_around:
        return 0.0
    # "12 people": what happened to them says which people; so it does of whatever is acted on; bare "five minutes" have nothing else.
    acted_on = _acted_on(one) and _acted_on(other)
    acting = _acting(one) and _acting(other)  # "two states fined them", "15 states removed them": each act is of some
    told_by_act = one.counted is None or (
        one.counted != "age" and (acted_on or acting or bool(PEOPLE & {one.counted, other.counted or ""}))
    )
    if act < settings.number_act and (told_by_act or likeness < settings.number_alike):
        return _SOLE_SURE + likeness / 2 if sole and not acting and likeness >= _SOLE else 0.0
    if one.counted is None and _of_two(one, other):
        return 0.0
    elsewhere = bool(here.sites) and bool(there.sites) and not here.sites & there.sites
    within = likeness if elsewhere else max(likeness, cosine(here.terms, there.terms, told.weight))
    return min(1.0, within + settings.number_bonus * act)


def _acting(count: Count) -> bool:
    """Whether the number stands in who acts in its clause."""
    actor = count.claim.assertion.actor
    return actor is not None and actor.span[0] <= count.quantity.span[0] < actor.span[1]


def _of_two(one: Count, other: Count) -> bool:
    """Whether what is measured is of two things, as far as who acts in the clauses tells: the range of a lorry and of a car."""
    here, there = one.claim.assertion.actor, other.claim.assertion.actor
    objects = [count.claim.assertion.target for count in (one, other) if not _acted_on(count)]
    held = [argument.head.casefold() for argument in objects if argument is not None]
    if len(held) == 2 and max(same_noun(*held), alike(*held)) >= _LIKE_HOLDERS:
        return False
    if here is None or there is None or bool(one.claim.actor) != bool(other.claim.actor):
        return False
    if one.claim.actor and other.claim.actor:
        return one.claim.actor != other.claim.actor
    heads = here.head.casefold(), there.head.casefold()
    return not _PRONOUNS & set(heads) and max(same_noun(*heads), alike(*heads)) < _LIKE_HOLDERS


_PRONOUNS = frozenset("he she it they we i you who that which this these those one".split())
_LIKE_HOLDERS = 0.5
"""Likeness of nouns below which two measures are of two things."""


def _acted_on(count: Count) -> bool:
    """Whether the number stands in the object of its clause."""
    target = count.claim.assertion.target
    return target is not None and target.span[0] <= count.quantity.span[0] < target.span[1]
