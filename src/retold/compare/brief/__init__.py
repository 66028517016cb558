"""The brief: a dossier told in sentences that each carry their evidence, without a language model.

dossier → sentences that can stand alone → summary, points, disputes … → what its evidence bears → brief
"""

from __future__ import annotations

from ...errors import UsageError
from ...records import Brief, BriefSection, Dossier
from ...settings import DerivationSettings
from .disclosure import disclosure
from .disputes import disputes
from .drafts import Draft
from .events import events
from .evidence import Witness
from .lengths import LENGTHS, ROOMS, Length
from .points import points, single
from .questions import questions
from .remarks import remarks
from .risks import risks
from .stances import positions
from .story import Material, Told
from .summary import summary

__all__ = ["LENGTHS", "Length", "brief"]

_SAID = 0.4
"""Part of the room for key points that remarks told by several reports take."""


def brief(dossier: Dossier, *, length: Length = "normal", settings: DerivationSettings | None = None) -> Brief:
    """Tell a dossier in short: what most independent sources tell, what is disputed, what one source alone has, positions, risks.

    ``settings``: how sentences are lined up. Sentences are those of the articles, mended so that they can stand alone, or frames filled
    with their words; each is checked against its evidence, and what fails is left out. The same dossier gives the same brief.

    Raises ``UsageError`` for another length.
    """
    if length not in ROOMS:
        raise UsageError(f"there is no brief of length {length!r}; choose one of {', '.join(LENGTHS)}")
    room, story = ROOMS[length], Material(dossier, settings or DerivationSettings())
    told = Told(story)
    said = round(_SAID * room.points)
    lead = summary(story, told, room.summary)
    story.tell(told.words)
    parts: list[tuple[str, list[Draft]]] = [
        ("Summary", lead),
        ("Key points", [*points(story, told, room.points - said), *remarks(story, told, said)]),
        ("Where the reports differ", disputes(story, room.disputed)),
        ("On one source only", single(story, told, room.single)),
        ("Timeline", events(story, room.timeline)),
        ("Positions", positions(story, told, room.positions)),
        ("Risks that the sources name", risks(story, told, room.risks)),
        ("Questions and answers", questions(story, told, room.questions)),
        ("Sources", disclosure(story)),
    ]
    witness = Witness(dossier)
    sections = [BriefSection(title=title, sentences=witness.borne(drafts)) for title, drafts in parts]
    return Brief(sections=tuple(section for section in sections if section.sentences))
