"""Where annotate's time goes, looked at from outside: every few milliseconds of processor time, what stands on the stack."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

INTERVAL = 0.001
"""Processor seconds between looks; most systems look every 4 ms at best."""
NETWORK, REST = "network", "rest"

Stack = list[tuple[str, str]]
"""(file, function) of the frames, outermost first."""


class Samples:
    """Processor seconds by place: all that passed since the last look is booked where the stack stands, C code on whoever called it."""

    def __init__(self, place: Callable[[Stack], str], clock: Callable[[], float] = time.process_time) -> None:
        self.seconds: dict[str, float] = {}
        self._place, self._clock, self._last = place, clock, clock()

    def look(self, _: int, frame: FrameType | None) -> None:
        """Handle one tick."""
        now = self._clock()
        place = self._place(stack(frame))
        self.seconds[place] = self.seconds.get(place, 0.0) + now - self._last
        self._last = now


def stack(frame: FrameType | None) -> Stack:
    """The frames above a frame and itself."""
    found = []
    while frame is not None:
        found.append((frame.f_code.co_filename, frame.f_code.co_qualname))
        frame = frame.f_back
    return found[::-1]


def stage(folder: Path, front: tuple[str, ...] = ("__init__.py", "stream.py")) -> Callable[[Stack], str]:
    """A place for a stack: the function that the folder's front files call, and the first that this one calls in another file of it."""

    def place(frames: Stack) -> str:
        if any("onnxruntime" in Path(file).parts for file, _ in frames):
            return NETWORK
        fronts = {str(folder / name) for name in front}
        inside = [(file, name) for file, name in frames if Path(file).is_relative_to(folder) and file not in fronts]
        if not inside:
            return REST
        first = inside[0]
        second = next((one for one in inside if one[0] != first[0]), None)
        return " > ".join(f"{Path(file).stem}.{name.split('.')[-1]}" for file, name in (first, second or first)[: 2 if second else 1])

    return place


@contextmanager
def sampled(place: Callable[[Stack], str]) -> Iterator[Samples]:
    """Look while the block lasts; on systems without a timer of processor time nothing is booked."""
    samples = Samples(place)
    if not hasattr(signal, "setitimer"):
        yield samples
        return
    before = signal.signal(signal.SIGPROF, samples.look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        yield samples
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def folded(seconds: dict[str, float], least: float) -> dict[str, float]:
    """The same with places of less than this share booked on the function above them; what belongs together stands together."""
    whole = sum(seconds.values())
    kept: dict[str, float] = {}
    groups: dict[str, float] = {}
    for place, taken in seconds.items():
        group = place.partition(" > ")[0]
        name = place if taken >= least * whole else group
        kept[name] = kept.get(name, 0.0) + taken
        groups[group] = groups.get(group, 0.0) + taken

    def rank(place: str) -> tuple[float, str, float]:
        group = place.partition(" > ")[0]
        return -groups[group], group, -kept[place]

    return {place: kept[place] for place in sorted(kept, key=rank)}
