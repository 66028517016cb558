"""Where a clause takes no stance after all: it is supposed, undone by what governs it, or about what stands elsewhere."""

from __future__ import annotations

import re

from ...records import Span
from .about import Bounds, phrase
from .clauses import Clause, Stand
from .cues import Cues
from .holders import Holder
from .readable import readable

_CLAIM = re.compile(
    r",\s+(?:(?:an? )?(?:claim|assertion|allegation|accusation|charge|report|statement|suggestion)s?(?: that| which)?|which|something)\s+$"
)
_RELATIVE = frozenset("which what whom whatever something anything everything nothing all much many".split())
_UNDONE = re.compile(
    r"(?:\bno (?:plans?|intention|desire|interest|reason) (?:to|of|in)|(?:refus|declin|fail|hesitat|ceas)\w* to"
    r"|(?:reluctant|unable|wrong|not|unlikely|never) to|(?:w|c|sh)ould(?:n['’]t| not)? have|can(?:not|['’]t| not)"
    r"|rather than|instead of|without|\bstop(?:ped|s)?|(?:accus|suspect)\w*(?: [^.]{1,40})? of)\s+$",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:^|[:;—–]\s|[“\"]|\bthat\s)\s*(?:[Oo]nly )?(?:[Ii]f|[Uu]nless)\b[^:;—–]*,")
_INFINITIVE = re.compile(r"\s+to\s+(?:\w+ly\s+)?")
_PAST_AND = re.compile(r"\b\w+ed\b.*\band\s+$", re.DOTALL)
_PRESENT = re.compile(r"\w+s")
_ASKS = re.compile(r"[^.!?;:“”\"\n]{0,60}\?")
_SOMEONE = frozenset({"he", "she", "they", "it"})
_FINAL = ".!?…:;,”\"’'"
_HEADING = 100  # characters; longer lines are no headings
_WHO = re.compile(r"\s(?:who|that)\s")


def supposed(text: str, stand: Stand, cues: Cues) -> bool:
    """Whether the stance is only supposed: behind "if", "whether"; of somebody else behind "we assume" too; or a report asks for it."""
    start = stand.span[0]
    if _ASKS.match(text, stand.span[1]) and not stand.told:
        return True  # `Does this mean that Norway wants war?`
    before = re.findall(r"[^\W_]+", text[max(0, start - 40) : start].lower())
    if before and before[-1] == "that":
        before.pop()
    gap = re.search(r"[.!?;,:”\"]\s*$", text[max(0, start - 3) : start])
    return bool(before) and not gap and before[-1] in (cues.conditions if stand.holder.own else cues.conditions | cues.supposed)


def undone(clause: Clause, holder: Holder) -> bool:
    """Whether something governs the stance that takes it back ("no plans to support"), or it is of some of the holder only."""
    before = clause.assertion.predicate[0]
    return moved(clause.text, holder) or bool(_UNDONE.search(clause.text, max(0, before - 60), before))


def moved(text: str, holder: Holder) -> bool:
    """Whether what the stance is about stands before: `something he wants to forget`, `how much it is ready to spend`."""
    if holder.span is None:
        return False
    if _WHO.match(text, holder.span[1]):
        return True  # `sailors who want a toll` are not all sailors
    before = re.findall(r"[^\W_]+|[.,;:“”\"]", text[max(0, holder.span[0] - 30) : holder.span[0]].lower())
    return bool(before) and before[-1] in _RELATIVE


def conditional(clause: Clause, holder: Holder) -> bool:
    """Whether the stance hangs on a condition told before it: `If the talks fail, Orr is ready to sail`."""
    start = clause.scene.annotated.sentences[clause.assertion.sentence][0]
    end = min(clause.assertion.predicate[0], holder.span[0] if holder.span else clause.assertion.predicate[0])
    return bool(_IF.search(clause.text[start:end]))


def embedded(clause: Clause, holder: Holder) -> bool:
    """Whether the verb is another's: `they used it to support Orr`, `a port that Norway wanted to close and offers shelter`."""
    if holder.span is None or holder.span[1] > clause.assertion.predicate[0]:
        return False
    text, (begin, end) = clause.text, clause.assertion.predicate
    gap = text[holder.span[1] : begin]
    first = not text[clause.scene.annotated.sentences[clause.assertion.sentence][0] : holder.span[0]].strip("“”\"‘’' \n")
    if _INFINITIVE.fullmatch(gap) and not first:
        return True
    relative = re.search(r"\b(?:that|which)\s+$", text[max(0, holder.span[0] - 8) : holder.span[0]])
    return bool(relative) and bool(_PAST_AND.search(gap)) and _PRESENT.fullmatch(text[begin:end]) is not None


def headed(clause: Clause, holder: Holder) -> bool:
    """Whether "he" stands in a heading that names him nowhere: it means the man of the paragraph that follows, not of the one before."""
    if holder.span is None or clause.text[slice(*holder.span)].lower() not in _SOMEONE:
        return False
    start, end = clause.text.rfind("\n", 0, holder.span[0]) + 1, clause.text.find("\n", holder.span[1])
    line, before = clause.text[start : end if end >= 0 else None].strip(), clause.text[:start].rstrip()
    ended = line.endswith(tuple(_FINAL)) or (before and before[-1] not in _FINAL)
    return not ended and len(line) <= _HEADING and holder.name.split()[-1] not in line


def claimed(clause: Clause, holder: Holder) -> Span | None:
    """What stands before `…, a claim that Orr denies`: the clause that was claimed."""
    text, annotated = clause.text, clause.scene.annotated
    if holder.span is None or holder.span[0] > clause.assertion.predicate[0]:
        return None
    start = annotated.sentences[clause.assertion.sentence][0]
    found = _CLAIM.search(text, start, holder.span[0])
    if found is None:
        return None
    said = [q.spans[0][0] for q in annotated.quotations if q.type != "other" for s in q.spans if start <= s[0] < found.start()]
    bounds = Bounds(found.start(), clause.bounds.finite, clause.bounds.subjects)
    about = phrase(text, min(said, default=start), bounds, clause=True)
    return about if about and readable(text[slice(*about)]) else None
