"""What a marked passage is: speech, or something else in quotation marks (a scare quote, a title, a nickname, a term)."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import QuotationType
from .attribution import Attribution, is_whole
from .cues import ATTITUDE, NAMING, NOT_SPEECH_BEFORE, SAYING, WEAK
from .marks import Passage
from .parse import Paragraph
from .tokens import Token

_SHORT = 5  # words
_IDEAS = frozenset("concept teaching notion idea principle doctrine theory rule practice policy crime offence offense".split())
_ON_AIR = frozenset("on show program programme series film movie song album book novel column segment podcast".split())


def type_of(paragraph: Paragraph, passage: Passage, attribution: Attribution | None) -> QuotationType:
    """Tell speech from other uses of quotation marks by the words around them and by what governs them."""
    words = [t for t in paragraph.tokens(passage.inner) if not t.is_punct]
    before = [t for t in paragraph.doc if paragraph.end(t) <= passage.outer[0]][-6:]
    if not words:
        return "other"
    beside = attribution is not None and attribution.how in {"after", "before"}
    if not beside and _title_of_work(paragraph, passage, before) and _in_plain_line(paragraph, passage, words):
        return "other"
    if is_whole(paragraph, passage) and len(words) > _SHORT:
        return "speech"
    if _announced(before) or _title_of_work(paragraph, passage, before) or _inside_name(paragraph, passage, words, before):
        return "other"
    if attribution is None:
        finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in words)
        line = passage.outer[0] == paragraph.span[0] and len(words) > 2 and _stopped(paragraph, passage)
        return "speech" if len(words) > _SHORT or (finite and len(words) >= 4) or line else "other"
    return "other" if _set_off(paragraph, passage, attribution, words, before) else "speech"


def _in_plain_line(paragraph: Paragraph, passage: Passage, words: Sequence[Token]) -> bool:
    """Whether capitals tell something: three of the marked words or more are set in them, and the line around is not."""
    around = [t for t in paragraph.doc if t.is_alpha and t.is_lower and not passage.outer[0] <= paragraph.start(t) < passage.outer[1]]
    return not paragraph.title and len(around) > 3 and sum(t.text[:1].isupper() for t in words) > 2


def _stopped(paragraph: Paragraph, passage: Passage) -> bool:
    return paragraph.doc.text[: passage.inner[1] - paragraph.span[0]][-1:] in {".", "!", "?", ",", "…"}


def _set_off(paragraph: Paragraph, passage: Passage, attribution: Attribution, words: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether the marks of a passage beside a cue set off a byname, a label or a belief in one word rather than words said."""
    how, lemma = attribution.how, attribution.cue.lemma_
    if how != "after" and not paragraph.title and _term(words):
        return True
    if how in {"after", "before"} and len(words) > 2:
        return False
    if lemma in NAMING and len(words) <= 4 and (_nickname(words) or _epithet(attribution, before)):
        return True
    if lemma in ATTITUDE and lemma not in SAYING:
        return len(words) == 1
    if how in {"sentence", "before"} and len(words) <= 3 and _is_label(paragraph, passage):
        return True
    return how == "clause" and lemma in WEAK and lemma not in NAMING and len(words) <= 2


def _announced(before: Sequence[Token]) -> bool:
    """`so-called “x”`, `known as “x”`, `the term “x”`, `the concept of “x”`."""
    words = [t.lower_ for t in before]
    if len(words) > 1 and words[-1] in {"the", "a", "an"} and words[-2] in {"nicknamed", "titled", "entitled", "termed", "named"}:
        return True
    last = words[-2:]
    if not last:
        return False
    if last in (["which", "means"], ["translates", "as"], ["known", "as"]):
        return True
    if last[-1] in {"of", "as"} and len(last) > 1:
        return last[0] in (NOT_SPEECH_BEFORE - {"called", "dubbed"}) | _IDEAS
    return last[-1] in NOT_SPEECH_BEFORE - {"called", "phrase"}


def _title_of_work(paragraph: Paragraph, passage: Passage, before: Sequence[Token]) -> bool:
    """Capitalised words right behind a broadcaster, an author or the name of a kind of work: `on NBC’s “Morning Table”`."""
    words = [t for t in paragraph.tokens(passage.inner) if t.is_alpha]
    content = [t for t in words if len(t.text) > 3]
    if not content or len(words) > 10 or not all(t.text[0].isupper() for t in content):
        return False
    if any(t.tag_ in {"VBD", "VBZ", "VBP"} and t.text[0].islower() for t in words):
        return False
    last = before[-1] if before else None
    if last is None:
        return False
    return (
        last.tag_ == "POS"
        or last.text in {"'", "’"}
        or last.lower_ in _ON_AIR | {"the", "a", "’s", "'s", "titled", "entitled", ":"}
        or len(words) > 1
    )


def _inside_name(paragraph: Paragraph, passage: Passage, words: Sequence[Token], before: Sequence[Token]) -> bool:
    """A byname between given name and surname: `Jan “Tuba” Holm`."""
    behind = paragraph.doc.text[passage.outer[1] - paragraph.span[0] :]
    named = bool(before) and before[-1].text[:1].isupper() and before[-1].is_alpha and behind[:1] == " " and behind[1:2].isupper()
    return named and len(words) <= 3 and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in words)


def _term(words: Sequence[Token]) -> bool:
    """A name for a thing in capitals: “Green Harbour Plan”."""
    content = [t for t in words if len(t.text) > 3]
    return 2 <= len(content) <= 4 and all(t.text[0].isupper() for t in content) and not any(t.pos_ in {"PRON", "AUX"} for t in words)


def _nickname(words: Sequence[Token]) -> bool:
    return all(t.text[:1].isupper() for t in words)


def _epithet(attribution: Attribution, before: Sequence[Token]) -> bool:
    """`mocked Quist as “small”`: a byname given to a person, not a judgement on a thing."""
    named = any(c.dep_ in {"dobj", "pobj"} and c.ent_type_ == "PERSON" for c in attribution.cue.subtree if c.i > attribution.cue.i)
    return named and any(t.lower_ == "as" for t in before[-3:])


def _is_label(paragraph: Paragraph, passage: Passage) -> bool:
    """A noun phrase set in marks as a name for a thing: `a special “quiet zone”`, `the “orphan streets” of`."""
    words = [t for t in paragraph.tokens(passage.inner) if not t.is_punct]
    if not words or any(t.pos_ in {"VERB", "AUX", "PRON", "ADV", "ADP"} for t in words):
        return False
    behind = next((t for t in paragraph.doc if paragraph.start(t) >= passage.outer[1]), None)
    head = words[-1]
    if head.pos_ not in {"NOUN", "PROPN"} and not (behind is not None and behind.pos_ in {"NOUN", "PROPN"}):
        return False
    before = next((t for t in reversed(list(paragraph.doc)) if paragraph.end(t) <= passage.outer[0]), None)
    if before is None or before.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "PART"}:
        return False
    role = head.dep_ if head.head.i not in {t.i for t in words} else words[0].dep_
    governor = head.head
    return role in {"dobj", "pobj", "nsubj", "nsubjpass", "compound", "amod", "conj"} and governor.lemma_ not in SAYING
