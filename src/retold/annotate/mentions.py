"""Runs of capitalised words that may be names, with what stands before them and what the recogniser took them for."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ..records import Record, Span
from .folding import POSSESSIVE, fold, name_key
from .given_names import GIVEN
from .parse import Paragraph
from .roles import BODIES, DEEDS, FORMER, OFFICES, PARTICLES, TITLES, TOPICS
from .states import state_of
from .tokens import Line, Token

Kind = Literal["person", "body", "place"]

_LABELS: dict[str, Kind] = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "place"}
_NOT_NAMES = frozenset(
    """i it he she we they the a an this that these those and but or if in on at for with by from as to of mr mrs ms monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november december
    read more advertisement updated published photo photos image copyright exclusive breaking watch watched listen video related
    source christmas ramadan thanksgiving yes no not when where
    who what why how while after before since because there here our my his her their its your""".split()
)


_GLUED = re.compile(r"\b([A-Z][a-z’'-]{2,})(?=[A-Z][a-z]|[A-Z]{2})")
_LINK = 120  # characters
_GRAMMAR = frozenset("VERB AUX ADV ADP PRON DET SCONJ CCONJ".split())
_SIDES = frozenset({"majority", "minority", "democratic", "republican"})
_OFFICIAL = TITLES | OFFICES
_BEFORE_SURNAMES = GIVEN | (TITLES - TOPICS)
_HOLDERS = (TITLES - TOPICS - BODIES) | (OFFICES - BODIES)
_YOUNGER = frozenset({"Jr.", "Jr", "Sr.", "Sr"})
_ENDS = _SIDES | _HOLDERS
_PARTY = re.compile(r"[DRI]-[A-Z]")
"""What stands in brackets behind a member of congress: "R-Calif"."""
_MONTHS = frozenset({"april", "may", "june", "august"})
"""Months that are names of persons as well."""
_SYLLABLE = 5  # letters: "Ying-ling" is a given name, "Marlow-supporting" an adjective
_MADE = frozenset("style friendly born led built made run held wide like era long free old".split())
"""What a name and a hyphen make an adjective with, besides participles: "Tarnby-style", "Marlow-backed"."""
_OF = BODIES | set("republic kingdom commonwealth gulf strait straits bay sea isle isles code".split())
"""Words that "of" joins to the rest of a name, of bodies and others."""
_ON = frozenset("committee commission council conference institute center centre panel convention".split())
_OWNERS = frozenset("People Women Men Workers Veterans Children Teachers".split())
"""Whose body it is where a name goes on behind the possessive: "People's Republic"."""


class Mention(Record, frozen=True, kw_only=True):
    """A run of capitalised words that may be a name, titles stripped."""

    span: Span
    text: str
    key: tuple[str, ...]
    """Words folded: lower case, no diacritics, no particles."""
    title: str
    """Titles and offices that stood before it, as printed ("Deputy Foreign Minister"); empty: none."""
    label: Kind | None
    """What the recogniser took it for."""


def find_mentions(paragraphs: Sequence[Paragraph], text: str) -> list[Mention]:
    """Find the mentions of an article in order; those of headlines only where the body has the same name: there capitals tell nothing."""
    in_body, in_titles = list[Mention](), list[Mention]()
    lines = [(p, _set_as_title(p)) for p in paragraphs]
    seen = _seen_inside([p for p, titled in lines if not titled])
    for p, titled in lines:
        (in_titles if titled else in_body).extend(_mentions(p, titled, text, seen))
    known = {m.key for m in in_body}
    return sorted([*in_body, *(m for m in in_titles if m.key in known)], key=lambda m: m.span)


def _seen_inside(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """The words that are names inside a sentence, where a capital tells: at the head of one they are names too."""
    return frozenset(
        t.text
        for p in paragraphs
        for t in p.doc
        if t.pos_ == "PROPN"
        and not t.is_sent_start
        and len(t.text) > 2
        and t.text[0].isupper()
        and not t.text.isupper()
        and not _hyphened(t)
    )


def _hyphened(token: Token) -> bool:
    tokens, i = token.doc.tokens, token.i
    return (i > 0 and tokens[i - 1].text == "-") or (i + 1 < len(tokens) and tokens[i + 1].text == "-")


def _mentions(paragraph: Paragraph, titled: bool, text: str, seen: frozenset[str]) -> Iterator[Mention]:
    labels = {t.i: _LABELS[t.ent_type_] for t in paragraph.doc if t.ent_type_ in _LABELS}
    for run in _runs(paragraph, titled, seen):
        for part in _parted(paragraph.doc, run, seen):
            yield from _split_run(paragraph, part, labels, text)


def _capital(token_text: str) -> bool:
    return token_text[:1].isupper() or (token_text[:3].casefold() in {"al-", "el-"} and len(token_text) > 3)


def _set_as_title(paragraph: Paragraph) -> bool:
    """Whether most words of a line are capitalised; a line that ends in a full stop is a sentence full of names."""
    if paragraph.doc.text.rstrip("”’\"' ").endswith((".", ",")):
        return False
    words = [t for t in paragraph.doc if t.is_alpha and len(t.text) > 3]
    return len(words) > 2 and sum(_capital(t.text) for t in words) > 0.65 * len(words)


def _runs(paragraph: Paragraph, titled: bool, seen: frozenset[str]) -> Iterator[list[int]]:
    """Runs of token indices: capitalised words, with particles, hyphens and initials' full stops between two of them."""
    doc, run = paragraph.doc, list[int]()
    if sum(t.text.isupper() and len(t.text) > 1 for t in doc) > len(doc) / 2:
        return  # capitals tell nothing where all is set in them
    for i, token in enumerate(doc):
        starts = titled or i == 0 or bool(token.is_sent_start)
        if _is_name_word(token, starts, seen) or (run and _goes_on(doc, run, i)):
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_name_word(token: Token, starts: bool, seen: frozenset[str]) -> bool:
    """Whether a capitalised word is part of a name; where any word would be capitalised, the tagger or recogniser must say so."""
    word = token.text
    if not _capital(word) or not any(c.isalpha() for c in word):
        return False
    if fold(word).strip(".") in _NOT_NAMES and not (_month_named(token) or _initial(token)):
        return False
    if _new_year(token):
        return False
    if token.ent_type_ in _LABELS or token.pos_ == "PROPN":
        return True
    if token.is_sent_start and (word in seen or _given_name(token)):
        return True
    if token.pos_ not in _GRAMMAR:
        return not starts
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None  # "a pilot of All Tarnby": a capital that grammar can't explain
    return not starts and bool(token.whitespace_) and follows is not None and follows.pos_ == "PROPN" and _capital(follows.text)


def _initial(token: Token) -> bool:
    """Whether a letter is the initial of a middle name, "Mara A. Tonn", and no word."""
    return len(token.text) == 2 and token.text[1] == "." and token.i > 0 and _capital(token.nbor(-1).text)


def _new_year(token: Token) -> bool:
    tokens, i = token.doc.tokens, token.i
    if token.text == "Year":
        return i > 0 and tokens[i - 1].text == "New"
    return token.text == "New" and i + 1 < len(tokens) and tokens[i + 1].text == "Year"


def _month_named(token: Token) -> bool:
    """Whether a word that may be a month is a surname: the recogniser says so, or it stands behind a given name or a title."""
    if token.i == 0 or fold(token.text) not in _MONTHS:
        return False
    if token.ent_type_ == "PERSON":
        return True
    before = fold(token.nbor(-1).text).strip(".")
    return before not in _MONTHS and before in _BEFORE_SURNAMES and _capital(token.nbor(-1).text)


def _parted(doc: Line, run: list[int], seen: frozenset[str]) -> Iterator[list[int]]:
    """Part a run at hyphens that join two names, or a name with a word to an adjective: `Marlow-Brandt`, `Tarnby-based Norrel Line`."""
    start = 0
    whole = fold(doc[run[-1]].text) in DEEDS or any(doc[i].text in {"of", "for", "on"} for i in run)  # the "Norrel-Selvic Agreement"
    for k in range(1, len(run) - 1):
        if doc[run[k]].text != "-" or k < start:
            continue
        after = doc[run[k + 1]].text
        made = after.islower() and (after.endswith("ed") or after in _MADE or (after.endswith("ing") and len(after) > _SYLLABLE))
        if made or (not whole and ({doc[run[k - 1]].text, after} <= seen or _two_states(doc, run[start:k], after))):
            yield run[start:k]
            start = k + 2 if made else k + 1
    if start < len(run):
        yield run[start:]


def _two_states(doc: Line, before: list[int], after: str) -> bool:
    """Whether two states stand at either side of a hyphen: `Canada-US`, no `Mexican-American`."""
    one, other = state_of(" ".join(doc[i].text for i in before)), state_of(after)
    return one is not None and other is not None and one != other and (after.isupper() or fold(other) == fold(after))


def _given_name(token: Token) -> bool:
    """Whether a sentence begins with a common given name and another capitalised word."""
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return fold(token.text) in GIVEN and follows is not None and _capital(follows.text) and follows.is_alpha


def _goes_on(doc: Line, run: list[int], i: int) -> bool:
    """Whether a word that is no name itself goes on with one: `Jean-luc`, `de la`, `&`, `J.`, `of Justice`, `Flight 12`."""
    token, last = doc[i], doc[run[-1]]
    follows = doc[i + 1] if i + 1 < len(doc) else None
    tight = not last.whitespace_ and run[-1] == i - 1
    if last.text == "-" and tight:
        return bool(token.text[:1].isalpha())
    if follows is None:
        return False
    if token.text in {"-", "’", "'"}:
        return bool(tight and not token.whitespace_ and follows.text[:1].isalpha())
    if token.text == ".":
        return tight and len(last.text) <= 3
    if token.text in {"'s", "’s"}:
        return tight and last.text in _OWNERS and _capital(follows.text)
    if token.text == ",":
        return follows.text in _YOUNGER and run[-1] == i - 1
    if token.text.isdigit():
        return len(token.text) < 5 and token.ent_type_ in {"ORG", "FAC"}
    return _of_body(doc, run, i) or _particle(doc, i)


def _particle(doc: Line, i: int) -> bool:
    """Whether a particle, or the first of several, leads to a capitalised word: `de la Cruz`, `van der Velde`, `al-Rashidi`, `& Sons`."""
    for token in doc.tokens[i : i + 4]:
        if token.i > i and _capital(token.text):
            return fold(token.text) not in _NOT_NAMES
        joined = token.text == "-" and token.i > i and not token.whitespace_
        if token.text == "of" or not (token.text == "&" or fold(token.text) in PARTICLES or joined):
            return False
    return False


def _of_body(doc: Line, run: list[int], i: int) -> bool:
    """`of`, and `the` behind it, inside the name of a body: "Department of Justice", "Committee of the Red Cross"."""
    if doc[i].text in {"of", "for", "on"} and (fold(doc[run[-1]].text) in _OF or (doc[i].text == "of" and _for_something(doc, run))):
        ahead = i + 2 if i + 2 < len(doc) and doc[i].text != "on" and doc[i + 1].text == "the" else i + 1
        return ahead < len(doc) and _capital(doc[ahead].text) and fold(doc[ahead].text).strip(".") not in _NOT_NAMES
    return doc[i].text == "the" and doc[run[-1]].text in {"of", "for"} and i + 1 < len(doc) and _capital(doc[i + 1].text)


def _for_something(doc: Line, run: list[int]) -> bool:
    """Whether a run is a body for or on something, of which more may follow: "Organization for the Prevention" of Floods."""
    return any(doc[i].text in {"for", "on"} for i in run)


def _split_run(paragraph: Paragraph, run: list[int], labels: dict[int, Kind], text: str) -> Iterator[Mention]:
    """Strip titles from the front and possessives from the end; yield one mention, or two where a body's name stands before a title."""
    doc = paragraph.doc
    words = [doc[i] for i in run]
    if all(_plain(t) in _OFFICIAL or t.text == "-" for t in words):
        return
    is_body = any(fold(t.text) in BODIES for t in words)
    if is_body and words[-1].text == "Flight":  # "Tarnby Airways Flight 12"
        words.pop()
    _drop_titles_behind(words, is_body)
    cut = _title_end(words)
    if is_body and cut and fold(words[-1].text) in BODIES:
        cut = next((k for k, token in enumerate(words) if _plain(token) not in FORMER), 0)
    head, tail = words[:cut], words[cut:]
    again = next((k for k in range(2, len(tail)) if tail[k].text == tail[0].text), len(tail))
    tail = tail[:again]  # "Mara Tonn Mara TonnTop stories": a page's link in the middle of a sentence
    glued = _GLUED.search(text[paragraph.start(tail[0]) : paragraph.start(tail[0]) + _LINK]) if tail else None
    if glued is not None:  # "Mara Tonn Mara (May) TonnTop stories": another page's headline stuck to the name's repetition
        last = next((k for k, token in enumerate(tail) if token.text == glued[1]), None)
        tail = tail[: last + 1] if last is not None else tail
    behind = next((k for k in range(1, len(tail) - 1) if _begins_person(tail[:k], tail[k])), 0)
    if behind:  # "ambassador to the United Nations Mara Tonn"
        yield from _mention(paragraph, tail[:behind], "", labels, text)
        tail = tail[behind:]
    if head and fold(head[0].text).strip(".") not in TITLES:  # "State Department Spokeswoman X", "Berlin Police Chief X"
        lead = [t for t in head if fold(t.text).strip(".") not in TITLES]
        if lead:
            yield from _mention(paragraph, lead[: _contiguous(lead)], "", labels, text)
    if tail:
        yield from _mention(paragraph, tail, " ".join(t.text for t in head), labels, text)


def _drop_titles_behind(words: list[Token], is_body: bool) -> None:
    """Take titles off the end: "US Secretary" of State, "House Majority", "State Department Inspector General"; not off "Mara King"."""
    ends = (_SIDES if any(t.text == "of" for t in words) else _ENDS) if is_body else TITLES
    if is_body or fold(words[0].text) not in GIVEN:
        while len(words) > 1 and _plain(words[-1]) in ends and words[-2].text != "-":
            words.pop()


def _plain(token: Token) -> str:
    return fold(token.text).strip(".")


def _title_end(words: list[Token]) -> int:
    """How many words at the head of a run are a title: up to the last office, or what it is for ("Secretary of | State Mara Tonn")."""
    cut = 0
    for k, token in enumerate(words[:-1]):
        plain, joined = _plain(token), words[k + 1].text == "-"
        if joined and _plain(words[min(k + 2, len(words) - 1)]) not in _OFFICIAL:
            break  # "King-Holm"
        if plain in TITLES or (plain in {"-", ""} and k == cut > 0) or (plain in OFFICES and k == cut):
            cut = k + 1
    named = cut > 0 and fold(words[cut].text) in GIVEN
    office = words[0].i > 0 and words[0].nbor(-1).text == "of"
    if not named and any(token.is_lower for token in words[:cut]):
        return 0  # "Office of the Inspector General"
    while cut and not (named or office):  # "National Harvest Day": nothing stands for an office
        plain = _plain(words[cut - 1])
        if (plain not in TOPICS and plain in _OFFICIAL) or (plain == "executive" and cut > 1):
            break
        cut -= 1
    return cut


def _begins_person(before: list[Token], token: Token) -> bool:
    """Whether a given name stands right behind a name that is none of a person: a body's, a state's, or what an office is of."""
    if fold(token.text) not in GIVEN or fold(before[0].text) in GIVEN:
        return False
    last = before[-1]
    if fold(last.text) in BODIES or state_of(" ".join(t.text for t in before)) is not None:
        return True
    first = before[0]
    link = first.i - 1 if first.i > 1 and first.nbor(-1).text in {"of", "to", "for"} else 0
    return bool(link) and _plain(first.doc[link - 1]) in OFFICES  # "Mayor of Tarnby Ines Marlow"


def _contiguous(tokens: list[Token]) -> int:
    n = 1
    while n < len(tokens) and tokens[n].i == tokens[n - 1].i + 1:
        n += 1
    return n


def _mention(paragraph: Paragraph, tokens: list[Token], title: str, labels: dict[int, Kind], text: str) -> Iterator[Mention]:
    start, end = paragraph.start(tokens[0]), paragraph.end(tokens[-1])
    words = text[start:end]
    stripped = POSSESSIVE.sub("", words).rstrip(" .,-’'") if not words.endswith(("Jr.", "Sr.")) else words
    if re.search(r"\b[A-Z]\.[A-Z]$", stripped):
        stripped = words
    key = name_key(stripped)
    votes = collections.Counter(labels[t.i] for t in tokens if t.i in labels)
    if not key or (len(key) == 1 and (len(key[0]) < 2 or (key[0] in _NOT_NAMES and not (key[0] in _MONTHS and votes["person"])))):
        return
    if _PARTY.match(stripped) or (len(tokens) == 1 and tokens[0].tag_ == "JJ" and votes["place"] and state_of(stripped) is None):
        return  # "R-Calif"; "Islamic", an adjective that is no state's
    label = votes.most_common(1)[0][0] if votes else None
    yield Mention(span=(start, start + len(stripped)), text=stripped, key=key, title=title, label=label)
