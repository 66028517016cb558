"""What a sentence leaves dangling: a pronoun, "the minister", "The overlap shows", of which nothing in it says who or which."""

from __future__ import annotations

import re

from ...annotate.roles import OFFICES

_PERSON_NOUNS = (
    "man woman suspect victim victims boy girl teenager teen couple gunman gunmen attacker attackers shooter duo trio pair two three group "
    "company firm team band actor actress singer rapper star author researchers researcher scientists student students driver "
    "officer officers deputy deputies soldier soldiers lawmaker lawmakers senator senators congressman congresswoman attorney lawyer "
    "lawyers judge official officials spokesman spokeswoman spokesperson minister baby child children family newspaper paper outlet "
    "network magazine site website sides  agency organization organisation department committee panel commission "
    "board incident suspects campaign campaigns"
)
_PERSONS = frozenset(_PERSON_NOUNS.split()) | OFFICES - {"president", "pope", "queen", "king", "prince", "princess", "speaker", "premier"}
_HAPPENED = frozenset(
    """killing killings attack attacks incident incidents ruling rulings decision decisions vote deal measure measures bill
    announcement allegation allegations claim claims charge charges shooting shootings crash blast explosion strike strikes
    offensive proposal proposals plan plans order request letter statement report remarks remark comments comment question
    questions case arrest arrests accusation accusations dispute controversy scandal agreement meeting event episode lawsuit
    complaint verdict appointment nomination protest protests rally speech interview video footage tweet tweets message messages
    email emails document documents study survey poll figures issue matter topic subject problem situation changes change effort
    efforts project projects programme program operation accident fire storm search hearing witness witnesses
    offering offerings law laws legislation bills move moves""".split()
)
"""Nouns for what happened; behind "the" they need to have been told."""
_COMMON = frozenset(
    """government police president world country economy court army military public media market markets internet state nation government’s
    administration senate house white supreme pentagon kremlin sun moon weather public stock economy pandemic virus coronavirus election
    police’s press party media future president’s""".split()
)
_LONE = frozenset("original former latter other others same rest".split())
"""Words behind "The" that stand for a noun told before, or tell it from others."""
_AGED = re.compile(r"The \d+-year-old\b(?! (?:[a-z-]+ ){0,3}[A-Z])")
_FURTHER = frozenset("of to for from who which that between against about by where when named called into".split())
"""Words behind a noun that tell which one it is."""
_DEFINITE = re.compile(
    r"\b[Tt]he\s+((?:\d+-year-old\s+|[a-z][\w’'-]+\s+){0,2}?)([a-z][\w’'-]*?)"
    r"(?=\s+(?:said|says|told|added|has|had|was|were|is|are|also|did|will|would|could|may|might|should|must|can|who\s+had|signed|agreed"
    r"|came|went|took|made|began|left|got|gave|saw|spoke|broke|fell|brought|held|kept|led|lost|met|paid|put|raised|rose|sent|set|showed|sold"
    r"|stood|won|threw|grew|drew|hit|cost|sought|found|and|but|as|because|while|when)\b"
    r"|\s+[a-z]{2,}ed\b(?!\s+(?:by|in|on|at|for|against|with|from|to|under|last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
    r"|\s+from\s+\d|\s+(?:in|on|at|by|from|with|after|before|during|amid|over)\s+(?!(?:[\w’'-]+\s+){0,3}[A-Z\d])|[,.;:]|['’]s?\b|$)"
)
"""What follows a noun of which nothing tells which one it is: a verb, a clause, or a place or time without a name."""
_ROUGHLY = re.compile(r"\babout\s+(?:[$£€]?\d[\d,.]*|a (?:dozen|hundred|thousand))\s*")
"""A figure, which does not tell which one something is."""
_APPOSED = re.compile(r"[A-Z][\w.’'-]+,\s+(?:who\s[^,]*,\s+)?$")
_NAME_BEHIND = re.compile(r",?\s+[A-Z][\w’'-]+")
_SHE = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<!\bof )(?<!\bin )(?<!\bfrom )(?<!\bfor )(?<![\w.] )(?<!\w)[A-Z][\w’'-]+")
"""Beginnings of names, places behind a preposition left out; whom "him" means is another than who does it."""
_THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:it|its|itself)\b", re.IGNORECASE)
_EMPTY_IT = re.compile(
    r"\bit\s+(?:is|was|would be|will be|has been|['’]s)\s+(?:\w+\s+){0,3}(?:that|to|for|whether|if|when|who)\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"(?<!^)\b[A-Z][\w’'-]+|^[A-Z][\w’'-]+\s+[A-Z][\w’'-]+|^[A-Z][\w’'-]{3,}(?<![ds])\s+(?:said|says|told|was|has|had|is|and)\b"
    r"|\b(?:man|woman|boy|girl|president|minister|mother|father|officer|driver|player|actor|actress|singer|teenager|victim|suspect"
    r"|student|leader|governor|senator|mayor|judge|official|spokesman|spokeswoman|chief|king|queen|prince|pope|person|somebody|anyone)\b"
)
_COMES_LATE = re.compile(r"[^,\x00]{3,120},\s+(?:he|she|they|it)\b")
_HAS_SUBJECT = re.compile(
    r"(?:When|While|As|After|Before|Because|Although|Though|If|Since|Once|Until"
    r"|Even though)\s+(?:the\s+)?(?:\w+\s+){0,3}?[A-Z][\w.-]+(?![’']s)\s+[a-z]|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*\s+(?:said"
    r"|says|told|was|has|had|is|will|and|who)\b"
)
"""A clause in front whose subject the pronoun means."""
_TAG = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|it) (?:said|says|added|told|continued|wrote|explained|noted|tweeted|argued|claimed)\b")
_FEW = 6
"""Words of a quotation in front; fewer hardly say what it is about."""
_QUOTE_POINTS = re.compile(
    r"\b(?:with|of|in|about|on|for|to|at|from|by|do|did|does|is|was|like) (?:that|this|those|these|it)\b"
    r"|\bthat (?:discretion|simple|kind|sort|very|one)\b"
    r"|\b(?:this|these|those) (?!(?:country|nation|city|town|state|year|month|week|season|morning|evening|day|is|are|was"
    r"|were|has|have|who|world)\b)[a-z]+",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:he|she|him|his|her|they|them|their)\b", re.IGNORECASE)
_QUOTE_OPENS_ILL = re.compile(
    r"^“(?:it|it['’]s|this|that|that['’]s|these|those|he|she|they|him|her|them|and|but|so|yes|no|because|which|who|he['’]s"
    r"|she['’]s|they['’]re|there|both|of course|well|not|or)\b",
    re.IGNORECASE,
)


def opens_ill(words: str) -> bool:
    """Whether a sentence begins with a quotation that answers to words which are not there ("“That is wrong,” she said")."""
    if not words.startswith("“"):
        return False
    quoted = words.partition("”")[0]
    if _QUOTE_OPENS_ILL.match(words) or len(quoted.split()) < _FEW or _QUOTE_POINTS.search(quoted):
        return True
    he = _OTHERS.search(quoted)
    return he is not None and not re.search(r"(?<![“.!?] )\b[A-Z][a-z]+|people|men|women|families", quoted[1 : he.start()])


def pronoun(bare: str) -> str | None:
    """A pronoun with nothing before it in the sentence that it can mean."""
    he = _SHE.search(bare)
    if he and he[0].lower() == "him" and len(_NAMED.findall(bare[: he.start()])) < 2:
        return "a person without a name"
    if he and not _SOMEBODY.search(bare[: he.start()]):
        return "a person without a name"
    they = _THEY.search(bare)
    if they and not re.search(
        r"\b(?!(?:is|was|has|this|its|his|us|as|says|thus)\b)\w{2,}s\b|\band\b|\bpeople\b|\bpolice\b|\bwomen\b|\bmen\b"
        r"|\bchildren\b|\bfamily\b",
        bare[: they.start()],
        re.IGNORECASE,
    ):
        return "they without a name"
    if _COMES_LATE.match(bare) and not _HAS_SUBJECT.match(bare):
        return "a person who was told before"
    it = _ITS.search(bare)
    if it and not _EMPTY_IT.match(bare, it.start()) and len(bare[: it.start()].split()) < 2:
        return "it without a name"
    if _TAG.search(bare) and not re.search(r"[A-Z][\w’'-]+", bare[1 : _TAG.search(bare).start()]):  # type: ignore[union-attr]
        return "said by nobody named"
    return None


def description(bare: str, told: frozenset[str]) -> str | None:
    """ "the minister", "the killing", "The overlap shows" that the sentence has not introduced."""
    for match in _DEFINITE.finditer(bare):
        noun = match[2].lower().removesuffix("’s").removesuffix("'s")
        before = bare[: match.start()]
        known = re.search(rf"\b{re.escape(noun.removesuffix('s'))}", before.lower()) is not None
        apposed = _APPOSED.search(before) or _NAME_BEHIND.match(bare, match.end())
        if noun in _PERSONS and not known and not apposed:
            return f"the {noun} without a name"
        if noun in _HAPPENED and not known and noun not in told:
            return f"the {noun} that was told before"
    return _subject(bare, told)


def _subject(bare: str, told: frozenset[str]) -> str | None:
    """A "The overlap shows" in front, of which nothing says which overlap."""
    if not re.match(r"The\s", bare):
        return None
    if _AGED.match(bare):
        return "somebody of an age without a name"
    words = re.findall(r"[\w’'-]+|[,.;:\x00]", _ROUGHLY.sub("", bare))[1:6]
    plain = [re.sub(r"[’']s?$", "", word).lower() for word in words]
    if plain[0] in _LONE:
        return f"the {plain[0]} that was told before"
    clear = any(word[0].isupper() or word[0].isdigit() for word in words[:3]) or any(word in _FURTHER for word in plain[1:5])
    return None if clear or any(word in told or word in _COMMON for word in plain[:2]) else f"the {plain[0]} that was told before"
