"""A weekday that a report of the day before tells as past: it means the coming day where other reports tell what happened on that day.

News sites date a report by the hour in which it was first filed, or in another zone than its reporter's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from ...settings import TimelineSettings
from ..reports import Reports
from .same_event import Likeness
from .tellings import Telling

_SEVERAL = 2
"""Reports that tell of a day, from which it is taken for the story's."""


def mend_days(tellings: Sequence[Telling], reports: Reports, settings: TimelineSettings) -> tuple[Telling, ...]:
    """Return the tellings, some of them moved to the day after their report's: where another report tells the event of that day, or several
    others tell of that day and none of the day six days back."""
    of_day = defaultdict[str | None, list[int]](list)
    for number, one in enumerate(tellings):
        if one.date.start == one.date.end:
            of_day[one.date.start].append(number)
    likeness = Likeness(tellings, reports, settings)
    mended = list(tellings)
    for number, one in enumerate(tellings):
        if one.next_day is None:
            continue
        others = [k for k in of_day[one.next_day] if tellings[k].article != one.article]
        alone = not any(tellings[k].article != one.article for k in of_day[one.date.start])
        several = alone and len({tellings[k].article for k in others}) >= _SEVERAL
        others = [k for k in others if several or likeness.score(number, k) is not None]
        if others:
            doubt = f"The report’s weekday is taken for the day after its own date, as {reports.name(tellings[others[0]].article)} has it."
            mended[number] = replace(one, date=replace(one.date, start=one.next_day, end=one.next_day), doubt=doubt)
    return tuple(mended)
