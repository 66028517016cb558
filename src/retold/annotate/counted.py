"""What a number counts, by grammar: `30 armed men`, `dozens of scholars`, `21 of the girls`, `63% of voters`."""

from __future__ import annotations

from collections.abc import Sequence

from .base_forms import base_form
from .tokens import Token

_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "det", "case", "punct"})
_WITHIN = 6  # tokens between a number and the noun that it counts
_NO_NOUN = frozenset("other others more rest them us which whom those one ones".split())


def counted_by(tokens: Sequence[Token], last: int) -> tuple[Token, Token] | None:
    """The head of what the number that ends in token ``last`` counts, and its first token; None: nothing that grammar is sure of."""
    number = tokens[last]
    behind = last + 1
    while behind < len(tokens) and tokens[behind].lower_ in {"more", "other"}:
        behind += 1
    if behind >= len(tokens):
        return None
    if tokens[behind].text == "-" and behind + 1 < len(tokens):
        member = tokens[behind + 1]  # "a 15-member council" counts members
        return (member, member) if member.tag_ in {"NN", "NNS"} and not number.whitespace_ else None
    if tokens[behind].lower_ == "of":
        head = next((c for c in tokens[behind].children if c.dep_ == "pobj" and c.i > behind), None)
        return _group(tokens, behind + 1, head) if head is not None else None
    head = number.head
    if head.i <= last or head.pos_ not in {"NOUN", "PROPN"}:
        head = _plural_ahead(tokens, behind) or number
    while head.dep_ in {"compound", "nmod"} and head.head.i > head.i and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return _group(tokens, behind, head)


def _plural_ahead(tokens: Sequence[Token], at: int) -> Token | None:
    """The plural noun right behind a number, adjectives and other nouns between."""
    for token in tokens[at : at + 4]:
        if token.tag_ in {"NNS", "NNPS"}:
            return token
        if token.tag_ not in {"JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG"}:
            return None
    return None


def _group(tokens: Sequence[Token], first: int, head: Token) -> tuple[Token, Token] | None:
    """The noun group from ``first`` to its head, if nothing but modifiers stands between."""
    while first < head.i and (tokens[first].dep_ == "det" or tokens[first].is_punct):
        first += 1
    between = tokens[first : head.i]
    plain = head.i >= first and head.pos_ in {"NOUN", "PROPN"} and head.lower_ not in _NO_NOUN and len(between) <= _WITHIN
    if not plain or any(t.pos_ in {"VERB", "AUX", "ADP", "PRON"} and t.dep_ not in _PREMODIFIERS for t in between):
        return None
    return head, tokens[min(first, head.i)]


def noun_of(head: Token) -> str:
    """Base form of a noun that is counted."""
    return base_form(head.lower_, head.tag_)
