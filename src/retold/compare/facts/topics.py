"""What a fact is about, in a few words of the articles: "passengers injured", "when the ferry left the harbour"."""

from __future__ import annotations

import re

from ...records import Argument, Quantity
from .claims import Claim, Told
from .counts import Count

__all__ = ["act_of", "matter_of", "thing_of"]

_LONG = 60
"""Characters of a noun group that a topic can hold."""
_PRONOUN = re.compile(r"(?:he|she|it|they|we|you|i|who|that|which|this|these|those|him|her|them|us|me|there|one|some|all)", re.IGNORECASE)
_PAST = ("ed", "en", "wn", "ght", "un", "de", "ft", "ld", "lt", "nt", "pt", "et", "id")


def thing_of(count: Count, told: Told) -> str:
    """What is counted or measured: "passengers injured", "hours, of the voyage"."""
    quantity, claim = count.quantity, count.claim
    predicate = told.text(claim.article, claim.assertion.predicate)
    if quantity.counted == "age":
        bearer = re.split(r"[.,;:()]", told.text(count.article, (quantity.span[1], count.sentence[1])))[0].split()
        return f"age of the {bearer[0]}" if bearer else "age"
    if quantity.counted_span is None:
        holder = _words(claim.assertion.target, claim, told) or _words(claim.assertion.actor, claim, told)
        measure = f"{quantity.unit}s" if quantity.unit else "number"
        return f"{measure}: {holder}" if holder else measure
    noun = told.text(count.article, quantity.counted_span).replace(told.text(count.article, quantity.span), "").strip(" ,-")
    noun = re.sub(r"^(?:of|the|a|an|these|those|its|their)\s+", "", noun)
    happened = claim.assertion.kind == "verb" and predicate.endswith(_PAST) and _counts_target(claim, quantity)
    return f"{noun} {predicate}" if happened else noun


def act_of(claim: Claim, told: Told) -> str:
    """The act as a clause: "the ferry left the harbour", "the arrest of Orr"."""
    assertion = claim.assertion
    predicate = told.text(claim.article, assertion.predicate)
    actor, target = _words(assertion.actor, claim, told), _words(assertion.target, claim, told)
    if assertion.kind == "noun":
        return f"the {predicate}" + (f" of {target}" if target else f" by {actor}" if actor else "")
    if assertion.target is not None and target and assertion.target.span[0] < assertion.predicate[0] and assertion.kind == "verb":
        return f"{target} {'were' if target.endswith('s') else 'was'} {predicate}"
    return " ".join(word for word in (actor, predicate, target) if word)


def matter_of(claim: Claim, told: Told, question: str) -> str:
    """``question`` ("when", "where", "who") put to the act: "when the ferry left", "where the arrest of Orr took place"."""
    act = act_of(claim, told)
    if claim.assertion.kind == "noun":
        return f"{question} {act} took place"
    return f"{question} {act}"


def _counts_target(claim: Claim, quantity: Quantity) -> bool:
    target = claim.assertion.target
    return target is not None and quantity.counted_span is not None and target.span[0] <= quantity.counted_span[0] < target.span[1]


def _words(argument: Argument | None, claim: Claim, told: Told) -> str | None:
    """The words of a noun group; the name it stands for where it is a pronoun; None: they tell nobody what it is."""
    if argument is None:
        return None
    words = told.text(claim.article, argument.span)
    if _PRONOUN.fullmatch(words):
        return argument.name
    return words if len(words) <= _LONG else argument.name or argument.head
