"""Acts told in words that exclude each other (dismissed, resigned), or that stand for two stages of one thing (threatened, imposed).

Such words have little in common, so the claims are lined up here by who or what stands beside them, in whatever part: who is dismissed
is who resigns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from ...annotate.folding import fold
from ...records import Argument, Statement
from ...settings import FactSettings
from ..passages import CALENDAR, stems
from .claims import Claim, Told, statement_of
from .differences import Difference
from .pairing import asserted
from .stages import stages
from .telling import among_of, explained
from .topics import act_of

__all__ = ["contrast_differences", "stage_differences"]

_REAL = frozenset({"done", "going on", "ahead"})


_ONE_ACT = 0.55
"""How sure it must be that two claims of a contrast are of one act, where it can happen to a party more than once."""
_STAGES_APART = 0.65
"""How sure it must be that two stages are of one matter: verbs of stages are common, those of contrasts are not."""


class _Placed(NamedTuple):
    """A claim with the line of a contrast, or the stage, that its predicate stands on."""

    claim: Claim
    line: int
    party: str
    """Name in the story, else base form of the noun, of whom it is about."""


class _Clash(NamedTuple):
    one: _Placed
    other: _Placed
    sure: float


def contrast_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find claims about one party whose predicates stand on different lines of a contrast, one difference for a contrast and party."""
    for contrast in stages().contrasts:
        placed = _placed(told, contrast.line, contrast.party)
        for clashes in _by_party(_clashes(list(placed), told, settings.least if contrast.once else max(settings.least, _ONE_ACT))):
            yield _difference(clashes, f"{contrast.about}: {{}}", {}, told, grows=contrast.grows)


def stage_differences(told: Told, settings: FactSettings) -> Iterator[Difference]:
    """Find one object that articles tell at different stages: tariffs threatened, ordered, imposed."""
    table = stages()
    placed = _placed(told, table.stage, ["target"] * len(table.names))
    for clashes in _by_party(_clashes(list(placed), told, max(settings.least, _STAGES_APART), growing=True)):
        yield _difference(clashes, "how far it has come: {}", dict(enumerate(table.names)), told, grows=True)


def _placed(told: Told, line: Mapping[str, int], party: Sequence[Literal["actor", "target"]]) -> Iterator[_Placed]:
    """The claims that tell something real of a known party, with their lines."""
    for claim in told.claims:
        number = line.get(_word(claim, line, told))
        if number is None or claim.assertion.negated or claim.headline or claim.assertion.standing not in _REAL:
            continue
        if claim.assertion.kind != "noun" and not asserted(claim, told):
            continue
        argument = claim.assertion.actor if party[number] == "actor" else claim.assertion.target or _for_what(claim)
        name = claim.actor if party[number] == "actor" else claim.target
        if name:
            yield _Placed(claim, number, name)
        elif argument is not None and argument.head.isalpha() and argument.name is None and fold(argument.head) not in _EMPTY:
            yield _Placed(claim, number, fold(argument.head))


def _for_what(claim: Claim) -> Argument | None:
    """What a noun without an object is about: "threats of a strike"."""
    if claim.assertion.kind != "noun":
        return None
    return next((other for other in claim.assertion.others if other.by in {"of", "on"}), None)


def _word(claim: Claim, line: Mapping[str, int], told: Told) -> str:
    """The predicate with the word behind it where the two together are in the table ("step down"), else alone."""
    end = claim.assertion.predicate[1]
    behind = told.text(claim.article, (end, end + _PARTICLE)).split()[:1]
    both = f"{claim.assertion.lemma} {behind[0]}" if behind else ""
    return both if both in line else claim.assertion.lemma


_PARTICLE = 8
"""Characters behind a verb in which its particle ends."""
_EMPTY = frozenset("it they he she we i you this that which who what one some all people person thing way part day time".split())
"""Heads that tell nobody what is meant."""


def _clashes(placed: Sequence[_Placed], told: Told, least: float, *, growing: bool = False) -> Iterator[_Clash]:
    """Claims of two articles on different lines about one party.

    An article that has both lines knows of both and is on no side, unless they are the words of two people: then it tells of the dispute.
    Where the lines are stages (``growing``), the highest that an article has is its own.
    """
    parties = defaultdict[str, list[_Placed]](list)
    for one in placed:
        parties[one.party].append(one)
    for party in sorted(parties):
        sided = [one for one in parties[party] if _takes_side(one, parties[party], growing=growing)]
        for one, other in combinations(sided, 2):
            if one.claim.article != other.claim.article and one.line != other.line:
                sure = _sure(one.claim, other.claim, party, told)
                if sure >= least:
                    yield _Clash(one, other, sure)


def _takes_side(one: _Placed, every: Sequence[_Placed], *, growing: bool) -> bool:
    others = [p for p in every if p.claim.article == one.claim.article and p.line != one.line]
    if growing:
        return all(p.line < one.line for p in others)
    return all(p.claim.attributed_to != one.claim.attributed_to for p in others)


def _sure(one: Claim, other: Claim, party: str, told: Told) -> float:
    """0 to 1: what the clauses, less the sentences around, share besides the party and the act; rare words tell more."""
    own = stems(f"{one.assertion.lemma} {other.assertion.lemma} {party}") | CALENDAR
    clause = sum(sorted((told.weight.get(stem, 1.0) for stem in (one.terms & other.terms) - own), reverse=True)[:2])
    around = sum(sorted((told.weight.get(stem, 1.0) for stem in (one.around & other.around) - own), reverse=True)[:3])
    return min(1.0, 0.2 + 0.4 * min(1.0, clause) + 0.3 * min(1.0, around))


def _by_party(clashes: Iterator[_Clash]) -> Iterator[list[_Clash]]:
    """Clashes that share a claim, together."""
    groups: list[list[_Clash]] = []
    for clash in sorted(clashes, key=lambda c: (-c.sure, c.one.claim.key, c.other.claim.key)):
        keys = {clash.one.claim.key, clash.other.claim.key}
        home = next((group for group in groups if any(keys & {c.one.claim.key, c.other.claim.key} for c in group)), None)
        if home is None:
            groups.append([clash])
        else:
            home.append(clash)
    yield from groups


def _difference(clashes: Sequence[_Clash], topic: str, names: Mapping[int, str], told: Told, *, grows: bool) -> Difference:
    best = clashes[0]
    claims = {placed.claim.key: placed for clash in clashes for placed in (clash.one, clash.other)}
    sides = defaultdict[int, list[Statement]](list)
    for _, placed in sorted(claims.items()):
        sides[placed.line].append(statement_of(placed.claim, told))
    line_of = {placed.line: placed for placed in (best.other, best.one)}
    has = {
        f"it as {names[line]}" if names else f"“{_predicate(line_of.get(line), line, claims.values(), told)}”": some
        for line, some in sorted(sides.items())
    }
    return Difference(
        kind="status",
        topic=topic.format(act_of(best.one.claim, told)),
        explanation=explained(has, told, grows=grows),
        statements=tuple(statement for some in has.values() for statement in some),
        among=among_of(list(has.values())),
        confidence=best.sure,
    )


def _predicate(placed: _Placed | None, line: int, every: Iterable[_Placed], told: Told) -> str:
    """The word of a line as one of the articles prints it."""
    shown = placed or next(one for one in every if one.line == line)
    return told.text(shown.claim.article, shown.claim.assertion.predicate)
