"""Whether a phrase says something to one who reads nothing else."""

from __future__ import annotations

import re

from .about import FINITE, JOINTS, LOOSE

_ALONE = frozenset("lying cheating spying stealing bullying racketeering trafficking testifying resigning running voting".split())
_VAGUE = frozenset(
    """claim claims allegation allegations accusation accusations assertion report reports idea suggestion notion request move remarks
    comments matter efforts plan plans language call calls question questions letter anything something it""".split()
)
"""Nouns that leave a reader asking which where they stand alone."""
_WHOLE = frozenset(
    """resign testify leave retire negotiate talk cooperate co-operate compromise withdraw run appeal surrender apologize apologise
    retaliate help return comply vote quit stay fight win intervene meet participate engage concede strike pay play sign speak act
    step work disarm""".split()
)
"""Verbs that tell something without an object."""
_OBJECTS = frozenset("her him them us me you".split())
_DANGLING = frozenset("it they them he she him this that these those there one so such".split())
_TIMES = frozenset("week month year weekend summer winter spring fall autumn season session time".split())
_DONE = frozenset(
    "again now today tomorrow soon once ever never twice having being been done doing made making got getting answered".split()
)
_BY = re.compile(r"\w+ed by\b|(?:to )?do(?:ing)? (?:so|it|that|this|likewise)\b", re.IGNORECASE)
_OWN = frozenset("its their his her our my themselves himself herself itself ourselves myself".split())


def readable(about: str, *, clause: bool = False) -> bool:
    """Whether the phrase says something to one who reads nothing else: words enough, and no pronoun whose noun is elsewhere.

    "its", "their" and the like may stand for the actor, and so may "he" where a ``clause`` begins with it.
    """
    words = re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", about.lower())
    telling = [w for w in words if w not in LOOSE and w not in _DANGLING and w not in _OWN and len(w) > 2]
    if len(words) == 1 and words[0].endswith("ing") and words[0] not in _ALONE:
        return False
    if not telling or (telling[0] in _VAGUE and len(telling) == 1) or (len(words) < 3 and words[0] == "to" and telling[-1] not in _WHOLE):
        return False
    if len(telling) == 1 and (telling[0].endswith("ly") or words[0] in {"anything", "something", "nothing"}):
        return False
    if 2 < len(words) < 5 and words[-2] == "to" and words[-1] not in _WHOLE:
        return False  # `Orr to pass`
    if _BY.match(about) or set(telling) <= _DONE:
        return False  # `answered by the mayor`, `to do so before winter`, `having done`
    if words[0] in {"and", "or", "but", "anything", "something"} or (
        words[0] in _OBJECTS and words[1:2] and words[1] in _OWN | {"a", "an", "the"}
    ):
        return False
    body = words[1:] if words[0] in {"that", "to"} else words
    loose = [n for n, w in enumerate(body) if w in _DANGLING and not _points_on(body, n)]
    if clause and body and body[0] in {"he", "she", "they", "it"}:
        loose = [n for n in loose if n]  # the actor himself, as in `denied he took bribes`
    return not loose


def tells(verb: str) -> bool:
    """Whether the verb says something without an object: "resign", not "support"."""
    return verb.lower() in _WHOLE


def whole_marks(about: str) -> str:
    """The phrase without a quotation mark that stands alone in it."""
    marks = [n for n, c in enumerate(about) if c in '“”"' and (n == 0 or not about[n - 1].isdigit() or c != '"')]
    alone = len(marks) == 1 or (len(marks) % 2 == 1)
    return " ".join((about[: marks[0]] + about[marks[0] + 1 :]).split()) if marks and alone else about


def _points_on(words: list[str], n: int) -> bool:
    """Whether a pronoun points to what follows: "those who", "one of", "that" before a clause, "this week", "there is"."""
    following = words[n + 1] if n + 1 < len(words) else ""
    if words[n] in {"this", "these", "those", "one"}:
        return following in {"who", "of", "with", "affected", "responsible", "involved"} or (words[n] == "this" and following in _TIMES)
    if words[n] == "that":
        return bool(following) and following not in JOINTS | FINITE | {"happen", "be", "stand", "go"}
    return (words[n] in {"there", "so"} and bool(following)) or (words[n] == "such" and following in {"as", "a", "an"})
