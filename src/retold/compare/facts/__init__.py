"""What articles state, lined up: agreed, disputed, or told by one source alone.

articles → claims → groups of claims about one matter → differences of each kind → facts
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import msgspec

from ...records import Annotated, Derivation, Fact, OnlyHere, Utterance
from ...settings import FactSettings
from ..speakers import Voices
from .actors import actor_differences
from .ages import age_differences
from .agreement import agreed_facts, single_facts
from .announced import announced_differences
from .attribution import attribution_differences
from .bearers import bearer_differences
from .claims import find_claims
from .clock import clock_differences
from .crowds import crowd_differences
from .dates import date_differences
from .days import find_days
from .days_apart import day_differences
from .doers import doer_differences
from .harms import harm_differences
from .headline import headline_differences
from .independence import Sources
from .lineup import line_up
from .numbers import number_differences
from .occasions import occasion_differences
from .places import place_differences
from .remarks import remark_differences
from .renditions import rendition_differences
from .settle import disputed_facts, passages_of
from .shares import share_differences
from .status import status_differences
from .titles import title_differences
from .venues import venue_differences
from .weekdays import weekday_differences
from .years import year_differences

__all__ = ["find_facts"]


def find_facts(
    articles: Sequence[Annotated],
    voices: Voices,
    derivation: Derivation,
    utterances: Sequence[Utterance],
    only_here: Sequence[OnlyHere],
    *,
    settings: FactSettings,
) -> tuple[Fact, ...]:
    """Find what the articles of a story agree on, dispute, or have alone: disputes first, the surest first.

    The order of ``articles`` makes no difference.
    """
    told = find_claims(articles, voices)
    groups = line_up(told, settings)
    sources = Sources(told.annotated, derivation)
    days = find_days(told)
    differences = chain(
        number_differences(told, settings),
        age_differences(told),
        bearer_differences(told),
        announced_differences(told, settings),
        share_differences(told),
        harm_differences(told, settings),
        crowd_differences(told, settings),
        rendition_differences(utterances, told),
        date_differences(told, settings),
        clock_differences(groups, told, settings),
        weekday_differences(days, told),
        year_differences(days, told),
        occasion_differences(days, told),
        day_differences(days, told),
        place_differences(groups, told, settings),
        venue_differences(told),
        actor_differences(groups, told, settings),
        remark_differences(told),
        doer_differences(told, settings),
        attribution_differences(groups, told, settings),
        status_differences(groups, told, settings),
        headline_differences(groups, told, settings),
        title_differences(told),
    )
    disputed = disputed_facts(differences, sources, settings)
    agreed = agreed_facts(groups, passages_of(disputed), told, sources, settings)
    single = single_facts(only_here, told, settings)
    facts = (*disputed, *agreed, *single)
    return tuple(msgspec.structs.replace(fact, id=f"f{number}") for number, fact in enumerate(facts, 1))
