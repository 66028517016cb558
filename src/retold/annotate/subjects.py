"""A cue in the parse: whether a verb is one, who its subject is, and whom it says was told."""

from __future__ import annotations

from ..records import Span
from .cues import DOCUMENTS, HEARING, NAMING, SAYING, WEAK
from .parse import Paragraph
from .tokens import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_ISSUING = {"issue", "release", "send", "publish", "post", "write", "give", "deliver", "make"}


def is_cue(token: Token, *, beside_marks: bool = True) -> bool:
    """Whether a verb can introduce speech."""
    if token.pos_ not in {"VERB", "AUX"} and not (token.pos_ in {"NOUN", "ADJ", "PROPN"} and token.tag_.startswith("VB")):
        return False
    lemma = token.lemma_
    return lemma in SAYING and (beside_marks or lemma not in WEAK) and not heard(token)


def heard(verb: Token) -> bool:
    """Whether a verb tells only who hears, not who speaks: `he was told`, `asked about it, she …`."""
    return _hears(verb) and _agent(verb) is None


def unheld(verb: Token) -> bool:
    """Whether a passive names nobody who acts: `was seen as`."""
    return is_passive(verb) and _agent(verb) is None


def _hears(verb: Token) -> bool:
    if verb.tag_ != "VBN" or verb.lemma_ not in HEARING:
        return False
    return is_passive(verb) or not any(c.dep_ == "aux" for c in verb.children)


def _agent(verb: Token) -> Token | None:
    """Who acts in a passive: `was told by X`."""
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The head of the noun phrase that is the subject of a verb, looked for above it where the verb has none of its own."""
    named = is_passive(verb) and verb.lemma_ in NAMING
    return (_agent(verb) if named or _hears(verb) else quoted_person(verb)) or _subject(verb, depth)


def _subject(verb: Token, depth: int) -> Token | None:
    for child in sorted(verb.children, key=lambda c: abs(c.i - verb.i)):  # of two, the nearer: "Speaking Norse, X said" read as two
        if child.dep_ in SUBJECTS:
            if child.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
                return verb.head
            if child.lower_ in {"who", "which", "that"} and child.dep_ != "expl":
                continue
            return child
    if depth > 4:
        return None
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).text == ",":
        for token in reversed(list(verb.sent)[: verb.i - verb.sent.start]):  # the clause before the comma speaks: "X left, saying"
            own = next((c for c in token.children if c.dep_ in SUBJECTS), None) if token.pos_ in {"VERB", "AUX"} else None
            if own is not None and token.dep_ not in {"relcl", "acl", "ccomp", "csubj"} and own.lower_ not in {"that", "which"}:
                return own
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        issued = verb.head.lemma_ in DOCUMENTS and verb.head.dep_ == "dobj" and verb.head.head.lemma_ in _ISSUING
        return subject_of(verb.head.head, depth + 1) if issued else verb.head  # "X issued a statement saying"
    if verb.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "acl", "parataxis", "appos"} and verb.head.i != verb.i:
        head = verb.head
        if head.pos_ in {"NOUN", "PROPN"} and verb.dep_ in {"advcl", "dep", "appos"}:
            return head
        return subject_of(head, depth + 1)
    return None


def quoted_person(verb: Token) -> Token | None:
    """Who speaks where somebody else quotes: `the Courier quoted X as saying`."""
    if verb.lemma_ in {"quote", "cite"} and any(c.lower_ == "as" for c in verb.children):
        return next((c for c in verb.children if c.dep_ in {"dobj", "obj"}), None)
    if verb.tag_ != "VBG":
        return None
    prep = verb.head if verb.dep_ == "pcomp" or verb.head.lower_ == "as" else next((c for c in verb.children if c.lower_ == "as"), None)
    if prep is None or prep.lower_ != "as":
        return None
    above = prep.head if prep.head.i != verb.i else verb.head
    if above.lemma_ not in {"quote", "cite"}:
        return None
    return next((c for c in above.children if c.dep_ in {"dobj", "obj", "nsubjpass"}), None) or next(
        (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None
    )


def addressee_of(cue: Token, paragraph: Paragraph) -> Span | None:
    """Whom a cue's clause says was told: `told the Lantern`, `in an interview with the Gazette`, `speaking to reporters`."""
    for child in cue.children:
        if (
            child.dep_ in {"dobj", "dative", "obj"}
            and cue.lemma_ in {"tell", "inform", "assure", "remind", "ask", "advise"}
            and child.i > cue.i
        ):
            return _phrase(child, paragraph)
        if child.dep_ == "advcl" and child.lower_ in {"speaking", "talking"} and (to := addressee_of(child, paragraph)) is not None:
            return to
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with", "in", "during", "on"}:
            for obj in child.children:
                if obj.dep_ != "pobj":
                    continue
                if child.lower_ in {"to"} and cue.lemma_ in {
                    "say",
                    "speak",
                    "write",
                    "talk",
                    "confirm",
                    "explain",
                    "declare",
                    "admit",
                    "tweet",
                }:
                    return _phrase(obj, paragraph)
                if obj.lemma_ in {"interview", "conversation", "comment", "phone", "call", "remark", "statement", "letter"}:
                    inner = next((g for p in obj.children if p.dep_ == "prep" and p.lower_ in {"with", "to"} for g in p.children), None)
                    if inner is not None:
                        return _phrase(inner, paragraph)
    return None


def _phrase(head: Token, paragraph: Paragraph) -> Span:
    """The noun phrase around a head, without relative clauses and later prepositions."""
    left = head
    for token in head.lefts:
        if token.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod"}:
            left = min(left, token.left_edge, key=lambda t: t.i)
    return paragraph.start(left), paragraph.end(head)


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(c.dep_ == "auxpass" for c in verb.children)
