"""Who holds a position: a person, a body or a state that the article names, or the speaker of the words it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from ...annotate.roles import BODIES, GROUPS, OFFICES
from ...annotate.states import state_of
from ...records import Annotated, Argument, Quotation, Record, Span
from ..speakers import Voices
from .states import state_beside, state_of_body

_OWN = frozenset({"i", "we"})
_OUR = re.compile(
    r"(?:our|my)\s+(?:government|administration|country|nation|party|company|ministry|union|team|army|people|client|movement)\b",
    re.IGNORECASE,
)
_HOME = frozenset({"government", "regime", "administration", "country", "nation", "island", "state", "republic"})
"""What a state's officer calls his own, behind "the"."""
_OF = re.compile(r" of (?:the )?[A-Z][\w.]*(?: [A-Z]\w*)*")
_PRONOUNS = frozenset(
    "he she they it him her them who which that this these those there you us me one nobody everyone someone anyone".split()
)
_WHOSE = frozenset({"his", "her", "its", "their"})
_VAGUE = frozenset("population people official source critic expert other some many person man woman group member analyst observer".split())
_ALSO = frozenset("republican democrat lawmaker senator protester demonstrator activist opponent supporter regulator prosecutor".split())


class Holder(Record, frozen=True):
    """Who holds a position."""

    name: str
    """Canonical in the story; a description as printed where nobody is named."""
    state: str | None
    span: Span | None
    own: bool = False
    """Whether the speaker of the words around means himself or his side."""


class Scene(Record, frozen=True, dict=True):
    """An article with what is known of the story's speakers."""

    annotated: Annotated
    voices: Voices
    states: Mapping[str, str]
    kinds: Mapping[str, str]
    """Canonical name in the article → person, body or place."""

    def name(self, canonical: str) -> tuple[str, str | None]:
        """Canonical name in the story, and the state that it speaks for."""
        name = self.voices.name(self.annotated.article.id, canonical) or canonical
        plain = state_of(name)
        if plain and not name.lower().endswith(("administration", "government")):
            return plain, plain
        return name, self.states.get(name) or self._of_surname(name) or plain or state_of_body(name) or next(state_beside(name), None)

    def _of_surname(self, name: str) -> str | None:
        """The state of a person whom this report names otherwise than those that name his office."""
        return self.states.get(name.rsplit(maxsplit=1)[-1]) if self.kinds.get(name) == "person" else None

    def speaker(self, quotation: Quotation | None) -> tuple[str, str | None] | None:
        """Who said the words, and for which state; None: nobody is known, or only guessed."""
        if quotation is None or quotation.speaker is None or quotation.uncertain or quotation.type == "other":
            return None
        if _last(quotation.speaker.canonical) in _THINGS:
            return None
        return self.name(quotation.speaker.canonical)

    def holder(self, actor: Argument | None, quotation: Quotation | None, before: Argument | None = None) -> Holder | None:
        """Whom the actor of an assertion means; None: nobody who is known.

        ``before`` is the subject before it in the sentence: `Norway is ready, but it will not …`
        """
        if actor is None:
            return None
        words = self.annotated.article.text[slice(*actor.span)]
        low = words.lower().removeprefix("the ").strip()
        speaker = self.speaker(quotation)
        if low in _OWN or _OUR.match(words):
            return Holder(*speaker, actor.span, own=True) if speaker else None
        if actor.name and low not in _OWN:
            found = self._named(actor, speaker)
            himself = low in _PRONOUNS | _WHOSE and quotation is not None and _within_marks(quotation, actor.span)
            return None if found is not None and himself and found.own else found  # nobody says "he" of himself
        if low == "it" and before is not None and before.name and self.kinds.get(before.name) != "person":
            return self._named(msgspec.structs.replace(before, span=actor.span), speaker)
        if low in _PRONOUNS:
            person = low in {"he", "she"}
            if speaker is None or quotation is None or quotation.kind == "direct" or low not in {"he", "she", "it", "they"}:
                return None
            fits = person == (self.kinds.get(quotation.speaker.canonical if quotation.speaker else "") == "person")
            return Holder(*speaker, actor.span, own=True) if fits else None
        if low in _HOME and words.lower() != low and speaker is not None and speaker[1]:
            return Holder(speaker[1], speaker[1], actor.span, own=True)
        of = _OF.match(self.annotated.article.text, actor.span[1])
        return self._described(words + (of.group() if of else ""), actor)

    def _named(self, actor: Argument, speaker: tuple[str, str | None] | None) -> Holder | None:
        assert actor.name is not None
        name, state = self.name(actor.name)
        kind = self.kinds.get(actor.name)
        if kind is None and state is None and (self.voices.voice(name) is None or name[:1].islower()):
            return self._described(name, actor)
        if actor.head.lower() in _THINGS:
            return None
        own = speaker is not None and (name == speaker[0] or (state == name and state == speaker[1]))
        return Holder(name, state, actor.span, own=own)

    def _described(self, words: str, actor: Argument) -> Holder | None:
        """ "Norwegian officials", "the harbour ministry": described well enough to be told from others."""
        head = actor.head.lower()
        if set(words.lower().split()) & _VERBS or re.match(
            r"(?:an?|this|these|those|his|her|their|whose|which|another|one|every|any|both|either|neither|all|some|many|most|few|several)\b",
            words,
            re.IGNORECASE,
        ):
            return None
        known = {head, head.removesuffix("s")} & (BODIES | GROUPS | OFFICES | _ALSO)
        plain = " ".join(words.split()).removeprefix("The ").removeprefix("the ").removeprefix("a ").removeprefix("an ")
        state = state_of_body(plain) or next(state_beside(plain), None)
        if not known or (len(plain.split()) < 2 and not state) or len(plain.split()) > 6:
            return None
        if not state and {head, head.removesuffix("s")} & _VAGUE:
            return None
        return Holder(plain, state, actor.span)


_VERBS = frozenset("do does did is are was were has have had seldom rarely".split())
_THINGS = frozenset(
    """report statement bill law plan film book article story poll survey study ruling order lawsuit letter estimate resolution document
    account headline editorial source guideline rule line""".split()
)
"""Heads of what speaks in a report and holds no position."""


def tellable(name: str) -> bool:
    """Whether a reader can tell who that is: not "people", "interviews", "many skippers"."""
    words = name.split()
    if not words or _SOME.match(name):
        return False
    return len(words) > 1 or not name.islower() or (name.endswith("s") and name[:-1] in (GROUPS | _ALSO) - _VAGUE)


_SOME = re.compile(r"(?:[Bb]oth|[Ee]ither|[Nn]either|[Aa]ll|[Ss]ome|[Mm]any|[Mm]ost|[Ff]ew|[Ss]everal)\s+[a-z]")


def _within_marks(quotation: Quotation, span: Span) -> bool:
    return quotation.kind == "direct" or any(a <= span[0] < b for a, b in quotation.marked)


def _last(name: str) -> str:
    words = name.lower().split()
    return words[-1].removesuffix("s") if words else ""


def scene_of(annotated: Annotated, voices: Voices, states: Mapping[str, str]) -> Scene:
    """An article as positions are read from it."""
    kinds = {a.canonical: a.kind for a in annotated.aliases} | {n.canonical: n.kind for n in annotated.names}
    return Scene(annotated=annotated, voices=voices, states=states, kinds=kinds)
