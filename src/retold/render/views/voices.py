"""How a reader is shown who speaks: as a fact, as a guess (a question mark behind the name), or not at all; and who is quoted inside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...records import Dossier, Nested, Quotation, Record, Speaker, Utterance
from .names import occasion_line
from .runs import Words, one_line, plain

NOBODY = "Speaker not named"
GUESS = "?"
GUESSES = "a question mark behind a name says that the speaker is a guess."
"""Explains the mark wherever one is shown."""
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


class Voice(Record, frozen=True):
    """One quotation as a reader is told of it, without markup."""

    guess: bool
    who: str
    """ "Ines Marlow (“she”)", "Ines Marlow?", or NOBODY with the reason."""
    words: str
    """On one line, in quotation marks where the article has them around the whole."""
    details: tuple[str, ...]
    """What is known beside: kind and type, the cue, to whom, when and where."""
    sure: str = ""
    """ "95% sure"; empty for those quoted inside."""
    inside: tuple[Voice, ...] = ()
    """Those whom the speaker quotes in turn, in order."""


def named(name: str | None, *, uncertain: bool = False) -> str:
    """A speaker's name: "Ines Marlow", "Ines Marlow?" where it is a guess, NOBODY where there is none."""
    return f"{name}{GUESS if uncertain else ''}" if name else NOBODY


def voice(text: str, quotation: Quotation) -> Voice:
    """A quotation of an article with this text."""
    q = quotation
    occasion = occasion_line(q.occasion)
    to = f"to {q.addressee}" if q.addressee and q.addressee not in occasion else ""
    because = f" ({q.unknown_because})" if q.speaker is None and q.unknown_because else ""
    return Voice(
        guess=q.uncertain and q.speaker is not None,
        who=_mention(q.speaker, uncertain=q.uncertain) + because,
        words=_words(text, q),
        details=tuple(filter(None, (f"{q.kind} {q.type}", _cue(text, q), to, occasion))),
        sure=f"{round(100 * q.confidence)}% sure",
        inside=tuple(_inside(text, nested) for nested in q.nested),
    )


def utterance_voices(dossier: Dossier) -> dict[str, str]:
    """The speaker of each utterance (by its id) as ``named`` shows one."""
    guesses = utterance_guesses(dossier)
    return {u.id: named(u.speaker, uncertain=u.id in guesses) for u in dossier.utterances}


def utterance_guesses(dossier: Dossier) -> frozenset[str]:
    """Ids of the utterances whose speaker is a guess: some article is uncertain, and none makes that speaker certain."""
    quotations = {q.id: q for q in dossier.quotations}
    return frozenset(u.id for u in dossier.utterances if u.speaker and _is_guess(u, quotations))


def voices_inside(words: Words, nested: Sequence[Nested]) -> tuple[str, ...]:
    """ "Tom Keel: “never again”" for those quoted inside the words shown."""
    here = [n for n in nested if any(a < end and start < b for a, b in n.spans for start, end in words.spans)]
    return tuple(f"{named(n.speaker.canonical if n.speaker else None)}: “{plain(Words(text=words.text, spans=n.spans))}”" for n in here)


def _is_guess(utterance: Utterance, quotations: Mapping[str, Quotation]) -> bool:
    found = [q for r in utterance.renditions if (q := quotations.get(r.quotation)) and q.speaker]
    same = [q for q in found if q.speaker and q.speaker.canonical == utterance.speaker]
    return any(q.uncertain for q in found) and all(q.uncertain for q in same)


def _inside(text: str, nested: Nested) -> Voice:
    return Voice(
        guess=False,
        who=_mention(nested.speaker),
        words=f"“{plain(Words(text=text, spans=nested.spans))}”",
        details=tuple(filter(None, (_cue(text, nested),))),
    )


def _mention(speaker: Speaker | None, *, uncertain: bool = False) -> str:
    if speaker is None:
        return NOBODY
    printed = one_line(speaker.name)
    mention = f" (“{printed}”)" if _bare(printed) != _bare(speaker.canonical) else ""
    return named(speaker.canonical, uncertain=uncertain) + mention


def _bare(name: str) -> str:
    """A name without its article, for "the ministry" and "ministry"."""
    return _ARTICLE.sub("", name).casefold()


def _words(text: str, quotation: Quotation) -> str:
    if quotation.kind != "direct":
        return plain(Words(text=text, spans=quotation.spans))
    return " … ".join(f"“{piece}”" for span in quotation.spans if (piece := one_line(text[slice(*span)])))


def _cue(text: str, quotation: Quotation | Nested) -> str:
    cue = one_line(text[slice(*quotation.cue)]) if quotation.cue else ""
    return f"cue “{cue}”" if cue else ""
