"""Pairs that share a member, put together; items gathered by places; and members sorted into sides that do not exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

__all__ = ["gathered", "joined", "sides_of"]

T = TypeVar("T")


def joined(pairs: Iterable[tuple[T, T]], key: Callable[[T], Hashable]) -> Iterator[list[T]]:
    """The members of pairs that hang together by members in common, each once, in order of first sight."""
    groups: dict[Hashable, dict[Hashable, T]] = {}
    for pair in pairs:
        together: dict[Hashable, T] = {}
        for member in pair:
            together.update(groups.get(key(member), {key(member): member}))
        for name in together:
            groups[name] = together
    yield from (list(group.values()) for group in {id(group): group for group in groups.values()}.values())


def gathered(ordered: Iterable[T], places: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Items put, in their order, each into the first group that holds one of its places; groups are not joined."""
    groups: list[tuple[set[Hashable], list[T]]] = []
    for item in ordered:
        own = set(places(item))
        home = next((group for group in groups if group[0] & own), None)
        if home is None:
            groups.append((own, [item]))
        else:
            home[0].update(own)
            home[1].append(item)
    return [items for _, items in groups]


def sides_of(members: Iterable[T], clash: Callable[[T, T], bool]) -> list[list[T]]:
    """Members sorted, in their order, each into the first side with which it does not clash."""
    sides: list[list[T]] = []
    for member in members:
        home = next((side for side in sides if not any(clash(member, other) for other in side)), None)
        if home is None:
            sides.append([member])
        else:
            home.append(member)
    return sides
