"""Word knowledge of collation: closed classes, base forms, equivalents, opposites, spelling; read once from ``data/collation.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import msgspec

_VOWELS = "aeiouy"
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2}[^aeiou])our(s|ed|ing|able|ite|ites|ly|hood|hoods)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2}[btg])re(s|d)?$"), r"er\1"),
    (re.compile(r"([aeiouy][^aeiouy]+(?:e|[nv]a|ua))ll(ed|ing|er|ers)$"), r"\1l\2"),
    (re.compile(r"(?<=[a-z]{2})ogue(s)?$"), r"og\1"),
)
_SILENT_E = tuple("at iz yz v uc ur us as rg ng dg nc rc bl tl pl gl dl u".split())
_CONSONANT_PAIR = re.compile(r"([bdfgklmnprt])\1$")


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What the table says, made ready for look-up; words are folded (lower case, no accents)."""

    classes: dict[str, frozenset[str]]
    """Closed class of a word's folded or base form."""
    function: frozenset[str]
    modality: dict[str, str]
    """Modal word to its line: certain, possible, duty, wish."""
    hedges: frozenset[str]
    cues: frozenset[str]
    """Words that negate what follows."""
    negative_verbs: frozenset[str]
    raising: frozenset[str]
    """Verbs that negate alike before and behind them ("I don't think he lied", "I think he did not lie")."""
    prefixes: tuple[str, ...]
    conditions: frozenset[str]
    """Words that begin a clause on which another one depends."""
    quantities: frozenset[str]
    same_quantity: dict[str, int]
    person: dict[str, str]
    light: frozenset[str]
    """Nouns that add next to nothing to the noun before them."""
    calendar: frozenset[str]
    phrases: dict[tuple[str, ...], str]
    forms: dict[str, str]
    titles: frozenset[str]
    """Abbreviations whose dot ends no sentence."""
    numbers: dict[str, int]
    magnitudes: dict[str, int]
    ordinals: dict[str, int]
    irregular: dict[str, str]
    senses: dict[str, frozenset[int]]
    """Base form to the numbers of the groups of equivalents it stands in."""
    opposites: frozenset[frozenset[str]]
    endings: frozenset[str]
    """What derivation leaves behind a common stem."""

    def lemma(self, folded: str) -> str:
        """Base form of a folded word: the irregular one, else with -s, -ed, -ing taken off where what remains can be a word."""
        if folded in self.irregular:
            return self.irregular[folded]
        if folded in self.function or len(folded) <= 3 or not folded.isalpha():
            return folded
        for ending in ("ing", "ed", "s"):
            stem = folded.removesuffix(ending)
            if stem != folded and (stem in self.senses or stem + "e" in self.senses):
                return stem if stem in self.senses else stem + "e"
        return _regular(folded)

    def equivalent(self, one: str, other: str) -> bool:
        """Do two base forms stand in one group of equivalents?"""
        return not self.senses.get(one, frozenset()).isdisjoint(self.senses.get(other, frozenset()))

    def opposite(self, one: str, other: str) -> bool:
        """Are two base forms opposites, by the table or by a negating prefix ("fair", "unfair")?"""
        if frozenset((one, other)) in self.opposites:
            return True
        short, long = sorted((one, other), key=len)
        return len(short) >= 4 and any(long == prefix + short for prefix in self.prefixes)

    def related(self, one: str, other: str) -> bool:
        """Do two base forms share a stem and differ in derivational endings only ("tourism", "tourist")?"""
        shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
        if shared < 4 or shared * 2 < max(len(one), len(other)):
            return False
        return all(not rest or rest in self.endings for rest in (one[shared:], other[shared:]))


def american(folded: str) -> str:
    """Rewrite the regular British spellings (-ise, -our, -re, -lled) so that both varieties compare equal."""
    if len(folded) < 5:
        return folded
    for pattern, replacement in _BRITISH:
        folded = pattern.sub(replacement, folded)
    return folded


def _regular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2 and any(letter in _VOWELS for letter in stem):
            return _restored(stem)
    return word


def _restored(stem: str) -> str:
    """Undo what -ed and -ing do to a stem: "plann" is plan, "mak" is make; both sides of a comparison go through this."""
    if len(stem) > 5 and stem.endswith("ick"):
        return stem[:-1]
    if _CONSONANT_PAIR.search(stem) and not stem.endswith(("ll", "ss", "zz")):
        return stem[:-1]
    if stem.endswith(_SILENT_E) and not stem.endswith(("eat", "oat")):
        return stem + "e"
    if len(stem) == 3 and stem[0] not in "aeiou" and stem[1] in "aiou" and stem[2] in "kpdmtr":
        return stem + "e"
    return stem


@cache
def lexicon() -> Lexicon:
    """The table that ships with the package."""
    table = tomllib.loads((files("retold.data") / "collation.toml").read_text("utf-8"))
    return _prepared(table)


def _prepared(table: dict[str, Any]) -> Lexicon:
    classes = {name: frozenset(words.split()) for name, words in table["classes"].items()}
    modality = {word: line for line, words in table["modality"].items() for word in words.split()}
    irregular = {form: base for base, forms in table["irregular"].items() for form in (base, *forms.split())}
    person = {word: line for line, words in table["person"].items() for word in words.split()}
    cues = frozenset(table["negation"]["cues"].split())
    modals = {word for line in ("certain", "possible", "duty") for word in table["modality"][line].split()}
    senses: dict[str, set[int]] = {}
    for number, group in enumerate(table["synonyms"]["groups"]):
        for word in group.split():
            senses.setdefault(irregular.get(word, american(word)), set()).add(number)
    quantities = table["quantity"]
    return Lexicon(
        classes=classes,
        function=frozenset(chain(*classes.values(), cues, modals, person)),
        modality=modality,
        hedges=frozenset(table["hedge"]["words"].split()),
        cues=cues,
        raising=frozenset(table["negation"]["raising"].split()),
        negative_verbs=frozenset(table["negation"]["verbs"].split()),
        prefixes=tuple(table["negation"]["prefixes"].split()),
        conditions=frozenset(table["condition"]["words"].split()),
        quantities=frozenset(quantities["words"].split()),
        same_quantity={word: number for number, group in enumerate(quantities["same"]) for word in group.split()},
        person=person,
        calendar=frozenset(table["calendar"]["words"].split()),
        light=frozenset(table["light"]["words"].split()),
        phrases={tuple(phrase.split()): form for phrase, form in table["phrases"].items()},
        forms=table["forms"],
        titles=frozenset(table["titles"]["words"].split()),
        numbers=table["numbers"],
        magnitudes=table["magnitudes"],
        ordinals=table["ordinals"],
        irregular=irregular,
        senses={word: frozenset(groups) for word, groups in senses.items()},
        endings=frozenset(table["derivation"]["endings"].split()),
        opposites=frozenset(frozenset(map(american, pair.split())) for pair in table["opposites"]["pairs"]),
    )
