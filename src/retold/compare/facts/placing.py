"""Claims placed on the lines of a contrast: by their word, by how it is told (as real, as not so, as still to come), and by their party."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from ...annotate.folding import fold
from ...records import Argument
from ..lexicon import lexicon
from .claims import Claim, Told
from .levels import level_of, shows, supposed
from .pairing import asserted, words_before
from .stages import Contrast, Mode, stages

__all__ = ["Placed", "by_word", "placed", "placed_on", "resumed"]

_PARTICLE = 16
"""Characters behind a verb in which its particle ends."""
_EMPTY = frozenset(
    """it they he she we i you this that which who what one some all any none nothing something everything people person thing way part
    day time year week month case matter issue other lot number more most many few several both each him her them us me himself""".split()
)
"""Heads that tell nobody what is meant."""
_WORD = re.compile(r"[\w-]+")


class Placed(NamedTuple):
    """A claim with the line of a contrast, or the stage, that its predicate stands on."""

    claim: Claim
    line: int
    mode: Mode
    argument: Argument | None
    """The noun group of whom it is about."""
    party: str | None
    """Name in the story, else base form of the noun, of whom it is about; None: a pronoun that nobody can tell."""
    named: bool
    """``party`` is a name."""
    state: str | None = None
    """The state as the table has it ("is at large"); None: an act."""
    resumed: bool = False
    """The sentence before has the party on another line: "It was ordered by the council. But they merely suggested it"."""


def by_word(told: Told) -> dict[str, list[Claim]]:
    """The claims by the words that they may stand for in a table: the predicate, and with the word before or behind it."""
    known = {word for contrast in stages().contrasts for word, _ in contrast.line}
    found = defaultdict[str, list[Claim]](list)
    for claim in told.claims:
        if not claim.headline:
            for word in _words(claim, known, told):
                found[word].append(claim)
    return dict(found)


def placed(contrast: Contrast, words: Mapping[str, Sequence[Claim]], told: Told) -> list[Placed]:
    """The claims that stand on a line of a contrast, in their order; of two words of a claim the longer tells ("step down")."""
    seen: dict[tuple[str, int], Placed | None] = {}
    for word in sorted({word for word, _ in contrast.line}, key=lambda word: (" " not in word, word)):
        for claim in words.get(word, ()):
            if claim.key not in seen:
                seen[claim.key] = _placed(claim, word, contrast, told)
    return [one for _, one in sorted(seen.items()) if one is not None]


def _placed(claim: Claim, word: str, contrast: Contrast, told: Told) -> Placed | None:
    mode = None if _SEEMS.match(told.text(claim.article, (claim.assertion.predicate[1], claim.sentence[1]))) else _mode(claim, told)
    if mode == "words" and (word, "only") in contrast.line and _no_more(claim, told):
        mode = "only"
    number = contrast.line.get((word, mode)) if mode else None
    if mode is None or number is None:
        return None
    found = placed_on(claim, number, mode, contrast.party[number] == "actor" or word.startswith(_IS))
    if found is None or not _fits(found, contrast):
        return None
    return found._replace(state=word) if word.startswith(_IS) else found


def resumed(found: Sequence[Placed]) -> list[Placed]:
    """The same; a pronoun stands for the party that the sentence before has on another line."""
    before = {(one.claim.article, one.claim.assertion.sentence): one for one in found if one.party is not None}
    made = list[Placed]()
    for one in found:
        last = before.get((one.claim.article, one.claim.assertion.sentence - 1))
        if one.party is None and last is not None and last.line != one.line:
            made.append(one._replace(party=last.party, named=last.named, argument=last.argument, resumed=True))
        else:
            made.append(one)
    return made


def placed_on(claim: Claim, number: int, mode: Mode, actor: bool) -> Placed | None:
    """The claim on a line, about who does it or about whom it is done to; None where that is missing or tells nothing."""
    assertion = claim.assertion
    argument = assertion.actor if actor else assertion.target or _for_what(claim)
    name = claim.actor if actor else claim.target
    if name and argument is not None:
        return Placed(claim, number, mode, argument, name, True)
    if argument is None:
        return None
    head = fold(argument.head)
    if head in _PRONOUNS:
        return Placed(claim, number, mode, argument, None, False)
    if head in _EMPTY or not argument.head.isalpha() or argument.name is not None:
        return None
    return Placed(claim, number, mode, argument, head, False)


_SEEMS = re.compile(r"to (?:be|have)\b")
"""What follows a verb that tells what something is said to be: "was revealed to be complete"."""
_PRONOUNS = frozenset("it they he she them him her".split())


def _fits(one: Placed, contrast: Contrast) -> bool:
    return not contrast.heads or (one.argument is not None and lexicon().lemma(fold(one.argument.head)) in contrast.heads)


def _mode(claim: Claim, told: Told) -> Mode | None:
    """How a claim is told; None where it can't be said, or hangs on a condition."""
    level = level_of(claim)
    if level is None or claim.headline:
        return None
    if level.name == "done":
        return "words" if claim.assertion.kind == "noun" or _real(claim, told) else None
    if claim.assertion.kind == "state" and level.name == "not":
        return "denied" if _NOT.search(fold(claim.text)) else None
    if claim.assertion.kind == "noun" or not shows(claim, level, told):
        return None
    before = words_before(claim, told)
    if level.name == "not":
        return "denied" if before[-1:] != ["to"] or claim.quoted else None
    return "awaited" if level.name in {"ahead", "may", "wanted"} else None


_IS = "is "
"""What a word of a state begins with in the table: "is alive", "is at large"."""
_STATES = frozenset("be remain stay become".split())
_NOT = re.compile(r"\b(?:not|no longer|never|neither|nor)\b|n['’]t\b")


def _no_more(claim: Claim, told: Told) -> bool:
    """Whether it is told as all there was: "all she knew", "knew only"."""
    start, end = claim.assertion.predicate
    beside = f"{told.text(claim.article, (start, min(end + _PARTICLE, claim.sentence[1])))} {' '.join(words_before(claim, told)[-1:])}"
    return bool({"only", "merely"} & set(fold(beside).split())) or (fold(claim.text).startswith("all ") and claim.assertion.target is None)


def _real(claim: Claim, told: Told) -> bool:
    """Whether it is told as a fact, or said to be one: "claimed to have sold"."""
    before = words_before(claim, told)
    return before[-2:] == ["to", "have"] or (not supposed(before) and asserted(claim, told))


def _for_what(claim: Claim) -> Argument | None:
    """What a noun without an object is about: "threats of a strike", "an order for tariffs"."""
    if claim.assertion.kind != "noun":
        return None
    return next((other for other in claim.assertion.others if other.by in {"of", "on", "for"}), None)


def _words(claim: Claim, known: Set[str], told: Told) -> Iterator[str]:
    """The predicate with the word before or behind it where the two are in the table ("step down", "still control"), else alone."""
    lemma = claim.assertion.lemma
    first = lemma.split(" ")[0]
    start, end = claim.assertion.predicate
    text = told.annotated[claim.article].article.text
    behind = _WORD.findall(fold(text[end : end + _PARTICLE]))[:1]
    before = _WORD.findall(fold(text[max(claim.sentence[0], start - _PARTICLE) : start]))[-1:]
    if lemma in _STATES:
        after = _WORD.findall(fold(text[end : min(end + 2 * _PARTICLE, claim.span[1])]))
        states = [word for word in after if word not in _ADVERBS][:2]
        yield from (state for n in (2, 1) if (state := _IS + " ".join(states[:n])) in known)
    yield from (both for both in (*(f"{first} {word}" for word in behind), *(f"{word} {lemma}" for word in before)) if both in known)
    yield from (word for word in dict.fromkeys((lemma, first)) if word in known and (word == lemma or word not in _LIGHT))


_ADVERBS = frozenset("not n't t still now already also currently completely fully very so being no longer never clearly all both".split())
"""Words between "is" and the state."""
_LIGHT = frozenset("make take give turn put go come get keep stay run open hold".split())
"""Verbs that mean something else with each particle."""
