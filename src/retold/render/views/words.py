"""The words a reader sees for relations, variants, edges and evidence, each with its explanation."""

from __future__ import annotations

from typing import Final

from ...records import Degree, EdgeKind, Relation, Variant, VariantKind, VariantOf

RELATIONS: Final[dict[Relation, str]] = {
    "base": "The fullest rendition, nearest to the source; the others are measured against it.",
    "same": "The same words; only typography, capitals or punctuation differ.",
    "part": "A contiguous part of the base, in the same words.",
    "spliced": "Parts of the base joined, with words left out and no mark to say so.",
    "style": "Contractions, bracketed insertions or grammar smoothed; the words are the speaker’s.",
    "reworded": "Other words inside the quotation marks, with the same meaning, or another translation.",
    "changed": "Words that give another meaning: a negation, a number, a name, a mood, or who does what.",
    "indirect": "Told without quotation marks, in the outlet’s own words.",
}

KINDS: Final[dict[VariantKind, str]] = {
    "omission": "left out",
    "addition": "added",
    "substitution": "replaced",
    "transposition": "moved",
}

OF: Final[dict[VariantOf, str]] = {
    "typography": "typography",
    "grammar": "grammar",
    "spelling": "spelling",
    "words": "words",
    "number": "number",
    "name": "name",
    "negation": "negation",
    "modality": "mood",
}

MEANING: Final[dict[Degree, str]] = {
    "yes": "changes the meaning",
    "maybe": "may change the meaning",
    "no": "same meaning",
}

GRAVE: Final = "changes the meaning"
"""Leads the changes of which this is sure."""

OF_ASPECTS: Final[dict[VariantOf, str]] = {
    "negation": "a negation",
    "number": "a number",
    "name": "a name",
    "modality": "how sure or how binding it is",
}
"""What a change is about where it is more than words."""

ASPECTS: Final[dict[str, str]] = {
    "turned into its opposite": "the opposite",
    "number rounded": "a number, rounded",
    "quantity changed": "a quantity",
    "quantity dropped": "a quantity",
    "quantity added": "a quantity",
    "name spelt otherwise": "a name, spelt otherwise",
    "what it is about changed": "what it is about",
    "who it is about changed": "who it is about",
    "who does it and who suffers it changed places": "who does it and who suffers it",
    "hedge dropped": "a reservation",
    "hedge added": "a reservation",
}
"""The same for the finer findings that a variant's note begins with."""

EDGES: Final[dict[EdgeKind, str]] = {
    "copy": "carried word for word",
    "rewrite": "rewritten from it",
    "condensed": "shortened from it",
    "mixed": "made from it and others",
    "likeness": "alike; who took from whom can’t be told",
}

TAKEN: Final[dict[EdgeKind, str]] = {
    "copy": "carried from",
    "rewrite": "rewritten from",
    "condensed": "shortened from",
    "mixed": "among others from",
    "likeness": "alike, direction unknown:",
}
"""The same ahead of the other end's name."""

EVIDENCE: Final[dict[str, str]] = {
    "credit": "credit",
    "copy": "same sentences",
    "order": "order",
    "details": "same details",
    "altered": "alterations",
    "shared": "in common",
    "time": "published later",
    "address": "same address",
    "editor": "decided by an editor",
}

ALTERED: Final[frozenset[Relation]] = frozenset({"spliced", "reworded", "changed"})
"""Relations that mean that words inside quotation marks are not those of the base."""

_SHOWN_OMISSION = 12
"""Words; a longer passage left out is counted, not repeated: it stands in full in the base above."""


def variant_line(variant: Variant, before: str, after: str) -> str:
    """ "“help” → “aid”", "left out “perhaps”", "added “not”"."""
    if variant.kind == "omission" or not after:
        return f"left out {omitted(before)}"
    if variant.kind == "addition" or not before:
        return f"added “{after}”"
    if variant.kind == "transposition":
        return f"moved “{after}”"
    return f"“{before}” → “{after}”"


def variant_label(variant: Variant) -> str:
    """ "number, changes the meaning"."""
    return f"{OF[variant.of]}, {MEANING[variant.changes_meaning]}"


def omitted(words: str) -> str:
    """Words left out, in quotation marks; their number where they are many."""
    count = len(words.split())
    return f"“{words}”" if count <= _SHOWN_OMISSION else f"{count} words"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 report", "3 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
