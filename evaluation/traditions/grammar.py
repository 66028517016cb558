"""Sentences out of templates: ``[a|b]`` is a choice, ``<slot>`` a value; choices may stand inside each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"<(\w+)>")


def write(template: str, rng: Random, slots: Mapping[str, str], chosen: dict[str, str] | None = None) -> str:
    """Expand ``template``. With ``chosen``, the same choice in words falls out the same way each time: the dict remembers it.

    Raises ``KeyError`` where the template asks for a slot that there is no value for.
    """
    known = {} if chosen is None else chosen
    while match := _CHOICE.search(template):
        options = match.group(1)
        pick = known.get(options) if chosen is not None else None
        if pick is None:
            pick = known[options] = rng.choice(options.split("|"))
        template = template[: match.start()] + pick + template[match.end() :]
    return " ".join(_SLOT.sub(lambda slot: slots[slot.group(1)], template).split())


def sentence_case(text: str) -> str:
    """The text with its first letter, behind an opening mark too, in capitals; a marker of a person is left alone."""
    if text.startswith(("{", "“{")):
        return text
    for place, letter in enumerate(text):
        if letter.isalnum():
            return text[:place] + letter.upper() + text[place + 1 :]
    return text


def first_small(text: str) -> str:
    """The text with its first word in small letters where that is a word of grammar, so that it can stand inside a sentence."""
    head, _, rest = text.partition(" ")
    return f"{head.lower()} {rest}" if head.lower() in _SMALL else text


_SMALL = frozenset(
    "a an the it its this that these those there some about at in on by with for from after before not when while as what nobody several "
    "two three five all new stricter old black rescue water relatives families police schools candles lawyers claims divers fog "
    "repairs crews".split()
)
