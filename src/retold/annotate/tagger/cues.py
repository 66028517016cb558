"""Speech or attitude, by the cue's words.

Attitude: a belief, hope, plan or intention attributed to somebody; everything else that is attributed counts as speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

ATTITUDE_STEMS = (
    "hope hopes hoped hoping hopeful want wants wanted wanting wish wishes wished plan plans planned planning intend intends intended "
    "intending intention intentions think thinks thought thinking believe believes believed believing belief beliefs fear fears feared "
    "fearing feel feels felt feeling expect expects expected expecting know knows knew known knowing doubt doubts doubted support supports "
    "supported supporting supportive oppose opposes opposed opposing favor favors favored favour favours favoured favoring prefer prefers "
    "preferred worry worries worried worrying concern concerned concerns desire desires desired seek seeks sought seeking aim aims aimed "
    "aiming consider considers considered considering understand understands understood assume assumes assumed assuming suspect suspects "
    "suspected see sees saw view views viewed regard regards regarded dream dreams love loves loved hate hates hated like likes liked care "
    "cares trust trusts trusted seem seems seemed seeming appear appears appeared appearing remember remembers remembered decide decides "
    "decided deciding determined mull mulls mulled mulling weigh weighs weighing anticipate anticipates anticipated convinced confident "
    "sure certain skeptical sceptical wary afraid eager ready willing unwilling reluctant interested curious opinion opinions "
    "mind confidence optimism optimistic pessimistic sympathetic perceive perceives perceived imagine imagines imagined guess guesses "
    "realize realizes realized realise wonder wonders wondered wondering forget forgot try tries tried trying attempt attempts attempted"
)
ATTITUDE = frozenset(ATTITUDE_STEMS.split())
SPEECH_STEMS = (
    "said say says saying told tell tells telling according wrote write writes writing added adds asked asks announced tweeted statement "
    "expressed express expresses expressing voiced declared stated testified posted interview argue argued argues"
)
SPEECH = frozenset(SPEECH_STEMS.split())


def kind_of_cue(words: Sequence[str], quoted: bool) -> Literal["speech", "attitude"]:
    """`words` are the cue's, lower case; a content with quotation marks is speech whatever its cue ('he thinks "it is over"' was said)."""
    if quoted or not words or any(w in SPEECH for w in words):
        return "speech"
    return "attitude" if any(w in ATTITUDE for w in words) else "speech"
