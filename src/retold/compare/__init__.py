"""compare: a story → its dossier. Who said what in which words, who rewrote whom, and what stands in one report only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..version import __version__

if TYPE_CHECKING:
    from ..records import Annotated, Apart, Dossier, Rejection, Story
    from ..settings import Settings
    from .corrections import Corrections

__all__ = ["compare"]


def compare(
    story: Story | Sequence[Annotated],
    *,
    settings: Settings | None = None,
    apart: Sequence[Apart] = (),
    rejected: Sequence[Rejection] = (),
    corrections: Corrections | None = None,
) -> Dossier:
    """Compare the annotated articles of one story.

    ``apart`` and ``rejected`` are carried into the dossier as they are; ``corrections``, an editor's (``read_corrections``), win over what
    is computed. The result depends on the articles, the settings and the corrections only, not on the order in which the articles are
    given.

    Raises ``CorrectionsError`` where two corrections contradict each other.
    """
    from msgspec.structs import replace

    from ..group import name_story
    from ..read.outlets import load_outlets
    from ..records import Dossier, Story
    from ..settings import Settings
    from .brief import brief
    from .corrections import correct_edges, correct_speakers, decide, regroup, sign
    from .derivation import derive
    from .editing import edit, in_story
    from .evidence import find_said, reasons_of
    from .facts import find_facts
    from .only_here import only_here
    from .pieces import find_pieces
    from .positions import find_positions
    from .reports import prepare
    from .speakers import find_voices
    from .timeline import timeline
    from .utterances import find_utterances
    from .wording import find_wording

    use = settings or Settings()
    given = sorted(story.articles if isinstance(story, Story) else story, key=lambda a: (a.article.published or "~", a.article.id))
    decisions = decide(corrections, given)
    articles = correct_speakers(given, decisions)
    voices = find_voices(articles)
    said = find_said(find_pieces(articles, voices), articles, voices)
    clusters = regroup(find_utterances(said, voices, use.utterances), decisions)
    reports = prepare(articles, clusters, load_outlets(use.read.outlets), use.derivation)
    derivation, told = correct_edges(derive(reports, settings=use), decisions, reports, settings=use)
    because = reasons_of(clusters, said, voices, use.utterances)
    quotations = in_story(articles, voices)
    utterances = sign(edit(clusters, articles, voices, derivation, because, settings=use), quotations, decisions)
    alone = only_here(reports, utterances, settings=use)
    dossier = Dossier(
        retold=__version__,
        settings=use.digest(),
        story=story.id if isinstance(story, Story) else name_story([a.article for a in articles], settings=use),
        articles=tuple(a.article for a in articles),
        apart=tuple(apart),
        speakers=voices.speakers(),
        quotations=quotations,
        utterances=utterances,
        derivation=derivation,
        only_here=alone,
        facts=find_facts(articles, voices, derivation, utterances, alone, settings=use.facts),
        wording=find_wording(articles, reports, voices, utterances, settings=use),
        positions=find_positions(articles, voices),
        timeline=timeline(reports, utterances, voices, derivation, settings=use),
        corrections=told,
        rejected=tuple(rejected),
    )
    return replace(dossier, brief=brief(dossier, settings=use.derivation))
