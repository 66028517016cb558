"""What was said, speaker by speaker: each utterance with its renditions under one another, alike ones together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from ...records import Dossier, Record, Relation, Rendition, Span, StoryQuotation, StorySpeaker, Utterance, Variant
from .account import Account, accounts
from .grounds import Grounds, grounds
from .names import article_names, occasion_line
from .overview import changes_meaning, is_altered, told_by_several, told_once
from .passages import Link, Places
from .runs import Run, Words, base_runs, is_typography, one_line, rendition_runs
from .voices import named, utterance_voices, voices_inside
from .words import variant_label, variant_line

_WEIGHT = {"yes": 2, "maybe": 1, "no": 0}
_MOST_NAMES = 8
_STEM = 4
"""Letters by which two words of roles are told apart: "Cuba" and "Cuban" are one."""
_LETTERS = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset({"a", "an", "and", "for", "in", "of", "s", "the", "to"})
_ARTICLE = re.compile(r"^(?:An?|The)(?= )")
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
    account: Account = Account()
    """What was done to the words, in a sentence."""
    grounds: tuple[Grounds, ...] = ()
    """Why these are taken for renditions of the utterance, outlet by outlet."""
    attributed: str = ""
    """Whom these reports name as the speaker, where it is another than the utterance's."""
    inside: tuple[str, ...] = ()
    """Whom the speaker quotes in turn, with the words; only where the telling stands for all others."""


class Remark(Record, frozen=True):
    """An utterance told by more than one article."""

    anchor: str
    heading: str
    base: Telling
    again: tuple[Telling, ...]
    """Where the base's own report takes its words up again, unaltered."""
    tellings: tuple[Telling, ...]
    """All others, the most altered first."""
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


class _Story:
    """What the remarks of one dossier have in common."""

    def __init__(self, dossier: Dossier, places: Places) -> None:
        self.places = places
        self.names = article_names(dossier.articles)
        self.anchors = utterance_anchors(dossier)
        self.colours = speaker_colours(dossier)
        self.voices = utterance_voices(dossier)
        self.quotations = {q.id: q for q in dossier.quotations}
        self.texts = {a.id: a.text for a in dossier.articles}
        self.told: dict[str, tuple[Account, ...]] = {}

    def words(self, rendition: Rendition) -> Words:
        return Words(text=self.places.text(rendition.article), spans=rendition.spans)

    def account(self, utterance: Utterance, rendition: Rendition) -> Account:
        """What a rendition did to the words; all of an utterance are worked out at once."""
        if utterance.id not in self.told:
            self.told[utterance.id] = accounts(utterance, self.texts)
        return next(told for r, told in zip(utterance.renditions, self.told[utterance.id], strict=True) if r is rendition)

    def inside(self, rendition: Rendition) -> tuple[str, ...]:
        told = self.quotations.get(rendition.quotation)
        return voices_inside(self.words(rendition), told.nested if told else ())


def remarks_by_speaker(dossier: Dossier, places: Places) -> tuple[SpeakerRemarks, ...]:
    """Utterances told by several articles; speakers in the order of their first utterance."""
    story = _Story(dossier, places)
    known = {speaker.name: speaker for speaker in dossier.speakers}
    groups: dict[tuple[str, str], list[Remark]] = {}
    for utterance in told_by_several(dossier):
        groups.setdefault((story.voices[utterance.id], utterance.speaker or ""), []).append(_remark(utterance, story))
    return tuple(
        SpeakerRemarks(name=shown, also=also_called(known.get(speaker)), colour=story.colours.get(speaker, 0), remarks=tuple(found))
        for (shown, speaker), found in groups.items()
    )


def singles_by_article(dossier: Dossier, places: Places) -> tuple[ArticleSingles, ...]:
    """Utterances told by one article, article by article."""
    story = _Story(dossier, places)
    found: dict[str, list[Single]] = {}
    for utterance in told_once(dossier):
        for rendition in utterance.renditions[:1]:
            telling = _tellings([rendition], utterance, Words(text="", spans=()), story)[0]
            telling = msgspec.structs.replace(telling, inside=story.inside(rendition))
            speaker, colour = story.voices[utterance.id], story.colours.get(utterance.speaker or "", 0)
            search = one_line(f"{speaker} {story.names.get(rendition.article, '')} {_text(telling)}").lower()
            single = Single(anchor=story.anchors[utterance.id], speaker=speaker, colour=colour, telling=telling, search=search)
            found.setdefault(rendition.article, []).append(single)
    return tuple(ArticleSingles(name=story.names[a.id], singles=tuple(found[a.id])) for a in dossier.articles if a.id in found)


def _remark(utterance: Utterance, story: _Story) -> Remark:
    base = next((r for r in utterance.renditions if r.quotation == utterance.base), utterance.renditions[0])
    words = story.words(base)
    others = [r for r in utterance.renditions if r is not base]
    again = [r for r in others if r.article == base.article and r.of_words in ("part", "same")]
    same = [r for r in others if r not in again and r.of_words == "same" and not any(_WEIGHT[v.changes_meaning] for v in r.variants)]
    alike = [r for r in same if not _attributed(r, utterance, story)]
    different = [r for r in others if r not in alike and r not in again]
    first = Telling(
        relation="base",
        outlets=_outlets([base, *alike], story),
        runs=base_runs(words, different),
        differences=(),
        grave=False,
        quoted=base.of_words != "indirect",
        grounds=grounds([base, *alike], story.names),
        inside=story.inside(base),
    )
    tellings = _tellings(different, utterance, words, story)
    heading = occasion_line(utterance.occasion)
    parts = [utterance.speaker or "", heading, *(_text(t) for t in (first, *tellings))]
    parts += [outlet.name for t in (first, *tellings) for outlet in t.outlets]
    return Remark(
        anchor=story.anchors[utterance.id],
        heading=heading,
        base=first,
        again=_tellings(again, utterance, words, story),
        tellings=tellings,
        reports=len({r.article for r in utterance.renditions}),
        altered=any(map(is_altered, utterance.renditions)),
        grave=any(map(changes_meaning, utterance.renditions)),
        search=one_line(" ".join(parts)).lower(),
    )


def _tellings(renditions: Sequence[Rendition], utterance: Utterance, base: Words, story: _Story) -> tuple[Telling, ...]:
    """Renditions as tellings, those in the same words together at the place of the first."""
    together: dict[tuple[object, ...], list[Rendition]] = {}
    runs: dict[tuple[object, ...], tuple[Run, ...]] = {}
    for rendition in renditions:
        cut = _without_ends(rendition_runs(base, story.words(rendition), rendition.variants))
        key = (rendition.of_words, _attributed(rendition, utterance, story), *((_said(run.text), run.state) for run in cut))
        together.setdefault(key, []).append(rendition)
        runs.setdefault(key, cut)
    return tuple(
        Telling(
            relation=alike[0].of_words,
            outlets=_outlets(alike, story),
            runs=runs[key],
            differences=_differences(alike[0], base, story.places),
            grave=changes_meaning(alike[0]),
            quoted=alike[0].of_words != "indirect",
            account=_common([story.account(utterance, rendition) for rendition in alike]),
            grounds=grounds(alike, story.names),
            attributed=_attributed(alike[0], utterance, story),
        )
        for key, alike in together.items()
    )


def _without_ends(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without what was left off before the first word and behind the last: the account tells it."""
    shown = [number for number, run in enumerate(runs) if run.state not in ("omitted", "gap")]
    return runs[shown[0] : shown[-1] + 1] if shown else runs


def _said(text: str) -> str:
    """Words as they sound: capitals and marks at the ends make no other telling."""
    return one_line(text).strip(" ,;:.!?…").casefold()


def _common(told: Sequence[Account]) -> Account:
    """The account of reports in the same words; the shortest, since one of them may print elsewhere what another left off."""
    return min(told, key=lambda account: len(account.sentence))


def _attributed(rendition: Rendition, utterance: Utterance, story: _Story) -> str:
    """Another speaker whom the report names; empty for the same one, and for "the chief", who may be the same person."""
    told: StoryQuotation | None = story.quotations.get(rendition.quotation)
    other = told.speaker.canonical if told is not None and told.speaker is not None else ""
    if told is None or utterance.speaker is None or other == utterance.speaker or not other[:1].isupper():
        return ""
    return named(other, uncertain=told.uncertain)


def _outlets(renditions: Sequence[Rendition], story: _Story) -> tuple[Outlet, ...]:
    """The articles of renditions in the same words, each once even where it says them twice."""
    spans: dict[str, list[Span]] = {}
    for rendition in renditions:
        spans.setdefault(rendition.article, []).extend(rendition.spans)
    return tuple(Outlet(name=story.names.get(article, article), link=story.places.link(article, found)) for article, found in spans.items())


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
    return ", ".join(_unlike([*speaker.roles, *further])[:_MOST_NAMES])


def _unlike(roles: Sequence[str]) -> list[str]:
    """Roles and names that say more than another one: of "the Osk port minister" and "port minister of Osk" only the first."""
    stems = {role: frozenset(word[:_STEM] for word in _LETTERS.findall(role.casefold()) if word not in _EMPTY) for role in roles}
    kept: list[str] = []
    for role in roles:
        others = [stems[other] for other in roles if other not in (role, *kept)] + [stems[other] for other in kept]
        if stems[role] and not any(stems[role] < other for other in others) and not any(stems[role] == stems[other] for other in kept):
            kept.append(role)
    return [_ARTICLE.sub(lambda found: found[0].lower(), role) for role in kept]


def _folded(name: str) -> frozenset[str]:
    """The words of a name without case and accents."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return frozenset(bare.casefold().split())
