"""Where the parties stand: for each state, person or body its stances, and who tells them with which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...compare.positions import STANCES, group_positions
from ...records import Dossier, Position, Record
from .names import article_names, occasion_line
from .passages import Link, Places


class Told(Record, frozen=True):
    """One passage that tells a position."""

    name: str
    """The article's name."""
    link: Link | None
    words: str
    """The passage on one line."""
    details: tuple[str, ...]
    """Who of a state's men holds it, who tells it of him, and the occasion, as far as known."""


class Standing(Record, frozen=True):
    """One stance of a party on one matter."""

    stance: str
    toward: str
    """Whom it addresses; empty: nobody in particular."""
    about: str
    told: tuple[Told, ...]


class Party(Record, frozen=True):
    """A state with all who speak for it, or a person or body by itself."""

    name: str
    standings: tuple[Standing, ...]
    """In the order of ``STANCES``, the most told first."""


def positions(dossier: Dossier, places: Places) -> tuple[Party, ...]:
    """All parties of a dossier, those with the most articles that tell of them first."""
    names = article_names(dossier.articles)
    parties: dict[str, list[tuple[Position, ...]]] = {}
    for group in group_positions(dossier.positions):
        parties.setdefault(group[0].state or group[0].actor, []).append(group)

    def reach(groups: Iterable[Sequence[Position]]) -> int:
        return len({one.article for group in groups for one in group})

    ordered = sorted(parties.items(), key=lambda party: (-reach(party[1]), -len(party[1]), party[0]))
    return tuple(
        Party(
            name=name,
            standings=tuple(
                _standing(name, group, places, names)
                for group in sorted(
                    groups, key=lambda g: (STANCES.index(g[0].stance) if g[0].stance in STANCES else len(STANCES), -reach([g]))
                )
            ),
        )
        for name, groups in ordered
    )


def _standing(party: str, group: Sequence[Position], places: Places, names: dict[str, str]) -> Standing:
    first = group[0]
    return Standing(
        stance=first.stance,
        toward=first.toward or "",
        about=first.about,
        told=tuple(_told(party, one, places, names) for one in group),
    )


def _told(party: str, position: Position, places: Places, names: dict[str, str]) -> Told:
    text = places.text(position.article)
    who = [position.actor] if position.actor != party else []
    teller = [f"as {position.told_by} tells it"] if position.told_by else []
    return Told(
        name=names.get(position.article, position.article),
        link=places.link(position.article, position.spans),
        words=" … ".join(" ".join(text[slice(*span)].split()) for span in position.spans),
        details=(*who, *teller, *filter(None, [occasion_line(position.occasion)])),
    )
