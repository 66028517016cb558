"""The frames in which a text says where its information comes from: "told X", "according to X", "X reported", "(X) -"."""

from __future__ import annotations

import re
from typing import Literal

How = Literal["dateline", "copyright", "url", "credit", "told", "broadcast", "report"]
"""How an outlet is named: the first four credit a whole report, the others a passage."""

_WORD = r"(?:St\.|(?<!\w)[A-Z0-9](?:[\w&’'-]|\.(?=\w)){0,40})"
NAME = rf"(?P<name>(?:[Tt]he\s+)?{_WORD}(?:\s+(?:(?:of|and|&|de|der|di|du)\s+)?{_WORD}){{0,5}})"
"""A run of capitalised words: longer than the name at times, never shorter."""

_MEDIUM = (
    r"(?:newspaper|daily|tabloid|weekly|magazine|broadcaster|news agency|newswire|wire service|newswire service|website|news site|"
    r"news website|television station|TV station|TV channel|television channel|radio station|news channel|news outlet|news portal)"
)
_LATELY = (
    r"(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+|published\s+|aired\s+|posted\s+|earlier\s+|this week\s+|\w+ing\s+){0,2}"
)
_TOLD = (
    rf"(?:[Tt]old|[Tt]elling|tells|[Ss]poke\s+(?:to|with)|[Ss]peaking\s+(?:to|with|on)|confirmed\s+to|statements?\s+to|"
    rf"(?:interviews?|conversation)\s+{_LATELY}(?:with|to|by|for|in)|interviewed\s+{_LATELY}by)"
)
_BROADCAST = rf"(?:interviews?|interviewed|appearance|appearing|appeared)\s+{_LATELY}on"
_REPORT = (
    r"(?:[Aa]ccording\s+to|[Rr]eported\s+(?:earlier\s+|first\s+)?(?:by|in)|reports?\s+(?:by|from|in|on)|(?:published|posted|"
    r"revealed|disclosed|broken|carried|quoted|cited|obtained|seen|reviewed|translated)\s+(?:online\s+|first\s+)?(?:by|in)|"
    r"[Cc]iting|[Pp]er|[Aa]s\s+(?:first\s+)?reported\s+(?:by|in))"
)


def _frame(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\s+(?:(?:the|a|an)\s+)?(?:(?:\w+\s+){{0,3}}(?P<medium>{_MEDIUM})\s+)?{NAME}")


_ALSO = r"(?:(?:has|had|have|also|first|later|earlier)\s+)*"
_ASIDE = r"(?:,\s[^,.\n]{3,60},)?"

BEFORE: tuple[tuple[How, re.Pattern[str]], ...] = (
    ("told", _frame(_TOLD)),
    ("broadcast", _frame(_BROADCAST)),
    ("report", _frame(_REPORT)),
    ("report", re.compile(rf"\b(?P<medium>{_MEDIUM})\s+{NAME}\s+{_ALSO}(?:said|says|added|wrote|reports?|reported|quoted)\b")),
)
"""The name follows; the group ``medium`` holds a word that says that it is an outlet's."""

AFTER: tuple[tuple[bool, re.Pattern[str]], ...] = (
    (
        False,
        re.compile(
            rf"{NAME}{_ASIDE}\s+{_ALSO}(?:reports|reported|was\s+(?:the\s+)?first\s+to\s+report|quoted|quotes|cited|cites|revealed)\b"
        ),
    ),
    (True, re.compile(rf"{NAME}{_ASIDE}\s+{_ALSO}(?:said|says|added|adds|wrote|writes|confirmed)\b")),
    (
        True,
        re.compile(
            rf"{NAME}(?:[’']s?)?\s+(?:reports?|interview|translation|count|tally|story|article|investigation|exclusive|dispatch|broadcast)\b"
        ),
    ),
)
"""The name comes first. True: everybody says, so that only names known as an outlet's count."""

DATELINE = re.compile(r"^[^\n(]{0,60}?\((?P<name>[A-Z][^()\n]{1,40})\)\s*(?:[-–—]|(?=[A-Z“\"]))", re.MULTILINE)
"""``TOWN, Jan 5 (Agency) - ``"""
AGENCY_LINE = re.compile(r"^[A-Z][A-Z .’'-]{2,30}\b[^\n(]{0,40}\((?P<name>[A-Z][\w&’' -]{1,30})\)\s*[-–—]", re.MULTILINE)
"""A dateline so plain that its bracket names an agency, listed or not."""
SOURCE_LINE = re.compile(
    r"^(?:(?:Source|Agency|Via)\s*:|"
    r"This (?:story|article|report) (?:is|was) based on (?:reporting|reports|material|information) (?:by|from))"
    r"\s*(?P<name>(?:the )?[A-Z][\w&’' -]{1,30}?)\.?\s*$",
    re.MULTILINE,
)
"""``Source: Agency`` or ``This story is based on reporting by Agency.``, in a line of its own."""
PLACE_LINE = re.compile(r"^[A-Z][A-Z .’'-]{3,30}(?:, [A-Z][\w. ]{1,25})?\s+[-–—―]\s?\S", re.MULTILINE)
"""``TOWN — ``: a dateline without an agency."""
COPYRIGHT = re.compile(
    r"(?<!Image )(?<!image )(?<!Photo )(?<!Picture )(?<!Media )"
    r"(?:Copyright|©|\(c\))[^\n]{0,80}(?![^\W_])",
    re.IGNORECASE,
)
OWN_HAND = re.compile(
    r"contributed (?:to this report|reporting|to this (?:article|story))|"
    r"(?:said|says|added) in (?:an|a telephone|a phone|a brief) interview(?! (?:with|on|to|for|published|aired|broadcast))|"
    r"reached (?:by (?:phone|telephone)|at (?:his|her|their) home)|\bI (?:spoke|talked|met) (?:to|with)\b|\btold me\b"
)
"""What stands under a report that an outlet's own people wrote."""
