"""What a rendition did to the words, in one sentence: "dropped “perhaps”; “four ships” became “fourteen ships”", the gravest first."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...annotate.folding import fold
from ...records import Degree, Record, Rendition, Span, Utterance, Variant
from .runs import Placed, Words, is_typography, one_line, placed
from .words import ASPECTS, GRAVE, OF_ASPECTS, counted

_MOST = 3
"""Changes told one by one; the others are counted."""
_QUOTED, _HEAD, _TAIL = 10, 4, 3
"""Words up to which a passage is quoted whole, and those kept of a longer one at its beginning and end."""
_BETWEEN = 2
"""Unaltered words between two changes up to which they are told as one: "fighting the ⟨trafficking⟩ of drugs"."""
_TOGETHER = 9
"""Words of either side up to which changes are told as one."""
_TELLING = 4
"""Letters; words left off at an end that are all shorter are not worth a word."""
_RANK: Mapping[Degree, int] = {"yes": 0, "maybe": 1, "no": 2}
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_LOOSE = ' \t\n,;:.…–—-“”"()[]'
_NAMED = re.compile(r"(“[^”]+”) in “")
"""Where a note names the one word that matters of many left out or added."""
_SENTENCE_END = re.compile(r"[.!?]\W*\s")
_INITIALS = re.compile(r"(?:\b\w\.){2,}$")


class Clause(Record, frozen=True):
    """One thing that was done."""

    text: str
    degree: Degree


class Account(Record, frozen=True):
    """What one rendition did to the words of the base."""

    clauses: tuple[Clause, ...] = ()
    """The gravest first, what was left off at the ends last."""
    more: str = ""
    """ "and 4 smaller changes"; empty where all are told."""

    @property
    def sentence(self) -> str:
        """All in one line, without a full stop; empty where nothing was done."""
        return "; ".join([*(clause.text for clause in self.clauses), *filter(None, [self.more])])


class _Change(Record, frozen=True):
    """Variants that are told as one."""

    variants: tuple[Variant, ...]
    base: Span
    here: Span

    @property
    def degree(self) -> Degree:
        return min((v.changes_meaning for v in self.variants), key=lambda degree: _RANK[degree])


def begin(text: str) -> str:
    """A text with its first letter as a sentence begins; words in quotation marks stay as they were said."""
    return text[:1].upper() + text[1:]


def accounts(utterance: Utterance, texts: Mapping[str, str]) -> tuple[Account, ...]:
    """An account for each rendition, in their order; ``texts`` are the articles' by their ids.

    What is left off at the ends is told once for an article, at its fullest rendition, and only what none of its renditions has.
    """
    base = next((r for r in utterance.renditions if r.quotation == utterance.base), utterance.renditions[0])
    words = Words(text=texts.get(base.article, ""), spans=base.spans)
    return tuple(_account(rendition, words, utterance.renditions, texts) for rendition in utterance.renditions)


def _account(rendition: Rendition, base: Words, all_of_them: Sequence[Rendition], texts: Mapping[str, str]) -> Account:
    here = Words(text=texts.get(rendition.article, ""), spans=rendition.spans)
    telling = [v for v in rendition.variants if not is_typography(v)]
    cuts = _cuts(telling, base)
    kept = [v for v in telling if v not in cuts and not _ahead(v)]
    inside = sorted(_together(placed(base, here, kept), base, here), key=lambda change: (_gravity(change), change.here))
    inside = _once(inside, base, here)
    shown, hidden = inside[:_MOST], inside[_MOST:]
    clauses = list(_clauses(shown, base, here, spliced=rendition.of_words == "spliced"))
    siblings = [r for r in all_of_them if r.article == rendition.article]
    left_off = _left_off(cuts, base, siblings, here.text) if rendition is _fullest(siblings, base) else None
    if left_off is not None:
        clauses.append(left_off)
    number = sum(len(change.variants) for change in hidden)
    smaller = all(_gravity(change) > _gravity(shown[-1]) for change in hidden) or all(change.degree == "no" for change in hidden)
    return Account(clauses=tuple(clauses), more=f"and {counted(number, 'smaller change' if smaller else 'more change')}" if number else "")


# ---------------------------------------------------------------------------------------------- changes inside


def _gravity(change: _Change) -> tuple[int, int, int]:
    """Whether the meaning changes; what is touched: negation, number, name, mood, then words, then grammar; and how much."""
    touched = {v.of for v in change.variants}
    kind = 0 if touched & OF_ASPECTS.keys() else 1 if "words" in touched else 2
    return _RANK[change.degree], kind, -sum(v.changes_meaning == change.degree for v in change.variants)


def _once(changes: Sequence[_Change], base: Words, here: Words) -> list[_Change]:
    """What is done again in the same words, with the same effect, only once."""
    found: dict[tuple[str, str], _Change] = {}
    for change in changes:
        found.setdefault((_told(change, base, here), change.degree), change)
    return list(found.values())


def _ahead(variant: Variant) -> bool:
    """Words that the other report has too, ahead of its quotation marks: nothing was done to them."""
    return variant.kind == "addition" and variant.changes_meaning == "no" and "before the marks" in (variant.note or "")


def _together(found: Sequence[Placed], base: Words, here: Words) -> list[_Change]:
    """Changes in the order of the rendition; those beside each other as one, unless one of them changes the meaning."""
    changes: list[_Change] = []
    for place in found:
        change = _Change(variants=(place.variant,), base=place.base, here=place.here)
        if changes and (whole := _joined(changes[-1], change, base, here)) is not None:
            changes[-1] = whole
        else:
            changes.append(change)
    return changes


def _joined(one: _Change, other: _Change, base: Words, here: Words) -> _Change | None:
    """Two changes as one, where hardly a word stands between them and it is the same on both sides."""
    if "yes" in (one.degree, other.degree) or "transposition" in {v.kind for c in (one, other) for v in c.variants}:
        return None
    whole = _Change(variants=one.variants + other.variants, base=(one.base[0], other.base[1]), here=(one.here[0], other.here[1]))
    if one.base[1] > other.base[0] or one.here[1] > other.here[0] or not (_within(whole.base, base) and _within(whole.here, here)):
        return None
    passed = base.text[one.base[1] : other.base[0]], here.text[one.here[1] : other.here[0]]
    between = [_folded(text) for text in passed]
    if between[0] != between[1] or len(between[0]) > _BETWEEN or any(map(_SENTENCE_END.search, passed)):
        return None
    sides = (_folded(base.text[slice(*whole.base)]), _folded(here.text[slice(*whole.here)]))
    alone = not (sides[0][len(between[0]) :] and sides[1][len(between[1]) :])  # both only leave out, or only add
    return None if alone or max(map(len, sides)) > _TOGETHER else whole


def _within(span: Span, words: Words) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in words.spans)


def _folded(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _clauses(changes: Sequence[_Change], base: Words, here: Words, *, spliced: bool) -> Iterator[Clause]:
    """In words; those that change the meaning say so, once, and what follows them is told apart by "also"."""
    before: Degree | None = None
    for (degree, verb), told in _alike(changes, base, here, spliced=spliced):
        lead = f"{GRAVE}: " if degree == "yes" and before != "yes" else "also " if before == "yes" != degree else ""
        yield Clause(text=f"{lead}{verb}{_listed(told)}", degree=degree)
        before = degree


def _alike(changes: Sequence[_Change], base: Words, here: Words, *, spliced: bool) -> Iterator[tuple[tuple[Degree, str], list[str]]]:
    """Changes in a row that only drop, or only add, together, with their verb; others one by one."""
    told: list[tuple[tuple[Degree, str], str]] = []
    for change in changes:
        if words := _told(change, base, here):
            verb = next((verb for verb in ("dropped ", "added ", "moved ") if words.startswith(verb)), "")
            mark = " without a mark" if spliced and change.here[0] == change.here[1] else ""
            told.append(((change.degree, verb), words.removeprefix(verb) + mark + _aspect(change)))
    for key, group in groupby(told, key=lambda pair: pair[0]):
        if key[1]:
            yield key, [words for _, words in group]
        else:
            yield from ((key, [words]) for _, words in group)


def _listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _told(change: _Change, base: Words, here: Words) -> str:
    """ "“four” became “fourteen”", "dropped “perhaps”"; empty where only marks differ."""
    ours, theirs = _quoted(base, change.base), _quoted(here, change.here)
    if any(v.kind == "transposition" for v in change.variants):
        return f"moved {theirs or ours}"
    if ours and theirs:
        return f"{ours} became {theirs}{_bracketed(here.text, change.here)}"
    if theirs:
        return f"added {theirs}{_bracketed(here.text, change.here)}"
    return f"dropped {ours}" if ours else ""


def _bracketed(text: str, span: Span) -> str:
    """Says so where an editor owned up to the words by brackets."""
    around = text[max(0, span[0] - 1) : span[1] + 1]
    return ", in brackets" if around[:1] in "[(" and around[-1:] in "])" and len(around) > 1 else ""


def _aspect(change: _Change) -> str:
    """ " (a number)", " (a number: “Twelve”)": what the change is about, where it is more than words."""
    found = [aspect for v in change.variants if v.changes_meaning != "no" and (aspect := _aspect_of(v))]
    return f" ({', '.join(dict.fromkeys(found))})" if found else ""


def _aspect_of(variant: Variant) -> str:
    head, _, words = (variant.note or "").partition(": ")
    named = _NAMED.match(words)
    aspect = ASPECTS[head] if head in ASPECTS else OF_ASPECTS.get(variant.of, "")
    return f"{aspect}: {named[1]}" if aspect and named else aspect


def _quoted(words: Words, span: Span) -> str:
    """The words of a span in quotation marks on one line, their middle left out where they are many; empty where there is no word."""
    start, end = span
    if words.text[start:end].count(")") > words.text[start:end].count("(") and words.text[:start].endswith("("):
        start -= 1
    pieces = [words.text[max(a, start) : min(b, end)] for a, b in words.spans if max(a, start) < min(b, end)]
    whole = one_line(" … ".join(one_line(piece) for piece in pieces if _WORD.search(piece)))
    if not whole:
        return ""
    bare = _bare(whole).translate({ord("“"): "‘", ord("”"): "’"}).split(" ")
    if len(bare) > _QUOTED:
        bare = [*bare[:_HEAD], "…", *bare[-_TAIL:]]
    return f"“{' '.join(bare)}”"


def _bare(whole: str) -> str:
    """Without marks at the ends, but for the points of initials and brackets that have both halves."""
    bare = whole.strip(_LOOSE)
    at = whole.index(bare)
    bare += "." if _INITIALS.search(bare + ".") and whole[at + len(bare) :].startswith(".") else ""
    return f"({bare}" if bare.count(")") > bare.count("(") and whole[:at].endswith("(") else bare


# ---------------------------------------------------------------------------------------------- left off at the ends


def _cuts(variants: Sequence[Variant], base: Words) -> list[Variant]:
    """Omissions at the beginning or the end of the base: all words before them, or behind them, are left out too."""
    omitted = [v for v in variants if v.base is not None and v.here is None]
    taken = [span for v in omitted if (span := v.base) is not None]
    kept = [at for at in _word_starts(base) if not any(start <= at < end for start, end in taken)]
    if not kept:
        return []
    return [v for v in omitted if v.base is not None and (v.base[1] <= kept[0] or v.base[0] > kept[-1])]


def _word_starts(words: Words) -> list[int]:
    return [match.start() for start, end in words.spans for match in _WORD.finditer(words.text, start, end)]


def _left_off(cuts: Sequence[Variant], base: Words, siblings: Sequence[Rendition], report: str) -> Clause | None:
    """ "left off “We have bought” at the beginning and “until the summer” at the end".

    What the ``report`` prints elsewhere is not left off.
    """
    starts = _word_starts(base)
    kept = [at for at in starts if not any(_covers(v, at) for v in cuts)]
    printed = {at for sibling in siblings for at in _printed(sibling, starts)}
    found: list[str] = []
    degree: Degree = "no"
    for where in ("at the beginning", "at the end"):
        own = [v for v in cuts if v.base is not None and (v.base[1] <= kept[0]) == (where == "at the beginning")]
        whole = [at for at in starts if any(_covers(v, at) for v in own)]
        left = [at for at in whole if at not in printed]
        words = [match.group() for at in left if (match := _WORD.match(base.text, at))]
        if not any(len(word) >= _TELLING for word in words) or f" {_plain(' '.join(words))} " in f" {_plain(report)} ":
            continue
        turning = [OF_ASPECTS[v.of] for v in own if v.of in ("negation", "modality") and v.changes_meaning != "no" and left == whole]
        degree = "maybe" if turning else degree
        found.append(f"{_quoted(base, (left[0], left[-1] + len(words[-1])))} {where}" + (f" ({turning[0]})" if turning else ""))
    return Clause(text="left off " + " and ".join(found), degree=degree) if found else None


@functools.lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """The words of a text in small letters, a space between each."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _fullest(siblings: Sequence[Rendition], base: Words) -> Rendition:
    starts = _word_starts(base)
    return max(siblings, key=lambda rendition: len(_printed(rendition, starts)))


def _covers(variant: Variant, at: int) -> bool:
    return variant.base is not None and variant.base[0] <= at < variant.base[1]


def _printed(rendition: Rendition, starts: Sequence[int]) -> list[int]:
    """Words of the base that a rendition has, by where they begin; none where it tells them in the outlet's own words."""
    if rendition.of_words == "indirect":
        return []
    omitted = [v.base for v in rendition.variants if v.base is not None and v.here is None]
    return [at for at in starts if not any(start <= at < end for start, end in omitted)]
