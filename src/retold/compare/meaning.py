"""What a change does to the meaning: negation, opposites, numbers, names, who does it, modality, the head of a noun group.

Each rule looks at one phrase and the alignment around it and returns a finding or None. A rule says "yes" only where the
words around the change are aligned, so that the same thing is plainly said otherwise; else it says "maybe".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..records import Degree, Record, VariantOf
from .alignment import Kinship, kinship
from .lexicon import Lexicon, lexicon
from .phrases import Collated, Phrase, Side
from .polarity import negations, reversed_at, turned
from .tokens import Token

class Finding(Record, frozen=True):
    """One thing that a change does."""

    of: VariantOf
    degree: Degree
    what: str
    """How the note begins ("negation dropped")."""


def findings(phrase: Phrase, both: Collated) -> list[Finding]:
    """All that a phrase does to the meaning, in order of the rules; empty: nothing of the kind.

    A cut at an end is never more than "maybe": the article may say outside the marks what it cut.
    """
    words = lexicon()
    found = [finding for rule in _RULES if (finding := rule(phrase, both, words)) is not None]
    if phrase.place in ("start", "end") and not (phrase.base and phrase.here):
        return [Finding(of=finding.of, degree="maybe", what=finding.what) for finding in found if finding.degree == "yes"]
    return found


def _negation(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    dropped, added = turned(phrase.base, both.base, words, both.settings.reach), turned(phrase.here, both.here, words, both.settings.reach)
    if "yes" in (dropped, added):
        return Finding(of="negation", degree="yes", what="negation dropped" if dropped == "yes" else "negation added")
    base, here = negations(phrase, both.base, both.here, words)
    if base != here and dropped != added and phrase.base and phrase.here:
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


def _number(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    left, right = _unmatched(phrase.base, both.base, "number"), _unmatched(phrase.here, both.here, "number")
    if left and right:
        return Finding(of="number", degree="yes", what="number changed")
    lone = [token for token in (*left, *right) if token.key != "one"]
    if lone and phrase.place == "inside":
        return Finding(of="number", degree="maybe", what="number dropped" if left else "number added")
    return None


def _quantity(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    def quantities(indices: Sequence[int], side: Side) -> list[Token]:
        return [side.tokens[at] for at in indices if side.tokens[at].fold in words.quantities and side.near(at) < Kinship.EQUIVALENT]

    left, right = quantities(phrase.base, both.base), quantities(phrase.here, both.here)
    if left and right:
        groups = [words.same_quantity.get(token.fold, -1 - number) for number, token in enumerate((left[0], right[0]))]
        if groups[0] != groups[1]:
            return Finding(of="number", degree="yes" if _short(phrase, both) else "maybe", what="quantity changed")
    elif (left or right) and phrase.place == "inside":
        return Finding(of="number", degree="maybe", what="quantity dropped" if left else "quantity added")
    return None


def _name(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    left, right = _unmatched(phrase.base, both.base, "name"), _unmatched(phrase.here, both.here, "name")
    if left and right:
        if _initials(left, right) or _initials(right, left):
            return Finding(of="name", degree="no", what="name written otherwise")
        return Finding(of="name", degree="yes" if _short(phrase, both) else "maybe", what="name changed")
    if (left or right) and phrase.base and phrase.here:
        return Finding(of="name", degree="maybe", what="name replaced" if left else "name put in")
    return None


def _person(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    for at in phrase.base:
        if both.base.near(at) not in (Kinship.SORT, Kinship.EQUIVALENT):
            continue
        one, other = both.base.tokens[at], both.here.tokens[both.base.matches[at].at]
        lines = words.person.get(one.fold), words.person.get(other.fold)
        if None in lines or lines[0] == lines[1] or set(lines) <= {"either", "it", "they"} and "either" in lines:
            continue
        return Finding(of="words", degree="yes" if _anchored(at, both.base) else "maybe", what="who it is about changed")
    return None


_APART = frozenset(
    frozenset(lines)
    for lines in (
        ("possible", "certain"),
        ("possible", "duty"),
        ("possible", "wish"),
        ("possible", "plain"),
        ("certain", "duty"),
        ("duty", "plain"),
        ("wish", "plain"),
        ("wish", "past"),
        ("possible", "past"),
        ("certain", "past"),
        ("duty", "past"),
    )
)
"""Lines of modality that say another thing of the same deed; "past": it is told as done."""


def _modality(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    for indices, side in ((phrase.base, both.base), (phrase.here, both.here)):
        for at in indices:
            if not _is_modal(side.tokens, at, words) or side.near(at) >= Kinship.FORM:
                continue
            target = _verb(side.tokens, at)
            if target is not None and side.near(target) >= Kinship.EQUIVALENT:
                return _modal_finding(side, at, target, words)
    return None


def _modal_finding(side: Side, at: int, target: int, words: Lexicon) -> Finding:
    token = side.tokens[at]
    own, other = _line(side.tokens, target, words), _line(side.others, side.matches[target].at, words)
    if own == other:
        return Finding(of="modality", degree="no", what="modal verb replaced")
    loose = token.fold in ("can", "could", "would") and other in ("plain", "past")
    return Finding(of="modality", degree="yes" if frozenset((own, other)) in _APART and not loose else "maybe", what="modality changed")


def _is_modal(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    if tokens[at].fold in words.modality and tokens[at].kind == "function":
        return True
    return words.modality.get(tokens[at].lemma) == "wish" and at + 1 < len(tokens) and tokens[at + 1].fold == "to"


def _verb(tokens: Sequence[Token], at: int) -> int | None:
    for ahead in range(at + 1, min(len(tokens), at + 5)):
        if tokens[ahead].gap in ("stop", "break"):
            return None
        if tokens[ahead].kind == "content" and not tokens[ahead].key.endswith("ly"):
            return ahead
    return None


def _line(tokens: Sequence[Token], at: int, words: Lexicon) -> str:
    """What the modal verb before a verb says; without one "past" for a deed told as done, else "plain"."""
    done = tokens[at].key != tokens[at].lemma and not tokens[at].key.endswith(("s", "ing"))
    for back in range(at - 1, max(-1, at - 5), -1):
        if _is_modal(tokens, back, words):
            return words.modality.get(tokens[back].fold) or words.modality[tokens[back].lemma]
        if tokens[back + 1].gap in ("stop", "break") or (tokens[back].kind == "content" and not tokens[back].key.endswith("ly")):
            break
        done = done or tokens[back].key in ("was", "were", "did", "had")
    return "past" if done else "plain"


def _hedge(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    def hedges(indices: Sequence[int], side: Side) -> bool:
        return any(
            (side.tokens[at].fold in words.hedges or words.modality.get(side.tokens[at].fold) == "possible") and side.near(at) < Kinship.EQUIVALENT
            for at in indices
        )

    left, right = hedges(phrase.base, both.base), hedges(phrase.here, both.here)
    if left == right or phrase.place != "inside":
        return None
    lone = not (phrase.here if left else phrase.base) and len(phrase.base or phrase.here) == 1
    return Finding(of="modality", degree="yes" if lone else "maybe", what="hedge dropped" if left else "hedge added")


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


def _reversal(phrase: Phrase, both: Collated, words: Lexicon) -> Finding | None:
    """ "A attacked B" became "B attacked A", in the same voice."""
    base, here = _triples(both.base.tokens), _triples(both.here.tokens)
    for one in base:
        for other in here:
            same = all(both.base.tokens[a].lemma == both.here.tokens[b].lemma for a, b in zip(one, other[::-1], strict=True))
            distinct = both.base.tokens[one[0]].lemma != both.base.tokens[one[2]].lemma
            if same and distinct and _passive(both.base.tokens, one) == _passive(both.here.tokens, other):
                if set(one) & set(phrase.base) or set(other) & set(phrase.here):
                    return Finding(of="words", degree="yes", what="who does it and who suffers it changed places")
    return None


def _triples(tokens: Sequence[Token]) -> list[tuple[int, int, int]]:
    full = [at for at, token in enumerate(tokens) if token.kind == "content"]
    rows = zip(full, full[1:], full[2:], strict=False)
    return [row for row in rows if all(tokens[at].gap not in ("stop", "break", "comma") for at in range(row[0] + 1, row[2] + 1)) and row[2] - row[0] <= 7]


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


def _initials(short: Sequence[Token], full: Sequence[Token]) -> bool:
    return len(short) == 1 and len(full) > 1 and short[0].key == "".join(token.key[0] for token in full)


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
    _modality,
    _hedge,
    _quantity,
    _head,
)
