"""What flows through Retold: frozen records, and the one place where they become JSON and come back.

Every span is a pair ``(start, end)`` of Unicode code-point offsets into an article's untouched ``text``, end exclusive.
``None`` means "not known" wherever a field allows it; an empty tuple means "looked for, none found".
Names of records and fields follow the vocabulary in ``docs/records.md``.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Literal

import msgspec

__all__ = [
    "Alias",
    "AnnotateLine",
    "Annotated",
    "Apart",
    "Argument",
    "Article",
    "Assertion",
    "Brief",
    "BriefEvidence",
    "BriefSection",
    "BriefSentence",
    "Correction",
    "Date",
    "Derivation",
    "Dossier",
    "Edge",
    "Evidence",
    "Fact",
    "GroupLine",
    "IndependentSources",
    "Name",
    "Nested",
    "Occasion",
    "OnlyHere",
    "Part",
    "Passage",
    "Position",
    "Quantity",
    "Quotation",
    "Reading",
    "Reason",
    "Record",
    "ReadLine",
    "RejectedLine",
    "Rejection",
    "Rendition",
    "Revision",
    "Root",
    "SCHEMA",
    "Source",
    "Span",
    "Speaker",
    "Statement",
    "Story",
    "StoryQuotation",
    "StorySpeaker",
    "TimelineEvent",
    "Utterance",
    "Variant",
    "Wording",
    "annotate_line",
    "dossier_from_json",
    "json_schema",
    "read_line",
    "to_json",
]

SCHEMA: Final = "retold/1"

Span = tuple[int, int]
"""``(start, end)``: code-point offsets into an article's text, end exclusive."""

PartKind = Literal[
    "title",
    "byline",
    "date",
    "credit",
    "dateline",
    "caption",
    "summary",
    "list",
    "questions",
    "related",
    "copyright",
    "notice",
    "navigation",
]
QuotationKind = Literal["direct", "mixed", "indirect"]
QuotationType = Literal["speech", "attitude", "other"]
Relation = Literal["base", "same", "part", "spliced", "style", "reworded", "changed", "indirect"]
VariantKind = Literal["omission", "addition", "substitution", "transposition"]
VariantOf = Literal["typography", "grammar", "spelling", "words", "number", "name", "negation", "modality"]
Degree = Literal["yes", "maybe", "no"]
EdgeKind = Literal["copy", "rewrite", "condensed", "mixed", "likeness"]
Origin = Literal["record", "page", "text"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, compared by value, fields by keyword only."""


# ---------------------------------------------------------------------------------------------- read


class Part(Record, frozen=True, kw_only=True):
    """A recognised piece of an article that is not running text."""

    kind: PartKind
    """What it is. ``title`` and ``dateline`` belong to the report; all other kinds are furniture."""
    span: Span
    """Where it stands in the article's text."""


class Revision(Record, frozen=True, kw_only=True):
    """An earlier or later state of the same report that was folded into the article kept."""

    id: str
    """The id under which it was read."""
    published: str | None
    """ISO date or date-time of that state; None: unknown."""
    digest: str
    """SHA-256 of its text, hexadecimal."""


class Article(Record, frozen=True, kw_only=True):
    """One report as an outlet published it. Its text is never changed."""

    id: str
    """Unique in one run: the record's id, else its article, else its url, else the file's stem."""
    outlet: str | None
    """Who published it, as a reader knows it ("Harbour Times", "harbourtimes.example"); None: unknown."""
    url: str | None
    title: str | None
    """Headline as published; None: none was found."""
    byline: tuple[str, ...] = ()
    """Persons who wrote it, as printed."""
    credit: tuple[str, ...] = ()
    """Agencies and outlets that the article credits outside its running text ("AFP", "Reuters")."""
    published: str | None = None
    """ISO 8601 date or date-time; None: unknown."""
    published_from: Origin | None = None
    """Where ``published`` was found; None together with ``published``."""
    published_doubt: str | None = None
    """A sentence that says why ``published`` may be wrong; None: no reason to doubt it."""
    language: str | None = None
    """ISO 639-1 code; None: too little text to tell."""
    text: str
    """The text as read, a byte-order mark dropped, line ends as they were."""
    parts: tuple[Part, ...] = ()
    """Title, byline, date, credit, dateline and page furniture, in order of their spans, not overlapping."""
    furniture: tuple[Span, ...] = ()
    """Spans that no later stage reads: all parts but title and dateline, in order."""
    revisions: tuple[Revision, ...] = ()
    """Other states of the same report that were read beside this one, in order of time."""
    digest: str
    """SHA-256 of ``text`` (UTF-8), hexadecimal."""


class Rejection(Record, frozen=True, kw_only=True):
    """An input that could not be read, with the reason in words a person can act on."""

    input: str
    """Path, URL or ``path:line`` as given."""
    reason: str


class Reading(Record, frozen=True, kw_only=True):
    """What ``read`` returns: everything that could be read and everything that could not."""

    articles: tuple[Article, ...] = ()
    """In order of their ids."""
    rejected: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = ()
    """Sentences for standard error: ids given twice, dates in doubt, languages not analysed."""


# ---------------------------------------------------------------------------------------------- annotate


class Name(Record, frozen=True, kw_only=True):
    """A mention of a person, body or place in an article's body."""

    span: Span
    text: str
    kind: Literal["person", "body", "place"]
    canonical: str
    """The fullest form of the same name in the article."""


class Date(Record, frozen=True, kw_only=True):
    """A date expression resolved against the article's own date."""

    span: Span
    start: str | None
    """ISO date of the first day meant; None: could not be resolved."""
    end: str | None
    """ISO date of the last day meant, inclusive; None as ``start``."""
    precision: Literal["day", "week", "month", "season", "year", "decade", "span"]


class Speaker(Record, frozen=True, kw_only=True):
    """Who is said to speak."""

    name: str
    """The mention as printed ("she", "Merrin", "the deputy harbour minister")."""
    canonical: str
    """The fullest name of the same speaker: in the article (annotate), in the story (compare)."""
    span: Span | None
    """Where the mention stands; None: it stands in no single place."""


class Occasion(Record, frozen=True, kw_only=True):
    """When, where and to whom something was said, as far as the article says."""

    label: str
    """Short and readable: "told the Lantern", "statement", "town hall"."""
    date: str | None = None
    """ISO date; None: not told."""
    place: str | None = None


class Nested(Record, frozen=True, kw_only=True):
    """What a speaker quotes in turn: `“Keel told me ‘never again’,” Marlow said` nests words of Keel's in Marlow's."""

    spans: tuple[Span, ...]
    """The words inside the quotation around them, marks left out."""
    speaker: Speaker | None
    """None: the one who quotes does not say."""
    cue: Span | None = None


class Quotation(Record, frozen=True, kw_only=True):
    """A passage that an article attributes to a speaker."""

    id: str
    """Unique over all articles of a run: the article's id, "/q" and a number."""
    kind: QuotationKind
    type: QuotationType
    spans: tuple[Span, ...]
    """The words said, marks left out; several where "he said" interrupts. A mixed quotation covers the whole clause."""
    marked: tuple[Span, ...] = ()
    """The pieces that stand inside quotation marks, marks left out; for a direct quotation the same as ``spans``."""
    speaker: Speaker | None
    """None: the article does not say, or not clearly; then ``unknown_because`` tells why."""
    unknown_because: str | None = None
    cue: Span | None = None
    """The word or words that introduce it ("said", "according to")."""
    addressee: str | None = None
    """To whom it was said, as printed ("the Lantern", "reporters")."""
    occasion: Occasion | None = None
    nested: tuple[Nested, ...] = ()
    """What the speaker quotes of others inside it, in order."""
    confidence: float
    """0 to 1: that this is a quotation of this speaker."""
    uncertain: bool = False
    """True: the confidence lies below the setting ``uncertain``, so the speaker is a guess and is shown as one."""
    decided: bool = False
    """True: an editor named the speaker; the article may not say so."""


class Quantity(Record, frozen=True, kw_only=True):
    """A number with what it counts: `more than 30 ferries`, `$7.5 billion`, `one in three`, `dozens`."""

    span: Span
    """The number with what qualifies it and its unit, without the noun counted."""
    low: float | None
    """Least value meant; None: no lower bound ("under an hour")."""
    high: float | None
    """Greatest value meant; None: no upper bound ("more than 30"); the same as ``low``: exact."""
    about: bool = False
    """True: said to be rough ("about", "nearly", "some")."""
    unit: str | None = None
    """What it is measured in, in the singular ("dollar", "hour", "kilometre"; "percent" for all parts of a whole, "a third" too; an age is
    in "year" or "month" and counts "age"); None: things counted."""
    counted: str | None = None
    """Base form of the noun counted ("ferry"); None: nothing is ("the figure rose to 30")."""
    counted_span: Span | None = None
    """The whole noun group counted, its modifiers with it."""


class Argument(Record, frozen=True, kw_only=True):
    """A noun group that stands beside a predicate."""

    span: Span
    """From its first word to its last, relative clauses and further prepositions left out."""
    head: str
    """Base form of its head; a name's last word."""
    name: str | None = None
    """The fullest name in the article of whom or what it names, pronouns included where they are plain; None: it names nobody."""
    by: str | None = None
    """The preposition in front of it ("in", "with", "after"; "to" also where English leaves it out); "and": joined to the actor or target;
    None: subject, object or attribute."""


class Assertion(Record, frozen=True, kw_only=True):
    """What one clause of an article asserts: a predicate with its arguments. `the arrest of Orr by police` asserts as a clause does."""

    span: Span
    """The clause, clauses that hang on it left out at its ends."""
    sentence: int
    """Number of the sentence in ``Annotated.sentences``."""
    predicate: Span
    """The verb with its particle ("took over"), or the noun."""
    lemma: str
    """Base form of the predicate with its particle ("take over")."""
    kind: Literal["verb", "noun", "state"]
    """A verb, a noun that stands for one ("arrest"), or `X is Y`."""
    actor: Argument | None = None
    """Who does it: the subject of an active verb, "by X" of a passive, "X's" before a noun; of a state, whose it is."""
    target: Argument | None = None
    """Whom or what it is done to: the object, the subject of a passive, "of X" behind a noun; of a state, what X is."""
    others: tuple[Argument, ...] = ()
    """Further noun groups with their prepositions, in order."""
    negated: bool = False
    standing: Literal["done", "going on", "ahead", "possible", "duty", "wish", "asked", "condition"] = "done"
    """How real it is: happened or holds ("done", "going on"), is planned or foretold ("ahead": will, plans to, is set to), may be
    ("possible"), has to be ("duty"), somebody wants or asks for it ("wish", "asked"), or it stands under an "if"."""
    hedge: Span | None = None
    """What makes it less than certain in the article's own voice: "reportedly", "appears to", "allegedly"."""
    quotation: str | None = None
    """Id of the innermost quotation that holds the predicate; None: the article says it in its own voice."""
    quantities: tuple[int, ...] = ()
    """Numbers of the quantities in it, in ``Annotated.quantities``."""
    dates: tuple[int, ...] = ()
    """Numbers of the dates in it, in ``Annotated.dates``."""


class Annotated(Record, frozen=True, kw_only=True):
    """An article with everything that can be told from it alone."""

    article: Article
    analysed: bool
    """False where the language is not English: then all that follows is empty."""
    sentences: tuple[Span, ...] = ()
    """Sentences of the title and the body, in order, furniture left out."""
    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    aliases: tuple[Alias, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    """Numbers with what they count, in order."""
    assertions: tuple[Assertion, ...] = ()
    """What its sentences assert, headline included, in order of their predicates."""

    def _repr_html_(self) -> str:
        """The article with its quotations coloured by speaker, as a notebook shows it."""
        render = import_module(".render.html", __package__)  # only when a notebook asks: records know nothing of what renders them
        return str(render.render_article(self))


class Alias(Record, frozen=True, kw_only=True):
    """One person or body of an article with all that it is called there."""

    canonical: str
    kind: Literal["person", "body", "place"]
    forms: tuple[str, ...] = ()
    """Names seen, fullest first."""
    roles: tuple[str, ...] = ()
    """Offices and descriptions seen beside the name ("deputy foreign minister")."""


# ---------------------------------------------------------------------------------------------- group


class Story(Record, frozen=True, kw_only=True):
    """Articles about one event."""

    id: str
    """A readable label made from what its articles share."""
    articles: tuple[Annotated, ...]
    """In order of their ids."""


# ---------------------------------------------------------------------------------------------- compare


class StorySpeaker(Record, frozen=True, kw_only=True):
    """A speaker of the story with every name and role that outlets give."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class StoryQuotation(Quotation, frozen=True, kw_only=True):
    """A quotation with the id of the article it stands in."""

    article: str


class Variant(Record, frozen=True, kw_only=True):
    """A place where a rendition differs from the base."""

    kind: VariantKind
    of: VariantOf
    changes_meaning: Degree
    base: Span | None
    """Words of the base, in the base's article; None: an addition."""
    here: Span | None
    """Words of this rendition, in its article; None: an omission."""
    note: str | None = None
    """One clause on what was done ("“harbour” became “harbours”")."""


class Reason(Record, frozen=True, kw_only=True):
    """One piece of evidence that a rendition renders its utterance, or that it hardly does."""

    what: Literal["words", "speaker", "occasion", "place", "order", "derivation", "length", "editor"]
    text: str
    """A sentence a person can check."""
    weight: float
    """What it adds to the score; below 0 it speaks against. The score must reach the setting ``utterances.link``."""


class Rendition(Record, frozen=True, kw_only=True):
    """One quotation, or one marked piece of it, as a rendering of an utterance."""

    quotation: str
    """Id of the quotation."""
    article: str
    spans: tuple[Span, ...]
    """The words that render the utterance, in the article's text."""
    relation: Relation
    """How the article's telling of the utterance, all its quotations of it together, stands to the base: the gravest of them decides,
    and the article that has the base is "base"."""
    alone: Relation | None = None
    """How these words by themselves stand to the base; None: as ``relation`` says."""
    confidence: float
    """0 to 1: that it renders this utterance; 1 for the base."""
    variants: tuple[Variant, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why it is taken for a rendition of this utterance, compared with the member it is nearest to; empty for one that stands alone."""

    @property
    def of_words(self) -> Relation:
        """How these words by themselves stand to the base."""
        return self.alone or self.relation


class Utterance(Record, frozen=True, kw_only=True):
    """What was said once, on one occasion, with all its renditions (one or more)."""

    id: str
    speaker: str | None
    """Canonical name in the story."""
    occasion: Occasion | None
    base: str
    """Id of the quotation nearest to the source."""
    renditions: tuple[Rendition, ...]
    """The base first, then the most altered."""


class Evidence(Record, frozen=True, kw_only=True):
    """One reason for an edge, with the passages that show it."""

    what: Literal["credit", "copy", "order", "details", "altered", "shared", "time", "address", "editor"]
    text: str
    """A sentence a person can check."""
    from_spans: tuple[Span, ...] = ()
    """In the article derived from; empty for an unseen source."""
    to_spans: tuple[Span, ...] = ()


class Edge(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One article took from another, or from a source outside the set."""

    from_: str
    """Article id, or ``unseen:NAME``."""
    to: str
    directed: bool
    """False: a likeness of which the direction can't be told."""
    kind: EdgeKind
    share: float
    """0 to 1: part of the sentences of ``to`` that ``from_`` explains."""
    confidence: float
    evidence: tuple[Evidence, ...]

    @property
    def decided(self) -> bool:
        """Whether it stands because an editor says so."""
        return any(evidence.what == "editor" for evidence in self.evidence)


class Source(Record, frozen=True, kw_only=True):
    """A source outside the set that one or more articles name or show."""

    name: str
    articles: tuple[str, ...]


class Root(Record, frozen=True, kw_only=True):
    """One independent source of the story: an article with own reporting, or an unseen source."""

    name: str
    """Article id, or ``unseen:NAME``."""
    standing: Literal["confirmed", "possible"]
    because: str
    """A sentence that says why it counts, and why only possibly."""


class IndependentSources(Record, frozen=True, kw_only=True):
    """How many roots the story rests on; a reprint never counts."""

    confirmed: int
    possible: int
    roots: tuple[Root, ...] = ()


class Derivation(Record, frozen=True, kw_only=True):
    """Which article took from which, and from which sources outside the set."""

    edges: tuple[Edge, ...] = ()
    sources: tuple[Source, ...] = ()
    independent_sources: IndependentSources


class OnlyHere(Record, frozen=True, kw_only=True):
    """Sentences that no other article of the story has."""

    article: str
    spans: tuple[Span, ...]


class Statement(Record, frozen=True, kw_only=True):
    """What one article says of a fact."""

    article: str
    spans: tuple[Span, ...]
    says: str
    attributed_to: str | None = None
    hedge: str | None = None


class Fact(Record, frozen=True, kw_only=True):
    """What one or more articles state, lined up."""

    id: str
    agreement: Literal["agreed", "disputed", "single"]
    kind: Literal["number", "date", "place", "actor", "attribution", "status"] | None
    topic: str
    explanation: str
    independent_sources: int
    statements: tuple[Statement, ...]


class Passage(Record, frozen=True, kw_only=True):
    """Spans in one article, with the words where a reader needs them beside."""

    article: str
    spans: tuple[Span, ...]
    text: str = ""


class Wording(Record, frozen=True, kw_only=True):
    """Different names for one thing."""

    topic: str
    names: tuple[Passage, ...]


class TimelineEvent(Record, frozen=True, kw_only=True):
    """A dated event and the passages that tell it."""

    date: str
    """As exact as it is told: "2031-02-04", "2031-01", "1959", "1950s", or first and last day, month or year: "2030-03/2031-02"."""
    precision: str
    """day, week, month, season, year, decade or span."""
    event: str
    """A short clause in the words of the best telling."""
    told_by: tuple[Passage, ...]
    """The clauses that tell it with their date expressions, an entry an article."""
    ahead: bool = False
    """True: when told it still lay ahead, and no report says that it happened."""
    doubt: str | None = None
    """Why the date may be wrong; None: no reason to doubt it."""


class Position(Record, frozen=True, kw_only=True):
    """What an actor is open to, refuses, demands, offers, threatens or denies, as one passage tells it."""

    actor: str
    """Person, body or state, by its canonical name in the story; a description ("harbour officials") where no name is given."""
    stance: str
    """One of ``compare.positions.Stance``."""
    toward: str | None
    """Who is urged, threatened, accused, or has to do it; None: nobody in particular."""
    about: str
    """A phrase in the article's words; in quotation marks where the words themselves take the stance (“We will never sign”)."""
    occasion: Occasion | None
    article: str
    spans: tuple[Span, ...]
    """The passage that tells it."""
    state: str | None = None
    """The state that the actor is or speaks for; None: none known."""
    told_by: str | None = None
    """The speaker who tells it of the actor; None: the article itself, or the actor."""
    words: tuple[Span, ...] = ()
    """Those of the passage that stand in quotation marks."""


class BriefEvidence(Record, frozen=True, kw_only=True):
    """A passage that bears a sentence of the brief."""

    article: str
    start: int
    end: int


class BriefSentence(Record, frozen=True, kw_only=True):
    """One sentence of the brief with its evidence."""

    text: str
    evidence: tuple[BriefEvidence, ...]


class BriefSection(Record, frozen=True, kw_only=True):
    """A titled part of the brief."""

    title: str
    sentences: tuple[BriefSentence, ...]


class Brief(Record, frozen=True, kw_only=True):
    """The story told in sentences that each carry their evidence."""

    sections: tuple[BriefSection, ...]


class Apart(Record, frozen=True, kw_only=True):
    """An article that seems to tell another story than the rest."""

    article: str
    because: str


class Correction(Record, frozen=True, kw_only=True):
    """A decision of an editor that wins over what was computed."""

    what: Literal["speaker", "same", "apart", "edge", "no-edge"]
    text: str
    """A sentence that says what was decided."""
    note: str | None = None
    """The editor's reason, in the editor's words."""
    applied: bool
    """False: it could not be carried out in these reports; ``text`` ends in the reason."""


class Dossier(Record, frozen=True, kw_only=True):
    """Everything found about one story: the record that is rendered, stored, served and exported."""

    schema: str = SCHEMA
    retold: str
    """Version of Retold that made it."""
    settings: str
    """Digest of the settings it was made with."""
    story: str
    articles: tuple[Article, ...]
    """In order of time, undated last, then by id."""
    apart: tuple[Apart, ...] = ()
    speakers: tuple[StorySpeaker, ...] = ()
    quotations: tuple[StoryQuotation, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    """Told by more than one article first, the most altered first among them."""
    derivation: Derivation
    only_here: tuple[OnlyHere, ...] = ()
    facts: tuple[Fact, ...] = ()
    wording: tuple[Wording, ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    positions: tuple[Position, ...] = ()
    brief: Brief | None = None
    corrections: tuple[Correction, ...] = ()
    """Decisions of an editor, in the order of their file."""
    rejected: tuple[Rejection, ...] = ()


# ---------------------------------------------------------------------------------------------- JSON lines


class AnnotateLine(Record, frozen=True, kw_only=True):
    """One line of ``retold annotate --json``: an article and its quotations, flat."""

    schema: str = SCHEMA
    id: str
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None
    published_from: Origin | None
    language: str | None
    text: str
    furniture: tuple[Span, ...]
    parts: tuple[Part, ...]
    quotations: tuple[Quotation, ...]


class ReadLine(Article, frozen=True, kw_only=True):
    """One line of ``retold read --json``: an article, with the schema."""

    schema: str = SCHEMA


class RejectedLine(Record, frozen=True, kw_only=True):
    """A line of ``--json`` output that stands for an input that could not be read."""

    schema: str = SCHEMA
    rejected: Rejection


class GroupLine(Record, frozen=True, kw_only=True):
    """One line of ``retold group --json``."""

    schema: str = SCHEMA
    id: str
    url: str | None
    story: str


# ---------------------------------------------------------------------------------------------- (de)serialising

_encoder = msgspec.json.Encoder()


def to_json(record: Record) -> bytes:
    """Encode a record as compact UTF-8 JSON; the same record gives the same bytes."""
    return _encoder.encode(record)


def read_line(article: Article) -> ReadLine:
    """An article as ``retold read --json`` prints it."""
    return ReadLine(**{field: getattr(article, field) for field in article.__struct_fields__})


def annotate_line(annotated: Annotated) -> AnnotateLine:
    """An annotated article as ``retold annotate --json`` prints it."""
    article = annotated.article
    return AnnotateLine(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        language=article.language,
        text=article.text,
        furniture=article.furniture,
        parts=article.parts,
        quotations=annotated.quotations,
    )


def dossier_from_json(data: bytes | str) -> Dossier:
    """Decode a dossier that ``to_json`` wrote; fields of newer versions are passed over.

    Raises ``msgspec.ValidationError`` or ``msgspec.DecodeError`` where it is none.
    """
    return msgspec.json.decode(data, type=Dossier)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of everything that ``--json`` prints, generated from the records."""
    printed = {"dossier": Dossier, "read": ReadLine, "annotate": AnnotateLine, "group": GroupLine, "rejected": RejectedLine}
    refs, definitions = msgspec.json.schema_components(tuple(printed.values()), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "What retold prints with --json",
        "anyOf": list(refs),
        "$defs": definitions,
    }
