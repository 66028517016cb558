"""Names that hold for the whole story: of persons, bodies and places, whether they speak or not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ...annotate.folding import fold, name_key
from ...annotate.name_kinds import same_name
from ...annotate.states import state_of
from ...records import Annotated, Name, Span
from ..speakers import Voices

__all__ = ["Inside", "StoryNames"]


class Inside:
    """Looks up which of many spans, in order and apart, lie in another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.order = sorted(range(len(spans)), key=lambda n: spans[n])
        self.starts = [spans[n][0] for n in self.order]
        self.spans = spans

    def within(self, span: Span) -> Iterator[int]:
        """Numbers of the spans that lie in ``span``."""
        at = bisect_left(self.starts, span[0])
        while at < len(self.order) and self.starts[at] < span[1]:
            if self.spans[self.order[at]][1] <= span[1]:
                yield self.order[at]
            at += 1


class StoryNames:
    """One name for a person, body or place throughout the story, speaker or not."""

    def __init__(self, articles: Sequence[Annotated], voices: Voices) -> None:
        self.voices = voices
        self.known: dict[tuple[str, str], str] = {}
        seen = Counter(name.canonical for one in articles for name in one.names)
        seen.update({voice.name: 1 for voice in voices.voices})
        by_word = defaultdict[str, dict[tuple[str, ...], None]](dict)
        self.spelt: dict[tuple[str, ...], str] = {}
        for canonical in sorted(seen, key=lambda name: (-seen[name], name)):
            key = name_key(canonical)
            self.spelt.setdefault(key, canonical)
            for word in key:
                by_word[word][key] = None
        self.by_word = {word: tuple(keys) for word, keys in by_word.items()}

    def of(self, article: str, canonical: str | None) -> str | None:
        """The name in the story of what ``canonical`` names in an article; None where it names nobody."""
        if canonical is None:
            return None
        if (article, canonical) not in self.known:
            self.known[article, canonical] = self._find(article, canonical)
        return self.known[article, canonical]

    def _find(self, article: str, canonical: str) -> str:
        state = state_of(canonical)
        if state:
            return state
        spoken = self.voices.of.get((article, canonical))
        if spoken:
            return spoken
        key = name_key(canonical)
        if not key:
            return fold(canonical)
        fuller = [other for other in self.by_word.get(key[-1], ()) if len(other) > len(key) and same_name(key, other)]
        longest = max(fuller, key=lambda other: (len(other), other), default=key)
        # "Tarn" is "Oda Tarn" only where the story has no "Per Tarn" besides.
        if all(same_name(other, longest) for other in fuller):
            key = longest
        return self.spelt.get(key, canonical)

    def place(self, article: str, name: Name) -> str | None:
        """The name in the story of a place; None: it is none."""
        return self.of(article, name.canonical) if name.kind == "place" else None

    def places(self, annotated: Annotated) -> frozenset[str]:
        """All places that an article names."""
        found = {name.canonical for name in annotated.names if name.kind == "place"}
        return frozenset(key for key in (self.of(annotated.article.id, canonical) for canonical in found) if key)

    def beside(self, articles: Sequence[Annotated]) -> dict[str, frozenset[str]]:
        """For every name those that a sentence names together with it."""
        found = defaultdict[str, set[str]](set)
        for one in articles:
            inside = Inside([name.span for name in one.names])
            for sentence in one.sentences:
                here = {self.of(one.article.id, one.names[n].canonical) for n in inside.within(sentence)} - {None}
                for name in here:
                    found[str(name)] |= {str(other) for other in here}
        return {name: frozenset(others) for name, others in found.items()}
