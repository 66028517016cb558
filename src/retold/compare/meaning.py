"""What a change does to the meaning: negation, opposites, numbers, names, who does it, modality, the head of a noun group.

Each rule looks at one phrase and the alignment around it and returns a finding or None. A rule says "yes" only where the
words around the change are aligned, so that the same thing is plainly said otherwise; else it says "maybe".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..records import VariantOf
from ..settings import CollationSettings
from .alignment import Kinship, kinship
from .lexicon import Lexicon, lexicon
from .modality import hedge, modality
from .phrases import Collated, Finding, Phrase, Side
from .polarity import negations, reversed_at, turned
from .tokens import Token


def findings(phrase: Phrase, both: Collated) -> list[Finding]:
    """All that a phrase does to the meaning, in order of the rules; empty: nothing of the kind.

    A cut at an end is never more than "maybe": the article may say outside the marks what it cut. Nor is a change of many words, or one
    that stands among other words on the other side: there may be two remarks.
    """
    words = lexicon()
    found = [finding for rule in _RULES if (finding := rule(phrase, both, words)) is not None]
    if (phrase.place in ("start", "end") and not (phrase.base and phrase.here)) or not _steady(phrase, both):
        return [Finding(of=finding.of, degree="maybe", what=finding.what) for finding in found if finding.degree == "yes"]
    return found


def _steady(phrase: Phrase, both: Collated) -> bool:
    """Whether a change is short, and most of the words around it in the rendition stand around it in the base too."""
    settings = both.settings
    if len(phrase.base) + len(phrase.here) > settings.steady_words:
        return False
    if len(both.base.tokens) <= settings.steady_whole * len(both.here.tokens):  # the whole remark against the whole
        return True
    own = set(phrase.here)
    last = phrase.here[-1] if phrase.here else phrase.before[1] if phrase.before[1] is not None else -1
    first = phrase.here[0] if phrase.here else last + 1
    around = [at for at in range(first - settings.steady_reach, last + settings.steady_reach + 1) if at not in own]
    around = [at for at in around if 0 <= at < len(both.here.tokens)]
    same = sum(both.here.near(at) >= Kinship.EQUIVALENT for at in around)
    return same >= settings.steady_least and same >= settings.steady_share * len(around)


def _negation(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    dropped, added = turned(phrase.base, both.base, words, both.settings.reach), turned(phrase.here, both.here, words, both.settings.reach)
    if "yes" in (dropped, added):
        return Finding(of="negation", degree="yes", what="negation dropped" if dropped == "yes" else "negation added")
    base, here = negations(phrase, both.base, both.here, words)
    if base and base == here:  # "no" and "not one"
        return None
    if "maybe" in (dropped, added) and phrase.place == "inside" and len(phrase.base) + len(phrase.here) <= both.settings.short_phrase:
        return Finding(of="negation", degree="maybe", what="negation dropped" if dropped == "maybe" else "negation added")
    if base != here and dropped != added and phrase.base and phrase.here and not both.alignment.loose:
        return Finding(of="negation", degree="maybe", what="negation dropped" if base > here else "negation added")
    return None


def _opposite(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    for at in phrase.base:
        if both.base.near(at) == Kinship.OPPOSITE and reversed_at(at, both.base, words, both.settings.reach):
            token, other = both.base.tokens[at], both.here.tokens[both.base.matches[at].at]
            sure = "content" in (token.kind, other.kind) or _anchored(at, both.base)
            of: VariantOf = "negation" if token.lemma.endswith(other.lemma) or other.lemma.endswith(token.lemma) else "words"
            return Finding(of=of, degree="yes" if sure else "maybe", what="turned into its opposite")
    return None


def _number(phrase: Phrase, both: Collated, _: Lexicon) -> Finding | None:
    left, right = _unmatched(phrase.base, both.base, "number"), _unmatched(phrase.here, both.here, "number")
    if left and right:
        if len(left) == len(right) and all(_rounded(a, b, both.settings) for a, b in zip(left, right, strict=True)):
            return Finding(of="number", degree="maybe", what="number rounded")
        return Finding(of="number", degree="yes" if _slot(phrase, both, left) or _short(phrase, both) else "maybe", what="number changed")
    lone = [token for token in (*left, *right) if token.key != "one"]
    if lone and phrase.place == "inside":
        told = " ".join(token.text for token in lone)
        return Finding(of="number", degree="maybe", what="number dropped" if left else "number added", told=told)
    return None


def _rounded(one: Token, other: Token, settings: CollationSettings) -> bool:
    """Is one number the other one, given less exactly?"""
    if not (one.fold[1:].replace(".", "", 1).isdigit() and other.fold[1:].replace(".", "", 1).isdigit()):
        return False
    first, second = float(one.fold[1:]), float(other.fold[1:])
    fine, coarse = sorted((first, second), key=lambda value: len(f"{value:.12g}".rstrip("0").replace(".", "")), reverse=True)
    return abs(fine - coarse) <= settings.rounding * abs(fine) and len(f"{coarse:g}".rstrip("0")) < len(f"{fine:g}".rstrip("0"))


def _slot(phrase: Phrase, both: Collated, tokens: Sequence[Token]) -> bool:
    """Is one of the tokens aligned with another value or name of its kind?"""
    return any(both.base.tokens[at] in tokens and both.base.near(at) == Kinship.SORT for at in phrase.base)


def _quantity(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    def quantities(indices: Sequence[int], side: Side) -> list[Token]:
        return [side.tokens[at] for at in indices if side.tokens[at].fold in words.quantities and side.near(at) < Kinship.EQUIVALENT]

    left, right = quantities(phrase.base, both.base), quantities(phrase.here, both.here)
    if left and right:
        groups = [words.same_quantity.get(token.fold, -1 - number) for number, token in enumerate((left[0], right[0]))]
        if groups[0] != groups[1] and (_short(phrase, both) or _slot(phrase, both, left)):
            return Finding(of="number", degree="yes" if _short(phrase, both) else "maybe", what="quantity changed")
    elif (left or right) and phrase.place == "inside" and _short(phrase, both):  # among many words it is one of many things lost
        told = (left or right)[0].text
        return Finding(of="number", degree="maybe", what="quantity dropped" if left else "quantity added", told=told)
    return None


def _name(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    left, right = _unmatched(phrase.base, both.base, "name"), _unmatched(phrase.here, both.here, "name")
    if left and right:
        if _initials(left, phrase.here, both.here) or _initials(right, phrase.base, both.base) or _joined(left) == _joined(right):
            return Finding(of="name", degree="no", what="name written otherwise")
        if _misspelt(left, right, both.settings):
            return Finding(of="name", degree="maybe", what="name spelt otherwise")
        dates = {bool({token.fold for token in side} & words.calendar) for side in (left, right)}
        slot = _slot(phrase, both, left)
        if slot or _short(phrase, both):
            return Finding(of="name", degree="yes" if slot and len(dates) == 1 else "maybe", what="name changed")
    if (left or right) and phrase.base and phrase.here and _short(phrase, both):
        return Finding(of="name", degree="maybe", what="name replaced" if left else "name put in")
    return None


def _joined(tokens: Sequence[Token]) -> str:
    return "".join(token.fold for token in tokens)


def _misspelt(one: Sequence[Token], other: Sequence[Token], settings: CollationSettings) -> bool:
    from rapidfuzz.fuzz import ratio

    return min(len(_joined(one)), len(_joined(other))) >= 5 and ratio(_joined(one), _joined(other)) >= 100 * settings.name_likeness


def _initials(short: Sequence[Token], indices: Sequence[int], side: Side) -> bool:
    """Stands for one of some names a run of words on the other side that begin with its letters ("F1", "Formula One")?"""
    first = "".join(side.tokens[at].fold[1:] if side.tokens[at].kind == "number" else side.tokens[at].key[0] for at in indices)
    return any(len(token.key) > 1 and token.key in first for token in short if token.text.isupper())


def _person(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    for at in phrase.base:
        if both.base.near(at) not in (Kinship.SORT, Kinship.EQUIVALENT):
            continue
        one, other = both.base.tokens[at], both.here.tokens[both.base.matches[at].at]
        lines = words.person.get(one.fold), words.person.get(other.fold)
        if None in lines or lines[0] == lines[1] or (set(lines) <= {"either", "it", "they"} and "either" in lines):
            continue
        return Finding(of="words", degree="yes" if _anchored(at, both.base) else "maybe", what="who it is about changed")
    return None


def _head(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    """The noun that closes a noun group becomes a mere modifier of another ("with traffic", "with traffic routes")."""
    if phrase.place != "inside":
        return None
    for indices, side in ((phrase.here, both.here), (phrase.base, both.base)):
        for at in indices:
            if at and at - 1 in side.matches and _new_head(at, side, words):
                return Finding(of="words", degree="yes", what="what it is about changed")
    return None


def _new_head(at: int, side: Side, words: Lexicon) -> bool:
    token, modifier, match = side.tokens[at], side.tokens[at - 1], side.matches[at - 1]
    if token.kind != "content" or modifier.kind != "content" or token.gap != "none" or modifier.name or match.kinship < Kinship.EQUIVALENT:
        return False
    if token.bracketed or token.lemma in words.light or token.key.endswith("ly") or any(_akin(token, other) for other in side.others):
        return False
    groups = _in_group(side.tokens, at - 1, words) and _in_group(side.others, match.at, words)
    return groups and _closes(side.tokens, at) and _closes(side.others, match.at)


def _akin(one: Token, other: Token) -> bool:
    return kinship(one, other) >= Kinship.RELATED


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 == len(tokens) or tokens[at + 1].kind == "function" or tokens[at + 1].gap != "none"


def _in_group(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Does a word stand in a noun group: next to a preposition (not "to"), an article or the like?"""
    before = tokens[at - 1] if at else None
    if before is None or tokens[at].gap != "none" or before.fold == "to":
        return False
    return any(before.fold in words.classes[name] for name in ("article", "demonstrative", "preposition"))


def _reversal(phrase: Phrase, both: Collated, _: Lexicon) -> Finding | None:
    """ "A attacked B" became "B attacked A", in the same voice."""
    ours, theirs = both.base.tokens, both.here.tokens
    turned_round: dict[tuple[str, ...], list[tuple[int, int, int]]] = {}
    for row in _triples(theirs):
        turned_round.setdefault(tuple(theirs[at].lemma for at in reversed(row)), []).append(row)
    for one in _triples(ours):
        lemmas = tuple(ours[at].lemma for at in one)
        for other in turned_round.get(lemmas, ()):
            told = set(one) & set(phrase.base) or set(other) & set(phrase.here)
            if told and lemmas[0] != lemmas[2] and not _passive(ours, one) and not _passive(theirs, other):
                return Finding(of="words", degree="yes", what="who does it and who suffers it changed places")
    return None


def _triples(tokens: Sequence[Token]) -> list[tuple[int, int, int]]:
    full = [at for at, token in enumerate(tokens) if token.kind == "content"]
    rows = zip(full, full[1:], full[2:], strict=False)
    return [
        row
        for row in rows
        if all(tokens[at].gap not in ("stop", "break", "comma") for at in range(row[0] + 1, row[2] + 1)) and row[2] - row[0] <= 7
    ]


def _passive(tokens: Sequence[Token], row: tuple[int, int, int]) -> bool:
    """Is the order of doer and sufferer turned by grammar: "by", "and", "of" or a noun group between them?"""
    between = {tokens[at].fold for at in range(row[0], row[2])}
    return bool(between & {"by", "and", "or", "of"})


def _anchored(at: int, side: Side) -> bool:
    """Do the words next to one stand next to its counterpart too? At an end the one neighbour there is decides."""
    other = side.matches[at].at
    checks = []
    for step in (-1, 1):
        if 0 <= at + step < len(side.tokens) and 0 <= other + step < len(side.others):
            match = side.matches.get(at + step)
            checks.append(match is not None and match.kinship >= Kinship.EQUIVALENT and match.at == other + step)
    return bool(checks) and checks[-1] if len(checks) == 2 else all(checks) and bool(checks)


def _unmatched(indices: Sequence[int], side: Side, what: str) -> list[Token]:
    tokens = ((side.tokens[at], side.near(at)) for at in indices)
    return [t for t, near in tokens if near < Kinship.RELATED and not t.bracketed and (t.name if what == "name" else t.kind == "number")]


def _short(phrase: Phrase, both: Collated) -> bool:
    """May two words in one phrase be taken for one another?"""
    return max(len(phrase.base), len(phrase.here)) <= both.settings.short_phrase


_RULES: Sequence[Callable[[Phrase, Collated, Lexicon], Finding | None]] = (
    _negation,
    _reversal,
    _opposite,
    _number,
    _name,
    _person,
    modality,
    hedge,
    _quantity,
    _head,
)
