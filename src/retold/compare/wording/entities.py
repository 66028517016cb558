"""Whose name a name is, over all articles of a story: one key for a person, body or place however an outlet shortens it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ...annotate.folding import name_key, spells
from ...annotate.name_kinds import same_name
from ...annotate.states import state_of
from ...records import Annotated, Name, Record
from ..speakers import Voices


class Entities(Record, frozen=True):
    """The names of a story."""

    keys: dict[tuple[str, str], str]
    """(article id, canonical name in the article) → the name of the same person, body or place in the story."""
    persons: frozenset[str]
    """Those of these that are persons."""

    @staticmethod
    def of(articles: Sequence[Annotated], voices: Voices) -> Entities:
        """Join the names of all articles; the articles' order makes no difference."""
        kinds = Counter((name.canonical, name.kind) for one in articles for name in one.names)
        forms = sorted({(name_key(canonical), kind == "person") for canonical, kind in kinds}, key=lambda form: (-len(form[0]), form))
        home = _homes(forms)
        often = defaultdict[tuple[tuple[str, ...], bool], Counter[str]](Counter)
        for (canonical, kind), count in sorted(kinds.items()):
            form = (name_key(canonical), kind == "person")
            often[home[form]][canonical] += count * (len(form[0]) == len(home[form][0]))
        best = {form: min(names, key=lambda name: (-names[name], name)) for form, names in often.items()}
        keys = {}
        for one in articles:
            for name in one.names:
                spoken = voices.name(one.article.id, name.canonical)
                state = state_of(name.canonical)
                own = best[home[name_key(name.canonical), name.kind == "person"]]
                keys[one.article.id, name.canonical] = state or (
                    spoken if spoken and voices.voice(spoken) and name.kind == "person" else own
                )
        persons = frozenset(keys[one.article.id, name.canonical] for one in articles for name in one.names if name.kind == "person")
        return Entities(keys=keys, persons=persons)

    def key(self, article: str, name: Name) -> str:
        """The name in the story of what a name in an article names."""
        return self.keys.get((article, name.canonical), name.canonical)


def _homes(forms: Iterable[tuple[tuple[str, ...], bool]]) -> dict[tuple[tuple[str, ...], bool], tuple[tuple[str, ...], bool]]:
    """Each name with the fullest of which it is a short form; where several fit it stands for itself."""
    full: list[tuple[tuple[str, ...], bool]] = []
    home = {}
    for key, person in forms:
        fitting = [other for other in full if other[1] == person and _shortens(key, other[0], person)]
        if len(fitting) != 1:
            full.append((key, person))
        home[key, person] = fitting[0] if len(fitting) == 1 else (key, person)
    return home


def _shortens(short: tuple[str, ...], full: tuple[str, ...], person: bool) -> bool:
    if person:
        return same_name(short, full)
    return spells(short, full) or (len(short) > 1 and any(short == full[i : i + len(short)] for i in range(len(full) - len(short) + 1)))
