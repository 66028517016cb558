"""What a brief rests on: reports, outlets, days, independent sources, who took from whom, and what to be careful of."""

from __future__ import annotations

import re

from ...records import Article, BriefEvidence, Edge
from ..facts.differences import listing
from .days import written
from .drafts import Draft, joined, passages
from .story import Material

_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
_TOOK = {"copy": "carries", "rewrite": "rewrites", "condensed": "shortens", "mixed": "draws on"}
_NO_OUTLET = re.compile(r"^(?-i:[a-z])|\b(?:interview|letter|statement|speech|briefing|conference)\b", re.IGNORECASE)
_TEASER = re.compile(r"\b(?:watch|listen|videos?|photos?|photographs?|pictures?|images?|file|read more|related|gallery)\b", re.IGNORECASE)
_TEASER_LENGTH = 120
"""Characters of a line up to which such a word makes it the caption or the teaser of something else."""
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
    """How many reports at least have reporting of their own or name their source: what was not found may be there all the same."""
    derivation = story.dossier.derivation
    roots = {root.name: root.because for root in derivation.independent_sources.roots if root.standing == "confirmed"}
    named = {
        edge.to: edge for edge in derivation.edges if edge.from_ in roots and edge.from_.startswith(_UNSEEN) and _of_the_text(story, edge)
    }
    shown = [article for article in story.dossier.articles if article.id in roots or article.id in named]
    if not shown:
        return []
    several = len(story.dossier.articles) > 1
    which = f"at least {number(len(shown))} of the {count(len(story.dossier.articles), 'report')}" if several else "the report"
    text = (
        f"{which} {'show' if several and len(shown) > 1 else 'shows'} reporting of {'their' if several and len(shown) > 1 else 'its'} own"
    )
    text += f" or {'name' if several and len(shown) > 1 else 'names'} the source drawn on"
    evidence = [
        one for a in shown for one in _own(a, roots.get(a.id, "")) or (_shown(story, named[a.id]) if a.id in named else [opening(a)])
    ]
    return [_supplied(f"{text[:1].upper()}{text[1:]}.", evidence)]


def _own(article: Article, because: str) -> list[BriefEvidence]:
    """The words of a report that show its own reporting, as the reason that it counts quotes them."""
    quoted = re.search(r"“([^”]+)”", because)
    start = article.text.find(quoted[1]) if quoted else -1
    return [BriefEvidence(article=article.id, start=start, end=start + len(quoted[1]))] if quoted and start >= 0 else []


def _taken(story: Material) -> list[Draft]:
    edges = [edge for edge in story.dossier.derivation.edges if edge.directed and edge.kind in _TOOK and edge.to in story.articles]
    edges = [edge for edge in edges if not edge.from_.startswith(_UNSEEN) or _of_the_text(story, edge)]
    drafts = []
    for edge in sorted(edges, key=lambda e: (-e.confidence, e.to, e.from_))[:_EDGES]:
        giver = edge.from_.removeprefix(_UNSEEN) if edge.from_.startswith(_UNSEEN) else story.outlet(edge.from_)
        taker = story.outlet(edge.to)
        if giver != taker and not (edge.from_ not in story.articles and _NO_OUTLET.search(giver)):
            what = giver if edge.kind == "mixed" else f"a report by {giver}"
            drafts.append(_supplied(f"{taker} {_TOOK[edge.kind]} {what}.", _shown(story, edge)))
    return drafts


def _of_the_text(story: Material, edge: Edge) -> bool:
    """Whether what shows a source outside the reports is more than the credit of a picture or of a film that the page offers."""
    if edge.decided or edge.to not in story.articles:
        return edge.decided
    text = story.articles[edge.to].text
    lines = [_line(text, span[0]) for evidence in edge.evidence for span in evidence.to_spans]
    return any(len(line) > _TEASER_LENGTH or not _TEASER.search(line) for line in lines) or not lines


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


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
