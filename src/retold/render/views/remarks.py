"""What was said, speaker by speaker: each utterance with its renditions under one another, alike ones together."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

import msgspec

from ...records import Dossier, Nested, Record, Relation, Rendition, Span, StorySpeaker, Utterance, Variant
from .names import article_names, occasion_line
from .overview import changes_meaning, is_altered, told_by_several, told_once
from .passages import Link, Places
from .runs import Run, Words, base_runs, is_typography, one_line, rendition_runs
from .voices import utterance_voices, voices_inside
from .words import variant_label, variant_line

_WEIGHT = {"yes": 2, "maybe": 1, "no": 0}
_MOST_ROLES = 4
_MOST_COLOURS = 8
"""Speakers with a colour of their own; more colours can't be told apart."""


class Outlet(Record, frozen=True):
    """An article that renders an utterance in these words."""

    name: str
    link: Link | None


class Difference(Record, frozen=True):
    """One variant in words."""

    line: str
    label: str
    degree: str
    note: str | None
    link: Link | None


class Telling(Record, frozen=True):
    """One or more renditions in the same words."""

    relation: Relation
    outlets: tuple[Outlet, ...]
    runs: tuple[Run, ...]
    differences: tuple[Difference, ...]
    """The gravest first."""
    grave: bool
    """Whether the meaning is another."""
    quoted: bool
    """False: told without quotation marks."""
    inside: tuple[str, ...] = ()
    """Whom the speaker quotes in turn, with the words; only where the telling stands for all others."""


class Remark(Record, frozen=True):
    """An utterance told by more than one article."""

    anchor: str
    heading: str
    base: Telling
    tellings: tuple[Telling, ...]
    reports: int
    altered: bool
    grave: bool
    search: str
    """All that the filter looks through, in lower case."""


class SpeakerRemarks(Record, frozen=True):
    """A speaker's remarks, most altered first; those of which the speaker is a guess by themselves."""

    name: str
    """With a question mark where it is a guess."""
    also: str
    """Roles and other names."""
    colour: int
    remarks: tuple[Remark, ...]


class Single(Record, frozen=True):
    """An utterance that one article tells."""

    anchor: str
    speaker: str
    colour: int
    telling: Telling
    search: str


class ArticleSingles(Record, frozen=True):
    """All utterances that only this article tells."""

    name: str
    singles: tuple[Single, ...]


def utterance_anchors(dossier: Dossier) -> dict[str, str]:
    """Id on the page of each utterance."""
    return {utterance.id: f"u-{number}" for number, utterance in enumerate(dossier.utterances, 1)}


def speaker_colours(dossier: Dossier) -> dict[str, int]:
    """Colour numbers from 1 for the speakers with most renditions, 0 for the others."""
    heard: dict[str, int] = {}
    for utterance in dossier.utterances:
        if utterance.speaker:
            heard[utterance.speaker] = heard.get(utterance.speaker, 0) + len(utterance.renditions)
    ranked = sorted(heard, key=lambda name: (-heard[name], name))
    return {name: number if number <= _MOST_COLOURS else 0 for number, name in enumerate(ranked, 1)}


def remarks_by_speaker(dossier: Dossier, places: Places) -> tuple[SpeakerRemarks, ...]:
    """Utterances told by several articles; speakers in the order of their first utterance."""
    names, anchors, colours = article_names(dossier.articles), utterance_anchors(dossier), speaker_colours(dossier)
    known = {speaker.name: speaker for speaker in dossier.speakers}
    voices, nested = utterance_voices(dossier), {q.id: q.nested for q in dossier.quotations}
    groups: dict[tuple[str, str], list[Remark]] = {}
    for utterance in told_by_several(dossier):
        remark = _remark(utterance, places, names, anchors[utterance.id], nested)
        groups.setdefault((voices[utterance.id], utterance.speaker or ""), []).append(remark)
    return tuple(
        SpeakerRemarks(name=shown, also=also_called(known.get(speaker)), colour=colours.get(speaker, 0), remarks=tuple(found))
        for (shown, speaker), found in groups.items()
    )


def singles_by_article(dossier: Dossier, places: Places) -> tuple[ArticleSingles, ...]:
    """Utterances told by one article, article by article."""
    names, anchors, colours = article_names(dossier.articles), utterance_anchors(dossier), speaker_colours(dossier)
    voices, nested = utterance_voices(dossier), {q.id: q.nested for q in dossier.quotations}
    found: dict[str, list[Single]] = {}
    for utterance in told_once(dossier):
        for rendition in utterance.renditions[:1]:
            telling = _tellings([rendition], Words(text="", spans=()), places, names)[0]
            telling = msgspec.structs.replace(telling, inside=_inside(rendition, places, nested))
            speaker, colour = voices[utterance.id], colours.get(utterance.speaker or "", 0)
            search = one_line(f"{speaker} {names.get(rendition.article, '')} {_text(telling)}").lower()
            single = Single(anchor=anchors[utterance.id], speaker=speaker, colour=colour, telling=telling, search=search)
            found.setdefault(rendition.article, []).append(single)
    return tuple(ArticleSingles(name=names[a.id], singles=tuple(found[a.id])) for a in dossier.articles if a.id in found)


def _remark(
    utterance: Utterance, places: Places, names: Mapping[str, str], anchor: str, nested: Mapping[str, tuple[Nested, ...]]
) -> Remark:
    base = next((r for r in utterance.renditions if r.quotation == utterance.base), utterance.renditions[0])
    words = Words(text=places.text(base.article), spans=base.spans)
    others = [r for r in utterance.renditions if r is not base]
    alike = [r for r in others if r.relation == "same" and not any(_WEIGHT[v.changes_meaning] for v in r.variants)]
    different = [r for r in others if r not in alike]
    first = Telling(
        relation="base",
        outlets=_outlets([base, *alike], places, names),
        runs=base_runs(words, different),
        differences=(),
        grave=False,
        quoted=base.relation != "indirect",
        inside=_inside(base, places, nested),
    )
    tellings = _tellings(different, words, places, names)
    heading = occasion_line(utterance.occasion)
    parts = [utterance.speaker or "", heading, *(_text(t) for t in (first, *tellings))]
    parts += [outlet.name for t in (first, *tellings) for outlet in t.outlets]
    return Remark(
        anchor=anchor,
        heading=heading,
        base=first,
        tellings=tellings,
        reports=len({r.article for r in utterance.renditions}),
        altered=any(map(is_altered, utterance.renditions)),
        grave=any(map(changes_meaning, utterance.renditions)),
        search=one_line(" ".join(parts)).lower(),
    )


def _tellings(renditions: Sequence[Rendition], base: Words, places: Places, names: Mapping[str, str]) -> tuple[Telling, ...]:
    """Renditions as tellings, those in the same words together at the place of the first."""
    together: dict[tuple[object, ...], list[Rendition]] = {}
    runs: dict[tuple[object, ...], tuple[Run, ...]] = {}
    for rendition in renditions:
        cut = rendition_runs(base, Words(text=places.text(rendition.article), spans=rendition.spans), rendition.variants)
        key = (rendition.relation, *((one_line(run.text), run.state) for run in cut))
        together.setdefault(key, []).append(rendition)
        runs.setdefault(key, cut)
    return tuple(
        Telling(
            relation=alike[0].relation,
            outlets=_outlets(alike, places, names),
            runs=runs[key],
            differences=_differences(alike[0], base, places),
            grave=changes_meaning(alike[0]),
            quoted=alike[0].relation != "indirect",
        )
        for key, alike in together.items()
    )


def _outlets(renditions: Sequence[Rendition], places: Places, names: Mapping[str, str]) -> tuple[Outlet, ...]:
    """The articles of renditions in the same words, each once even where it says them twice."""
    spans: dict[str, list[Span]] = {}
    for rendition in renditions:
        spans.setdefault(rendition.article, []).extend(rendition.spans)
    return tuple(Outlet(name=names.get(article, article), link=places.link(article, found)) for article, found in spans.items())


def _differences(rendition: Rendition, base: Words, places: Places) -> tuple[Difference, ...]:
    """The variants in words, without those of mere typography, the gravest first."""
    told = [v for v in rendition.variants if not is_typography(v)]
    ordered = sorted(told, key=lambda v: -_WEIGHT[v.changes_meaning])
    text = places.text(rendition.article)
    return tuple(
        Difference(
            line=variant_line(v, _words(base.text, v, "base"), _words(text, v, "here")),
            label=variant_label(v),
            degree=v.changes_meaning,
            note=v.note,
            link=places.link(rendition.article, (v.here,)) if v.here else None,
        )
        for v in ordered
    )


def _words(text: str, variant: Variant, side: str) -> str:
    span = variant.base if side == "base" else variant.here
    return one_line(text[slice(*span)]) if span else ""


def _inside(rendition: Rendition, places: Places, nested: Mapping[str, tuple[Nested, ...]]) -> tuple[str, ...]:
    words = Words(text=places.text(rendition.article), spans=rendition.spans)
    return voices_inside(words, nested.get(rendition.quotation, ()))


def _text(telling: Telling) -> str:
    return " ".join([*(run.text for run in telling.runs), *telling.inside])


def also_called(speaker: StorySpeaker | None) -> str:
    """Roles, and names that are more than a part of the name."""
    if speaker is None:
        return ""
    own = _folded(speaker.name)
    further = [
        alias for alias in speaker.aliases if not _folded(alias) <= own | {"the"} and _folded(alias) not in map(_folded, speaker.roles)
    ]
    return ", ".join(dict.fromkeys([*speaker.roles[:_MOST_ROLES], *further[:_MOST_ROLES]]))


def _folded(name: str) -> frozenset[str]:
    """The words of a name without case and accents."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return frozenset(bare.casefold().split())
