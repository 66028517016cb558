"""From a mention ("she", "Merrin", "the deputy harbour minister", "a spokesman for the ferry line") to the fullest name in the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..read.outlets import load_outlets
from ..records import Name, Span, Speaker
from .cues import DOCUMENTS, NOUNS, SPOKESPEOPLE
from .folding import fold, name_key
from .names import Names
from .parse import Paragraph
from .roles import BODIES, GENERIC, GROUPS, OFFICES, THINGS
from .states import government_in, state_of

_ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their|this|that|these|those|another|one|some)\s+", re.IGNORECASE)
_COMPANY = {"inc", "corp", "co", "ltd", "plc", "group", "company", "motors", "energy", "industries"}
_BODY_NOUNS = {
    "airline": {"airline", "airlines", "airways", "air"},
    "carrier": {"airline", "airlines", "airways", "air"},
    "paper": {"times", "post", "journal", "news", "tribune", "herald", "guardian", "zeitung"},
    "newspaper": {"times", "post", "journal", "news", "tribune", "herald", "guardian", "zeitung"},
    "company": _COMPANY,
    "firm": _COMPANY,
    "operator": _COMPANY,
    "business": _COMPANY,
    "maker": _COMPANY,
    "retailer": _COMPANY,
    "agency": {"agency", "administration", "bureau", "press", "news"},
    "force": {"police", "force", "guard"},
    "court": {"court", "tribunal"},
    "school": {"school", "college", "university"},
}
_PUBLIC = frozenset(
    """ministry department police court council committee commission parliament senate congress government army navy force forces
    cabinet tribunal university school college embassy party house""".split()
)
"""Words for bodies that are no companies, and of which another body is seldom meant."""
_OF_PLACE = re.compile(r"\s+(?:of|to|for)\s+(?:the\s+)?(?:[A-Z][\w.’'-]+\s+){1,4}")
_OFFICE = 60  # characters between an office and its holder: "Mayor | of Tarnby | Ines Marlow"
_AHEAD = 300  # characters behind a pronoun in which its person may first be named
_WOMAN, _MAN = {"she", "her"}, {"he", "his", "him"}


@dataclass
class Resolver:
    """Resolves mentions of one article in order of its text; ``heard`` remembers who has spoken so far."""

    names: Names
    paragraphs: Sequence[Paragraph]
    text: str
    marked: Sequence[Span] = ()
    """Passages inside quotation marks: whom a quotation mentions is seldom its speaker."""
    heard: list[tuple[int, str]] = field(default_factory=list)
    """(offset, canonical) of speakers found so far, in order."""
    _ends: list[int] = field(init=False)
    """Where the sentences end, in order."""

    _set_off: frozenset[int] = field(init=False)
    """Where the names inside quotation marks start."""
    _subjects: frozenset[int] = field(init=False)
    """Where the tokens that are subjects start."""

    def __post_init__(self) -> None:
        self._set_off = frozenset(n.span[0] for n in self.names.names if any(a <= n.span[0] < b for a, b in self.marked))
        self._subjects = frozenset(p.start(t) for p in self.paragraphs for t in p.doc if t.dep_ in {"nsubj", "nsubjpass"})
        self._ends = [end for p in self.paragraphs for _, end in p.sentences()]

    def hear(self, at: int, canonical: str) -> None:
        """Remember that ``canonical`` spoke at ``at``."""
        self.heard.append((at, canonical))

    def resolve(self, span: Span) -> Speaker | None:
        """Resolve the mention at ``span``; None where it is a pronoun without an antecedent."""
        mention = self.text[span[0] : span[1]]
        plain = fold(mention)
        if plain in _WOMAN | _MAN:
            canonical = self._person(plain, span[0])
        elif plain in {"it", "its", "they", "them", "their", "we"}:
            canonical = self._body(span[0], plural=plain not in {"it", "its"})
        else:
            named = self._named(span)
            if named is not None:
                return Speaker(name=named.text, canonical=self._government(named.canonical), span=named.span)
            canonical = self._described(mention, span)
        canonical = self._government(canonical) if canonical else None
        return Speaker(name=mention, canonical=canonical, span=span) if canonical else None

    def _government(self, canonical: str) -> str:
        """A place or state that speaks is its government, under the name that the article gives that."""
        state = state_of(canonical)
        return (government_in(self.text, state) if state else None) or canonical

    def _named(self, span: Span) -> Name | None:
        """The name inside the mention: a person's first; a body's only if nothing describes a person or document of it."""
        inside = [n for n in self.names.names if span[0] <= n.span[0] and n.span[1] <= span[1]]
        head = (fold(self.text[span[0] : span[1]]).split() or [""])[-1]  # a lone accent folds to nothing
        persons = [n for n in inside if n.kind == "person"]
        if persons and persons[-1].span[1] >= span[1] - 1:
            return persons[-1]
        if inside and inside[-1].span[1] >= span[1] - 1 and head not in OFFICES:
            return inside[-1]
        if head not in OFFICES:
            return None
        behind = (n for n in self.names.names if n.kind == "person" and span[1] < n.span[0] < span[1] + _OFFICE)
        return next((n for n in behind if _OF_PLACE.fullmatch(self.text, span[1], n.span[0])), None)

    def _person(self, pronoun: str, at: int) -> str | None:
        """The antecedent of he or she: recent, of fitting gender, speaker or subject before mere mention."""
        fitting = self.names.female if pronoun in _WOMAN else self.names.male
        wrong = self.names.male if pronoun in _WOMAN else self.names.female if pronoun in _MAN else frozenset()
        spoke = {c: p for p, c in self.heard}
        last = self.heard[-1][1] if self.heard else None
        best: tuple[float, str] | None = None
        for name in self.names.names:
            if name.kind != "person" or name.span[0] >= at or name.canonical in wrong:
                continue
            score = -float(self._sentences_between(name.span[0], at))
            score += 1.2 if name.canonical == last else 0.4 if name.canonical in spoke else 0.0
            score += 0.8 if self._is_subject(name.span) else 0.0
            score -= 1.5 if name.span[0] in self._set_off else 0.0
            score += 0.6 if name.canonical in fitting else 0.0
            if score > -7 and (best is None or score >= best[0]):
                best = score, name.canonical
        if last is not None and last not in wrong and self._is_person(last) and self.heard[-1][0] < at:
            spoke_near = 1.2 - self._sentences_between(self.heard[-1][0], at) + (0.6 if last in fitting else 0.0)
            best = max(best or (spoke_near, last), (spoke_near, last))
        if last is not None and (best is None or best[0] < -3) and last not in wrong and at - self.heard[-1][0] < 1500:
            return last
        return best[1] if best else self._person_ahead(at, wrong)

    def _person_ahead(self, at: int, wrong: frozenset[str]) -> str | None:
        """The person whom a story that opens with "…,” she said" names right behind."""
        ahead = (n for n in self.names.names if n.kind == "person" and at < n.span[0] < at + _AHEAD and n.canonical not in wrong)
        found = next((n for n in ahead if not any(a <= n.span[0] < b for a, b in self.marked)), None)
        return found.canonical if found and self._is_subject(found.span) else None

    def _body(self, at: int, *, plural: bool) -> str | None:
        bodies = {a.canonical for a in self.names.aliases if a.kind != "person"}
        spoke = [(p, c) for p, c in self._bodies_heard() if at - p < 1200 and (c in bodies or plural or not self._is_person(c))]
        subjects = [
            (n.span[0], n.canonical)
            for n in self.names.names
            if n.kind != "person" and 0 < at - n.span[0] < 400 and self._is_subject(n.span)
        ]
        subjects = [(p, c) for p, c in subjects if not any(a <= p < b for a, b in self.marked)]
        near = max([*spoke[-1:], *(subjects[-1:] if not plural or not spoke else [])], default=None)
        return near[1] if near else None

    def _author(self, documents: set[str], at: int) -> str | None:
        """Who spoke in the sentence that brought up a document: `In a statement, Ines Marlow promised …`, then `the statement said`."""
        for p, canonical in reversed(self.heard):
            if at - p > 1500:
                return None
            number = bisect_right(self._ends, p)
            first = self._ends[number - 1] if number else 0
            told = self.text[first : self._ends[number] if number < len(self._ends) else at]
            if documents & set(re.findall(r"\w+", fold(told))):
                return canonical
        return None

    def _bodies_heard(self) -> list[tuple[int, str]]:
        """Who spoke so far, agencies and outlets left out: "it" and "the statement" are seldom those of whoever reports them."""
        known = load_outlets()
        return [(p, c) for p, c in self.heard if known.by_form(c) is None]

    def _is_person(self, canonical: str) -> bool:
        kinds = {a.kind for a in self.names.aliases if a.canonical == canonical}
        return "person" in kinds if kinds else bool(set(fold(canonical).split()) & (OFFICES | SPOKESPEOPLE))  # "deputy minister"

    def _described(self, mention: str, span: Span) -> str:
        """A role ("the deputy foreign minister"), a spokesman of a body, a document, or a group: resolve, else take its own words."""
        words = re.findall(r"[\w’'-]+", fold(_ARTICLE.sub("", mention)))
        phrase, body = _ARTICLE.sub("", mention), self._body_beside(span)
        kernel = set(words)
        if not words:
            return mention
        owner = next((n for n in self.names.names if n.span[0] == span[0] and kernel & (NOUNS | DOCUMENTS)), None)
        if owner is not None and (owner.kind == "person" or not kernel & (SPOKESPEOPLE | DOCUMENTS)):
            return owner.canonical
        if kernel & SPOKESPEOPLE or kernel & DOCUMENTS:
            speaker = self._by_role(kernel, span[0]) if kernel & SPOKESPEOPLE and body is None else None
            body = body or self._body_meant(span[1], kernel) or self._body_described(words, span[0])
            the = mention[:4].lower() == "the "
            heard = [c for p, c in self._bodies_heard() if span[0] - p < 1500] if the and kernel & DOCUMENTS else []
            author = self._author(kernel & DOCUMENTS, span[0]) if the else None
            return speaker or author or body or (self._spoken_for(span[0]) if the else None) or (heard[-1] if heard else phrase)
        by_role = self._by_role(kernel, span[0])
        if by_role:
            return by_role
        definite = mention[:4].lower() == "the " or mention[:4].lower() == "his " or mention[:4].lower() == "her "
        if definite and len(words) <= 5 and (kernel & GENERIC or words[-1].endswith("-year-old")):
            recent = [c for p, c in self.heard if span[0] - p < 1500 and self._is_person(c)]
            antecedent = recent[-1] if recent else self._person("", span[0])
            if antecedent:
                return antecedent
        if words[-1] in {"administration", "government", "office", "campaign"} and mention.lower().startswith(("his ", "her ")):
            head = self._person(mention.split(maxsplit=1)[0].lower(), span[0])
            if head is not None:
                phrase = f"{head.split()[-1]} {words[-1]}"
                return phrase if words[-1] == "administration" or phrase in self.text else head
        if mention[:4].lower() in {"the ", "this"} and len(words) <= 2:
            found = self._by_noun(words[-1], span[0])
            if found and (len(words) < 2 or not phrase[:1].isupper() or words[0] in name_key(found)):
                return found
        return "" if is_thing(words[-1]) else phrase

    def _body_beside(self, span: Span) -> str | None:
        """The body inside the mention or right behind it ("a Norrel spokesman", "a spokesman for Norrel"), or a writer ("letter by X")."""
        stretch = (span[0], min(len(self.text), span[1] + 60))
        tail = re.match(r"\s+(?:for|of|from|at|by)\s+(?:the\s+)?", self.text[span[1] : stretch[1]])
        limit = span[1] + tail.end() if tail else span[1]
        wrote = tail is not None and tail[0].split()[0] in {"from", "by"}
        near = [
            n
            for n in self.names.names
            if (n.kind != "person" or wrote) and span[0] <= n.span[0] <= limit + 5 and (n.span[0] < span[1] or tail)
        ]
        return near[-1].canonical if near else None

    def _body_meant(self, end: int, kernel: set[str]) -> str | None:
        """The body that a common noun behind a spokesman means: "a spokesman for the company"."""
        noun = re.match(r"\s+(?:for|of|from|at)\s+the\s+(\w+)\b(?!\s+(?:of|for)\b)", self.text[end : end + 60])
        return self._by_noun(noun[1].lower(), end) if noun and kernel & SPOKESPEOPLE else None

    def _body_described(self, words: Sequence[str], at: int) -> str | None:
        """The body that a common noun before a document or spokesman means: "a police statement", "the company spokesman"."""
        return next((found for w in words[:-1] if w in BODIES and (found := self._by_noun(w, at)) is not None), None)

    def _spoken_for(self, at: int) -> str | None:
        """The body of a name that spoke last, else what spoke last and is no person."""
        spoke = [c for p, c in self._bodies_heard() if at - p < 2500 and not self._is_person(c)]
        bodies = {a.canonical for a in self.names.aliases}
        return next((c for c in reversed(spoke) if c in bodies), spoke[-1] if spoke else None)

    def _by_role(self, kernel: set[str], at: int) -> str | None:
        """The person whose office or description holds the same head noun and most of the same words."""
        heads = kernel & OFFICES
        if not heads:
            return None
        states = {state for word in kernel if word.endswith(("’s", "'s")) and (state := state_of(word[:-2].capitalize()))}
        best: tuple[float, int, str] | None = None
        for alias in self.names.aliases:
            if alias.kind != "person":
                continue
            for role in (*alias.roles, *self._titles(alias.canonical)):
                have = set(re.findall(r"[\w’'-]+", fold(role)))
                if states and not states & {state_of(word.capitalize()) for word in have}:
                    continue  # "Ukraine's new prime minister" is not the prime minister of a report from Canada
                if not heads <= have and not (heads & have and len(heads) > 1):
                    continue
                position = max((n.span[0] for n in self.names.names if n.canonical == alias.canonical and n.span[0] < at), default=-1)
                score = (len(kernel & have) / len(kernel), position, alias.canonical)
                if position >= 0 and (best is None or score > best):
                    best = score
        return best[2] if best and best[0] >= 0.5 else None

    def _titles(self, canonical: str) -> list[str]:
        """Words right before the mentions of a name: "President Marlow" makes her "the president"."""
        found = []
        for name in self.names.names:
            if name.canonical == canonical:
                left = self.text[max(0, name.span[0] - 60) : name.span[0]].split("\n")[-1].split()
                taken: list[str] = []
                while left and (fold(left[-1]).strip(".,") in OFFICES or (taken and left[-1][:1].isupper())):
                    taken.insert(0, left.pop())
                if taken:
                    found.append(" ".join(taken))
        return found

    def _by_noun(self, noun: str, at: int) -> str | None:
        """The body that "the airline", "the ministry" or "the paper" means: named with that noun, or the last to speak."""
        singular = noun.rstrip("s")
        wanted = _BODY_NOUNS.get(noun, set()) | {noun, singular}
        for _, spoke in reversed(self.heard):
            if set(name_key(spoke)) & wanted:
                return spoke
        before = [n for n in self.names.names if n.kind == "body" and n.span[0] < at]
        bodies = [n for n in before if set(name_key(n.canonical)) & wanted]
        if bodies:
            subjects = [n for n in bodies if self._is_subject(n.span)]
            return (subjects or bodies)[-1].canonical
        if noun not in BODIES and noun not in _BODY_NOUNS:
            return None
        spoken = self._spoken_for(at)
        if spoken is None and _BODY_NOUNS.get(noun) is _COMPANY:  # a company known by its name alone
            firms = [n for n in before if not set(name_key(n.canonical)) & _PUBLIC]
            sure = [n for n in firms if self._is_subject(n.span)] or [n for n in firms if set(name_key(n.canonical)) & BODIES]
            return (sure or firms)[-1].canonical if sure or len({n.canonical for n in firms}) == 1 else None
        return None if noun in _PUBLIC else spoken

    def _sentences_between(self, start: int, end: int) -> int:
        """How many sentences end behind ``start`` and not behind ``end``."""
        return bisect_right(self._ends, end) - bisect_right(self._ends, start)

    def _is_subject(self, span: Span) -> bool:
        return any(at in self._subjects for at in range(*span))


def is_thing(noun: str) -> bool:
    """Whether a noun means something that can't speak ("the withdrawal", "the money"); documents and groups can."""
    if noun in OFFICES | BODIES | DOCUMENTS | NOUNS | GENERIC | SPOKESPEOPLE | GROUPS:
        return False
    return noun in THINGS or noun.endswith(("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ing")) or noun[:1].isdigit()
