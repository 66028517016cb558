"""The same report read twice is one article with its revisions, and ids are made unique."""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections import defaultdict

import msgspec

from ..records import Article, Revision
from ..settings import ReadSettings
from .outlets import Outlets

_WORD = re.compile(r"\w+")
_RUN = 5  # words
_SAMPLE = 8  # one run in so many is looked up; texts of 50 runs that share 0.9 share none of these once in 300 times


def fold_revisions(articles: list[Article], settings: ReadSettings, outlets: Outlets) -> list[Article]:
    """Fold each report that was read more than once into its newest state, the others becoming its ``revisions``.

    The same report: the same text, or a near-copy, from the same outlet. The same text from two outlets is a reprint and
    stays two articles. Where outlets are unknown only the very same text counts.
    """
    sets: dict[int, list[Article]] = defaultdict(list)
    for index, root in enumerate(_roots(articles, settings, outlets)):
        sets[root].append(articles[index])
    return [_fold(same) if len(same) > 1 else same[0] for same in sets.values()]


def unique_ids(articles: list[Article]) -> tuple[list[Article], list[str]]:
    """Give the second text of one id ``#2`` and so on, past ids that are taken; each with a warning. No article is called as a dossier
    calls what stands outside the reports, ``unseen:NAME``.
    """
    taken = {article.id for article in articles}
    seen: set[str] = set()
    named, warnings = [], []
    for article in articles:
        name = stem = re.sub("^unseen:", "unseen-", article.id)
        number = 2
        while name in seen or (name != article.id and name in taken):
            name = f"{stem}#{number}"
            number += 1
        if stem != article.id:
            warnings.append(f"{article.id}: “unseen:” is for sources outside the reports; the text is called {name}.")
        elif name != article.id:
            warnings.append(f"{article.id}: the id is given to more than one text; one of them is called {name}.")
        seen.add(name)
        named.append(article if name == article.id else msgspec.structs.replace(article, id=name))
    return named, warnings


def _roots(articles: list[Article], settings: ReadSettings, outlets: Outlets) -> list[int]:
    """For each article the index of the first that is the same report."""
    roots = list(range(len(articles)))
    by_text: dict[tuple[str, str], int] = {}
    by_hash: dict[tuple[str, int], list[int]] = defaultdict(list)
    runs: dict[int, frozenset[int]] = {}
    for index, article in enumerate(articles):
        outlet = outlets.identity(article.outlet) if article.outlet else ""
        first = by_text.setdefault((outlet, article.digest), index)
        if first != index:
            roots[index] = roots[first]
            continue
        if not outlet:
            continue
        runs[index] = _runs(article)
        sample = [value for value in runs[index] if value % _SAMPLE == 0]
        for other in sorted({other for value in sample for other in by_hash[outlet, value]}):
            if _same_report(runs[index], runs[other], settings):
                roots[index] = roots[other]
                break
        for value in sample:
            by_hash[outlet, value].append(index)
    return roots


def _runs(article: Article) -> frozenset[int]:
    """Hashes of all runs of five words of the body."""
    pieces, end = [], 0
    for start, stop in article.furniture:
        pieces.append(article.text[end:start])
        end = stop
    words = _WORD.findall("".join([*pieces, article.text[end:]]).casefold())
    return frozenset(zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1))


def _same_report(one: frozenset[int], other: frozenset[int], settings: ReadSettings) -> bool:
    """Whether the shorter text stands in the longer, but for a tenth: a later state mostly adds."""
    shorter = min(len(one), len(other))
    return shorter >= settings.near_copy_runs and len(one & other) >= settings.near_copy * shorter


def _fold(same: list[Article]) -> Article:
    """The newest state with the others as revisions; of states of one or of unknown time the longest, then the first."""
    kept = max(same, key=lambda article: (_time(article.published), len(article.text)))
    others = [article for article in same if article is not kept]
    states = {Revision(id=other.id, published=other.published, digest=other.digest): None for other in others}
    states.pop(Revision(id=kept.id, published=kept.published, digest=kept.digest), None)
    ordered = sorted(states, key=lambda state: (_time(state.published), state.id, state.digest))
    return msgspec.structs.replace(kept, revisions=tuple(ordered))


def _time(published: str | None) -> str:
    """A form in which dates and date-times of all zones sort by time; unknown ones first."""
    if published is None or "T" not in published:
        return published or ""
    try:
        moment = dt.datetime.fromisoformat(published)
        return (moment.astimezone(dt.UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return published
