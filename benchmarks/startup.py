"""How long until a command or an import is there, beside a peer in the same run."""

from __future__ import annotations

import resource
import subprocess
import sys
from statistics import median

import msgspec


class Start(msgspec.Struct, frozen=True):
    """One thing that starts, and what it is set beside."""

    name: str
    command: tuple[str, ...]
    peer: str


PYTHON = sys.executable
STARTS = (
    Start("python -c pass", (PYTHON, "-c", "pass"), ""),
    Start("import retold", (PYTHON, "-c", "import retold"), "import spacy"),
    Start("import spacy", (PYTHON, "-c", "import spacy"), ""),
    Start("retold --help", (PYTHON, "-m", "retold", "--help"), "spacy --help"),
    Start("spacy --help", (PYTHON, "-m", "spacy", "--help"), ""),
)


class CommandError(Exception):
    """A command that is timed ended with an error."""


def seconds(command: tuple[str, ...]) -> float:
    """Processor time of one run of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise CommandError(f"{' '.join(command[1:])} ended with status {done.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def startup(runs: int) -> list[str]:
    """A line for each start: median of ``runs`` runs, turn by turn so that a busy minute strikes all alike."""
    for start in STARTS:
        seconds(start.command)
    taken = [[seconds(start.command) for start in STARTS] for _ in range(runs)]
    found = {start.name: median(run[i] for run in taken) for i, start in enumerate(STARTS)}
    lines = []
    for start in STARTS:
        ratio = f"  {found[start.name] / found[start.peer]:.2f} × {start.peer}" if start.peer else ""
        lines.append(f"{start.name:<18}{found[start.name]:7.3f} s{ratio}")
    return lines
