"""Base forms of any English verb or noun, not of cues alone: `seized` → `seize`, `vetoes` → `veto`, `overthrew` → `overthrow`.

A rule can't see whether a verb ends in a silent e; spelling tells nearly always: a stem in one vowel and one consonant doubles the
consonant if it has none (`planned`, `planed`), unless its last syllable is unstressed, and those endings are few.
"""

from __future__ import annotations

import functools

from .lemmas import lemma

_IRREGULAR = """
arise arose arisen | awake awoke | bear bore borne born | beat beaten | bend bent | bet | bid bade | bind bound | bite bit bitten |
bleed bled | blow blew blown | breed bred | burn burnt | burst | cling clung | cost | creep crept | dig dug | drink drank drunk |
feed fed | flee fled | fling flung | forbid forbade forbidden | freeze froze frozen | grind ground | hang hung | hide hid hidden |
kneel knelt | lay laid | leap leapt | learn learnt | lend lent | lie lain lying | light lit | mislead misled | mistake mistook mistaken |
outdo outdid outdone | overcome overcame | override overrode overridden | overrun overran | oversee oversaw overseen |
overtake overtook overtaken | overthrow overthrew overthrown | rebuild rebuilt | repay repaid | resell resold |
rethink rethought | rewrite rewrote rewritten | ride rode ridden | ring rang rung | sew sewn | shake shook shaken | shed |
shine shone | shrink shrank shrunk | sink sank sunk | slay slew slain | slide slid | sling slung | slit | sow sown | spin spun |
split | spread | spring sprang sprung | spoil spoilt | stick stuck | sting stung | stink stank stunk | strike struck stricken |
string strung | strive strove striven | sweep swept | swell swollen | swim swam swum | thrust | tread trod trodden |
undergo underwent undergone | undertake undertook undertaken | undo undid undone | uphold upheld | upset | weave wove woven |
weep wept | wind wound | withhold withheld | withstand withstood | wring wrung | die dying | vie vying | tie tying
"""
_SILENT = frozenset(
    """invit unit reunit cit ignit recit excit incit compet complet delet conven interven contraven postpon phon condon telephon clon zon
    aton hon explor ignor restor stor scor ador bor deplor shor implor interfer adher persever rever welcom creat recreat wast tast past
    hast breath bath sooth cloth loath persuad dissuad guid rout hing infring crung cring bing fring""".split()
)
"""Stems that end in an e against the rules."""
_BARE = frozenset(
    "focus bias canvas gas waltz hang bang clang pilot ballot pencil signal total rival envelop develop gallop council".split()
)
"""Stems that end in none against the rules."""
_DOUBLE_L = frozenset("install enroll recall befall forestall fulfill appall".split())
"""Verbs of two syllables that keep both."""
_IN_OE = frozenset("shoes toes canoes foes woes hoes oboes horseshoes".split())
_VOWELS = frozenset("aeiouy")
_UNSTRESSED = frozenset(("en", "er", "on", "or", "et", "it", "el", "om"))
"""Endings of stems that take no e, however many letters stand before them."""


@functools.lru_cache(maxsize=65536)  # most words of an article are common ones
def base_form(lower: str, tag: str) -> str:
    """Base form of a lower-case word with a Penn Treebank tag; words that are neither verbs nor plurals come back as they are."""
    if tag[:2] == "VB":
        return _verb(lower, tag)
    heroes = tag == "NNS" and lower.endswith("oes") and lower not in _IN_OE
    return lower[:-2] if heroes else lemma(lower, tag)


def _verb(word: str, tag: str) -> str:
    known = _forms().get(word)
    if known is not None:
        return known
    guess = lemma(word, tag)
    cut = word.startswith(guess) or (guess[-1:] == "y" and word.endswith(("ies", "ied")))
    if tag in {"VB", "VBP"} or not cut:  # a list held it
        return guess
    return _third(word) if word.endswith("s") and tag == "VBZ" else _participle(word, guess)


@functools.cache
def _forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _IRREGULAR.split("|"):
        base, *others = group.split()
        found.update(dict.fromkeys([base, *others, base + "ing"], base))
    return found


def _third(word: str) -> str:
    if word.endswith("ies"):
        return word[:-1] if len(word) < 5 else word[:-3] + "y"  # dies, carries
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else word[:-1]


def _participle(word: str, guess: str) -> str:
    """A verb from its form in -ed or -ing; else the guess."""
    if word.endswith("ied"):
        return word[:-1] if len(word) < 5 else word[:-3] + "y"  # died, carried
    ending = next((e for e in ("ing", "ed") if word.endswith(e) and len(word) > len(e) + 1), None)
    if ending is None:
        return guess
    stem = word.removesuffix(ending)
    if stem.endswith("e"):
        return stem if ending == "ing" else stem + "e"  # seeing, agreed
    if stem[-1] == stem[-2] and stem[-1] in "bdgklmnprtv":
        several = sum(letter in _VOWELS for letter in stem) > 1
        kept = stem in _DOUBLE_L or (stem[-1] == "l" and not several) or stem in {"add", "err", "ebb"}
        return stem if kept else stem[:-1]
    return stem + "e" if _silent(stem) else stem


def _silent(stem: str) -> bool:
    """Whether an e fell off a stem before -ed or -ing."""
    if stem in _SILENT or stem in _BARE:
        return stem in _SILENT
    last, before, third = stem[-1], stem[-2:-1], stem[-3:-2]
    if last in "cvzus":
        return before != last
    if last == "g":
        return before in _VOWELS | set("rdl") or stem.endswith(("ang", "eng", "oung"))
    if last == "l" and before in set("bcdfgkpstz"):
        return True
    if before + last == "at" and third in {"i", "u"}:
        return True
    if last not in "bdkmnlprt" or before not in _VOWELS or (third in _VOWELS - {"y"} and stem[-4:-2] != "qu") or not third:
        return stem.endswith(("uid", "uad"))
    return before + last not in _UNSTRESSED
