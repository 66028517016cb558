"""Persons of the story by their surnames: a sentence that stands alone names them in full, and by name where it had a pronoun."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from ...annotate.folding import fold
from ...annotate.given_names import MEN, WOMEN
from ...annotate.roles import BODIES, OFFICES, PARTICLES, TITLES
from ...annotate.states import state_of
from ...records import BriefEvidence, Dossier, Record, Span, StoryQuotation
from ..lexicon import lexicon
from ..passages import CALENDAR
from .mending import Edit

_CAPITAL = r"[A-Z\u00c0-\u00de][\w’'-]*[\w]"
_PARTICLE = "|".join(sorted(PARTICLES - {"y", "e", "of", "st"}, key=len, reverse=True))
_GAP = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
"""Between two words of a name: blanks, a line's end among them, but no empty line."""
_SEQUENCE = re.compile(rf"{_CAPITAL}(?:{_GAP}[A-Z]\.)?(?:{_GAP}(?:(?:{_PARTICLE}){_GAP})*{_CAPITAL}){{1,3}}")
_PRINTED = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"([\w’'.-]+)\s+$")
_WORD_BEHIND = re.compile(r"(?:['’]s?)?\s+([\w’'-]+)")
_PRONOUNS = frozenset({"he", "she"})
_MISTER = frozenset({"mr", "mrs", "ms", "miss"})
_DETERMINERS = frozenset("the a an this that his her their its our another every former".split())
_BODIES_OF = frozenset(
    """administration campaign government era family presidency team allies ally aide aides supporter supporters voter voters loyalist
    loyalists cabinet backers critics doctrine case trial investigation probe estate camp organization foundation tower hotel speech rally
    ban tax memo report""".split()
)
"""Nouns that a surname stands before like an adjective: "Marlow supporters"."""
_TITLES = TITLES | {"sens", "reps", "govs", "gens", "drs", "messrs", "republican", "democrat", "democratic", "conservative", "labour"}


class Person(Record, frozen=True):
    """One person with the place where the full name stands."""

    name: str
    place: BriefEvidence
    sure: bool
    """False: what looks like a full name, and may be something else ("Falcon Heights")."""


class People:
    """The persons of a story who are named in full anywhere in it."""

    def __init__(self, dossier: Dossier) -> None:
        self._texts = {article.id: article.text for article in dossier.articles}
        self._everywhere: dict[str, list[Person]] = defaultdict(list)
        self._elsewhere: dict[str, bool] = {}
        speakers = {_plain(speaker.name) for speaker in dossier.speakers if _is_person(speaker.name, speaker.aliases)}
        speakers = {name for name in speakers if not self._are_many(name)}
        common = frozenset(word for text in self._texts.values() for word in _SMALL.findall(text))
        for article in dossier.articles:
            for person in _named(article.id, article.text, speakers, common):
                self._everywhere[_surname(person.name)].append(person)

    def full(self, surname: str, article: str, before: int) -> Person | None:
        """Whom a surname at a place of an article means: the one of that name, or nearly, in the story, else the only one who was named
        there before; None: nobody who is known, or one of several.
        """
        everybody = self._everywhere.get(fold(surname), [])
        near = [person for person in everybody if person.place.article == article and person.place.start < before]
        found = _the_one(everybody, sure=_SURE)
        if found is None and near:
            found = _the_one(near, sure=1)
            return None if found is not None and self._in_other_office(found) else found
        return found

    def _in_other_office(self, person: Person) -> bool:
        """Whether a report gives the surname alone an office that nobody gives the person: "President Marlow" beside "Ada Marlow"."""
        if person.name not in self._elsewhere:
            surname, text = person.name.split()[-1], "\n".join(self._texts.values())
            offices = {match[1] for match in re.finditer(rf"\b({_OFFICE})\s+{re.escape(surname)}\b", text)}
            own = (office for office in offices if re.search(rf"\b{office}\s+(?:\w+\s+)?{re.escape(person.name)}\b", text))
            self._elsewhere[person.name] = bool(offices) and next(own, None) is None
        return self._elsewhere[person.name]

    def _are_many(self, name: str) -> bool:
        """Whether what looks like a surname names a people: "dozens of Varlanders"."""
        last = re.escape(name.rsplit(maxsplit=1)[-1])
        return last.endswith("s") and any(
            re.search(rf"\b(?:the|of|some|many|two|more|all|other|most) {last}\b", t) for t in self._texts.values()
        )

    def known(self, canonical: str, article: str) -> Person | None:
        """The person of a speaker's canonical name; None: no person, or never named in full."""
        name = _plain(canonical)
        if len(name.split()) < 2 or not name[:1].isupper():
            return None
        found = [person for person in self._everywhere.get(_surname(name), []) if person.sure and fold(person.name) == fold(name)]
        return next((person for person in found if person.place.article == article), next(iter(found), None))

    def _last_named(self, article: str, at: int, person: Person) -> bool:
        """Whether nobody else was named since the person was, and the person not long ago."""
        near = self._texts[article][max(0, at - _NEAR) : at]
        found = [fold(re.sub(r"['’]s?$", "", match.group())) for match in re.finditer(_CAPITAL, near)]
        persons = [word for word in found if any(p.sure for p in self._everywhere.get(word, ()))]
        return bool(persons) and persons[-1] == _surname(person.name)

    def in_full(self, article: str, sentence: Span, bare: str, known: Set[str]) -> tuple[list[Edit], frozenset[str]]:
        """Edits that name everybody in full at first mention, and the surnames that a reader then knows; ``bare`` as for ``known``."""
        edits: list[Edit] = []
        told = set(known)
        for match in re.finditer(rf"(?<![\w.-])(?:(?:{_PARTICLE})\s+)*{_CAPITAL}(?![\w-])", bare, re.IGNORECASE):
            surname = re.sub(r"['’]s?$", "", match.group())
            key = fold(surname.split()[-1])
            if key in told or not surname.split()[-1][0].isupper():
                continue
            person = self.full(key, article, sentence[0] + match.start())
            before, behind = _WORD_BEFORE.search(bare[: match.start()]), _WORD_BEHIND.match(bare[match.start() + len(surname) :])
            lead = before[1] if before else ""
            if person is None or not fold(person.name).endswith(" " + fold(surname)) or (behind and not _ends(behind[1])):
                continue
            if lead[:1].isupper() and fold(lead).strip(".") not in _TITLES and lead.lower() not in _STARTS:
                told |= {key} if fold(lead) in {fold(word) for word in person.name.split()} or lead.endswith(".") else set()
                continue
            if lead.lower() in _DETERMINERS:
                continue
            start = sentence[0] + (before.start() if before and fold(lead).strip(".") in _MISTER else match.start())
            edits.append(Edit(span=(start, sentence[0] + match.start() + len(surname)), words=person.name, because=(person.place,)))
            told.add(key)
        return edits, frozenset(told)

    def _is_subject(self, article: str, before: Span | None, person: Person) -> bool:
        """Whether a sentence is about one person alone: its subject, or who says it, and nobody else is named or described in it."""
        if before is None:
            return False
        words = self._texts[article][slice(*before)]
        plain = " ".join(re.sub(r"“[^”]*”", "“”", words).split())
        surname = re.escape(person.name.split()[-1])
        named = {_surname(p) for word in re.findall(_CAPITAL, plain) if (p := re.sub(r"['’]s?$", "", word)) and self._is_somebody(p)}
        ahead = re.match(rf"(?:[A-Z][\w ]{{1,40}},\s+)?((?:[\w.’'-]+,?\s+){{0,6}}?){surname}\b(?!['’]|,? and\b)", plain)
        subject = ahead is not None and all(word[0].isupper() or word in _BEFORE_NAMES for word in ahead[1].replace(",", "").split())
        says = re.search(rf"\b(?:{_SAYS})\s+(?:[A-Z][\w.’'-]+\s+)*{surname}\b", plain)
        others = re.search(r"\b(?:he|him|she|her|man|woman|boy|girl|defendant|suspect|lawyer|attorney|son|father|brother|husband)\b", plain)
        return (subject or says is not None) and others is None and named <= {_surname(person.name)} | set(fold(person.name).split())

    def _is_somebody(self, word: str) -> bool:
        return any(p.sure for p in self._everywhere.get(fold(word), ()))

    def speakers(
        self, article: str, sentence: Span, quotations: Sequence[StoryQuotation], known: Set[str], *, before: Span | None
    ) -> tuple[list[Edit], frozenset[str]]:
        """The first "he", "Marlow" or "the minister" of a sentence whose person is known from what that person says, in full; and the
        surname that a reader then knows. ``before``: the sentence in front, which tells whom "he" means.
        """
        text = self._texts[article]
        for quotation in sorted(quotations, key=lambda q: q.spans[:1]):
            speaker = quotation.speaker
            if speaker is None or speaker.span is None or quotation.uncertain or not _within(speaker.span, sentence):
                continue
            words = text[slice(*speaker.span)]
            described = words.lower().startswith("the ") and words[4:5].islower() and not _FURTHER.match(text, speaker.span[1])
            person = self.known(speaker.canonical, article)
            if person is None or not (words.lower() in _PRONOUNS or described or fold(words) == _surname(person.name)):
                continue
            ahead = fold(text[sentence[0] : speaker.span[0]])
            if fold(words) in _PRONOUNS and not (
                self._last_named(article, speaker.span[0], person) and self._is_subject(article, before, person)
            ):
                continue
            if _surname(person.name) in ahead or fold(words) in known:
                continue
            if fold(words) == _surname(person.name) and ahead.split()[-1:] and ahead.split()[-1].strip(".") in _MISTER | _DETERMINERS:
                continue
            return [Edit(span=speaker.span, words=person.name, because=(person.place,))], frozenset({_surname(person.name)})
        return [], frozenset()


_OFFICE = "President|Prime Minister|Premier|Chancellor|King|Queen|Prince|Princess|Pope"
_SAYS = "said|says|added|told|wrote|tweeted|explained|warned|argued|continued"
_BEFORE_NAMES = frozenset("the a an of for and but on in at former prime foreign minister secretary president spokesman".split())
"""Words in small letters that may stand before a subject's name."""
_SURE = 4
"""Times as often as all others of a surname together that one must be named to be meant wherever it stands."""
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_FURTHER = re.compile(r"\s+(?:of|for|who|at|in|from)\b")
_NEAR = 350
"""Characters back to where whoever a pronoun means must be named."""
_PARTIES = frozenset(
    "republicans democrats conservatives liberals americans russians house senate party court justice day times post".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_PLACES = frozenset(
    "north south east west northern southern eastern western central new great greater lake mount san santa saint fort".split()
)
_STARTS = frozenset("and but as when while after before since if although though because with for in on at by to from of said says".split())


def _ends(behind: str) -> bool:
    """Whether a name ends before this word: it is no name's and no noun that a surname describes."""
    return not behind[:1].isupper() and behind.lower() not in _BODIES_OF


def _within(span: Span, sentence: Span) -> bool:
    return sentence[0] <= span[0] and span[1] <= sentence[1]


def _plain(name: str) -> str:
    """A name without titles, offices and parties in front of it."""
    words = name.split()
    while len(words) > 2 and (fold(words[0]).strip(".") in _TITLES | OFFICES or words[0].lower() == "the"):
        words.pop(0)
    return " ".join(words)


def _surname(name: str) -> str:
    words = [word for word in name.split() if fold(word).strip(".") not in {"jr", "sr", "ii", "iii"}]
    return fold(words[-1]) if words else ""


def _is_person(name: str, aliases: Sequence[str]) -> bool:
    words = _plain(name).split()
    if len(words) < 2 or not all(word[:1].isupper() or word in PARTICLES for word in words) or not words[-1][:1].isupper():
        return False
    if len({fold(word) for word in words}) < len(words) or any(re.search(r"-[a-z]", word) for word in words):
        return False
    if {fold(word).strip(".") for word in words} & (BODIES | CALENDAR) or state_of(" ".join(words)) or state_of(words[-1]):
        return False
    return fold(words[0]) in MEN | WOMEN or any(fold(alias) == fold(words[-1]) for alias in aliases)


def _named(article: str, text: str, speakers: Set[str], common: Set[str]) -> Iterator[Person]:
    """Full names in an article: a speaker of the story, a common given name and what follows it, or what looks like one.

    ``common``: words that the story has in small letters.
    """
    for match in _SEQUENCE.finditer(text):
        words = _to_calendar(match.group().split())
        for first in range(len(words) - 1):
            name = re.sub(r"['’]s?$", "", " ".join(words[first:]))
            spoken = next((s for n in range(len(words) - first, 1, -1) if (s := " ".join(name.split()[:n])) in speakers), None)
            given = words[first][1:].islower() and fold(words[first]) in MEN | WOMEN
            initial = len(words) - first == 3 and len(words[first + 1]) == 2 and words[first + 1].endswith(".")
            unlike = fold(words[first]).strip(".") in _TITLES | OFFICES | lexicon().function | _STARTS or _is_place(words[first])
            if (
                fold(words[first]) == _surname(spoken or name)
                or _surname(spoken or name) in BODIES | _TITLES | _PARTIES | _ARTICLES
                or _is_place(_surname(spoken or name))
            ):
                continue
            full = spoken or name
            placed = list(_PRINTED.finditer(text, *match.span()))[first:]
            last = len(full.split()) - 1
            start, end = placed[0].start(), placed[last].start() + len(full.split()[last])
            ordinary = words[first].lower() in common or words[first].endswith("ly")
            if spoken or given or not (unlike or ordinary):
                place = BriefEvidence(article=article, start=start, end=end)
                plain = (
                    len(full.split()) == 2 or initial or any(word in PARTICLES or fold(word) in MEN | WOMEN for word in full.split()[1:-1])
                )
                yield Person(name=full, place=place, sure=bool(spoken or (given and plain) or (initial and not unlike)))
                break


def _to_calendar(words: Sequence[str]) -> list[str]:
    """The words up to a day, a month or the title of somebody else."""
    ends = (n for n, word in enumerate(words) if fold(word) in CALENDAR or (n and fold(word).strip(".") in _TITLES - {"jr", "sr"}))
    return list(words[: next(ends, len(words))])


def _is_place(word: str) -> bool:
    return state_of(word) is not None or fold(word) in _PLACES


def _the_one(persons: Sequence[Person], *, sure: int) -> Person | None:
    """The person whom all these names mean, by the commonest of them; None: they mean several.

    ``sure``: how many times as often as all others together the one must be named, where there are others.
    """
    givens: Mapping[str, int] = Counter(fold(person.name.split()[0]) for person in persons if person.sure)
    if not givens:
        return None
    most = max(givens, key=lambda given: (givens[given], given))
    others = sum(fold(person.name.split()[0]) != most for person in persons)
    if others and (sure == 1 or givens[most] < sure * others):
        return None
    names = Counter(person.name for person in persons if fold(person.name.split()[0]) == most and person.sure)
    best = max(names, key=lambda name: (len(name.split()) == 2, names[name], -len(name), name))
    return next(person for person in persons if person.name == best)
