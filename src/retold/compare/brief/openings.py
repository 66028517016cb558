"""Words that join a sentence to the one before it and can go without loss: "But", "Meanwhile,", ", however,", "also"."""

from __future__ import annotations

import re

from ...records import Span
from .mending import Edit

_WITH_COMMA = (
    "however|meanwhile|still|also|additionally|moreover|furthermore|in addition|nevertheless|nonetheless|indeed|then|now|thus|therefore"
    "|hence|as a result|in fact|of course|on the other hand|at the same time|in contrast|by contrast|conversely|similarly|likewise|besides"
    "|elsewhere|separately|afterwards?|subsequently|finally|lastly|plus|so|yet|and|but|after all|for (?:his|her|its|their) part"
    "|in response|in turn|even so|that said|in particular|specifically|notably|importantly|interestingly|unsurprisingly|not surprisingly"
    "|to be sure|in other words|in short|in sum|overall|accordingly|consequently|in the meantime|all the while"
    "|on top of that|what['’]s more|again"
    "|in the end|ultimately|to that end|with that|as such|crucially|significantly|surprisingly|remarkably|sadly"
    "|fortunately|later|earlier|first|second|third|firstly|secondly"
)
_OPENING = re.compile(
    rf"(?:(?:{_WITH_COMMA}),\s+|(?:but|and|or)\s+(?!for\b|then\b)|(?:so|yet)\s+(?=the\b|[A-Z])|meanwhile\s+(?=the\b|[A-Z])"
    rf"|also\s+(?=on\b|in\b|at\b))",
    re.IGNORECASE,
)
_CUT_SHORT = re.compile(
    r"(?<=\w),\s+(?:however|meanwhile|for example|for instance|too|though|of course|in turn|for (?:his|her|its|their) part"
    r"|moreover|therefore|then),"
)
_AT_END = re.compile(r",?\s+(?:too|as well|though|however)(?=[.!]$)|,\s+(?:too|though|however)(?=[.!]$)")
_ADDED = re.compile(r"(?<=[A-Za-z’'] )added(?=\s+(?:that|he|she|they|it|there)\b|[.:]|,\s\x00|\s+[A-Z])")
"""A word of saying that goes on with something."""
_ALSO = re.compile(
    r"(?<=[\w,])\s+also(?=\s+(?!known\b|called\b|on\b|at\b|in\b|a\b|an\b|the\b|from\b|by\b|as\b|for\b|with\b|to\b|not\b|among\b)[a-z])"
)


def loose_ends(bare: str, at: int) -> list[Edit]:
    """Edits that take out what joins a sentence to others; ``bare`` is the sentence without its quotations, ``at`` where it begins."""
    edits = []
    begin = 0
    while match := _OPENING.match(bare, begin):
        begin = match.end()
    if begin:
        edits.append(Edit(span=_placed((0, begin), at)))
    for pattern, words in ((_CUT_SHORT, ""), (_AT_END, ""), (_ALSO, ""), (_ADDED, "said")):
        for match in pattern.finditer(bare, begin):
            if pattern is _CUT_SHORT and re.fullmatch(r"\w+ly", bare[begin : match.start()]):
                edits.append(Edit(span=_placed(match.span(), at), words=","))
                continue
            if pattern is _ALSO and re.search(r"\b(?:but|not only|and)$", bare[: match.start()]):
                continue
            edits.append(Edit(span=_placed(match.span(), at), words=words))
    return edits


def _placed(span: Span, at: int) -> Span:
    return span[0] + at, span[1] + at
