"""What a brief rests on: reports, outlets, days, independent sources, who took from whom, and what to be careful of."""

from __future__ import annotations

import re

from ...records import Article, BriefEvidence, Edge
from .days import written
from .drafts import Draft, joined, listing, passages
from .story import Material

_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
_TOOK = {"copy": "carries", "rewrite": "rewrites", "condensed": "shortens", "mixed": "draws on"}
_NO_OUTLET = re.compile(r"^(?-i:[a-z])|\b(?:interview|letter|statement|speech|briefing|conference)\b", re.IGNORECASE)
_UNSEEN = "unseen:"
_EDGES, _NAMED = 8, 25
"""Most derivations and articles that are named one by one."""


def disclosure(story: Material) -> list[Draft]:
    """Sentences on the sources themselves; their evidence is the openings of the reports and the passages that show a derivation."""
    articles = story.dossier.articles
    if not articles:
        return []
    return [_reports(story, articles), *_days(story, articles), *_independent(story), *_taken(story), *_careful(story, articles)]


def count(many: int, noun: str) -> str:
    """ "three reports"."""
    return f"{number(many)} {noun}{'' if many == 1 else 's'}"


def number(many: int) -> str:
    """A small number in words."""
    return _COUNTS[many] if many < len(_COUNTS) else str(many)


def opening(article: Article) -> BriefEvidence:
    """The first line of a report that is not empty: what shows that there is one."""
    start = next((at for at, char in enumerate(article.text) if not char.isspace()), 0)
    line = article.text[start:].split("\n", 1)[0]
    return BriefEvidence(article=article.id, start=start, end=min(len(article.text), start + max(1, len(line.rstrip()))))


def _supplied(text: str, evidence: list[BriefEvidence]) -> Draft:
    """A sentence all of whose words the brief itself supplies."""
    return Draft(text=text, evidence=joined(evidence), own=(text,))


def _reports(story: Material, articles: tuple[Article, ...]) -> Draft:
    names = list(dict.fromkeys(story.outlet(article.id) for article in articles))
    shown = names if len(names) <= _NAMED else [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} other outlets"]
    text = f"This brief rests on {count(len(articles), 'report')}, by {listing(shown)}."
    return _supplied(text, [opening(article) for article in articles])


def _days(story: Material, articles: tuple[Article, ...]) -> list[Draft]:
    dated = [a for a in articles if a.published and a.published_doubt is None]
    undated = [a for a in articles if a not in dated]
    drafts = []
    if dated:
        first, last = (written(end(a.published or "" for a in dated)) for end in (min, max))
        told = f"on {first}" if first == last else f"between {first} and {last}"
        some = f"{number(len(dated)).capitalize()} of the reports {'was' if len(dated) == 1 else 'were'}"
        whose = some if undated else "The report was" if len(articles) == 1 else "The reports were"
        drafts.append(_supplied(f"{whose} published {told}.", [opening(a) for a in dated]))
    if undated:
        names = listing(list(dict.fromkeys(story.outlet(a.id) for a in undated))[:_NAMED])
        drafts.append(
            _supplied(
                f"The day of the {'report' if len(undated) == 1 else 'reports'} by {names} is not known for sure.",
                [opening(a) for a in undated],
            )
        )
    return drafts


def _independent(story: Material) -> list[Draft]:
    found = story.dossier.derivation.independent_sources
    if not found.confirmed and not found.possible:
        return []
    possible = f" and possibly {number(found.possible)} more" if found.possible and found.confirmed else ""
    whose, one = ("The reports", "") if len(story.dossier.articles) > 1 else ("The report", "s")
    if found.confirmed:
        rest = f"rest{one} on {count(found.confirmed, 'independent source')} that can be shown{possible}"
    else:
        rest = f"may rest on {count(found.possible, 'independent source')}, none of which can be shown"
    roots = {root.name for root in found.roots}
    shown = [opening(a) for a in story.dossier.articles if a.id in roots] or [opening(a) for a in story.dossier.articles]
    return [_supplied(f"{whose} {rest}; a reprint is not counted again.", shown)]


def _taken(story: Material) -> list[Draft]:
    edges = [edge for edge in story.dossier.derivation.edges if edge.directed and edge.kind in _TOOK and edge.to in story.articles]
    drafts = []
    for edge in sorted(edges, key=lambda e: (-e.confidence, e.to, e.from_))[:_EDGES]:
        giver = edge.from_.removeprefix(_UNSEEN) if edge.from_.startswith(_UNSEEN) else story.outlet(edge.from_)
        taker = story.outlet(edge.to)
        if giver != taker and not (edge.from_ not in story.articles and _NO_OUTLET.search(giver)):
            what = giver if edge.kind == "mixed" else f"a report by {giver}"
            drafts.append(_supplied(f"{taker} {_TOOK[edge.kind]} {what}.", _shown(story, edge)))
    return drafts


def _shown(story: Material, edge: Edge) -> list[BriefEvidence]:
    spans = [span for evidence in edge.evidence for span in evidence.to_spans if span[0] < span[1]][:3]
    there = [span for evidence in edge.evidence for span in evidence.from_spans if span[0] < span[1]][:3]
    found = [*passages(edge.to, spans), *(passages(edge.from_, there) if edge.from_ in story.articles else ())]
    return found or [opening(story.articles[edge.to])]


def _careful(story: Material, articles: tuple[Article, ...]) -> list[Draft]:
    drafts = []
    foreign = [a for a in articles if a.language not in {"en", None}]
    if foreign:
        names = listing(list(dict.fromkeys(story.outlet(a.id) for a in foreign))[:_NAMED])
        drafts.append(
            _supplied(f"Nothing was taken from what {names} reports in another language than English.", [opening(a) for a in foreign])
        )
    apart = [a for a in articles if a.id in story.apart]
    if apart:
        names = listing(list(dict.fromkeys(story.outlet(a.id) for a in apart))[:_NAMED])
        drafts.append(_supplied(f"Little was taken from {names}: the report seems to tell another story.", [opening(a) for a in apart]))
    return drafts
