"""Whether a phrase stops before what completes it: "a plan" where the report goes on ", known as the toll act, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ...records import Span

_GENERAL = (
    r"(?:claim|allegation|assertion|accusation|suggestion|report|idea|notion|view|argument|language|wording|plan|proposal|call|appeal|request"
    r"|demand|law|bill|measure|provision|clause|rule|step|effort|move|statement|message|letter|promise|pledge|condition|agreement)s?"
)
"""Nouns that leave open what they are about."""
_GENERAL_LAST = re.compile(rf"(?:\b(?:of|in|on|for|to|an?|the|any|new|such)\s|^){_GENERAL}$", re.IGNORECASE)
_GENERAL_IN = re.compile(
    rf"\b(?:(?:claim|allegation|assertion|accusation|suggestion|idea|notion|view|argument)s?\b|{_GENERAL}(?:\s+[\w’'-]+){{0,4}}$)",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\s+that\b")
_ASKED = re.compile(r"\s+(?:whether|what|how|why)\b")
_COMPLETED = re.compile(r"\s+(?:to|that|which|\w+ing|\w+ed|known)\b")
_BESIDE = re.compile(
    r"(?:,|\s*[—–]|\s+-{1,2})\s+(?!(?:and|but|or|so|yet|while|as|after|before|because|although|though|when|since|despite|amid|following|according"
    r"|saying|adding|citing|telling|he|she|they|it|we|i|who)\b)[a-z]\w+\b(?!\s+(?:said|says|told|added)\b)"
)
"""A remark between commas or dashes that tells which one is meant, or what is to become of it."""
_IF = re.compile(r"(?:,|\s*[—–])?\s+(?:but\s+)?(?:only\s+)?(?:if|unless|provided|as long as|so long as|on (?:the )?condition)\b")
_LISTED = re.compile(r",\s+(?:[\w’'-]+\s?){1,3}$")
_LAST = re.compile(r"\s+(?:and|or)\b")
_BETWEEN = re.compile(r"\s*(?:[—–]|\s--?)\s*[^—–.;]{1,60}?\s*(?:[—–]|\s--?)\s+(?:to|into|in|on|at|from|by|with|for|of|against|over|out)\b")
"""A remark between dashes behind which the clause goes on."""
_OPENS = re.compile(r"\bthat\s")
_GOES_ON = re.compile(r"(?:\s+|\s*[—–]\s*|,\s+)[\w“\"‘']")
_TOGETHER = re.compile(
    r"(?:to )?(?:explor|discuss|examin|assess|address|clarif|determin|settl)\w* with (?:[\w’'-]+ ?){1,4}$", re.IGNORECASE
)
_DETERMINERS = frozenset("a an his her its their our my the no any more".split())
_ADJECTIVE = re.compile(
    r"[a-z]{3,}(?:ed|istic|ous|ful|less|able|ible|ational|itical|orical)|new|old|big|great|strong|clear|free|fair|full|open|quick|swift|safe"
    r"|federal|broad|long|short|small|large|wide|secure|stable"
)
_NOUNS = frozenset(
    "accused injured wounded detained displaced missing disabled unemployed deceased table cable vegetable weed seed deed".split()
)


def half_noun(words: Sequence[str]) -> bool:
    """Whether a noun is still to come: the words end "a redacted", "his wide"."""
    last = words[-1] if words else ""
    return len(words) > 1 and words[-2].lower() in _DETERMINERS and bool(_ADJECTIVE.fullmatch(last)) and last not in _NOUNS


def stump(text: str, about: Span, finite: AbstractSet[int]) -> bool:
    """Whether the phrase at ``about`` stops before what completes it; ``finite`` holds where verbs begin that assert something.

    A stump ends at a general noun that something following fills ("a claim | that …"), between an adjective and its noun, inside a list,
    inside a clause that has no verb yet, before the object of its verb, or before the condition it hangs on.
    """
    words, rest = text[slice(*about)], text[about[1] : about[1] + 80]
    if _IF.match(rest) or _ASKED.match(rest) or _TOGETHER.fullmatch(words):
        return True
    if _GENERAL_LAST.search(words) and (_COMPLETED.match(rest) or _BESIDE.match(rest)):
        return True
    if _GENERAL_IN.search(words) and _CONTENT.match(rest):
        return True
    if _BETWEEN.match(rest) or (_LISTED.search(words) and _LAST.match(rest)):
        return True
    if not _GOES_ON.match(rest):
        return False
    opens = [about[0] + found.end() for found in _OPENS.finditer(words)]
    return half_noun(words.split()) or (bool(opens) and not any(opens[-1] <= verb < about[1] for verb in finite))
