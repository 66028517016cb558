"""Boxes and tails that restate the report or tell others: summaries, key points, risks, questions and answers, related stories.

A box is believed only with a heading of its own or as a tail, and never swallows a paragraph that quotes somebody: to lose
a passage of the report is worse than to keep a box.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ..records import PartKind
from .lines import Line


def _heading_of(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(forms)})\s*:?$", re.IGNORECASE)


_SUMMARY = _heading_of(
    r"(?:in |article |ai )?summary|at a glance|in brief|in short|tl;?dr|the gist|overview|synopsis|abstract",
)
_POINTS = _heading_of(
    r"(?:the |\d+ |our )?key (?:points|takeaways|facts|highlights|insights|messages|developments)\b[^.?!]{0,60}",
    r"(?:story )?highlights|main points|takeaways|what to know|things to know|quick (?:read|facts|take)|bullet points|fast facts",
    r"(?:key )?risks|risk factors|why it matters",
)
_NOTICE = _heading_of(r"disclosures?|disclaimer|about (?:the )?author|about us|methodology|sources|references|contact(?: us)?")
_FAQ = _heading_of(
    r"faqs?|frequently asked questions|questions? (?:and|&) answers?|q ?& ?a|people also ask|common questions|your questions answered",
    r"(?:key (?:insights|questions)|understanding|insights (?:on|into)|more about|frequently asked questions|faqs?)\b.{0,80}",
)
_RELATED = _heading_of(
    r"related (?:articles?|stories|news|posts?|content|coverage|reading|links|topics)",
    r"more (?:from|on|in|news|stories|like this)\b.{0,40}|most (?:read|popular|viewed|shared|recent)",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| stories| reading)?",
    r"read (?:more|next|also)|also (?:read|on)\b.{0,30}|trending(?: now)?|popular (?:stories|posts|now)",
    r"latest (?:news|stories|articles|headlines)|top stories|other stories|editor['’]?s['’]? picks?|search articles|don['’]t miss",
    r"up next|from (?:our|around) the (?:web|partners|network)|today['’]s (?:headlines|coverage|top stories)\b.{0,60}",
    r"what to read next|in other news|around the web|promoted stories|keep reading",
)
_LONGEST_BOX = 40  # lines
_BULLET = re.compile(r"^\s*(?:[•·●▪◦‣*]|[-–—]\s)\s*\S")
_TRUNCATED = re.compile(r"(?:\.{3}|…|\[…\]|\[\.\.\.\])$")
_QUESTION = re.compile(
    r"^(?:\d+[.)]\s*|Q\s*[:.]\s*)?(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may)\b.*\?$",
    re.I,
)


def mark_boxes(lines: list[Line], known: dict[int, PartKind]) -> dict[int, PartKind]:
    """Kinds of the lines that stand in boxes and tails, by line number; they overrule what a line is by itself."""
    found = _related_tail(lines, known) or _headlines_tail(lines, known)
    end = min(found, default=len(lines))
    found |= _questions_tail(lines[:end], known)
    end = min(found, default=len(lines))
    inner = lines[:end]
    spaced = sum(line.gap for line in inner) > len(inner) / 4
    for line in inner:
        if line.number in found:
            continue
        if (kind := _heading(line)) is not None:
            block = _block(inner[line.number + 1 : line.number + 1 + _LONGEST_BOX], kind, known, spaced=spaced)
            if block:
                found[line.number] = kind
                found |= dict.fromkeys(block, kind)
    return found


def _heading(line: Line) -> PartKind | None:
    text = re.sub(r"^[\W_]+", "", line.text)
    if _SUMMARY.match(text):
        return "summary"
    if _POINTS.match(text) and line.words <= 8:
        return "list"
    if _NOTICE.match(text):
        return "notice"
    return None


def _block(following: list[Line], kind: PartKind, known: dict[int, PartKind], *, spaced: bool) -> list[int]:
    """Numbers of the lines under a heading that belong to its box.

    Bulleted lines belong as long as they go on. Without bullets a box ends at a blank line, so that in a text whose
    paragraphs are not set apart by blank lines only a summary's or notice's one paragraph is taken.
    """
    if not following:
        return []
    bullets = _while_bulleted(following)
    if bullets:
        return [line.number for line in bullets]
    block = [following[0]]
    if spaced:
        for line in following[1:]:
            if line.gap or line.number in known or _heading(line) is not None:
                break
            block.append(line)
    if kind == "list" and len(block) < 2:
        return []
    if kind != "list" and len(block) > 3:
        return []
    if any(line.quotes for line in block) or following[0].number in known:
        return []
    return [line.number for line in block]


def _while_bulleted(lines: list[Line]) -> list[Line]:
    block = []
    for line in lines:
        if not _BULLET.match(line.text):
            break
        block.append(line)
    return block


def _questions_tail(lines: list[Line], known: dict[int, PartKind]) -> dict[int, PartKind]:
    """A box of questions with answers that closes a report; an explainer, which asks all along, is none."""
    body = [line for line in lines if line.number not in known]
    asked = [index for index, line in enumerate(body) if _QUESTION.match(line.text) and not line.quotes and line.words <= 25]
    if len(asked) < 2 or asked[0] < 3:
        return {}
    first = asked[0]
    headed = _FAQ.match(body[first - 1].text) is not None and not body[first - 1].ended
    tail = body[first:]
    answers = [line for index, line in enumerate(body[first:], first) if index not in asked]
    length = sum(len(line.text) for line in tail)
    share = length / max(sum(len(line.text) for line in body), 1)
    alternating = all(later - earlier in {2, 3} for earlier, later in pairwise([*asked, len(body)]))
    if share > 0.5 or not alternating or not answers or any(line.quotes for line in tail):
        return {}
    if not headed and len(asked) < 3:
        return {}
    start = first - 1 if headed else first
    return {line.number: "questions" for line in body[start:]}


def _related_tail(lines: list[Line], known: dict[int, PartKind]) -> dict[int, PartKind]:
    """Teasers of other stories from a heading ("Related Articles") to the end of the text."""
    start = len(lines)
    while start > 0 and (lines[start - 1].number in known or _teaser(lines[start - 1])):
        start -= 1
    for line in lines[max(start, len(lines) // 5, 1) - 1 :]:
        if line.number > 0 and line.words <= 10 and _RELATED.match(re.sub(r"^[\W_]+", "", line.text)):
            return {other.number: "related" for other in lines[line.number :]}
    return {}


def _headlines_tail(lines: list[Line], known: dict[int, PartKind]) -> dict[int, PartKind]:
    """Three or more headlines after the last paragraph are other stories', unless the paragraph announces a list."""
    body = [line for line in lines if line.number not in known]
    run: list[Line] = []
    for line in reversed(body):
        if line.ended or len(line.text) < 40 or line.words > 25 or _BULLET.match(line.text) or line.quotes or line.text[0].isdigit():
            break
        run.append(line)
    before = len(body) - len(run)
    if len(run) < 3 or before < 5 or body[before - 1].text.rstrip('"”').endswith(":"):
        return {}
    return {line.number: "related" for line in run}


def _teaser(line: Line) -> bool:
    """A headline, a section's name or a cut-off first sentence; a paragraph is none."""
    return not line.ended or bool(_TRUNCATED.search(line.text)) or line.words <= 6
