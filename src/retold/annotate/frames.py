"""Who does what to whom: the arguments of a verb or of a noun that stands for one, whatever the voice and wherever grammar puts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ..records import Argument
from .arguments import Cast
from .base_forms import base_form
from .cues import SAYING
from .deeds import DONE_TO, aimed_at, happens
from .parse import Paragraph
from .standing import LIGHT
from .states import state_of
from .tokens import Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS: Final = frozenset({"dobj", "attr", "oprd", "acomp"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_PROMISES: Final = frozenset({"promise", "vow", "threaten", "pledge"})
"""Verbs whose subject, not object, does what the infinitive behind says."""
_OF_OBJECT: Final = frozenset({"of", "from", "with", "into", "for"})
"""Prepositions behind which an object acts: `accused Orr of stealing`; behind others the subject does: `jailed Orr after searching`."""
_PASSED_ON: Final = frozenset("in at on from to with near over into against outside inside across toward towards".split())
"""Prepositions that a parser hangs on an object as readily as on its verb."""
_DEEP = 6


class Frame(NamedTuple):
    """A predicate's base form and arguments."""

    lemma: str
    actor: Argument | None
    target: Argument | None
    others: tuple[Argument, ...]
    state: bool = False
    """True: it says what somebody or something is."""


def is_passive(verb: Token) -> bool:
    """Whether a verb says what its grammatical subject suffers, auxiliaries shared with a verb before it or left out."""
    if verb.tag_ != "VBN":
        return False
    helpers = {c.dep_ for c in verb.children}
    if "auxpass" in helpers or "nsubjpass" in helpers or "agent" in helpers:
        return True
    if "aux" in helpers or "nsubj" in helpers:
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head) and "dobj" not in helpers
    return verb.dep_ in {"acl", "advcl", "relcl", "xcomp", "ROOT", "ccomp", "oprd"} and "dobj" not in helpers


def grammatical_subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the noun group that is a verb's subject, its own or shared; of a relative clause the noun that it describes."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS or (child.dep_ == "dobj" and _told_to(child, verb)):
            return _antecedent(verb) if child.lower_ in _RELATIVE and child.tag_ in {"WP", "WDT", "IN"} else child
        if child.dep_ in {"csubj", "csubjpass", "expl"}:
            return None
    return _lent_subject(verb, depth) if verb.head is not verb and depth <= _DEEP else None


def _lent_subject(verb: Token, depth: int) -> Token | None:
    """The subject of a verb that has none of its own, from what it hangs on."""
    head, relation = verb.head, verb.dep_
    if relation in {"acl", "relcl"}:
        return _described(verb, depth)
    if relation == "pcomp":
        return _before_gerund(verb, depth)
    if head.pos_ in {"ADJ", "ADV"} and relation in {"xcomp", "ccomp"}:
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    if relation == "conj" or (relation in {"advcl", "dep"} and verb.tag_ in {"VBG", "VBN", "VB"}):
        return grammatical_subject(head, depth + 1)
    controlled = relation == "xcomp" or (relation == "ccomp" and verb.tag_ in {"VB", "VBG"})
    return _controller(head, depth) if controlled else None


def _before_gerund(verb: Token, depth: int) -> Token | None:
    """Who does what stands behind a preposition: `after searching the boat, police …`, `accused Orr of stealing`."""
    above = verb.head.head
    above = above.head if verb.head.dep_ == "prep" and above.dep_ == "prep" else above
    if above.pos_ not in {"VERB", "AUX"} or above is verb:
        return None
    return _controller(above, depth) if verb.head.lower_ in _OF_OBJECT else grammatical_subject(above, depth + 1)


def _told_to(child: Token, verb: Token) -> bool:
    """Whether what a parser takes for the object of an infinitive is who is to do it: `urged Orr to sail`."""
    if child.i > verb.i or child.tag_[:1] == "W":
        return False
    return any(c.lower_ == "to" and c.dep_ == "aux" and c.i > child.i for c in verb.children)


def _controller(governor: Token, depth: int) -> Token | None:
    """Who does what a governing verb asks, promises or begins: its object, else its subject."""
    if not is_passive(governor) and base_form(governor.lower_, governor.tag_) not in _PROMISES:
        told = next((c for c in governor.children if c.dep_ in {"dobj", "dative"} and c.pos_ in {"PROPN", "PRON", "NOUN"}), None)
        if told is not None:
            return told
    return grammatical_subject(governor, depth + 1)


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause describes, or the one that it is joined to by "and"."""
    if verb.dep_ == "conj" and verb.head.dep_ in {"relcl", "acl"}:
        verb = verb.head
    return verb.head if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _described(verb: Token, depth: int) -> Token | None:
    """The noun that "gathered in the harbour" or "sailing" describes; of "the plan to sail" whose plan it is."""
    noun = verb.head
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return noun if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None or noun.dep_ == "ROOT":  # a headline's "Orr to resign"
        return owner or noun
    return grammatical_subject(noun.head, depth + 1) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" else None


def frame_of_verb(paragraph: Paragraph, verb: Token, cast: Cast) -> Frame:
    """The frame of a verb."""
    lemma, passive = base_form(verb.lower_, verb.tag_), is_passive(verb)
    subject, done, agent = grammatical_subject(verb), None, None
    further: list[Argument | None] = []
    for child in verb.children:
        relation = child.dep_
        if relation == "agent" or (relation == "prep" and passive and child.lower_ == "by"):
            agent = agent or next((g for g in child.children if g.dep_ == "pobj"), None)
        elif relation == "prep" or (relation == "dative" and child.pos_ == "ADP"):
            further += _behind(paragraph, child, cast)
        elif relation == "dative":
            further.append(cast.argument(paragraph, child, "to"))
        elif relation in _COMPLEMENTS and not (relation == "dobj" and _told_to(child, verb)):
            if passive:
                further.append(cast.argument(paragraph, child))
            done = done or child
        elif relation == "prt":
            lemma = f"{lemma} {child.lower_}"
    actor, target = _parts(verb, lemma, passive, (subject, done, agent))
    if target is not None and target is not subject:
        further += [a for c in target.children if c.dep_ == "prep" and c.lower_ in _PASSED_ON for a in _behind(paragraph, c, cast)]
    for shared in (actor, target):
        further += [cast.argument(paragraph, c, "and") for c in shared.children if c.dep_ == "conj"] if shared is not None else ()
    return Frame(
        lemma,
        cast.argument(paragraph, actor) if actor is not None else None,
        cast.argument(paragraph, target) if target is not None else None,
        _ordered(further),
        lemma == "be",
    )


def _parts(
    verb: Token, lemma: str, passive: bool, found: tuple[Token | None, Token | None, Token | None]
) -> tuple[Token | None, Token | None]:
    """Actor and target out of a verb's subject, object and agent."""
    subject, done, agent = found
    if passive:
        return agent, subject or _relative_object(verb)
    if subject is None and done is not None and done.pos_ == "PROPN" and lemma in SAYING and verb.tag_ in {"VBD", "VBZ"}:
        subject, done = done, None  # "…,” said Orr"
    actor = (agent or subject) if verb.tag_ == "VBG" else subject  # "firing by armed men"
    return actor, done or _shared_object(verb)


def _ordered(arguments: list[Argument | None]) -> tuple[Argument, ...]:
    """Arguments in the order of the text."""
    return tuple(sorted((a for a in arguments if a is not None), key=lambda a: a.span))


def _behind(paragraph: Paragraph, preposition: Token, cast: Cast) -> Iterator[Argument | None]:
    """The noun groups behind a preposition: `in the harbour`, `out of the harbour`."""
    for child in preposition.children:
        if child.dep_ == "pobj" or (preposition.dep_ == "dative" and child.dep_ == "dobj"):
            yield cast.argument(paragraph, child, preposition.lower_)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield cast.argument(paragraph, inner, f"{preposition.lower_} {child.lower_}")


def _shared_object(verb: Token) -> Token | None:
    """The object that a verb shares: with the verb right behind it ("caught and jailed Orr"), or as what its clause describes."""
    for child in verb.children:
        if child.dep_ == "conj" and child.i == verb.i + 2 and child.tag_ == verb.tag_:
            return next((c for c in child.children if c.dep_ == "dobj"), None)
    return _relative_object(verb)


def _relative_object(verb: Token) -> Token | None:
    """What a relative clause with a subject of its own says was done to the noun: `the ferry that Orr sold`."""
    if verb.dep_ != "relcl" or verb.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    own = [c for c in verb.children if c.dep_ in _SUBJECTS and c.lower_ not in _RELATIVE]
    closed = any(c.dep_ in {"ccomp", "xcomp", "advmod"} and c.i < verb.i for c in verb.children) or any(
        c.dep_ in {"ccomp", "xcomp", "prep", "acomp"} for c in verb.children
    )
    return verb.head if own and not closed else None


def frame_of_noun(paragraph: Paragraph, noun: Token, cast: Cast) -> Frame | None:
    """The frame of a noun that stands for a deed; None where nothing stands beside it."""
    lemma = base_form(noun.lower_, noun.tag_)
    owner: Token | None = None
    of: Token | None = None
    by: Token | None = None
    beside: Token | None = None
    aimed: Token | None = None
    further: list[Argument | None] = []
    for child in noun.children:
        relation = child.dep_
        if relation == "poss":
            owner = child
        elif relation in {"compound", "amod", "nmod"}:
            beside = child if child.pos_ == "PROPN" or (child.text[:1].isupper() and state_of(child.text)) else beside
        elif relation in {"prep", "agent"}:
            first = next((g for g in child.children if g.dep_ == "pobj"), None)
            word = child.lower_
            if first is not None and word == "of" and of is None:
                of = first
            elif first is not None and word == "by" and by is None:
                by = first
            elif first is not None and aimed is None and aimed_at(lemma, word):
                aimed = first
            else:
                further += _behind(paragraph, child, cast)
    actor, target = _roles(lemma, owner, of, by, beside, aimed)
    light = noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and base_form(noun.head.lower_, noun.head.tag_) in LIGHT
    if actor is None and light and not is_passive(noun.head):
        actor = grammatical_subject(noun.head)
    found = [cast.argument(paragraph, t) if t is not None else None for t in (actor, target)]
    others = _ordered(further)
    if found[0] is None and found[1] is None and not others:
        return None
    return Frame(lemma, found[0], found[1], others)


def _roles(
    lemma: str, owner: Token | None, of: Token | None, by: Token | None, beside: Token | None, aimed: Token | None
) -> tuple[Token | None, Token | None]:
    """Actor and target of a deed: "X's", "of X", "by X", "X raid", "on X"."""
    if happens(lemma):
        return by or owner or of or beside, aimed
    if lemma in DONE_TO and of is None and aimed is None:
        return by or (beside if owner is not None else None), owner or (beside if by is not None else None)
    return by or owner or beside, aimed or of
