"""An editor's corrections: what a person decided wins over what was computed, and is shown as decided.

``file`` reads them, ``decide`` finds what they speak of in these reports (``excerpts``) and refuses ``contradictions``; ``speakers``,
``groups`` and ``edges`` apply them, each as a step of its own in ``compare``.
"""

from .decide import decide
from .decisions import Decisions
from .edges import correct_edges
from .file import Corrections, parse_corrections, read_corrections
from .groups import regroup, sign
from .speakers import correct_speakers

__all__ = [
    "Corrections",
    "Decisions",
    "correct_edges",
    "correct_speakers",
    "decide",
    "parse_corrections",
    "read_corrections",
    "regroup",
    "sign",
]
