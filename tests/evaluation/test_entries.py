"""Timeline and positions by entry: the date or stance must be right, and the passage."""

from __future__ import annotations

import msgspec
import pytest

from evaluation import entries
from evaluation.gold import GoldEvent, GoldPassage, GoldPosition
from evaluation.stages import Told
from retold.records import Dossier, Passage, Position, Span, TimelineEvent

BOTH = [GoldPassage(article="first", spans=[(40, 55)]), GoldPassage(article="second", spans=[(1, 24)])]


def event(date: str, **at: Span) -> TimelineEvent:
    passages = tuple(Passage(article=name, spans=(span,)) for name, span in at.items())
    return TimelineEvent(date=date, precision="day", event="rain", told_by=passages)


def dated(told: Told, *events: TimelineEvent) -> Dossier:
    return msgspec.structs.replace(told.dossier, timeline=events)


def test_an_event_is_told_by_those_whose_passages_are_touched_on_its_date(told: Told) -> None:
    wanted = GoldEvent(date="2031-03-10", event="rain", told_by=BOTH)
    (one,) = entries.timeline([wanted], dated(told, event("2031-03-10", first=(50, 60)), event("2031-03-11", second=(5, 9))))
    assert (one.told, one.missed, one.instead, one.found) == (("first",), ("second",), ("2031-03-11 (day)",), True)
    (one,) = entries.timeline([wanted], dated(told, event("2031-03-10", first=(55, 60))))
    assert (one.told, one.found, one.instead) == ((), False, ())


@pytest.mark.parametrize(
    ("wanted", "date", "found"),
    [
        ("2031", "2031", True),
        ("2031", "2031-03-10", True),
        ("2031-03", "2031-03-10/2031-03-12", True),
        ("2031-03-10", "2031-03", False),
        ("2031-03-1", "2031-03-10", False),
    ],
)
def test_a_finer_date_will_do_a_coarser_one_not(told: Told, wanted: str, date: str, found: bool) -> None:
    gold = GoldEvent(date=wanted, event="rain", told_by=BOTH[:1])
    (one,) = entries.timeline([gold], dated(told, event(date, first=(40, 55))))
    assert one.found is found


def position(actor: str, stance: str, at: Span = (40, 55)) -> Position:
    return Position(actor=actor, stance=stance, toward=None, about="rain", occasion=None, article="first", spans=(at,))


@pytest.mark.parametrize(
    ("wanted", "got", "found"),
    [
        (("Norway", "open to"), ("Norway", "offers"), True),
        (("Norway", "refuses"), ("Norwegian government", "denies"), True),
        (("Norway", "denies or has not confirmed"), ("Oslo", "has not confirmed"), True),
        (("Norway", "wants"), ("Norway", "urges"), True),
        (("Norway", "wants"), ("Norway", "pledges"), False),
        (("Norway", "wants"), ("Sweden", "wants"), False),
        (("Norway", "hums"), ("Norway", "hums"), True),
    ],
)
def test_a_position_needs_its_state_and_a_stance_of_the_group(
    told: Told, wanted: tuple[str, str], got: tuple[str, str], found: bool
) -> None:
    gold = GoldPosition(actor=wanted[0], stance=wanted[1], about="rain", passages=BOTH[:1])
    dossier = msgspec.structs.replace(told.dossier, positions=(position(*got),))
    (one,) = entries.positions([gold], dossier)
    assert (one.found, one.instead) == (found, () if found else (" ".join(got),))


def test_a_position_elsewhere_does_not_count(told: Told) -> None:
    gold = GoldPosition(actor="Norway", stance="wants", about="rain", passages=BOTH[:1])
    dossier = msgspec.structs.replace(told.dossier, positions=(position("Norway", "wants", (0, 40)),))
    assert [one.found for one in entries.positions([gold], dossier)] == [False]


@pytest.mark.parametrize(("state", "found"), [("Norway", True), ("Sweden", False), (None, False)])
def test_a_person_speaks_for_the_state_that_the_record_names(told: Told, state: str | None, found: bool) -> None:
    gold = GoldPosition(actor="Norway", stance="wants", about="rain", passages=BOTH[:1])
    one = msgspec.structs.replace(position("Kari Lund", "wants"), state=state)
    assert [entry.found for entry in entries.positions([gold], msgspec.structs.replace(told.dossier, positions=(one,)))] == [found]
