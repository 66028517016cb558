"""Claims: the assertions of all articles of a story, made comparable: stems that weigh, names that hold for the whole story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from ...records import Annotated, Argument, Assertion, Date, Quantity, Quotation, Record, Span, Statement
from ..passages import overlap, stems
from ..speakers import Voices
from .names import Inside, StoryNames
from .stages import stages

__all__ = ["Claim", "Told", "find_claims", "statement_of"]


class Claim(Record, frozen=True, kw_only=True):
    """An assertion of one article as it is compared with those of others."""

    article: str
    number: int
    """Of the assertion, in ``Annotated.assertions``."""
    span: Span
    """The clause."""
    text: str
    """Its words on one line."""
    sentence: Span
    assertion: Assertion
    terms: frozenset[str]
    """Stems of the content words of the clause."""
    around: frozenset[str]
    """Stems of the content words of its sentence."""
    actor: str | None
    """Name in the story of who does it; None: it names nobody."""
    target: str | None
    """Name in the story of whom or what it is done to."""
    others: tuple[str | None, ...]
    """Names in the story of ``assertion.others``, in their order."""
    names: frozenset[str]
    """Names in the story of all that its clause names."""
    sites: frozenset[str]
    """Names in the story of the places that its sentence names."""
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    headline: bool
    """It stands in the article's title."""
    attributed_to: str | None
    """Name in the story of the speaker of the quotation that holds it; None: the article's own voice, or nobody is named."""
    quoted: bool
    """It stands in a quotation, whoever speaks."""
    hedge: str | None
    """The words that make it less than certain in the article's own voice."""

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from all others, and the order of claims."""
        return (self.article, self.number)


class Told(Record, frozen=True, kw_only=True):
    """The claims of a story with what is needed to weigh them."""

    annotated: Mapping[str, Annotated]
    """By article id, in order."""
    voices: Voices
    claims: tuple[Claim, ...]
    """In order of articles and places."""
    weight: Mapping[str, float]
    """What a stem tells: 1 in one sentence of the story only, next to nothing where all have it."""
    labels: Mapping[str, str]
    """What a reader calls each article: its outlet, and which of several of one outlet it is."""
    places: Mapping[str, frozenset[str]]
    """By article: names in the story of the places that it names."""
    persons: Mapping[tuple[str, str], str]
    """By article and a person's canonical name there: the name in the story."""
    beside: Mapping[str, frozenset[str]]
    """By name in the story: the names that some sentence names together with it."""

    def name(self, article: str) -> str:
        """What a reader calls the article."""
        return self.labels[article]

    def person(self, article: str, canonical: str) -> str | None:
        """Name in the story of a person of an article, where it is a full one."""
        name = self.persons.get((article, canonical))
        return name if name and " " in name else None

    def together(self, one: str, other: str) -> bool:
        """Whether a sentence of any article names both: then one may be part, official or neighbour of the other."""
        return other in self.beside.get(one, ())

    def text(self, article: str, span: Span) -> str:
        """The words of ``span`` on one line."""
        return " ".join(self.annotated[article].article.text[span[0] : span[1]].split())

    def day(self, article: str) -> str | None:
        """ISO date of publication; None: unknown."""
        published = self.annotated[article].article.published
        return published[:10] if published else None


def find_claims(articles: Sequence[Annotated], voices: Voices) -> Told:
    """Make the claims of all articles of a story; the order of ``articles`` makes no difference.

    Cues of quotations ("said") are left out: they assert no more than the quotation does. Those that are an act of their own ("ordered",
    "threatened") are claims.
    """
    ordered = sorted(articles, key=lambda one: one.article.id)
    names = StoryNames(ordered, voices)
    claims, seen, sentences = list[Claim](), Counter[str](), 0
    for annotated in ordered:
        text = annotated.article.text
        around = [stems(text[a:b]) for a, b in annotated.sentences]
        sentences += len(around)
        for terms in around:
            seen.update(terms)
        claims.extend(_claims(annotated, around, names))
    most = log(1 + max(1, sentences))
    return Told(
        annotated={one.article.id: one for one in ordered},
        voices=voices,
        claims=tuple(claims),
        weight={term: log(1 + sentences / count) / most for term, count in seen.items()},
        labels=_labels(ordered),
        places={one.article.id: names.places(one) for one in ordered},
        persons=_persons(ordered, names),
        beside=names.beside(ordered),
    )


def statement_of(claim: Claim, told: Told, *, span: Span | None = None, says: str | None = None) -> Statement:
    """The claim as a fact shows it: with the span and the words that matter, where these are given."""
    shown = span or claim.span
    return Statement(
        article=claim.article,
        spans=(shown,),
        says=says or told.text(claim.article, shown),
        attributed_to=claim.attributed_to,
        hedge=claim.hedge,
    )


def _claims(annotated: Annotated, around: Sequence[frozenset[str]], names: StoryNames) -> Iterator[Claim]:
    article, text = annotated.article, annotated.article.text
    titles = [part.span for part in article.parts if part.kind == "title"]
    cues = [quotation.cue for quotation in annotated.quotations if quotation.cue is not None]
    quotations = {quotation.id: quotation for quotation in annotated.quotations}
    named = Inside([name.span for name in annotated.names])
    sites = [frozenset(key for n in named.within(s) if (key := names.place(article.id, annotated.names[n]))) for s in annotated.sentences]
    for number, assertion in enumerate(annotated.assertions):
        if assertion.lemma not in stages().stage and any(overlap(assertion.predicate, cue) for cue in cues):
            continue
        span = assertion.span
        quotation = quotations.get(assertion.quotation or "")
        sentence = annotated.sentences[assertion.sentence]
        inside = (annotated.names[n].canonical for n in named.within(span))
        others = (argument.name for argument in _arguments(assertion) if argument.name)
        yield Claim(
            article=article.id,
            number=number,
            span=span,
            text=" ".join(text[span[0] : span[1]].split()),
            sentence=sentence,
            assertion=assertion,
            terms=stems(text[span[0] : span[1]]),
            around=around[assertion.sentence],
            actor=names.of(article.id, assertion.actor.name) if assertion.actor else None,
            target=names.of(article.id, assertion.target.name) if assertion.target else None,
            others=tuple(names.of(article.id, argument.name) for argument in assertion.others),
            names=frozenset(key for key in (names.of(article.id, name) for name in (*inside, *others)) if key),
            sites=sites[assertion.sentence],
            quantities=tuple(annotated.quantities[n] for n in assertion.quantities),
            dates=tuple(annotated.dates[n] for n in assertion.dates),
            headline=any(overlap(sentence, title) for title in titles),
            attributed_to=_speaker(quotation, article.id, names),
            quoted=quotation is not None,
            hedge=" ".join(text[assertion.hedge[0] : assertion.hedge[1]].split()) if assertion.hedge else None,
        )


def _arguments(assertion: Assertion) -> tuple[Argument, ...]:
    return tuple(argument for argument in (assertion.actor, assertion.target, *assertion.others) if argument is not None)


def _speaker(quotation: Quotation | None, article: str, names: StoryNames) -> str | None:
    return names.of(article, quotation.speaker.canonical) if quotation is not None and quotation.speaker is not None else None


def _persons(articles: Sequence[Annotated], names: StoryNames) -> dict[tuple[str, str], str]:
    found = {(one.article.id, name.canonical) for one in articles for name in one.names if name.kind == "person"}
    return {key: name for key in sorted(found) if (name := names.of(*key))}


def _labels(articles: Sequence[Annotated]) -> dict[str, str]:
    """Outlets; of two reports of one outlet the second is called so."""
    labels, seen = dict[str, str](), Counter[str]()
    for one in articles:
        outlet = one.article.outlet or one.article.id
        seen[outlet] += 1
        labels[one.article.id] = outlet if seen[outlet] == 1 else f"{outlet} (report {seen[outlet]})"
    return labels
