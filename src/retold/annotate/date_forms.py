"""The forms that date expressions have in English news, as one regular expression, and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from retold.records import Span

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UP_TO_TWELVE: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS: Final = {word: i for i, word in enumerate(_UP_TO_TWELVE, 1)} | {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}

_WEEKDAY = r"(?:M(?i:onday)|T(?i:uesday|hursday)|W(?i:ednesday)|F(?i:riday)|S(?i:aturday|unday))\b"
_SHORT_WEEKDAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_MONTH = (
    r"(?>J(?i:an(?:uary|\.)?|une|un\.?|uly|ul\.?)|F(?i:eb(?:ruary|\.)?)|M(?i:ar(?:ch|\.)?|ay)|A(?i:pr(?:il|\.)?|ug(?:ust|\.)?)"
    r"|S(?i:ept(?:ember|\.)?|ep\.?)|O(?i:ct(?:ober|\.)?)|N(?i:ov(?:ember|\.)?)|D(?i:ec(?:ember|\.)?))(?![A-Za-z])"
)
_NUMERAL = r"(?:3[01]|[12][0-9]|0?[1-9])"
_NO_COUNT = r"(?! (?:people|percent|per cent|million|billion|years?|days?|times)\b)"
_DAY = rf"{_NUMERAL}(?:st|nd|rd|th)?(?![A-Za-z0-9%]|[.,:]?[0-9]){_NO_COUNT}"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![A-Za-z0-9%]|[.,:][0-9])"
_ITS_YEAR = rf"(?:,? (?:of )?(?:{_YEAR}|(?:last|this|next) year\b))?"
_AND_DAY = rf"(?:(?: ?[-–—] ?| (?:to|through|until|till) ){_DAY})?"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(NUMBERS)}|an?(?: (?:few|couple of))?|several|many|some)"
_UNIT = r"(?:day|week|month|year|decade)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_WHICH = r"(?:this past|this coming|this|last|next|(?:the )?(?:previous|past|coming|following))"

_GRAMMAR: Final = {
    "iso": r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:T[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9-])",
    "numeric": r"[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)(?:19|20)[0-9]{2}(?![0-9])",
    "day": rf"(?:{_SHORT_WEEKDAY},? (?:the )?)?"
    rf"(?:{_MONTH} {_DAY}{_AND_DAY}|{_NUMERAL}(?:st|nd|rd|th)?{_AND_DAY}(?: of)? {_MONTH}){_ITS_YEAR}",
    "month": rf"(?:(?i:early|mid|late|last|next|this)[ -](?:in )?)?{_MONTH}(?! {_DAY}){_ITS_YEAR}",
    "season": rf"(?i:(?:(?:early|mid|late)[ -])?{_SEASON}(?: of|,)?) {_YEAR}|(?i:(?:this|last|next) {_SEASON})\b",
    "weekday": rf"(?i:(?:{_WHICH}|late|early|late last|early this) )?{_WEEKDAY}(?: {_PART_OF_DAY}\b)?"
    r"(?: (?:of )?(?:this|last|next) week\b)?",
    "deictic": rf"(?i:the day (?:after tomorrow|before yesterday)|(?:today|yesterday|tomorrow)(?: {_PART_OF_DAY})?|tonight|last night"
    r"|this (?:morning|afternoon|evening))\b",
    "told": rf"(?i:the (?:next day|(?:following|previous|same) {_UNIT})|{_NUMBER} {_UNIT}s? (?:later|earlier))\b",
    "window": rf"(?i:(?:the )?(?:last|past|previous|next|coming) {_NUMBER} {_UNIT}s"
    rf"|the (?:last|past|next|coming) {_UNIT}(?! (?:of|in)\b))\b",
    "ago": rf"(?i:{_NUMBER} {_UNIT}s? ago|{_UNIT}s ago)\b",
    "unit": r"(?i:(?:(?:earlier|later|early|mid|late)[ -](?:in )?)?(?:this|last|next) (?:week(?:end)?|month|year)|the weekend)\b",
    "decade": r"(?:(?i:the )?(?i:early|mid|late)[ -])?(?:(?:1[5-9]|20)[0-9]0s|['’‘][1-9]0s)\b",
    "years": r"(?:19|20)[0-9]{2}[-–—/](?:[0-9]{4}|[0-9]{2})(?![A-Za-z0-9-]|[.,][0-9])",
    "year": rf"(?i:(?:early|mid|late)[ -](?:in )?)?{_YEAR}(?!-[0-9A-Za-z]|–[0-9])",
}

# The lookahead is for speed only: no form begins with another character.
_FORMS: Final = re.compile(
    r"(?<![A-Za-z0-9$£€¥#@/&.+_-])(?=[0-9JFMASONDTWLEPVCaefilmnopstwcyv'’‘])(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _GRAMMAR.items()).replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}")
    + ")"
)


def matches(text: str, span: Span) -> Iterator[tuple[str, re.Match[str]]]:
    """All date expressions inside ``span`` with the name of their form, from left to right."""
    for match in _FORMS.finditer(text, *span):
        form = match.lastgroup or ""
        if not _is_no_date(text, match, form):
            yield form, match


# ---------------------------------------------------------------------------------------------- what looks like a date and is none

_TITLED = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Mail|Express|World|Post|Herald|Night|Live|Star|Sun|Age|Sport|Tribune|Independent|Magazine)\b"
)
_FEAST = re.compile(r"(?:Black|Good|Super|Ash|Holy|Easter|Palm|Bloody|Cyber|Giving|Shrove|Fat|Maundy|Mail\son|Casual)\s$")
_MONTH_AFTER = re.compile(r"\b(?:in|since|until|till|early|late|mid|during|through|throughout|between|last|next|this|that)[\s-]$", re.I)
_MONTH_LOOSELY_AFTER = re.compile(r"\b(?:from|to|by|of|and|before|after|for|a|the)\s$", re.I)
_NAMES_TOO = {"march", "april", "june", "august", "sept"}
_GOES_ON = re.compile(r"\s(?:to|through|until|till|and|[-–—])\s")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n]|[\"“‘'(—–-])\s*$")

_YEAR_AFTER = re.compile(r"\b(?:in|since|by|until|till|from|of|before|after|during|between|through|to|and|circa|year|or|than)[\s-]$", re.I)
_OLD_YEAR_AFTER = re.compile(r"\b(?:in|since|until|circa|year)\s$", re.I)
_NUMBER_AFTER = re.compile(
    r"(?:\b(?:about|around|nearly|almost|some|over|under|than|least|most|up\sto|roughly|approximately|exactly|only|just|another|total\sof"
    r"|resolution|section|article|room|flight|route|highway|no\.|number|chapter|part|page|model|line|extension|win|paid|cost|raised|top)\s"
    r"|[0-9.,:;]|[^\W0-9_][-’'])$",
    re.I,
)
_COUNTED = re.compile(
    r"[\s-](?:people|men|women|children|troops|police|pounds|dollars|euros|miles?|km|kilomet\w+|met(?:er|re)s?|feet|ft|hours?|hrs|gmt|utc|est|edt"
    r"|local\stime|tons?|tonnes?|acres|hectares|percent|per\scent|million|billion|points|votes|seats|deaths|cases|soldiers|fighters|migrants"
    r"|workers|jobs|homes|others|times|members|students|years|days|degrees|words)\b|\s(?:to|or|-|–)\s(?!(?:1[5-9]|20)[0-9]{2}\b)[0-9]",
    re.I,
)
_PLURAL = re.compile(r"\s(?:\w+\s)?[a-z]+s\b")


def _is_no_date(text: str, match: re.Match[str], form: str) -> bool:
    """Whether what matched is a name, a modal verb or a number after all."""
    start, end = match.span()
    before = text[max(0, start - 20) : start]
    if form == "weekday":
        return bool(_TITLED.match(text, end) or _FEAST.search(before))
    if form == "deictic":
        capital = match.group()[0].isupper()
        return capital and not _SENTENCE_START.search(before)
    if form == "month":
        return _is_no_month(text, match, before)
    if form == "year":
        return _is_no_year(text, match, before)
    return False


def _is_no_month(text: str, match: re.Match[str], before: str) -> bool:
    """Some months are also verbs, first names and surnames; alone they count after a word that asks for a time."""
    words = match.group()
    if " " in words or "-" in words or words[-1].isdigit():
        return False
    if _MONTH_AFTER.search(before):
        return False
    loosely = bool(_MONTH_LOOSELY_AFTER.search(before))
    if words.lower() == "may":
        return not (loosely and before.lower().endswith("from ") and _GOES_ON.match(text, match.end()))
    is_full = not words.endswith(".") and words.lower() not in MONTHS
    return not (loosely and (is_full or words.endswith("."))) and not (is_full and words.lower() not in _NAMES_TOO)


def _is_no_year(text: str, match: re.Match[str], before: str) -> bool:
    """A bare number of four digits is a year where a preposition asks for one, or where it can hardly be a count."""
    words, end = match.group(), match.end()
    year = int(words[-4:])
    if not words[0].isdigit():
        return False
    if _COUNTED.match(text, end) or _NUMBER_AFTER.search(before):
        return True
    if year < 1600:
        return not _OLD_YEAR_AFTER.search(before)
    if year % 100 == 0 and _PLURAL.match(text, end):
        return True
    return not (_YEAR_AFTER.search(before) or (1900 < year < 2050 and year % 100))
