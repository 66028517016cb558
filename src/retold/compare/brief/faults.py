"""What keeps a sentence from standing alone: a fragment, words that point to what was before, words to the reader, damage."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import lexicon
from .dangling import description, pronoun

_LEAST, _MOST = 8, 60
"""Words of a sentence."""
_LETTERS = 6
"""Characters of a word and the blank behind it, in quotations of which only the length is seen."""
_QUOTED = re.compile("\x00+")
_OPENS_ILL = re.compile(
    r"(?:this|that|these|those|it|it['’]s|its|he|she|they|his|her|their|theirs|him|them|such|another|others|other|both"
    r"|neither|either|one of"
    r"|some of (?:them|those|these)|many of (?:them|those|these)|most of (?:them|those|these)|among (?:them|those|these)|the (?:same|latter"
    r"|former|other|others|next|following|two|three|pair|second|third|move|news|comments?|remarks?|statement|announcement|incident|result"
    r"|decision|findings?|claims?|report|post|tweet|video|letter|event)\b(?!\s+(?:of|that|by|to|from|in|on|about|between|against|came))"
    r"|here|how|why|what|where|who|which|whether|if you|as for|nor|not|instead|otherwise|because|read|see|click|watch"
    r"|follow|sign|subscribe|listen|share|check|photos?|images?|"
    r"video|file|pictured|asked|when asked|like|unlike|so|even|especially|including|to (?:be|do|this|that)|doing|all of|none|part of|yes|no"
    r"|well|look|let|there['’]s|again|same|speaking of|(?:minutes|moments|hours|days|weeks|months|years) (?:later|earlier"
    r"|before|after)|within (?:minutes|hours)|[\w-]+ (?:minutes|hours|days) later|at \d{1,2}(?::\d\d)? ?[ap]\.?m\b|\d+[/)]"
    r"|more|please|correction|update[ds]?|editor|advertisement|related|source)\b(?!-)",
    re.IGNORECASE,
)
_ME = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Mm]e|us|[Mm]y|[Oo]ur|ours|[Yy]ou|[Yy]our|[Yy]ou['’](?:re|ve|d|ll))\b(?!\.)"
)
_TO_READER = re.compile(
    r"https?:|www\.|@\w|#\w|[|©•►▶→*]|\bread more\b|\bclick\b|\bsign up\b|\bnewsletter|\bsubscri|\bthis (?:article|story"
    r"|report|post|piece|page|column)\b"
    r"|\bour (?:coverage|report)|\b(?:see|pictured|seen|shown|watch|video|photo|image)\b (?:above|below|here)|\b(?:above|below)(?=[.:)]|$)"
    r"|\bfile photo\b|^an? (?:picture|photo|photograph|general view|handout)\b|\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|\bGetty\b|\bvia AP\b|\bcontributed to\b|\bclosed captions?\b|\badvertisement\b|\bhave been updated\b|\bscroll\b"
    r"|\ball rights reserved\b|\bcookies?\b(?= (?:policy|settings))|\(photo|\bphoto by\b|\bwrote about\b"
    r"|\b[Dd]on['’]t (?:be|expect|count|miss|forget|worry)\b|^later when\b|\[|\bpic\.twitter\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:this|these|those|such)\s+(?!(?:year|month|week|week['’]s|year['’]s|month['’]s|morning|evening|afternoon|summer"
    r"|spring|fall|autumn|winter|"
    r"weekend|who|as|of|that|which|in|with|century|decade|season|time|is|was|are|were)\b)\w+"
    r"|\bthat\s+(?:individual|person|man|woman|company|group|question|kind|sort|number|figure|day|night|time|year|point|case|decision|move|claim|report|position|meeting|matter|way)\b|\bdo(?:es|ing"
    r"|ne)? (?:so|this|that)\b"
    r"|\b(?:this|these|that)(?=[.,;]|\s+(?:is|was|will|would|has|had|could|means|meant)\b)|\bthe latter\b"
    r"|\bthe former\b(?=[,.;]|\s+(?:did|was|is|has)\b)"
    r"|\bone of (?:them|those|these)\b|\bthe (?:move|incident|matter|two|three|pair|duo|above|same)\b(?!\s+\w+\s+(?:of"
    r"|that))|\banother\b(?=[.,])"
    r"|\b(?:as|than) (?:that|this|it)\b|\b(?:at|by|in|until) (?:that|this) (?:time|point|stage)\b|\bthereof\b"
    r"|\bwent (?:even |a step |much )?further\b|(?<!\d )\bhere\b(?!’s)|\bthe others?\b",
    re.IGNORECASE,
)
_ENDS = r"(?=[.,;]|$| (?:in|on|at|for|by|when|while|after|before|during|last|and)\b)"
_COMPARED = re.compile(
    rf"\bsimilar (?!to\b)(?:[a-z-]+ ){{0,2}}?[a-z-]+{_ENDS}(?!.*\b(?:to|as)\b)"
    rf"|\bthe same (?!(?:time|day|way)\b)[a-z-]+{_ENDS}(?!.*\b(?:as|that)\b)"
    r"|\boff[- ]camera\b"
)
"""What is like something, or beside a picture, that the sentence does not name."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|said|says|won['’]t|isn['’]t|aren['’]t"
    r"|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|hasn['’]t|haven['’]t|can['’]t|couldn['’]t|['’]s been|['’]ve|['’]ll|['’]re)\b"
)
_PAST = re.compile(r"\b[a-z]{2,}ed\b")
_GLUED = re.compile(
    r"^(?:CLOSE|WATCH|VIDEO|LIVE|UPDATED?|EXCLUSIVE|BREAKING|RELATED|READ|PHOTOS?|LISTEN|ADVERTISEMENT)\b|\bMORE\b"
    r"|[a-z]{4,}[A-Z][a-z]+\b(?=.{0,80}[a-z]{4,}[A-Z][a-z])|[a-z]\.[A-Z][a-z]{2,}|\b([A-Z][a-z]{2,}) \1\b"
)
"""Words that a page ran together."""
_CUT = re.compile(r"\\n|\blater\.$|\.\s?\.|…|§|â[\x80-\x9f€\s]|(?<=[a-z])â(?=[a-z]?\b)|Ã[\x80-\xbf©¡]|Â\s|\ufffd")
"""Where words are missing, or their letters were damaged."""
_SHOUTED = re.compile(r"\b[A-Z]{4,} OF\b|(?:\b[A-Z]{4,}\b[ ,:]+){3,}")
_ELLIPTIC = re.compile(r"\bthat (?:he|she|they|it) (?:had|did|was|would|could|has|does|is)(?=\s*[.,;—–-])")
_ORPHAN_SAID = re.compile(r"^\x00+[,.]?\s*(?:[-—–]\s*)?$")
_FAULTS = (
    (_CUT, "cut or damaged"),
    (_ORPHAN_SAID, "a quotation that nobody says"),
    (_SHOUTED, "to the reader"),
    (_TO_READER, "to the reader"),
    (_GLUED, "run together"),
    (_ME, "a voice of its own"),
    (_POINTING, "points to what was before"),
    (_COMPARED, "points to what was before"),
    (_ELLIPTIC, "points to what was before"),
)


def fault(bare: str, *, told: frozenset[str] = frozenset()) -> str | None:
    """Why a sentence can't stand alone; None: it can. ``bare``: mended, its quotations blanked (``mending.bare``).

    ``told``: words that the reader has had before; "the ruling" needs a ruling.
    """
    length = len(_QUOTED.sub(" ", bare).split()) + sum(len(run) for run in _QUOTED.findall(bare)) // _LETTERS
    if not _LEAST <= length <= _MOST:
        return "length"
    if not (bare[:1].isupper() or bare[:1].isdigit() or bare[:1] in "\x00$£€"):
        return "begins in the middle"
    if bare.rstrip("\x00”’'\")")[-1:] != "." and not bare.endswith("\x00"):
        return "no full stop"
    if bare.count("(") != bare.count(")") or bare.count("“") != bare.count("”"):
        return "cut or damaged"
    found = next((reason for pattern, reason in _FAULTS if pattern.search(bare)), None)
    return found or _structure(bare) or pronoun(bare) or description(bare, told)


def _structure(bare: str) -> str | None:
    if _OPENS_ILL.match(bare):
        return "opens on what was before"
    return None if _has_verb(bare) else "no verb"


def _has_verb(bare: str) -> bool:
    if _FINITE.search(bare) or _PAST.search(bare):
        return True
    return any(word in _verbs() for word in re.findall(r"[a-z]+", bare))


@cache
def _verbs() -> frozenset[str]:
    """Forms that can be the verb of a sentence, of the irregular ones."""
    return frozenset(form for form, base in lexicon().irregular.items() if form != base and not form.endswith(("ing", "est", "er", "s")))
