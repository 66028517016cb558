"""Who and what stand beside a predicate: noun groups by grammar, each with the fullest name of whom it means where that is plain."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from ..records import Argument, Name, Quotation, Span
from .base_forms import base_form
from .names import Names
from .parse import Paragraph
from .roles import FEMALE, GENERIC, MALE, OFFICES
from .tokens import Token

_PREMODIFIERS = frozenset(
    {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case", "punct", "npadvmod"}
)
_HE, _SHE, _I = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"}), frozenset({"i", "me", "my", "mine"})
_IT = frozenset({"it", "they", "its", "their"})
_PERSONS = OFFICES | GENERIC | FEMALE | MALE
_NEAR = 400  # characters before a pronoun in which its person must be named
_CLIMB = 8  # heads above a pronoun among which a clause's subject is looked for


class Cast:
    """The names of one article, ready to tell whom a token means."""

    def __init__(self, paragraphs: Sequence[Paragraph], names: Names, quotations: Sequence[Quotation], skipped: frozenset[int]) -> None:
        self._names = names
        self._skipped = skipped
        """Where the tokens of dates start, which are no arguments."""
        self._of: dict[int, Name] = {}
        self._kinds = {a.canonical: a.kind for a in names.aliases}
        self._persons: list[tuple[int, str, bool]] = []
        self._roles: dict[str, str | None] = {}
        self._known: dict[Token, Argument | None] = {}
        told = [(q, q.speaker.canonical) for q in quotations if q.speaker is not None and not q.uncertain]
        self._speaks = {q.speaker.span[0]: c for q, c in told if q.speaker and q.speaker.span and c in self._kinds}
        """Whom a pronoun that speaks means, where it starts."""
        said = ((s, q.speaker.canonical if q.speaker and not q.uncertain else None) for q in quotations for s in q.spans)
        self._said = sorted(said, key=lambda s: s[0])
        self._direct = frozenset(s for q in quotations if q.kind == "direct" for s in q.spans)
        self._index(paragraphs)

    def _index(self, paragraphs: Sequence[Paragraph]) -> None:
        """Note which token belongs to which name, and which office somebody is called by."""
        starts = [p.span[0] for p in paragraphs]
        for name in self._names.names:
            paragraph = paragraphs[bisect.bisect_right(starts, name.span[0]) - 1]
            tokens = paragraph.tokens(name.span)
            for token in tokens:
                self._of[paragraph.start(token)] = name
            if name.kind == "person" and tokens and tokens[-1].dep_ != "poss":  # "Orr's lawyers": who then is "he"?
                self._persons.append((name.span[0], name.canonical, any(t.dep_ in {"nsubj", "nsubjpass"} for t in tokens)))
                title = paragraph.doc[tokens[0].i - 1].lower_ if tokens[0].i else ""
                if title in OFFICES:
                    self._role(title, name.canonical)
        for alias in self._names.aliases:
            for office in {r.split()[-1].lower() for r in alias.roles} & OFFICES if alias.kind == "person" else ():
                self._role(office, alias.canonical)

    def _role(self, office: str, person: str) -> None:
        self._roles[office] = person if self._roles.get(office, person) == person else None

    def argument(self, paragraph: Paragraph, head: Token, by: str | None = None) -> Argument | None:
        """The noun group around a head; None for a date, an expletive or a relative pronoun."""
        if head not in self._known:
            self._known[head] = self._argument(paragraph, head)
        known = self._known[head]
        if known is None or by is None:
            return known
        return Argument(span=known.span, head=known.head, name=known.name, by=by)

    def _argument(self, paragraph: Paragraph, head: Token) -> Argument | None:
        at = paragraph.start(head)
        if at in self._skipped or head.tag_ in {"EX", "WDT", "WP", "WRB", "IN"}:
            return None
        tokens, first = paragraph.doc.tokens, head.i
        while first and self._belongs(tokens[first - 1], head):
            first -= 1
        while first < head.i and (tokens[first].dep_ == "punct" or tokens[first].dep_ == "case"):
            first += 1
        name = self._of.get(at)
        start, end = paragraph.start(tokens[first]), paragraph.end(head)
        if name is not None:
            start, end = min(start, name.span[0]), max(end, name.span[1])
        text = head.text if head.pos_ == "PROPN" else base_form(head.lower_, head.tag_)
        return Argument(span=(start, end), head=text, name=self._name(paragraph, head, name, tokens[first]))

    def _belongs(self, token: Token, head: Token) -> bool:
        """Whether a token before a head modifies it, or a modifier of it."""
        if token.dep_ not in _PREMODIFIERS:
            return False
        return token.dep_ == "case" or token.i < token.head.i <= head.i

    def _name(self, paragraph: Paragraph, head: Token, name: Name | None, first: Token) -> str | None:
        if name is not None:
            return name.canonical
        if head.pos_ == "PRON":
            return self._pronoun(paragraph, head)
        plain = first.lower_ == "the" and head.i - first.i <= 2
        return self._roles.get(head.lower_) if plain else None

    def _pronoun(self, paragraph: Paragraph, token: Token) -> str | None:
        """Whom a pronoun plainly means: the subject of a clause above, else the one person who can be meant of those just named."""
        word, at = token.lower_, paragraph.start(token)
        if word in _I:
            return self._speaker(at)
        personal = word in _HE or word in _SHE
        if not (personal or word in _IT) or _either(token):
            return None
        if at in self._speaks and (self._kinds[self._speaks[at]] == "person") == personal:
            return self._speaks[at]
        wrong = (self._names.male if word in _SHE else self._names.female if word in _HE else frozenset()) | self._self(at)
        own = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}
        for subject in _subjects_above(token, skip=own):
            if subject.lower_ == word:
                same = self.argument(paragraph, subject)
                return same.name if same is not None else None
            name = self._of.get(paragraph.start(subject))
            if name is not None and (name.kind == "person") == personal and not (personal and name.canonical in wrong):
                return name.canonical
            if personal and name is None and subject.tag_ == "NN" and subject.lower_ in _PERSONS:  # "the clerk said that he": nobody else
                called = self.argument(paragraph, subject)
                return called.name if called is not None and called.name not in wrong else None
        if not personal:
            return None
        acts = token.dep_ in {"nsubj", "nsubjpass"}
        if not acts and own:
            wrong = wrong | self._doers(paragraph, token)
        return self._just_named(at, wrong, subject=acts)

    def _self(self, at: int) -> frozenset[str]:
        """Who speaks in the quotation marks around an offset, and calls himself "I" there."""
        place = bisect.bisect_right(self._said, at, key=lambda s: s[0][0]) - 1
        span, speaker = self._said[place] if place >= 0 else ((0, 0), None)
        return frozenset({speaker}) if speaker is not None and at < span[1] and span in self._direct else frozenset()

    def _doers(self, paragraph: Paragraph, token: Token) -> frozenset[str]:
        """The subjects of the clause that a pronoun is an object of: "Tonn accused her" means another woman."""
        verb = token.head
        for _ in range(_CLIMB):
            if verb.pos_ in {"VERB", "AUX"} or verb.head is verb:
                break
            verb = verb.head
        doers = (self.argument(paragraph, c) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c is not token)
        return frozenset(d.name for d in doers if d is not None and d.name is not None)

    def _just_named(self, at: int, wrong: frozenset[str], *, subject: bool) -> str | None:
        """The only person named right before; for a subject, of several the one that was a subject last; None: it can't be told."""
        end = bisect.bisect_left(self._persons, (at, "", False))
        near = [(c, acts) for p, c, acts in self._persons[max(0, end - 6) : end] if at - p < _NEAR and c not in wrong]
        if len({c for c, _ in near}) == 1:
            return near[0][0]
        return next((c for c, acts in reversed(near) if acts), None) if subject else None

    def _speaker(self, at: int) -> str | None:
        """Who says "I" at an offset."""
        place = bisect.bisect_right(self._said, at, key=lambda s: s[0][0]) - 1
        return self._said[place][1] if place >= 0 and at < self._said[place][0][1] else None


def _either(token: Token) -> bool:
    """Whether a pronoun stands beside that of the other sex, and so for anybody: "he or she", "his or her"."""
    tokens, i = token.doc.tokens, token.i
    beside = (tokens[k].lower_ for k in (i - 2, i + 2) if 0 <= k < len(tokens) and tokens[(i + k) // 2].lower_ in {"or", "and", "/"})
    other = _SHE if token.lower_ in _HE else _HE if token.lower_ in _SHE else frozenset()
    return any(word in other for word in beside)


def _subjects_above(token: Token, *, skip: bool) -> Iterator[Token]:
    """The subjects of the clauses a token stands in, innermost first; ``skip``: without that of its own."""
    below, above = token, token.head
    for _ in range(_CLIMB):
        if above is below:
            return
        if above.pos_ in {"VERB", "AUX"}:
            if not skip:
                yield from (c for c in above.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i)
            skip = False
        below, above = above, above.head


def spanning(paragraph: Paragraph, head: Token, left_out: frozenset[str]) -> Span:
    """The stretch of a head with what hangs on it, without children of the relations ``left_out`` at its ends."""
    low = high = head
    waiting = [head]
    for token in waiting:
        for child in token.children:
            if child.dep_ in left_out or (child.dep_ == "conj" and token is head and child.tag_[:2] == "VB"):
                continue
            waiting.append(child)
            if child.i < low.i:
                low = child
            elif child.i > high.i:
                high = child
    return paragraph.start(low), paragraph.end(high)
