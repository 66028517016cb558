"""The brief in the words of a language model, from the passages of a brief without one; each of its sentences is checked, or left out.

The model is asked through a function that comes in as an argument; what it is told are passages of the articles, nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from ...records import Brief, BriefEvidence, BriefSection, BriefSentence, Dossier, Record
from .days import written
from .drafts import Draft, joined
from .evidence import Problem, Witness
from .lengths import Length
from .roles import turned_round
from .sentences import outlet_of

Ask = Callable[[str, str], str]
"""``(instructions, passages)`` → the model's answer."""

SOURCES = "Sources"
"""The part that no model words."""
_MOST = 60
"""Passages that are sent."""
_ROOM = {"short": 8, "normal": 18, "full": 36}
"""Sentences asked for."""
_INSTRUCTIONS = """You word a news brief from numbered passages of reports. Use nothing but these passages.
Answer with one JSON array and nothing else: [{{"section": "...", "text": "...", "evidence": [1, 2]}}, ...].
"section" is one of: {sections}. At most {most} items, the summary first.
"text" is one sentence of plain English that stands alone: names in full, no pronoun without its name, keep the words of the passages.
"evidence" lists the numbers of the passages that bear the sentence; every name, number, day and word of weight must stand in them.
Quote only word for word, in “ ”. Keep who said what, what is denied, and what is only possible as the passages have it."""
_SUPPLIED = "reports report reported according"


class Passage(Record, frozen=True, kw_only=True):
    """A passage that is sent to the model."""

    number: int
    section: str
    outlet: str
    published: str | None
    text: str
    evidence: BriefEvidence


class Dropped(Record, frozen=True, kw_only=True):
    """A sentence of the model's that its evidence does not bear."""

    text: str
    because: str


class Worded(Record, frozen=True, kw_only=True):
    """A brief in a model's words, and what was left out of it."""

    brief: Brief
    dropped: tuple[Dropped, ...] = ()


def sheet(dossier: Dossier, brief: Brief) -> tuple[Passage, ...]:
    """The passages that bear a brief, each once, numbered from 1: all that a model is told."""
    articles = {article.id: article for article in dossier.articles}
    found: dict[BriefEvidence, str] = {}
    for section in brief.sections:
        for sentence in section.sentences if section.title != SOURCES else ():
            for one in sentence.evidence:
                found.setdefault(one, section.title)
    passages = []
    for number, (one, section_title) in enumerate(list(found.items())[:_MOST], 1):
        article = articles[one.article]
        text = " ".join(article.text[one.start : one.end].split())
        day = written(article.published) if article.published and article.published_doubt is None else None
        passages.append(Passage(number=number, section=section_title, outlet=outlet_of(article), published=day, text=text, evidence=one))
    return tuple(passages)


def told(passages: tuple[Passage, ...]) -> str:
    """What the model is told of the passages: a line of JSON each."""
    keys = ("number", "section", "outlet", "published", "text")
    return "\n".join(json.dumps({key: getattr(passage, key) for key in keys}, ensure_ascii=False) for passage in passages)


def word(dossier: Dossier, brief: Brief, ask: Ask, *, length: Length = "normal") -> Worded:
    """Have a brief worded; each sentence of the answer must be borne by the passages it names, as ``evidence`` and ``roles`` check.

    Sentences on the sources are kept as they are. What ``ask`` raises is raised on.
    """
    passages = sheet(dossier, brief)
    if not passages:
        return Worded(brief=brief)
    titles = [section.title for section in brief.sections if section.title != SOURCES]
    instructions = _INSTRUCTIONS.format(sections=", ".join(titles), most=_ROOM[length])
    kept: dict[str, list[BriefSentence]] = {title: [] for title in titles}
    dropped: list[Dropped] = []
    for item in _items(ask(instructions, told(passages))):
        draft, problems = _judged(item, passages, dossier)
        if problems:
            dropped.append(Dropped(text=draft.text, because="; ".join(problem.what for problem in problems)))
        else:
            kept.setdefault(item["section"] if item.get("section") in kept else titles[0], []).append(
                BriefSentence(text=draft.text, evidence=draft.evidence)
            )
    sections = [BriefSection(title=title, sentences=tuple(sentences)) for title, sentences in kept.items() if sentences]
    sections += [section for section in brief.sections if section.title == SOURCES]
    return Worded(brief=Brief(sections=tuple(sections)), dropped=tuple(dropped))


def _judged(item: dict[str, Any], passages: tuple[Passage, ...], dossier: Dossier) -> tuple[Draft, list[Problem]]:
    """A sentence of the model's, and what speaks against it."""
    numbered = {passage.number: passage for passage in passages}
    text, numbers = " ".join(str(item.get("text", "")).split()), item.get("evidence", [])
    given = [n for n in numbers if isinstance(n, int)] if isinstance(numbers, list) else []
    cited = [numbered[n] for n in given if n in numbered]
    own = (_SUPPLIED, *(passage.outlet for passage in cited), *(passage.published for passage in cited if passage.published))
    draft = Draft(text=text, evidence=joined(passage.evidence for passage in cited), own=own)
    if not text or len(cited) < len(given) or not cited:
        return draft, [Problem("it names no passage" if not given else "it names a passage that was not given")]
    if not re.search(r"[.!?]”?$", text) or len(re.findall(r"[.!?]”?\s+[A-Z]", re.sub("“[^”]*”", "", text))) > 2:
        return draft, [Problem("it is not one sentence")]
    problems = Witness(dossier).problems(draft)
    return draft, problems or list(turned_round(text, [passage.text for passage in cited], dossier))


def _items(answer: str) -> list[dict[str, Any]]:
    """The objects of the answer's first JSON array; empty where there is none."""
    start = answer.find("[")
    while start >= 0:
        try:
            found, _ = json.JSONDecoder().raw_decode(answer[start:])
        except ValueError:
            start = answer.find("[", start + 1)
            continue
        return [item for item in found if isinstance(item, dict)]
    return []
