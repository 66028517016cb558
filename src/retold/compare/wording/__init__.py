"""Different names for one act, actor or thing in the reports of a story, side by side; the reader judges."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Annotated, Utterance, Wording
from ...settings import Settings
from ..reports import Reports
from ..speakers import Voices
from .acts import Acts
from .altered import find_altered
from .called import find_called
from .choices import choices
from .cues import find_cues
from .modifiers import find_modifiers
from .ranking import most_telling
from .rivals import find_rivals
from .versions import find_versions
from .words import tell

__all__ = ["find_wording"]


def find_wording(
    articles: Sequence[Annotated], reports: Reports, voices: Voices, utterances: Sequence[Utterance], *, settings: Settings
) -> tuple[Wording, ...]:
    """Find what the reports of a story give different names.

    Returns at most ``settings.wording.most`` entries, the most telling first, each with the names of two or more articles; the order of
    the articles makes no difference. What stands inside a speaker's quoted remark is the speaker's word and not looked at, but how a
    remark is introduced is.
    """
    told, table, use = tell(articles, voices), choices(), settings.wording
    acts = Acts.of(articles, told.entities)
    found = [
        *find_called(told, table),
        *find_rivals(told, acts, table, use),
        *find_modifiers(told, articles, table, use),
        *find_cues(told, articles, utterances, table),
        *find_versions(told, reports, table),
        *find_altered(told, articles, utterances),
    ]
    return most_telling(found, told, use)
