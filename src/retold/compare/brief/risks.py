"""Risks that the sources name: "could lead to", "warned of", "fears that"; told as the sources tell them."""

from __future__ import annotations

import re

from .drafts import Draft
from .story import Material, Told

_HARM = (
    "lead to|cause|trigger|result in|spark|worsen|threaten|endanger|jeopardi[sz]e|undermine|escalate|harm|hurt|damage"
    "|destabili[sz]e|provoke"
    "|collapse|cripple|disrupt|derail|devastate|destroy|deepen|prove (?:deadly|costly|disastrous)|backfire"
    "|put .{3,40} at risk|cost .{2,30} jobs"
)
_RISK = re.compile(
    rf"\b(?:could|may|might|would)\s+(?:\w+\s+){{0,2}}?(?:{_HARM})\b|\bwarn(?:ed|s|ing)?\s+(?:\w+\s+){{0,3}}?(?:of|that|about|against)\b"
    r"|\bwarn(?:ed|s)\s+[“,]|\bfear(?:s|ed|ing)?\s+(?:that|of|over|the|a|it|they)\b|\brisk(?:s|ed|ing)?\s+(?:of|that|to|a"
    r"|an|the|losing|being)\b|\bat risk\b"
    r"|\b(?:danger|threat|prospect)\s+of\b|\bdangerous precedent\b|\b(?:concerns?|worry|worries|worried|concerned)\s+that"
    r"|\b(?:concerns?|worries|worried)\s+about\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|not a|little|without)\s+(?:\w+\s+)?(?:risk|danger|threat|fear|concern|warning)\b|\brisk averse\b", re.IGNORECASE
)


def risks(story: Material, told: Told, most: int) -> list[Draft]:
    """The sentences that name a risk, those that most sources tell first."""
    found = []
    for place in story.places():
        made = story.made(*place)
        if made is not None and _RISK.search(made.draft.text) and not _NONE.search(made.draft.text):
            support = story.support(made)
            found.append((-support.sources, -support.weight, made.number, made.article, made))
    drafts: list[Draft] = []
    for *_, made in sorted(found, key=lambda one: one[:4]):
        if len(drafts) < most and not told.repeats(made):
            drafts.append(story.borne(made))
            told.add(made)
    return drafts
