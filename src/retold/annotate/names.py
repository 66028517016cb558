"""Names of persons, bodies and places in one article, each mention with the fullest form of the same name.

The statistical recogniser's labels are one vote among others (it errs on names that are not English): titles before a name, words that
make a body, and what the other mentions of the same name were taken for.
"""

from __future__ import annotations

import collections
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from ..records import Alias, Name, Record, Span
from .given_names import MEN, WOMEN
from .parse import Paragraph
from .roles import BODIES, FEMALE, MALE, OFFICES, PARTICLES, TITLES

Kind = Literal["person", "body", "place"]

_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?|\d+")
_POSSESSIVE = re.compile(r"[’']s?$")
_LABELS: dict[str, Kind] = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "place"}
_NOT_NAMES = frozenset(
    """i it he she we they the a an this that these those and but or if in on at for with by from as to of mr mrs ms monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november december
    read more advertisement updated published photo image copyright exclusive breaking watch video related source yes no not when where
    who what why how while after before since because there here our my his her their its your""".split()
)


_GLUED = re.compile(r"\b([A-Z][a-z’'-]{2,})(?=[A-Z][a-z]|[A-Z]{2})")
_LINK = 120  # characters
_JUST_NAMED = 250  # characters
_GRAMMAR = frozenset("VERB AUX ADV ADP PRON DET SCONJ CCONJ".split())


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


class Names(Record, frozen=True, kw_only=True):
    """The names of an article."""

    names: tuple[Name, ...]
    aliases: tuple[Alias, ...]
    female: frozenset[str]
    """Canonical names of persons shown to be women by a title or office."""
    male: frozenset[str]


def fold(text: str) -> str:
    """Lower case without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def name_key(text: str) -> tuple[str, ...]:
    """Words of a name, folded, particles and possessive endings left out; a hyphenated given name counts as its parts."""
    words = (fold(_POSSESSIVE.sub("", w)).strip(".") for w in re.findall(r"[^\W_]+(?:[.’'][^\W_]+)*\.?", text))
    return tuple(w for w in words if w and w not in PARTICLES)


def find_names(paragraphs: Sequence[Paragraph], text: str) -> Names:
    """Find the names in an article's title and body, and which mentions are one name."""
    in_body, in_titles = list[Mention](), list[Mention]()
    for p in paragraphs:
        (in_titles if _set_as_title(p) else in_body).extend(_mentions(p, text))
    known = {m.key for m in in_body}  # capitals tell nothing in a headline: there only names of the body count
    mentions = sorted([*in_body, *(m for m in in_titles if m.key in known)], key=lambda m: m.span)
    kinds = _kinds(mentions, text)
    mentions = [m for m in mentions if m.key in kinds]
    fullest = _fullest(mentions, kinds)
    names, forms = [], collections.defaultdict[str, collections.Counter[str]](collections.Counter)
    roles, kind_of = collections.defaultdict[str, dict[str, None]](dict), dict[str, Kind]()
    for mention in mentions:
        canonical = fullest(mention)
        kind = kind_of.setdefault(canonical, kinds[mention.key])
        names.append(Name(span=mention.span, text=mention.text, kind=kind, canonical=canonical))
        forms[canonical][mention.text] += 1
        for role in _roles(mention, text) if kind == "person" else ():
            roles[canonical].setdefault(role)
    aliases = tuple(
        Alias(canonical=c, kind=kind_of[c], forms=tuple(sorted(f, key=lambda t: (-len(name_key(t)), -len(t), t))), roles=tuple(roles[c]))
        for c, f in forms.items()
    )
    said = {a.canonical: {w for r in (*a.roles, *_titles(mentions, a)) for w in fold(r).split()} for a in aliases if a.kind == "person"}
    for canonical, words in said.items():
        if not words & (FEMALE | MALE) and len(key := name_key(canonical)) > 1:
            words.update({"woman"} if key[0] in WOMEN else (), {"man"} if key[0] in MEN else ())
    return Names(
        names=tuple(names),
        aliases=aliases,
        female=frozenset(c for c, words in said.items() if words & FEMALE),
        male=frozenset(c for c, words in said.items() if words & MALE and not words & FEMALE),
    )


def _titles(mentions: Iterable[Mention], alias: Alias) -> Iterator[str]:
    forms = set(alias.forms)
    return (m.title for m in mentions if m.text in forms and m.title)


def _mentions(paragraph: Paragraph, text: str) -> Iterator[Mention]:
    labels: dict[int, Kind] = {}
    for entity in paragraph.doc.ents:
        if entity.label_ in _LABELS:
            labels.update(dict.fromkeys(range(entity.start, entity.end), _LABELS[entity.label_]))
    for run in _runs(paragraph):
        yield from _split_run(paragraph, run, labels, text)


def _capital(token_text: str) -> bool:
    return token_text[:1].isupper() or (token_text[:3].casefold() in {"al-", "el-"} and len(token_text) > 3)


def _set_as_title(paragraph: Paragraph) -> bool:
    """Whether most words of a line are capitalised; a line that ends in a full stop is a sentence full of names."""
    if paragraph.doc.text.rstrip("”’\"' ").endswith((".", ",")):
        return False
    words = [t for t in paragraph.doc if t.is_alpha and len(t.text) > 3]
    return len(words) > 2 and sum(_capital(t.text) for t in words) > 0.65 * len(words)


def _runs(paragraph: Paragraph) -> Iterator[list[int]]:
    """Runs of token indices: capitalised words, with particles, hyphens and initials' full stops between two of them."""
    doc, run = paragraph.doc, list[int]()
    if sum(t.text.isupper() and len(t.text) > 1 for t in doc) > len(doc) / 2:
        return  # capitals tell nothing where all is set in them
    titled = _set_as_title(paragraph)
    for i, token in enumerate(doc):
        starts = titled or i == 0 or bool(token.is_sent_start)
        if _is_name_word(token, starts) or (run and _goes_on(doc, run, i)):
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_name_word(token: Any, starts: bool) -> bool:
    """Whether a capitalised word is part of a name; where any word would be capitalised, the tagger or recogniser must say so."""
    word = token.text
    if not _capital(word) or not any(c.isalpha() for c in word) or fold(word).strip(".") in _NOT_NAMES:
        return False
    if token.ent_type_ in _LABELS or token.pos_ == "PROPN":
        return True
    if token.pos_ not in _GRAMMAR:
        return not starts
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None  # "a pilot of All Tarnby": a capital that grammar can't explain
    return not starts and bool(token.whitespace_) and follows is not None and follows.pos_ == "PROPN" and _capital(follows.text)


def _goes_on(doc: Any, run: list[int], i: int) -> bool:
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
    if token.text.isdigit():
        return len(token.text) < 5 and token.ent_type_ in {"ORG", "FAC"}
    return _of_body(doc, run, i) or _particle(doc, i)


def _particle(doc: Any, i: int) -> bool:
    """Whether a particle, or the first of several, leads to a capitalised word: `de la Cruz`, `van der Velde`, `al-Rashidi`, `& Sons`."""
    for token in doc[i : i + 4]:
        if token.i > i and _capital(token.text):
            return fold(token.text) not in _NOT_NAMES
        joined = token.text == "-" and token.i > i and not token.whitespace_
        if token.text == "of" or not (token.text == "&" or fold(token.text) in PARTICLES or joined):
            return False
    return False


def _of_body(doc: Any, run: list[int], i: int) -> bool:
    """`of`, and `the` behind it, inside the name of a body: "Department of Justice", "Committee of the Red Cross"."""
    if doc[i].text == "of" and fold(doc[run[-1]].text) in BODIES:
        ahead = i + 2 if i + 2 < len(doc) and doc[i + 1].text == "the" else i + 1
        return ahead < len(doc) and _capital(doc[ahead].text)
    return doc[i].text == "the" and doc[run[-1]].text == "of" and i + 1 < len(doc) and _capital(doc[i + 1].text)


def _split_run(paragraph: Paragraph, run: list[int], labels: dict[int, Kind], text: str) -> Iterator[Mention]:
    """Strip titles from the front and possessives from the end; yield one mention, or two where a body's name stands before a title."""
    doc = paragraph.doc
    words = [doc[i] for i in run]
    cut = 0
    for k, token in enumerate(words):
        plain = fold(token.text).strip(".")
        if (plain in TITLES or (plain in OFFICES and k == cut)) and k < len(words) - 1:
            cut = k + 1
    is_body = any(fold(t.text) in BODIES for t in words)
    if is_body and words[-1].text == "Flight":  # "Tarnby Airways Flight 12"
        words.pop()
    if cut == len(words) - 1 and fold(words[-1].text).strip(".") in TITLES | OFFICES:
        return
    if not is_body:
        while words and fold(words[-1].text).strip(".") in TITLES and len(words) > 1:  # "US Secretary" of State
            words.pop()
        cut = min(cut, len(words) - 1)
    if is_body and cut and fold(words[-1].text) in BODIES:
        cut = 0
    head, tail = words[:cut], words[cut:]
    again = next((k for k in range(2, len(tail)) if tail[k].text == tail[0].text), len(tail))
    tail = tail[:again]  # "Mara Tonn Mara TonnTop stories": a page's link in the middle of a sentence
    glued = _GLUED.search(text[paragraph.start(tail[0]) : paragraph.start(tail[0]) + _LINK]) if tail else None
    if glued is not None:  # "Mara Tonn Mara (May) TonnTop stories": another page's headline stuck to the name's repetition
        last = next((k for k, token in enumerate(tail) if token.text == glued[1]), None)
        tail = tail[: last + 1] if last is not None else tail
    behind = next((k for k in range(1, len(tail) - 1) if _begins_person(tail[k - 1], tail[k])), 0)
    if behind:  # "ambassador to the United Nations Mara Tonn"
        yield from _mention(paragraph, tail[:behind], "", labels, text)
        tail = tail[behind:]
    if head and fold(head[0].text).strip(".") not in TITLES:  # "State Department Spokeswoman X", "Berlin Police Chief X"
        lead = [t for t in head if fold(t.text).strip(".") not in TITLES]
        if lead:
            yield from _mention(paragraph, lead[: _contiguous(lead)], "", labels, text)
    if tail:
        yield from _mention(paragraph, tail, " ".join(t.text for t in head), labels, text)


def _begins_person(before: Any, token: Any) -> bool:
    """Whether a given name stands right behind a word that ends the name of a body."""
    return fold(before.text) in BODIES and fold(token.text) in WOMEN | MEN


def _contiguous(tokens: list[object]) -> int:
    n = 1
    while n < len(tokens) and tokens[n].i == tokens[n - 1].i + 1:  # type: ignore[attr-defined]
        n += 1
    return n


def _mention(paragraph: Paragraph, tokens: list[object], title: str, labels: dict[int, Kind], text: str) -> Iterator[Mention]:
    start, end = paragraph.start(tokens[0]), paragraph.end(tokens[-1])  # type: ignore[arg-type]
    words = text[start:end]
    stripped = _POSSESSIVE.sub("", words).rstrip(" .,-’'") if not words.endswith(("Jr.", "Sr.")) else words
    if re.search(r"\b[A-Z]\.[A-Z]$", stripped):
        stripped = words
    key = name_key(stripped)
    if not key or (len(key) == 1 and (len(key[0]) < 2 or key[0] in _NOT_NAMES)):
        return
    votes = collections.Counter(labels[t.i] for t in tokens if t.i in labels)  # type: ignore[attr-defined]
    label = votes.most_common(1)[0][0] if votes else None
    yield Mention(span=(start, start + len(stripped)), text=stripped, key=key, title=title, label=label)


def _kinds(mentions: Sequence[Mention], text: str) -> dict[tuple[str, ...], Kind]:
    """Decide for every name what it is; names that nothing speaks for are left out."""
    votes = collections.defaultdict[tuple[str, ...], collections.Counter[Kind]](collections.Counter)
    for m in mentions:
        if m.label:
            votes[m.key][m.label] += 1
        if any(fold(w).strip(".") in TITLES for w in m.title.split()):
            votes[m.key]["person"] += 2
        if any(w in BODIES for w in m.key):
            votes[m.key]["body"] += 3
        elif len(m.key) > 1 and m.key[0] in WOMEN | MEN:
            votes[m.key]["person"] += 2
        if any(True for _ in _roles(m, text)):
            votes[m.key]["person"] += 2
        votes[m.key] += collections.Counter()
    own = {k: v.copy() for k, v in votes.items()}
    for key in votes:  # a shorter form is what its full form is, and the other way round
        for other in votes:
            if key != other and (same_name(key, other) or same_name(other, key)):
                votes[key]["person"] += own[other]["person"]
            begins = 1 < len(key) < len(other) and key == other[: len(key)] and own[other]["body"] > 2
            if begins and own[key]["person"] < 2 + _seen(mentions, key) and key[0] not in WOMEN | MEN:
                votes[key]["body"] += own[other]["body"] + own[key]["person"]  # "All Tarnby" beside "All Tarnby Airways"
    kinds: dict[tuple[str, ...], Kind] = {key: max(v, key=lambda k: (v[k], k)) for key, v in votes.items() if +v}
    full = {key for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    for key in kinds:  # a surname follows its full name, whatever the recogniser took it for
        if any(key != f and key[-1] == f[-1] and same_name(key, f) for f in full):
            kinds[key] = "person"
    return kinds


def _seen(mentions: Sequence[Mention], key: tuple[str, ...]) -> int:
    return sum(m.key == key for m in mentions)


def same_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether ``short`` can be a shorter form of ``full``: its words in the same order, with the last or the first word among them, or the
    last word but one alone: the first of two surnames ("José Peñalver Ortega", "Peñalver")."""
    if not short or len(short) > len(full):
        return False
    rest = iter(full)
    if not all(any(w == x or (len(w) == 1 and x.startswith(w)) for x in rest) for w in short):
        return False
    return short[-1] == full[-1] or short[0] == full[0] or (len(full) > 2 and short == full[-2:-1])


def _fullest(mentions: Sequence[Mention], kinds: dict[tuple[str, ...], Kind]):  # type: ignore[no-untyped-def]
    """Return a function from a mention to the fullest form of its name.

    Of two people of one surname, the bare surname means the one last named in full right before it, else whom the article named first:
    newspapers keep the bare surname for the person that the story is about and name relatives in full.
    """
    text_of: dict[tuple[str, ...], str] = {}
    for m in mentions:
        if m.key not in text_of or len(m.text) > len(text_of[m.key]):
            text_of[m.key] = m.text
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in text_of:
        longer[key] = [f for f in text_of if len(f) > len(key) and kinds[f] == kinds[key] and _may_shorten(key, f, kinds[key])]
    at = collections.defaultdict[tuple[str, ...], list[int]](list)
    for m in mentions:
        at[m.key].append(m.span[0])
    for key, fuller in longer.items():  # "Add Mara Tonn", once, beside "Mara Tonn": a word that strayed into the name
        longer[key] = [f for f in fuller if not (len(key) > 1 and f[-len(key) :] == key and len(at[f]) == 1 < len(at[key]))]

    def fullest(mention: Mention) -> str:
        candidates = longer[mention.key]
        if not candidates:
            return text_of[mention.key]
        tops = [c for c in candidates if not longer[c]] or candidates
        surnamed = [c for c in tops if c[-1] == mention.key[-1]] or tops
        near = [(p, c) for c in surnamed for p in at[c] if 0 <= mention.span[0] - p < _JUST_NAMED]
        if near:
            return text_of[max(near)[1]]
        return text_of[min(surnamed, key=lambda c: (at[c][0], c))]

    return fullest


def _may_shorten(short: tuple[str, ...], full: tuple[str, ...], kind: Kind) -> bool:
    if kind == "person":
        return same_name(short, full)
    if kind == "place":
        return False
    acronym = "".join(w[0] for w in full)
    inside = any(short == full[i : i + len(short)] for i in range(len(full) - len(short) + 1))
    return (inside and not set(short) <= BODIES) or (len(short) == 1 and len(short[0]) > 2 and short[0] == acronym)


def _roles(mention: Mention, text: str) -> Iterator[str]:
    """Offices right before or in apposition after a mention."""
    left = text[max(0, mention.span[0] - 80) : mention.span[0]]
    words = re.split(r"[\n.;:,“”\"]", left)[-1].split()
    taken: list[str] = []
    for word in reversed(words):
        plain = fold(word).strip(".")
        linked = plain in {"of", "for", "the"} and taken and not any(fold(w).strip(".") in OFFICES for w in taken)
        if plain in TITLES or plain in OFFICES or linked or (taken and (word[:1].isupper() or word.endswith(("'s", "’s")))):
            taken.insert(0, word)
        else:
            break
    while taken and taken[0].islower() and fold(taken[0]) in {"of", "for", "the"}:
        taken.pop(0)
    if taken and any(fold(w).strip(".") in OFFICES for w in taken):
        yield " ".join(taken)
    after = re.match(r",\s+((?:an?|the|his|her|their)\s+)?(?!who|which|that)([^,.;:\n“”\"]{3,90})[,.;]", text[mention.span[1] :])
    if after and any(fold(w) in OFFICES for w in re.findall(r"\w+", after[2].split(" of ")[0].split(" for ")[0])):
        yield after[2].strip()
    before = re.search(r"(?:^|[.,“\"\n]\s*|\s)((?:[Aa]n?|[Tt]he|[A-Z][\w.]+[’']s)\s+[^,.;:\n“”\"]{3,70}),\s+$", left)
    if before and any(fold(w) in OFFICES for w in re.findall(r"\w+", before[1].split(" of ")[0].split(" for ")[0])):
        yield re.sub(r"^(?:[Aa]n?|[Tt]he)\s+", "", before[1])
