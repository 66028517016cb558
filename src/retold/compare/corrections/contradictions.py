"""Entries that contradict each other, which only shows once it is known what they speak of."""

from __future__ import annotations

from itertools import combinations

from ...errors import CorrectionsError
from .circles import way_down
from .decisions import Decisions, EdgeDecision, SpeakerDecision
from .excerpts import Place


def refuse_contradictions(decisions: Decisions) -> None:
    """Raise ``CorrectionsError``, which names the entries, where two or more of them can't hold together."""
    _check_speakers(decisions)
    _check_passages(decisions)
    _check_edges(decisions)


def _check_speakers(decisions: Decisions) -> None:
    said: dict[str, SpeakerDecision] = {}
    for one in decisions.speakers:
        other = said.setdefault(one.quotation, one)
        if other.speaker != one.speaker:
            raise CorrectionsError(
                f"{one.where}: gives to {one.speaker} what {other.where} gives to {other.speaker}; leave one of the two out"
            )


def _check_passages(decisions: Decisions) -> None:
    """No two passages that are told apart may be one remark, also by way of a third."""
    groups: list[tuple[frozenset[Place], tuple[str, ...]]] = []
    for decision, places in zip(decisions.same, decisions.joined, strict=True):
        touched = [group for group in groups if group[0] & places]
        groups = [group for group in groups if not group[0] & places]
        wheres = tuple(where for _, wheres in touched for where in wheres)
        groups.append((places.union(*(group for group, _ in touched)), (*wheres, decision.where)))
    for decision in decisions.apart:
        for one, other in combinations(decision.passages, 2):
            for places, wheres in groups:
                if one & places and other & places:
                    raise CorrectionsError(
                        f"{decision.where}: keeps apart what {' and '.join(wheres)} {'make' if len(wheres) > 1 else 'makes'} one remark; "
                        "leave one of them out"
                    )


def _check_edges(decisions: Decisions) -> None:
    """No edge both is and is not, or is of two kinds, and those that hold go in no circle."""
    for one, other in combinations(decisions.edges, 2):
        ordered = (one.from_, one.to) == (other.from_, other.to)
        both = one.holds and other.holds
        kinds = one.kind != other.kind and None not in {one.kind, other.kind}
        likeness = both and (one.kind == "likeness") != (other.kind == "likeness")
        if one.ends == other.ends and ((ordered and one.holds != other.holds) or (both and ordered and kinds) or likeness):
            raise CorrectionsError(f"{other.where}: contradicts {one.where}, on the same two reports; leave one of the two out")
    taken: list[EdgeDecision] = []
    for edge in decisions.edges:
        if edge.holds and edge.kind != "likeness":
            if way := way_down(edge.to, edge.from_, taken):
                raise CorrectionsError(
                    f"{edge.where}: closes a circle with {' and '.join(step.where for step in way)}: no report can be made from itself; "
                    "leave one of them out"
                )
            taken.append(edge)
