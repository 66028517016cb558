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
from .attribution import attribution_differences
from .claims import find_claims
from .clock import clock_differences
from .dates import date_differences
from .headline import headline_differences
from .independence import Sources
from .lineup import line_up
from .numbers import number_differences
from .places import place_differences
from .renditions import rendition_differences
from .settle import disputed_facts, passages_of
from .status import status_differences

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
    differences = chain(
        number_differences(told, settings),
        age_differences(told),
        rendition_differences(utterances, told),
        date_differences(told, settings),
        clock_differences(groups, told, settings),
        place_differences(groups, told, settings),
        actor_differences(groups, told, settings),
        attribution_differences(groups, told, settings),
        status_differences(groups, told, settings),
        headline_differences(groups, told, settings),
    )
    disputed = disputed_facts(differences, sources, settings)
    agreed = agreed_facts(groups, passages_of(disputed), told, sources, settings)
    single = single_facts(only_here, told, settings)
    facts = (*disputed, *agreed, *single)
    return tuple(msgspec.structs.replace(fact, id=f"f{number}") for number, fact in enumerate(facts, 1))
