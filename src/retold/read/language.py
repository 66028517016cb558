"""Which language an article is in (langid: Lui and Baldwin, ACL 2012; the py3langid port)."""

from __future__ import annotations

import re

from ..settings import ReadSettings

# The commonest English function words that other languages in Latin script hardly have. English news has about 30 of
# them in 100 words whatever names it is full of; no other language of stories-dev's feeds reaches 5.
_ENGLISH = frozenset(
    [
        *(
            "the",
            "of",
            "and",
            "to",
            "that",
            "for",
            "with",
            "was",
            "were",
            "is",
            "are",
            "has",
            "have",
            "had",
            "by",
            "from",
            "as",
            "it",
            "its",
        ),
        *("he", "his", "she", "her", "they", "this", "which", "would", "not", "but"),
    ]
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTER = re.compile(r"[^\W\d_]")


def detect_language(text: str, settings: ReadSettings) -> str | None:
    """ISO 639-1 code of the language of ``text``; None: fewer than ``settings.min_letters`` letters."""
    letters = len(_LETTER.findall(text))
    if letters < settings.min_letters:
        return None
    words = [word.lower() for word in _WORD.findall(text[:20_000])]
    share = sum(word in _ENGLISH for word in words) / max(len(words), 1)
    if share >= settings.english_share:
        return "en"
    import py3langid  # its model takes a second to load

    code, _ = py3langid.classify(text[:20_000])
    return str(code)
