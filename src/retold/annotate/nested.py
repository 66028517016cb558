"""What a speaker quotes of others: marks inside marks, and reported clauses inside what is reported.

Looked for in a finished draft alone, with the tools that find quotations in an article: ``attribute`` and ``type_of`` for a passage in
marks, the verbs of saying for a clause. What stands around the draft is hidden from them, so that its own cue is never taken twice. An
editor takes a nested speaker for a fact: what is denied, asked, imagined or foreseen (`they will say that …`) is no quotation, and a
pronoun that could mean two people means nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..records import Nested, Span, Speaker
from .attribution import Attribution, attribute
from .cues import DOCUMENTS, HEARING, NAMING, SAYING, SPOKESPEOPLE, WEAK
from .drafts import Draft, phrase_of
from .folding import name_key
from .kinds import type_of
from .marks import Passage, find_passages
from .parse import Paragraph
from .roles import BODIES, GENERIC, GROUPS, OFFICES
from .speakers import Resolver
from .statements import according_clause, clause_span, without_that
from .subjects import SUBJECTS, is_cue, is_passive, subject_of
from .tokens import Token

_MARK = re.compile(r"[\"“”„‟«»〝〞＂‘‚‹`]|(?<!\w)['’]|&quot;|â")
_OWN = frozenset({"i", "we", "me", "us"})
_WOMAN, _MAN = frozenset({"she", "her"}), frozenset({"he", "him"})
_UNNAMED = frozenset("they them someone somebody people everyone everybody others many some".split())
"""Subjects of a cue that speak without telling who they are."""
_QUANTITIES = frozenset(
    "lot percent percentage half third quarter majority most number few plenty dozens hundreds thousands millions".split()
)
"""Heads of subjects that tell how many spoke, and not who."""
_NOBODY = frozenset("it this that these those who which what one there nobody anyone anybody none all".split())
"""Subjects that quote nobody (`no one says`), or a thing or the whole world."""
_HEARERS = frozenset("ask tell assure inform remind warn".split())
"""Cues whose object hears."""
_UNSAID = frozenset("never if unless until whether hopefully maybe perhaps probably".split())
_WISHED = frozenset("hope wish fear expect imagine suppose".split())
_AGAINST = frozenset("while whereas though although".split())
_INFERRED = frozenset("suggest indicate signal reveal confirm underline underscore".split())
"""Cues that things, too, are given as subjects (`the results suggest that …`)."""
_RECORDS = frozenset(
    "data figures statistics records numbers indictment law source witness resident aide website estimate count poll".split()
)
_SPEAKING = OFFICES | BODIES | DOCUMENTS | GENERIC | SPOKESPEOPLE | GROUPS | _RECORDS
_BREAKS = frozenset("- – — ; . … ... [".split())
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_NEAR = 20  # characters behind a description in which the body that it belongs to is named
_BETWEEN = 6  # words between a cue and the marks that it introduces
_LEAST = 3  # words of a clause worth reporting


@dataclass(frozen=True)
class _Told:
    """Words inside a draft that somebody is said to have said, before it is known who."""

    span: Span
    cue: Token
    subject: Token | None
    """Head of the noun phrase that speaks; None: it is not told."""
    marked: bool = False


def nest(draft: Draft, resolver: Resolver) -> tuple[Nested, ...]:
    """Find what the speaker of a draft quotes of others inside it, in order of first words, the longer first.

    Words that the speaker said before (`I said then that …`) count, and are the speaker's. Call it when all drafts of the article have
    their speakers: ``resolver`` is asked as if only what stands before the draft had been heard, and is left as it was.
    """
    if draft.type == "other":
        return ()
    text, found = resolver.text, list[Nested]()
    for span in draft.spans:
        paragraph = next(p for p in resolver.paragraphs if p.span[0] <= span[0] < p.span[1])
        cues = [t for t in paragraph.tokens(span) if _says(t) and t is not draft.cue]
        if not cues:
            continue
        passages = find_passages(text, [span])[0] if _MARK.search(text, *span) else []
        marked = list(_marked(paragraph, span, cues, passages))
        reported = (r for r in _reported(paragraph, span, cues, passages, text) if not any(_same(r, m, text) for m in marked))
        found.extend(n for told in (*marked, *reported) if (n := _nested(told, draft, paragraph, resolver)) is not None)
    return tuple(sorted(found, key=lambda n: (n.spans[0][0], -n.spans[-1][1])))


def _says(token: Token) -> bool:
    """Whether a word can introduce speech."""
    return token.lower_ == "according" or (token.tag_.startswith("VB") and token.lemma_ in SAYING)


def _speaks(subject: Token, cue: Token, paragraph: Paragraph, span: Span) -> bool:
    """Whether a subject stands in the quotation, and nobody else between it and its cue: `I met a man who came and said …`."""
    if not (span[0] <= paragraph.start(subject) and paragraph.end(subject) <= span[1]):
        return False
    between = paragraph.doc.tokens[subject.i + 1 : cue.i]
    return subject in cue.children or not any(t.lower_ == "who" and t not in cue.children for t in between)


def _same(clause: _Told, marked: _Told, text: str) -> bool:
    """Whether a clause of the same cue holds nothing but what stands in marks, or a part of it."""
    (start, end), (a, b) = clause.span, marked.span
    outside = text[start : max(start, min(end, a))] + text[min(end, max(start, b)) : end]
    return clause.cue is marked.cue and not any(c.isalnum() for c in outside)


# ------------------------------------------------------------------------------------------ marks inside marks


def _marked(paragraph: Paragraph, span: Span, cues: Sequence[Token], passages: Sequence[Passage]) -> Iterator[_Told]:
    """Passages in marks inside a quotation that a word of saying in the same quotation gives to somebody."""
    before, after = (Passage(inner=s, outer=s) for s in ((paragraph.span[0], span[0]), (span[1], paragraph.span[1])))
    shut = [before, *passages, after]  # so that nothing around the quotation attributes what stands in it
    for n, passage in enumerate(passages, 1):
        found = attribute(paragraph, shut, n)
        if found is None or found.subject is None or found.cue not in cues or not _speaks(found.subject, found.cue, paragraph, span):
            continue
        if _governs(found, passage, paragraph) and _stated(found.cue) and type_of(paragraph, passage, found) != "other":
            yield _Told(passage.inner, found.cue, found.subject, marked=True)


def _governs(found: Attribution, passage: Passage, paragraph: Paragraph) -> bool:
    """Whether a cue surely introduces a passage: right beside it, with at most what it speaks of in between."""
    cue, lemma = found.cue, found.cue.lemma_
    if cue.lower_ == "according":
        return found.how in {"after", "before"}
    if lemma in WEAK and lemma not in NAMING:
        return False
    after = paragraph.start(cue) >= passage.outer[1]
    between = paragraph.tokens((passage.outer[1], paragraph.start(cue)) if after else (paragraph.end(cue), passage.outer[0]))
    if len(between) > _BETWEEN:
        return False
    if after:
        return paragraph.doc.text[passage.inner[1] - paragraph.span[0] - 1] in ",?!" or (bool(between) and between[0].text == ",")
    last = between[-1] if between else cue
    if last.text in {",", ":"}:
        return cue.dep_ != "relcl"
    behind = paragraph.tokens((passage.outer[1], passage.outer[1] + 2))
    if behind and behind[0].pos_ in {"NOUN", "PROPN"}:  # `reports all “significant” changes`
        return False
    if lemma in NAMING:
        return last.lower_ == "as" or not any(t.pos_ in {"ADP", "VERB"} for t in between)
    return (last.lower_ != "to" or lemma in HEARING) and all(t.tag_ == "PRP" or t.lower_ in {"that", "to"} for t in between)


# ------------------------------------------------------------------------------------------ reported clauses


def _reported(paragraph: Paragraph, span: Span, cues: Sequence[Token], passages: Sequence[Passage], text: str) -> Iterator[_Told]:
    """Clauses inside a quotation that a word of saying in the same quotation governs, as far as they stand in it."""
    for cue in cues:
        for clause, subject in _according_to(paragraph, cue) if cue.lower_ == "according" else _governed(paragraph, cue):
            cut = _closed((max(clause[0], span[0]), min(clause[1], span[1])), passages, text)
            tokens = paragraph.tokens(cut)
            if len(tokens) > 1 and tokens[-1].pos_ == "CCONJ":
                cut = cut[0], paragraph.end(tokens[-2])
            if sum(not t.is_punct for t in tokens) >= _LEAST and (subject is None or _speaks(subject, cue, paragraph, span)):
                yield _Told(cut, cue, subject)


def _closed(span: Span, passages: Sequence[Passage], text: str) -> Span:
    """A clause with both marks of a passage that begins in it, and with none of a passage that it does not leave."""
    start, end = span
    for passage in passages:
        (a, b), inner = passage.outer, passage.inner
        if a <= start and end <= b:
            return max(start, inner[0]), min(end, inner[1])
        if start < a < end < b:
            end = b
    while start < end and text[start] in ",;: ":
        start += 1
    return start, end


def _according_to(paragraph: Paragraph, cue: Token) -> Iterator[tuple[Span, Token | None]]:
    return ((clause.span, clause.subject) for clause in according_clause(paragraph, cue))


def _governed(paragraph: Paragraph, cue: Token) -> Iterator[tuple[Span, Token | None]]:
    """The clause that a verb of saying governs, with its subject; a passive that tells who heard it (`we were told that …`) has none."""
    says = is_cue(cue, beside_marks=False) and cue.lemma_ != "wonder"
    heard = not says and cue.lemma_ in HEARING and is_passive(cue)
    asks = cue.lemma_ == "ask"
    clauses = [c for c in cue.children if c.dep_ == "ccomp" and (asks or not _withheld(c, cue))] if says or heard else []
    if not clauses or not _stated(cue):
        return
    subject = (_blamed(cue) or subject_of(cue)) if says else None
    behind = [c for c in clauses if c.i > cue.i]
    spoken_of = any(c.dep_ in {"dobj", "obj"} and (cue.lemma_ not in _HEARERS or c.lower_ == "what") for c in cue.children)
    if spoken_of or (says and subject is None) or not (behind or _parenthetic(cue)):
        return
    clause = (behind or clauses)[0]
    span = clause_span(paragraph, clause, cue)
    broken = any(t.text in _BREAKS for t in paragraph.doc.tokens[cue.i : clause.left_edge.i])
    if span is not None and not broken:
        yield without_that(paragraph, span), subject


def _blamed(cue: Token) -> Token | None:
    """Who said what somebody else judges them by: `they sued her for saying that …`."""
    if cue.dep_ != "pcomp" or cue.head.lower_ != "for":
        return None
    return next((c for c in cue.head.head.children if c.dep_ == "dobj"), None)


def _withheld(clause: Token, cue: Token) -> bool:
    """Whether a clause keeps back what was said (`she explained what they planned`), or is no clause."""
    first = clause.left_edge
    return (clause.tag_ == "VBG" and not _helpers(clause)) or (first.i > cue.i and first.lower_.startswith(("wh", "how")))


def _parenthetic(cue: Token) -> bool:
    """Whether a comma sets cue and subject off from the clause before them: `the bridge is closed, they told us`."""
    first = min([cue, *(c.left_edge for c in cue.children if c.dep_ in SUBJECTS)], key=lambda t: t.i)
    goes_on = cue.i + 1 < len(cue.doc) and cue.nbor(1).pos_ in {"VERB", "AUX", "SCONJ", "DET"}
    return first.i > 0 and first.nbor(-1).text == "," and not goes_on


def _stated(cue: Token) -> bool:
    """Whether a cue tells that something was said: not denied, asked, ordered, imagined or foreseen, and not said just now (`I say`)."""
    if cue.lower_ == "according":
        return True
    if _unreal(cue):
        return False
    subject = next((c for c in cue.children if c.dep_ in SUBJECTS), None)
    if subject is None:  # `they would call us, saying that …`
        if cue.dep_ == "advcl" and cue.tag_ == "VBG" and cue.i and not (cue.nbor(-1).tag_ == "PRP" or cue.nbor(-1).text == ","):
            return False  # `we were hounded by people saying that …`
        above = cue.head.head if cue.head.pos_ == "ADP" else cue.head
        return cue.dep_ not in {"conj", "advcl", "xcomp", "pcomp", "prep"} or not above.tag_.startswith("VB") or not _unreal(above)
    past = cue.tag_ in {"VBD", "VBN"} or any(c.lower_ in {"was", "were", "did"} for c in _helpers(cue))
    return past or subject.lower_ not in _OWN


def _helpers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]


def _unreal(verb: Token) -> bool:
    """Whether a verb tells of what did not happen or not yet, or asks whether it did."""
    helpers = _helpers(verb)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is not None and any(c.i < subject.i for c in helpers):
        return True
    if any(c.tag_ in {"MD", "TO"} or c.lower_ == "to" for c in helpers) or (verb.tag_ == "VB" and not helpers):
        return True
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _WISHED:
        return True
    return any(c.i < verb.i and (c.dep_ == "neg" or c.lower_ in _UNSAID) for c in verb.children)


# ------------------------------------------------------------------------------------------ who says it


def _nested(told: _Told, draft: Draft, paragraph: Paragraph, resolver: Resolver) -> Nested | None:
    """What is told with who says it; None where nobody can be said to."""
    at, subject, speaker = paragraph.start(told.cue), told.subject, None
    voiced = any(a <= at < b for a, b in draft.marked)  # in the speaker's own words, not the writer's
    if not voiced and _of_the_writer(told, at):
        return None
    if subject is not None:
        word = subject.lower_
        if word in _NOBODY or (word == "you" and not told.marked) or (not voiced and word in _OWN | _UNNAMED):
            return None
        if word in _OWN | _WOMAN | _MAN:
            speaker = _pronoun(subject, draft, paragraph, resolver, voiced=voiced)
        elif word not in _UNNAMED | _QUANTITIES | {"you"}:
            speaker = _mentioned(subject, draft, paragraph, resolver)
            if speaker is None or _unfit(speaker, told, draft, resolver):
                return None
    return Nested(spans=(told.span,), speaker=speaker, cue=(at, paragraph.end(told.cue)))


def _of_the_writer(told: _Told, at: int) -> bool:
    """Whether a cue in reported speech may be the writer's own, or another one of the same speaker's.

    `…, according to X` behind it; `…, while Y said that …`; `X said Y had left, saying that …`; `X said Y had left and warned that …`.
    """
    cue = told.cue
    if cue.lower_ == "according":
        return told.span[0] < at
    if not any(c.dep_ in SUBJECTS for c in cue.children) and (cue.dep_ == "conj" or (cue.dep_ == "advcl" and cue.tag_ == "VBG")):
        return True
    return cue.dep_ == "advcl" and any(c.lower_ in _AGAINST for c in cue.children)


def _unfit(speaker: Speaker, told: _Told, draft: Draft, resolver: Resolver) -> bool:
    """Whether it is no speaker: a thing that lets infer, somebody named in what is told, the draft's speaker taken in by mistake."""
    if draft.speaker is not None and speaker.canonical == draft.speaker.canonical:
        return True
    if speaker.span is not None and told.span[0] <= speaker.span[0] < told.span[1]:
        return True
    heads = {told.subject.lower_, told.subject.lemma_} if told.subject is not None else set[str]()
    if any(n.span == speaker.span for n in resolver.names.names) or heads & _SPEAKING:
        return False
    return told.cue.lemma_ in _INFERRED or told.cue.lower_ == "according" or not any(c.isalnum() for c in speaker.name)


def _mentioned(subject: Token, draft: Draft, paragraph: Paragraph, resolver: Resolver) -> Speaker | None:
    """Whom a name or a description means; a description means a name only if nobody else in the article can be meant, else itself."""
    then = replace(resolver, heard=[h for h in resolver.heard if h[0] < draft.spans[0][0]])
    start, end = phrase_of(subject, paragraph, resolver.names)
    speaker = then.resolve((start, end))
    if speaker is None or speaker.span != (start, end):
        return speaker
    meant, names = speaker.canonical, resolver.names
    if meant in speaker.name or subject.lower_ in name_key(meant):
        return speaker
    if any(n.canonical == meant and start <= n.span[0] < end + _NEAR for n in names.names):
        return speaker
    holders = {a.canonical for a in names.aliases if a.kind == "person" and any(_office(r) == subject.lower_ for r in a.roles)}
    return speaker if holders == {meant} else Speaker(name=speaker.name, canonical=_ARTICLE.sub("", speaker.name), span=speaker.span)


def _office(role: str) -> str:
    """The noun of a role: `leader` of "North Korean leader", `chairman` of "chairman of the harbour board"."""
    words = re.split(r"\s(?:of|for|to|at|in)\s", role, maxsplit=1)[0].lower().split()
    return words[-1] if words else ""


def _pronoun(subject: Token, draft: Draft, paragraph: Paragraph, resolver: Resolver, *, voiced: bool) -> Speaker | None:
    """Whom I or we, he or she means: the speaker, or the one other person named before it in the quotation."""
    at, word, outer = paragraph.start(subject), subject.lower_, draft.speaker.canonical if draft.speaker else None
    canonical = outer
    if word not in _OWN:
        names = resolver.names
        wrong = names.male if word in _WOMAN else names.female
        fitting = {n.canonical for n in names.names if n.kind == "person"} - wrong
        named = {n.canonical for n in names.names if draft.spans[0][0] <= n.span[0] < at} & fitting - {outer}
        if voiced:  # he or she is somebody else
            canonical = named.pop() if len(named) == 1 else None
        elif named or outer not in fitting:
            canonical = None
    return Speaker(name=subject.text, canonical=canonical, span=(at, paragraph.end(subject))) if canonical else None
