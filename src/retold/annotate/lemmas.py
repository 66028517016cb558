"""Base forms of English verbs and nouns, as far as lists of cues need them: `told` → `tell`, `statements` → `statement`."""

from __future__ import annotations

import functools

from .cues import ATTITUDE, SAYING

_IRREGULAR = """
be am is are was were been being 's 're 'm ’s ’re ’m | have has had having 've 'd ’ve ’d | do does did done doing |
go goes went gone | say said | tell told | write wrote written | think thought | know knew known | hold held |
mean meant | feel felt | find found | read read | swear swore sworn | teach taught | sing sang sung | give gave given |
make made | speak spoke spoken | send sent | put put | take took taken | get got gotten | come came | see saw seen |
hear heard | begin began begun | keep kept | leave left | let let | lead led | lose lost | meet met | pay paid | run ran |
sell sold | set set | show shown | sit sat | stand stood | win won | bring brought | build built | buy bought |
become became | choose chose chosen | draw drew drawn | drive drove driven | fall fell fallen | fight fought |
forget forgot forgotten | forgive forgave forgiven | grow grew grown | seek sought | shoot shot | shut shut |
sleep slept | spend spent | steal stole stolen | strike struck | swing swung | tear tore torn | throw threw thrown |
understand understood | wake woke woken | wear wore worn | withdraw withdrew withdrawn | break broke broken |
catch caught | cut cut | deal dealt | dream dreamt | eat ate eaten | fly flew flown | hit hit | hurt hurt | quit quit |
rise rose risen | broadcast broadcast | cast cast | foresee foresaw foreseen | foretell foretold | retell retold |
overhear overheard | will 'll ’ll wo | can ca
"""
_OTHERS = "decline refuse issue release publish deliver send talk explain"
_PLURALS = {"men": "man", "women": "woman", "people": "people", "children": "child", "wives": "wife", "lives": "life"}
_VOWELS = frozenset("aeiou")


@functools.cache
def _verbs() -> dict[str, str]:
    """Irregular forms, and the forms of the verbs that rules look for."""
    forms: dict[str, str] = {}
    for verb in sorted({*SAYING, *ATTITUDE, *_OTHERS.split()}):
        for form in _regular(verb):
            forms.setdefault(form, verb)
    for group in _IRREGULAR.split("|"):
        base, *others = group.split()
        _, third, _, *present = _regular(base)
        forms.update(dict.fromkeys([*others, third, *present], base))
    return forms


def _regular(verb: str) -> list[str]:
    """Base, third person, past and present participle of a regular verb, doubled consonants too."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    found = [verb, third, stem + "ed", stem + "ing"]
    if len(verb) > 2 and verb[-1] not in _VOWELS | set("wxy") and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        found += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return found


def _stripped(word: str) -> str:
    """A guess for a verb that no list holds."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)] + instead
            return base[:-1] if ending in {"ing", "ed"} and base[-1] == base[-2] and base[-1] not in "sl" else base
    return word


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith(("men", "women")):
        return word[:-2] + "an"
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    return word


@functools.lru_cache(maxsize=32768)  # most words of an article are common ones
def lemma(word: str, tag: str) -> str:
    """Base form of a lower-case word with a Penn Treebank tag; other words than verbs and plurals come back as they are."""
    if tag.startswith("VB") or tag == "MD":
        return _verbs().get(word) or (word if tag in {"VB", "VBP", "MD"} else _stripped(word))
    return _singular(word) if tag in {"NNS", "NNPS"} else word
