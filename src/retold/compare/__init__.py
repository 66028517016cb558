"""compare: a story → its dossier. Who said what in which words, who rewrote whom, and what stands in one report only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..version import __version__

if TYPE_CHECKING:
    from ..records import Annotated, Apart, Dossier, Rejection, Story
    from ..settings import Settings

__all__ = ["compare"]


def compare(
    story: Story | Sequence[Annotated],
    *,
    settings: Settings | None = None,
    apart: Sequence[Apart] = (),
    rejected: Sequence[Rejection] = (),
) -> Dossier:
    """Compare the annotated articles of one story.

    ``apart`` and ``rejected`` are carried into the dossier as they are. The result depends on the articles and the settings only, not on
    the order in which the articles are given.
    """
    from ..group import name_story
    from ..records import Dossier, Story
    from ..settings import Settings
    from .derivation import derive
    from .editing import edit, in_story
    from .only_here import only_here
    from .pieces import find_pieces
    from .speakers import find_voices
    from .utterances import find_utterances

    use = settings or Settings()
    given = story.articles if isinstance(story, Story) else tuple(story)
    articles = tuple(sorted(given, key=lambda a: (a.article.published or "~", a.article.id)))
    voices = find_voices(articles)
    clusters = find_utterances(find_pieces(articles, voices), articles, voices, use.utterances)
    derivation = derive(articles, clusters, settings=use)
    utterances = edit(clusters, articles, voices, derivation, settings=use)
    return Dossier(
        retold=__version__,
        settings=use.digest(),
        story=story.id if isinstance(story, Story) else name_story([a.article for a in articles], settings=use),
        articles=tuple(a.article for a in articles),
        apart=tuple(apart),
        speakers=voices.speakers(),
        quotations=in_story(articles, voices),
        utterances=utterances,
        derivation=derivation,
        only_here=only_here(articles, utterances, settings=use),
        rejected=tuple(rejected),
    )
