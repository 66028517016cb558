"""Who is said to say a marked passage: the cue beside it and the cue's subject, from the words around the marks and their parse.

Order of trust: a cue right behind the passage ("…,” X said"), one that introduces it ("X said: “…"), the clause that the passage is part
of (the nearest cue above it in the dependency tree), any cue of the sentence. A passage that stands alone has no attribution of its own;
``quotations`` then looks at what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .cues import ATTITUDE, DOCUMENTS, NAMING, NOUNS, WEAK
from .marks import Passage
from .parse import Paragraph
from .subjects import SUBJECTS, is_cue, is_passive, subject_of
from .tokens import Token

_REACH = 22  # tokens between a cue and the passage it introduces or follows
_STOPS = {".", "!", "?", ";"}


@dataclass(frozen=True)
class Attribution:
    """A cue with its subject, as tokens of one paragraph."""

    cue: Token
    subject: Token | None
    """Head of the noun phrase that speaks; None: the cue has none."""
    how: str
    """after, before, clause, sentence or noun."""
    confidence: float


def attribute(paragraph: Paragraph, passages: Sequence[Passage], index: int) -> Attribution | None:
    """Find the attribution of ``passages[index]`` in its own paragraph; None where nothing attributes it."""
    passage = passages[index]
    before = list(_before(paragraph, passages, index))
    after = list(_after(paragraph, passages, index))
    whole = is_whole(paragraph, passage)
    open_end = paragraph.doc.text[: passage.inner[1] - paragraph.span[0]].endswith(",")
    if whole:
        stopped = paragraph.doc.text[: passage.inner[1] - paragraph.span[0]].endswith(".") or bool(after and after[-1].text == ":")
        beside = (_introduces(before) or _follows(after, open_end)) if stopped else (_follows(after, open_end) or _introduces(before))
        return _spoken(paragraph, passages, beside or _sentence(before, after))
    comma = paragraph.doc.text[: passage.inner[1] - paragraph.span[0]].endswith(",")
    ahead = _clause(paragraph, passages, index)
    if comma and (ahead is None or ahead.subject is None):  # a cue without a subject in the tree may have one right behind it
        ahead = _follows(after, open_end) or ahead
    found = ahead or _introduces(before) or _follows(after, open_end) or _sentence(before, after) or _noun(before)
    return _spoken(paragraph, passages, found)


def _spoken(paragraph: Paragraph, passages: Sequence[Passage], found: Attribution | None) -> Attribution | None:
    """Take another subject of the cue for one inside marks, where it has one: `“The bridge,” said X, “will open”`."""
    if found is None or found.subject is None or not in_marks(paragraph, passages, found.subject):
        return found
    others = (c for c in found.cue.children if c.dep_ in SUBJECTS and not in_marks(paragraph, passages, c))
    other = next(others, None)
    return replace(found, subject=other) if other is not None else found


def is_whole(paragraph: Paragraph, passage: Passage) -> bool:
    """Whether a passage is a sentence or more by itself, not a fragment woven into the writer's sentence."""
    words = [t for t in paragraph.tokens(passage.inner) if not t.is_punct]
    text = paragraph.doc.text[passage.inner[0] - paragraph.span[0] : passage.inner[1] - paragraph.span[0]]
    opens = text[:1].isupper() or text[:1] in "[(…'‘" or text[:1].isdigit()
    verb = any(t.pos_ in {"VERB", "AUX"} for t in words)
    at_start = paragraph.doc.text[: passage.outer[0] - paragraph.span[0]].rstrip()[-1:] in {"", ".", ":", ",", "!", "?", "—", "”", '"'}
    return (len(words) >= 3 and opens and verb and at_start) or (len(words) >= 12 and verb and opens)


def in_marks(paragraph: Paragraph, passages: Sequence[Passage], token: Token) -> bool:
    """Whether a token stands inside quotation marks."""
    at = paragraph.start(token)
    return any(p.outer[0] <= at < p.outer[1] for p in passages)


def _after(paragraph: Paragraph, passages: Sequence[Passage], index: int) -> Iterator[Token]:
    end = passages[index].outer[1]
    limit = passages[index + 1].outer[0] if index + 1 < len(passages) else paragraph.span[1]
    for token in paragraph.tokens((end, limit)):
        if token.text in _STOPS:
            return
        yield token


def _before(paragraph: Paragraph, passages: Sequence[Passage], index: int) -> Iterator[Token]:
    start = passages[index].outer[0]
    limit = passages[index - 1].outer[1] if index else paragraph.span[0]
    tokens = paragraph.tokens((limit, start))
    first = 0
    for k, token in enumerate(tokens):
        if token.text in _STOPS and k + 1 < len(tokens):
            first = k + 1
        elif token.text in _STOPS:
            return
    yield from tokens[first:]


def _follows(after: list[Token], open_end: bool) -> Attribution | None:
    """`…,” X said`, `…,” said X`, `…,” according to X`; behind a comma (``open_end``) any verb of a person: `…,” X sobbed`."""
    if not after or after[0].pos_ in {"CCONJ", "SCONJ"} or after[0].lower_ in {"while", "when", "but", "and", "as", "for", "in", "to"}:
        return None
    if after[0].lower_ == "according" and len(after) > 2:
        return Attribution(after[0], _object_of_to(after), "after", 0.9)
    for k, token in enumerate(after[:_REACH]):
        if token.pos_ in {"VERB", "AUX"} and not is_cue(token):
            aux = token.dep_ in {"aux", "auxpass"} or token.dep_ == "relcl" or token.head.dep_ == "relcl"
            if not aux:
                return _unlisted(token, after) if open_end else None
            continue
        if not is_cue(token) or token.dep_ == "relcl":
            continue
        subject = subject_of(token)
        if subject is None or not any(subject.i == t.i for t in after):
            subject = nearest_noun(after, k)
        return Attribution(token, subject, "after", 0.95 if k < 8 else 0.85) if subject is not None else None
    return None


def _unlisted(verb: Token, after: list[Token]) -> Attribution | None:
    """A verb that is no word of saying, but stands with a person's name right behind "…,”"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    named = subject is not None and subject.i in {t.i for t in after} and (subject.pos_ == "PROPN" or subject.lower_ in {"he", "she"})
    return Attribution(verb, subject, "after", 0.7) if named and verb.tag_ in {"VBD", "VBZ"} else None


def _object_of_to(tokens: list[Token]) -> Token | None:
    nouns = (t for t in tokens[2:] if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ != "compound")
    return next((t for t in tokens[2:] if t.dep_ in {"pobj", "dobj", "nsubj"}), None) or next(nouns, None)


def nearest_noun(tokens: list[Token], k: int) -> Token | None:
    """The head of the noun phrase right behind the cue, else right before it."""
    for side in (tokens[k + 1 :], tokens[:k][::-1]):
        for token in side[:8]:
            if token.pos_ in {"NOUN", "PROPN", "PRON"}:
                while token.head.i in {t.i for t in side} and token.dep_ in {"compound", "amod", "nmod", "poss", "flat"}:
                    token = token.head  # noqa: PLW2901
                return token
            if token.pos_ not in {"DET", "ADJ", "ADV", "PUNCT", "NUM", "PART", "AUX"}:
                break
    return None


def _introduces(before: list[Token]) -> Attribution | None:
    """`X said: “…`, `X said that “…`, `X told reporters, “…`, `a statement from X said “…`, `according to X, “…`."""
    for k in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
        token = before[k]
        if is_cue(token) and token.dep_ not in {"amod"}:
            return Attribution(
                token,
                subject_of(token) or _subject_before(before, k) or _phrase_before(before, k),
                "before",
                0.9 if len(before) - k < 10 else 0.75,
            )
        if token.lower_ == "according":
            return Attribution(token, _object_of_to(before[k:]), "before", 0.85)
    if before and before[-1].text in {":", "—"}:
        return _noun(before) or _colon(before)
    return None


def _subject_before(tokens: list[Token], k: int) -> Token | None:
    return next((t for t in tokens[:k][::-1] if t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _phrase_before(tokens: list[Token], k: int) -> Token | None:
    """The head of the noun phrase right before a cue without a subject: `Speaking in Osterby, X of the night shift said`."""
    while k and (tokens[k - 1].pos_ == "ADV" or tokens[k - 1].text == ","):
        k -= 1
    if not k:
        return None
    token, run = tokens[k - 1], {t.i for t in tokens[:k]}
    while token.dep_ in {"pobj", "prep", "compound", "amod", "relcl"} and token.head.i in run:
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN"} and token.left_edge.i in run else None


def _colon(before: list[Token]) -> Attribution | None:
    """`Merrin was blunt: “…`: the subject of the sentence before a colon speaks."""
    subject = next((t for t in before if t.dep_ in SUBJECTS and t.pos_ in {"PROPN", "PRON", "NOUN"}), None)
    return Attribution(before[-1], subject, "before", 0.6) if subject is not None else None


def _clause(paragraph: Paragraph, passages: Sequence[Passage], index: int) -> Attribution | None:
    """Climb from the passage to the nearest cue that governs it."""
    inside = paragraph.tokens(passages[index].inner)
    if not inside:
        return None
    ids = {t.i for t in inside}
    roots = [t for t in inside if t.head.i not in ids or t.head.i == t.i]
    for root in roots[:2]:
        token, steps = root, 0
        while token.head.i != token.i and steps < 12:
            child, token, steps = token, token.head, steps + 1
            if token.i in ids or in_marks(paragraph, passages, token):
                continue
            lemma = token.lemma_
            if token.lower_ == "according":
                continue
            if child.dep_ == "prep" and child.lower_ in {"for", "over", "after", "about", "by", "with"} and child.i not in ids:
                return None  # the writer's own words on what the cue is about
            if (is_cue(token) or (lemma in ATTITUDE and token.pos_ == "VERB" and not is_passive(token))) and child.dep_ not in {
                "nsubj",
                "relcl",
            }:
                if lemma in NAMING or lemma not in WEAK or child.dep_ in {"ccomp", "dobj", "oprd", "attr", "prep"}:
                    ahead = [t for t in token.sent if t.i < token.i]
                    return Attribution(token, subject_of(token) or _phrase_before(ahead, len(ahead)), "clause", 0.85 if steps < 5 else 0.7)
            elif lemma in NOUNS and token.pos_ == "NOUN" and child.dep_ in {"acl", "prep", "appos", "ccomp", "relcl"}:
                owner = next((c for c in token.children if c.dep_ == "poss"), None)
                if owner is not None:
                    return Attribution(token, owner, "noun", 0.6)
    return None


def _sentence(before: list[Token], after: list[Token]) -> Attribution | None:
    """Any cue of the sentence, nearest first: a fragment late or early in a long sentence."""
    for token in [*reversed(before), *after]:
        if is_cue(token) and token.lemma_ not in WEAK and token.dep_ not in {"amod", "relcl"}:
            subject = subject_of(token)
            if subject is not None:
                return Attribution(token, subject, "sentence", 0.6)
    far = next((t for t in after if t.lower_ == "according"), None)
    if far is not None:
        subject = _object_of_to([t for t in after if t.i >= far.i])
        return Attribution(far, subject, "sentence", 0.6) if subject is not None else None
    return None


def _noun(before: list[Token]) -> Attribution | None:
    """`his remark that “…`, `X's claim of “…`, `the letter: “…`."""
    for token in reversed(before[-10:]):
        lemma = token.lemma_
        if token.pos_ == "NOUN" and lemma in NOUNS:
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            if owner is not None:
                return Attribution(token, owner, "noun", 0.65)
            by = next(
                (g for c in token.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "from", "of"} for g in c.children), None
            )
            if by is not None:
                return Attribution(token, by, "noun", 0.6)
            if lemma in DOCUMENTS and before and before[-1].text == ":":
                return Attribution(token, token, "noun", 0.5)
    return None
