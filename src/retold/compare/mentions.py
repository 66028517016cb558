"""Where an article names an outlet or agency as the source of what it reports, and where it names itself.

A name counts only in a frame that says where information comes from ("told X", "according to X", "X reported", a dateline, a
copyright line, the folder of a URL). Picture credits and outlets that are merely talked about stand in no such frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..read.outlets import Outlets, host
from ..records import Annotated, Article, Record, Span
from .frames import AFTER, AGENCY_LINE, BEFORE, COPYRIGHT, DATELINE, NAME, OWN_HAND, PLACE_LINE, SOURCE_LINE, How
from .passages import CALENDAR, overlap

_TITLES = (
    "times post news herald tribune courier gazette journal telegraph guardian chronicle observer mail mirror globe inquirer examiner "
    "dispatch sentinel bulletin newswire wire broadcasting radio tv television magazine zeitung presse argus echo advertiser monitor "
    "headlines ledger reporter press review review-journal register independent standard star sun republic enquirer citizen"
)
_OUTLET_LAST = frozenset(_TITLES.split())
_SHORT = frozenset({"Times", "Post", "Journal", "Guardian", "Telegraph", "Herald", "Tribune", "Globe", "Mail", "Sun", "Star", "Chronicle"})
_CALL_SIGN = re.compile(r"[A-Z]{3,4}\d{1,2}|[KW][A-Z]{3}(?:-TV)?")
_SENTENCE = 80
"""Code points before the words that show own reporting which are shown with them."""
_SENTENCE_END = re.compile(r"\n|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\b[A-Z])[.!?][”\"’']?\s")
_HEAD = 1500
"""Code points at the top among which a dateline is looked for."""


class Mention(Record, frozen=True):
    """One place where an article says that something comes from an outlet."""

    outlet: str
    """Canonical name of a known outlet, else the name as printed."""
    key: str
    """Equal for all names of one outlet."""
    how: How
    span: Span | None
    """Frame and name in the article's text; None: it stands in the URL or in the page's data."""

    @property
    def whole(self) -> bool:
        """Whether it credits the whole report, not a passage."""
        return self.how in ("dateline", "copyright", "url", "credit")


class Credits(Record, frozen=True):
    """Whom an article names as its sources, and what shows reporting of its own."""

    keys: frozenset[str]
    """Keys of the article's own outlet."""
    mentions: tuple[Mention, ...]
    """Other outlets, in order of their places."""
    own: tuple[Mention, ...]
    """Places where the outlet names itself: "told <itself>", its own dateline."""
    own_because: str | None
    """What shows own reporting, as a clause; None: nothing does."""


def credits_of(annotated: Annotated, outlets: Outlets, story_keys: frozenset[str]) -> Credits:
    """Read an article for outlets it names as sources; ``story_keys`` are those of all outlets among the reports."""
    article = annotated.article
    keys = outlet_keys(article, outlets)
    resolve = _Resolver(outlets, story_keys)
    whole = {(mention.key, mention.how): mention for mention in reversed(list(_carried(article, resolve)))}
    found = [_in_full(m, article.text, outlets, keys) for m in (*reversed(whole.values()), *_framed(annotated, resolve))]
    own = tuple(mention for mention in found if mention.key in keys)
    others = tuple(mention for mention in found if mention.key not in keys)
    return Credits(keys=keys, mentions=others, own=own, own_because=_own_reporting(article, own, others))


def _in_full(mention: Mention, text: str, outlets: Outlets, own: frozenset[str]) -> Mention:
    """ "The Times" in an article that also names The New York Times means that one, "the Post" in one that names The Washington Post."""
    short = mention.outlet.removeprefix("The ").removeprefix("the ")
    if len(short.split()) > 1 or short not in _SHORT:
        return mention
    longer = {
        outlet.name
        for form, outlet in outlets.find(text)
        if form.endswith(f" {short}") and len(form.split()) > (2 if form[:4] == "The " else 1)
    }
    longer |= {key for key in own if key.endswith(f" {short}")}
    if len(longer) != 1:
        return mention
    full = longer.pop()
    return Mention(outlet=full, key=full, how=mention.how, span=mention.span)


def outlet_keys(article: Article, outlets: Outlets) -> frozenset[str]:
    """Return every key under which the outlet of ``article`` may be named in a text."""
    keys = set()
    for name in filter(None, (article.outlet, article.url)):
        known = outlets.by_form(name) or (outlets.by_domain(name) if "." in name else None)
        if known:
            keys.add(known.name)
        elif "." in name:
            labels = (host(name) or "").split(".")
            label = max(labels[:-1] or labels, key=len)
            keys |= {_squeeze(label), _squeeze(label).removeprefix("the")}
            keys |= {_squeeze(label)[i:] for i in range(2, 4) if len(label) - i >= 7}  # nydailynews.com is "the Daily News" to itself
        else:
            keys.add(_squeeze(name))
    # Who pastes a report into a file names the file after the outlet; elsewhere the id says nothing that the outlet does not.
    return frozenset(keys or {_squeeze(article.id)}) - {""}


def declared_keys(article: Article) -> frozenset[str]:
    """Return keys of agencies that a dateline or a source line of ``article`` names, listed or not."""
    lines = (*AGENCY_LINE.finditer(article.text, 0, _HEAD), *SOURCE_LINE.finditer(article.text))
    return frozenset(_squeeze(line["name"]) for line in lines)


class _Resolver:
    """Finds the outlet at the beginning or the end of a run of capitalised words."""

    def __init__(self, outlets: Outlets, story_keys: frozenset[str]) -> None:
        self._outlets = outlets
        self._story_keys = story_keys

    def known(self, name: str) -> tuple[str, str] | None:
        """Return (name, key) of a listed outlet or of one among the reports."""
        if outlet := self._outlets.by_form(name):
            # Acronyms are names only in capitals, and a name begins with one.
            return (outlet.name, outlet.name) if outlet.kind != "photo" and not name.islower() else None
        key = _squeeze(name)
        return (name.removeprefix("the ").removeprefix("The "), key) if key in self._story_keys else None

    def agency(self, form: str) -> tuple[str, str] | None:
        """Return (name, key) of a listed agency."""
        outlet = self._outlets.by_form(form)
        return (outlet.name, outlet.name) if outlet and outlet.kind == "agency" else None

    def first(self, phrase: str, medium: bool) -> tuple[str, str, int] | None:
        """Return (name, key, end in ``phrase``) of the outlet it begins with; ``medium``: a word before it says that it is one."""
        words = list(re.finditer(r"\S+", phrase))
        runs = [(a, b) for a in range(min(3, len(words))) for b in range(len(words), a, -1)]  # third word: "the Ambry Guardian"
        for look in (self.known, _looks_like_outlet):
            for a, b in runs if look == self.known else [run for run in runs if run[0] == 0]:
                name = _bare(phrase[words[a].start() : words[b - 1].end()])
                if found := look(name):
                    return (*found, words[a].start() + len(name))
        name = _bare(words[0].group())
        return (name, _squeeze(name), len(name)) if medium and name.lower() not in CALENDAR | {"the", "a", "police"} else None

    def last(self, phrase: str, listed: bool) -> tuple[str, str] | None:
        """Return (name, key) of the outlet that ``phrase`` ends with; ``listed``: only such as are known."""
        words = phrase.split()
        names = [_bare(" ".join(words[start:])) for start in range(len(words))]
        if found := next(filter(None, map(self.known, names)), None):
            return found
        return None if listed else next(filter(None, map(_looks_like_outlet, names)), None)


def _framed(annotated: Annotated, resolve: _Resolver) -> Iterator[Mention]:
    """Mentions in running text, in order, one for a place."""
    text = annotated.article.text
    found: dict[tuple[str, int], Mention] = {}
    surnames = {alias.canonical.split()[-1] for alias in annotated.aliases if alias.kind == "person" and " " in alias.canonical}
    for mention in _frames(text, resolve):
        span = mention.span or (0, 0)
        in_passing = mention.how == "broadcast" and span[0] > len(text) // 3
        in_furniture = any(overlap(span, furniture) for furniture in annotated.article.furniture)
        if not in_passing and not in_furniture and mention.outlet not in surnames:
            found.setdefault((mention.key, span[1]), mention)
    for quotation in annotated.quotations:
        outlet = resolve.first(quotation.addressee, False) if quotation.addressee and quotation.addressee.strip() else None
        if outlet and not any(mention.key == outlet[1] and mention.how != "report" for mention in found.values()):
            mention = Mention(outlet=outlet[0], key=outlet[1], how="told", span=quotation.spans[0])
            found[mention.key, quotation.spans[0][1]] = mention
    yield from sorted(found.values(), key=lambda mention: (mention.span or (0, 0), mention.key))


def _frames(text: str, resolve: _Resolver) -> Iterator[Mention]:
    for how, pattern in BEFORE:
        for match in pattern.finditer(text):
            if found := resolve.first(match["name"], bool(match["medium"])):
                name, key, end = found
                yield Mention(outlet=name, key=key, how=how, span=(match.start(), match.start("name") + end))
    for listed, pattern in AFTER:
        for match in pattern.finditer(text):
            if outlet := resolve.last(match["name"], listed):
                yield Mention(outlet=outlet[0], key=outlet[1], how="report", span=match.span())


def _carried(article: Article, resolve: _Resolver) -> Iterator[Mention]:
    """Credits that stand for the whole report: dateline, copyright, URL, credit and byline."""
    text = article.text
    for match in DATELINE.finditer(text, 0, _HEAD):
        if outlet := resolve.known(match["name"].strip()):
            yield Mention(outlet=outlet[0], key=outlet[1], how="dateline", span=match.span())
    for match in SOURCE_LINE.finditer(text):
        if outlet := resolve.known(match["name"]):
            yield Mention(outlet=outlet[0], key=outlet[1], how="credit", span=match.span())
    for match in COPYRIGHT.finditer(text):
        phrases = (re.sub(r"^(?:Copyright|[\d ]+)+", "", phrase["name"]).strip() for phrase in re.finditer(NAME, match.group()))
        if found := next(filter(None, (resolve.first(phrase, False) for phrase in phrases if phrase)), None):
            yield Mention(outlet=found[0], key=found[1], how="copyright", span=match.span())
    for outlet in _in_folders(article.url, resolve):
        yield Mention(outlet=outlet[0], key=outlet[1], how="url", span=None)
    parts = [(text[part.span[0] : part.span[1]], part.span) for part in article.parts if part.kind in ("credit", "byline")]
    named = {match.group() for credit in (*article.credit, *article.byline) for match in re.finditer(NAME, credit)}
    for name in sorted(named):
        if outlet := resolve.known(name):
            span = next((span for raw, span in parts if name in raw), None)
            yield Mention(outlet=outlet[0], key=outlet[1], how="credit", span=span)


def _in_folders(url: str | None, resolve: _Resolver) -> Iterator[tuple[str, str]]:
    """Agencies whose name is a folder of the path: ``wires/afp/``, ``aponline/``. The last part is a headline and not read."""
    path = re.sub(r"^\w+://[^/]*|[?#].*", "", url or "")  # no URL parser: what is no valid URL has no folders either, and no error
    folders = path.split("/")[:-1]
    for folder in folders:
        name = folder.removesuffix("online") if folder != "online" else folder
        for form in (name.upper(), name.capitalize()):
            if len(name) > 1 and name.isalpha() and (outlet := resolve.agency(form)):
                yield outlet
                break


def _own_reporting(article: Article, own: Iterable[Mention], others: Iterable[Mention]) -> str | None:
    """Return what shows that the outlet reported itself, the strongest sign first."""
    for mention in own:
        if mention.how == "told" and mention.span:
            return f"names itself: “{' '.join(article.text[slice(*mention.span)].split())}”"
    if any(mention.how == "dateline" for mention in own):
        return "its own dateline"
    if match := OWN_HAND.search(article.text):
        return f"reporters of its own: “{_sentence_to(article.text, match.span())}”"
    carried = any(mention.how not in ("told", "report") for mention in others)
    if not carried and (match := PLACE_LINE.search(article.text, 0, _HEAD)):
        return f"a dateline without an agency: “{match.group()[:-1].strip()}”"
    return None


def _sentence_to(text: str, span: Span) -> str:
    """The sentence up to the end of ``span``, so that a reader sees whose hand it is; cut at its front where it is long."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, span[0] - _SENTENCE), span[0])]
    start = max([0, span[0] - _SENTENCE, *ends[-1:]])
    cut = start == span[0] - _SENTENCE and not ends
    words = " ".join(text[start : span[1]].split())
    return "… " + words.partition(" ")[2] if cut else words


def _bare(name: str) -> str:
    return re.sub(r"[’']s?$", "", name.rstrip(".,;:"))


def _looks_like_outlet(name: str) -> tuple[str, str] | None:
    """An outlet by its form alone: "Saltmarsh Courier", "XYZ7", "WXQR"."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    if not words:
        return None
    named = len(words) > 1 and words[-1].lower() in _OUTLET_LAST and not any(word == "and" or word.endswith(("’s", "'s")) for word in words)
    named = named and words[0][0].isupper()
    bare = " ".join(words)
    return (bare, _squeeze(bare)) if named or _CALL_SIGN.fullmatch(bare) else None


@cache
def _squeeze(name: str) -> str:
    folded = name.casefold().strip()
    return re.sub(r"\W+", "", folded.removeprefix("the "))
