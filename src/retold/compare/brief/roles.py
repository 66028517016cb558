"""Who does what to whom, how many of what, and who said it: what a sentence in new words can turn round though each word of it is borne."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...annotate.folding import fold
from ...records import Dossier
from ..lexicon import lexicon
from .evidence import Problem

_TOKEN = re.compile(r"[^\W_]+(?:[.,][0-9]+)*(?:[’'-][^\W_]+)*|[.;:!?]")
_SAID = re.compile(
    r"\b(?:said|says|say|told|tells|claim(?:s|ed)?|according to|accus(?:es|ed)|warn(?:s|ed)|argu(?:es|ed)|den(?:ies|ied)"
    r"|announc(?:es|ed)|report(?:s|ed)"
    r"|stat(?:es|ed)|alleg(?:es|ed)|insist(?:s|ed)|suggest(?:s|ed)|believ(?:es|ed)|think|thinks|call(?:s|ed)|describ(?:es"
    r"|ed)|wrote|writes|tweeted|vow(?:s|ed)|add(?:s|ed))\b"
)
_NEAR = 3
"""Content words behind a number among which is the word that stands right behind it in the sentence."""
_QUOTED = re.compile("“([^“”]*)”")


def turned_round(text: str, texts: Sequence[str], dossier: Dossier) -> Iterator[Problem]:
    """What a sentence turns round against the passages that are given for it."""
    plain = _QUOTED.sub(" ", text)
    yield from _swapped(plain, texts)
    yield from _miscounted(plain, texts)
    yield from _misattributed(text, dossier)
    if not _SAID.search(plain) and "“" not in text and texts and all(_SAID.search(_QUOTED.sub(" ", one)) for one in texts):
        yield Problem("it tells as a fact what its evidence has as somebody's word")


def _words(text: str) -> list[tuple[str, bool]]:
    """Words in their base forms, each with whether it is a name's; an empty one where a clause ends."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        base = "" if not word[0].isalnum() else lexicon().lemma(re.sub(r"[’']s?$", "", fold(word)))
        found.append((base, word[0].isupper() and base not in lexicon().function))
    return found


def _deeds(text: str) -> set[tuple[str, str, str]]:
    """(name, word between, name) for the names of each clause that stand on two sides of a word; turned where "by" stands between."""
    found: set[tuple[str, str, str]] = set()
    words = _words(text)
    for first, (one, name) in enumerate(words):
        if not name:
            continue
        between: list[str] = []
        for other, is_name in words[first + 1 :]:
            if not other:
                break
            if is_name:
                turned = "by" in between
                found |= {(other, verb, one) if turned else (one, verb, other) for verb in between if verb not in lexicon().function}
            else:
                between.append(other)
    return found


def _swapped(text: str, texts: Sequence[str]) -> Iterator[Problem]:
    here, there = _deeds(text), {deed for one in texts for deed in _deeds(one)}
    for actor, verb, target in sorted(here - there):
        if (target, verb, actor) in there and (target, verb, actor) not in here:
            yield Problem(f"in its evidence {target} and {actor} stand the other way round beside “{verb}”")


def _counted(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Numbers with the content words behind them, up to the next number."""
    words = [base for base, _ in _words(text) if base not in lexicon().function]
    for place, base in enumerate(words):
        if _is_number(base):
            behind: list[str] = []
            for word in words[place + 1 : place + 1 + _NEAR]:
                if _is_number(word):
                    break
                behind.append(word)
            yield base, tuple(behind)


def _is_number(base: str) -> bool:
    return base[:1].isdigit() or base in lexicon().numbers


def _miscounted(text: str, texts: Sequence[str]) -> Iterator[Problem]:
    there = [pair for one in texts for pair in _counted(one)]
    for number, behind in _counted(text):
        same = [words for other, words in there if other == number]
        if same and behind and not any(behind[0] in words or not words for words in same):
            yield Problem(f"“{number}” counts something else in its evidence")


def _misattributed(text: str, dossier: Dossier) -> Iterator[Problem]:
    """Quoted words of a speaker whom the sentence does not name though it names somebody as their speaker."""
    texts = {article.id: article.text for article in dossier.articles}
    for quoted in _QUOTED.findall(text):
        sought = " ".join(re.findall(r"\w+", fold(quoted)))
        speakers = {
            q.speaker.canonical
            for q in dossier.quotations
            if q.speaker and any(sought in " ".join(re.findall(r"\w+", fold(texts[q.article][a:b]))) for a, b in q.spans)
        }
        plain = fold(_QUOTED.sub(" ", text))
        if sought and speakers and not any(fold(name).split()[-1] in plain for name in speakers):
            yield Problem(f"“{quoted}” is said by {sorted(speakers)[0]}")
