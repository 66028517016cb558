"""What is measured of one column of the tables: a set of stories, all real stories together, or the corpus of attributions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from evaluation import briefs, gold, passages, polnear, reliability, scorer, verdicts
from evaluation.conflicts import conflict_misses
from evaluation.figures import clean, figures, percent
from evaluation.judging import judgements
from evaluation.judging.items import FROM, items
from evaluation.judging.sample import VOLUME
from evaluation.judging.show import summary
from evaluation.judging.told import SAMPLED, told_stories
from evaluation.misses import by_kind, utterance_misses
from evaluation.predictions import rows, write
from evaluation.sets import SHARED_SETS, GoldSet, by_story, digest, together
from evaluation.stages import Stages, Told
from evaluation.traditions.operations import Severity
from evaluation.traditions.run import CHECKED, Outcome, run
from evaluation.traditions.scores import figures as tradition_figures

TOGETHER = "dev+cuba"
"""The real stories as one column: what is quoted there is too little, set by set, to say much."""


class Measured(msgspec.Struct, frozen=True):
    """One column, measured."""

    digest: str
    """SHA-256 of the gold."""
    figures: dict[str, float]
    scores: dict[str, dict[str, Any]]
    seconds: float | None = None
    """Processor time of the stages; None: they ran for another column."""
    passages: passages.Passages | None = None
    misses: dict[str, list[str]] = {}
    """Errors, one a line, by what they are about: quotations, utterances, disputes."""
    bands: list[reliability.Band] = []
    judged: list[str] = []
    """Of stories without gold, how what a reader judged fared, a line a sort."""
    outcome: Outcome | None = None
    """Of simulated traditions, what was counted."""


def story_verdicts(stories: Sequence[Told], known: gold.Gold) -> list[verdicts.Verdict]:
    """Verdicts on all passages of a set of stories."""
    found = []
    for told in stories:
        speakers = {quotation.id: quotation.speaker for quotation in told.dossier.quotations}
        for annotated in told.annotated:
            mine = [q for q in known.quotations if q.story in {told.story, ""} and q.article == annotated.article.id]
            found += [msgspec.structs.replace(one, story=told.story) for one in verdicts.quoted(annotated, mine, speakers)]
    return found


def stories(gold_set: GoldSet, told: Sequence[Told], score_with: Path | None, work: Path) -> Measured:
    """A set of stories; without a scorer only what is checked by passage."""
    scores = scorer.scores(score_with, gold_set, told, work) if score_with else {}
    texts = {
        story: {record["article"]: record["text"] for record in records}
        for story, records in by_story(gold_set.folder / "articles.jsonl").items()
    }
    known = gold.load(gold_set.folder)
    seen = passages.check(told, known, texts)
    lines = {
        "quotations": by_kind(story_verdicts(told, known)),
        "utterances": [line for one in told for line in utterance_misses(one, known)],
        "disputes": [line for one in told for line in conflict_misses(one, known)],
    }
    return Measured(
        digest=gold_set.digest,
        figures=figures(scores, seen),
        scores=scores,
        seconds=round(sum(one.seconds for one in told), 2),
        passages=seen,
        misses=lines,
    )


def all_stories(sets: Sequence[GoldSet], told: Sequence[Told], score_with: Path, work: Path) -> Measured:
    """What stands inside quotation marks in all sets of real stories together."""
    folder = together(sets, work / TOGETHER)
    predicted = write(work / f"{TOGETHER}.jsonl", rows("quoted", told))
    scores = {"quoted": scorer.run(score_with, "quoted", folder, predicted)}
    said = [one for one in story_verdicts(told, gold.load(folder)) if one.found and one.found.marked]  # the gold has nothing without marks
    bands = reliability.bands(reliability.judged(said))
    return Measured(
        digest=digest(sorted(folder.iterdir())),
        figures=figures(scores, calibrated=reliability.calibrated(bands)),
        scores=scores,
        bands=bands,
    )


def corpus(shared: Path, score_with: Path, stages: Stages, work: Path) -> Measured:
    """The corpus of attributions, read and annotated with ``stages``."""
    path = polnear.corpus(shared)
    found = polnear.attribute(path, stages, work)
    scores = {"quotations": polnear.score(found, path, score_with, work)}
    said = polnear.verdicts(found)
    bands = reliability.bands(reliability.judged(said))
    return Measured(
        digest=digest([path]),
        figures=figures(scores, calibrated=reliability.calibrated(bands)),
        scores=scores,
        seconds=round(found.seconds, 2),
        misses={"quotations": by_kind(said)},
        bands=bands,
    )


def traditions(severity: Severity, stages: Stages) -> Measured:
    """Simulated traditions in which so much was changed; they need no shared folder."""
    outcome = run(severity, CHECKED, stages.annotate, stages.compare)
    reached = {f"traditions.{name}": value for name, value in tradition_figures(outcome.total).items()}
    return Measured(digest=outcome.digest, figures=reached, scores={}, seconds=outcome.seconds, outcome=outcome)


def judged(shared: Path, stages: Stages, work: Path, file: Path = judgements.FILE) -> Measured:
    """What is reported on sampled stories without gold, as far as a reader has judged it, and whether their briefs have evidence."""
    told = told_stories(shared, SAMPLED, stages, work)
    known = judgements.load(file)
    counts = {what: judgements.tally([item for one in told for item in items(one, what)], known, told, what) for what in FROM}
    reached = {f"judged.{what}": percent(of.good, of.judged) for what, of in counts.items()}
    brief = briefs.check(one.dossier for one in told)
    reached["brief.evidence"] = clean([*brief.bare, *brief.astray]) if brief else None
    return Measured(
        digest=digest([shared / VOLUME, file]),
        figures={name: value for name, value in reached.items() if value is not None},
        scores={what: msgspec.to_builtins(of) for what, of in counts.items()},
        seconds=round(sum(one.seconds for one in told), 2),
        judged=[summary(what, len(told), of) for what, of in counts.items() if of.judged],
    )


def real_stories(told: dict[str, list[Told]]) -> list[Told]:
    """The stories of all sets of real ones; none where one of the sets was left out."""
    return [one for name in SHARED_SETS for one in told[name]] if set(SHARED_SETS) <= set(told) else []
