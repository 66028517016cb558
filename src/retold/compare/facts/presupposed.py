"""Blame that one report takes for granted and another has as somebody's word: "his misuse of funds", "a letter saying he misused funds"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...annotate.folding import fold
from ...records import Argument, Statement
from .claims import Claim, Told, statement_of
from .differences import Difference
from .likeness import cosine, same_act, same_noun
from .pairing import SAME_ACT, asserted, words_before
from .stages import stages
from .telling import explained, telling_of
from .topics import act_of

__all__ = ["presupposed_differences", "presupposes"]

_REAL = frozenset({"done", "going on"})
_BEFORE_GERUND = frozenset("for of after before over about by from despite without since".split())
_QUESTION = frozenset("who whom whose why how".split())
_DOUBT = frozenset(
    """accuse accused accusing accusation accusations accuses allege alleged allegedly alleges alleging allegation allegations
    suspect suspected suspects suspicion suspicions charge charged charges charging deny denied denies denying claim claimed
    claims claiming investigate investigated investigating investigation inquiry inquiries probe possible potential any no not
    never without if whether could may might would apparent apparently purported reported reportedly so-called convicted guilty
    indicted trial case against law laws fear fears prevent stop avoid combat risk fight ban attempted plot plotting plotted""".split()
)
"""Words after which blame is not taken for granted."""
_CLOSE = 7
"""Words before the predicate among which such a word governs it."""


def presupposed_differences(told: Told) -> Iterator[Difference]:
    """Find blame that stands in one article as known ("who is to blame for shooting down the plane") and in another only as the word of
    somebody ("the ministry says the plane was shot down").

    An article that tells it flatly besides does not count as having it from somebody. After Karttunen, Presuppositions of compound
    sentences (Linguistic Inquiry 4, 1973): nouns made from verbs, gerunds and clauses behind question words carry over what they name.
    """
    matter = [claim for claim in told.claims if claim.assertion.lemma in stages().contestable and _real(claim)]
    taken = [claim for claim in matter if presupposes(claim, told)]
    said = [claim for claim in matter if telling_of(claim, told).distance > _GRANTED and asserted(claim, told)]
    done: set[tuple[str, int]] = set()
    for flat in taken:
        others = [claim for claim in said if claim.article != flat.article and claim.key not in done and _one_blame(flat, claim)]
        others = [claim for claim in others if not _known(claim, flat, matter, told)]
        if others and flat.key not in done:
            done |= {flat.key, *(claim.key for claim in others)}
            yield _difference(flat, others, told)


_GRANTED = 0.5
"""Distance of a telling up to which its source is taken at its word ("confirmed")."""


def _real(claim: Claim) -> bool:
    return not claim.headline and not claim.assertion.negated and claim.assertion.standing in _REAL


def presupposes(claim: Claim, told: Told) -> bool:
    """Whether an article takes what a claim tells for granted, in its own voice."""
    if claim.quoted or claim.hedge:
        return False
    before = words_before(claim, told)
    if any(word in _DOUBT for word in before[-_CLOSE:]):
        return False
    assertion = claim.assertion
    if assertion.kind == "noun":
        return assertion.target is not None and (assertion.actor is not None or (bool(before) and before[-1] == "the"))
    if fold(told.text(claim.article, assertion.predicate)).split()[0].endswith("ing"):
        return bool(before) and before[-1] in _BEFORE_GERUND
    opening = fold(claim.text).split()[:1]
    return bool(opening) and opening[0] in _QUESTION


def _one_blame(flat: Claim, claimed: Claim) -> bool:
    """Whether two claims blame for one deed: the same act on the same thing, by nobody else."""
    if same_act(flat.assertion.lemma, claimed.assertion.lemma) < SAME_ACT:
        return False
    if claimed.attributed_to and claimed.attributed_to in (claimed.actor, flat.actor):
        return False
    if flat.actor and claimed.actor and flat.actor != claimed.actor:
        return False
    return _same(flat.assertion.target, claimed.assertion.target, flat.target, claimed.target)


def _same(one: Argument | None, other: Argument | None, name: str | None, its: str | None) -> bool:
    if one is None or other is None:
        return False
    if name and its:
        return name == its
    return same_noun(fold(one.head), fold(other.head)) >= _LIKE


_LIKE = 0.7
"""Likeness of nouns from which they can be one thing told twice ("aircraft", "plane")."""


def _known(claim: Claim, flat: Claim, matter: Sequence[Claim], told: Told) -> bool:
    """Whether the article that has it as somebody's word tells it as known besides."""
    same = (c for c in matter if c.article == claim.article and same_act(c.assertion.lemma, flat.assertion.lemma) >= SAME_ACT)
    return any(presupposes(c, told) or telling_of(c, told).flat for c in same)


def _difference(flat: Claim, others: Sequence[Claim], told: Told) -> Difference:
    has = defaultdict[str, list[Statement]](list)
    has["it as known"].append(statement_of(flat, told))
    for claim in others:
        has[telling_of(claim, told).words].append(statement_of(claim, told))
    like = max(cosine(flat.around, claim.around, told.weight) for claim in others)
    return Difference(
        kind="attribution",
        topic=f"how sure it is that {act_of(others[0], told)}",
        explanation=explained(has, told, grows=False),
        statements=tuple(statement for some in has.values() for statement in some),
        confidence=round(0.5 + like / 2, 6),
    )
