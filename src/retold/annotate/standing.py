"""How real a deed is said to be: done, ahead, possible, wished, asked, under a condition; negated or not; hedged by which word.

A verb has it from its own auxiliaries, else from what governs it ("agreed to", "the plan to", "likely to", "without"), else from the
verb that it is joined to by "and". A noun has it from the verb or noun whose object it is ("called for the release of").
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from .base_forms import base_form
from .tokens import Token

Kind = Literal["done", "going on", "ahead", "possible", "duty", "wish", "asked", "condition"]


class Standing(NamedTuple):
    """How real a deed is."""

    kind: Kind = "done"
    negated: bool = False
    hedge: Token | None = None


class _Governs(NamedTuple):
    """What a word makes of the deed that it governs."""

    kind: Kind | None
    """None: as real as the governing deed itself."""
    negated: bool = False
    hedged: bool = False


def _table(**lines: str) -> dict[str, _Governs]:
    kinds: dict[str, _Governs] = {
        "ahead": _Governs("ahead"),
        "possible": _Governs("possible"),
        "duty": _Governs("duty"),
        "wish": _Governs("wish"),
        "asked": _Governs("asked"),
        "alike": _Governs(None),
        "hedged": _Governs(None, hedged=True),
        "negated": _Governs(None, negated=True),
        "impossible": _Governs("possible", negated=True),
        "likely": _Governs("ahead", hedged=True),
        "unlikely": _Governs("ahead", negated=True, hedged=True),
    }
    return {word: kinds[kind] for kind, words in lines.items() for word in words.split()}


VERBS: Final = _table(
    ahead="""plan agree vow pledge promise expect intend decide prepare threaten schedule slate go aim commit resolve elect move be opt
    offer volunteer swear anticipate project predict forecast tip poise undertake determine choose consent guarantee due bind
    vote""",
    possible="""try attempt struggle allow permit enable seek consider mull contemplate weigh discuss fear worry risk debate authorise
    authorize""",
    duty="have need require oblige force ought must",
    wish="want hope wish like desire love prefer long yearn",
    asked="""ask urge demand request beg press push encourage invite advise order instruct tell call recommend appeal plead implore lobby
    pressure warn propose suggest petition insist command mandate direct""",
    alike="""continue begin start keep resume help manage use proceed get come cause lead prompt make dare admit acknowledge confess
    persuade convince inspire drive provoke pay""",
    hedged="appear seem accuse suspect purport claim allege charge",
    negated="fail refuse decline deny cease stop quit neglect omit avoid abstain refrain forget prevent bar ban prohibit forbid block stem",
)
"""Governing verbs; where a verb has two readings, the one before an infinitive or -ing."""
_CLAUSES: Final = _table(
    wish="hope wish",
    possible="fear worry",
    ahead="threaten",
    negated="deny",
    hedged="appear seem",
    asked="demand urge request recommend propose order require insist ask suggest",
)
"""Governing verbs before "that"."""
_PASSIVES: Final = _table(
    ahead="set bind slate suppose",
    hedged="believe say report think understand allege rumour rumor consider claim presume assume estimate",
)
"""Governing verbs in the passive: "is said to have"."""
_OBJECTS: Final = _table(
    ahead="plan threaten promise pledge vow schedule announce prepare expect anticipate",
    possible="consider fear attempt mull discuss weigh contemplate propose risk debate plot offer",
    wish="want seek desire",
    asked="demand urge request order recommend propose",
    negated="deny",
    hedged="allege suspect",
    impossible="prevent avoid avert cancel block foil thwart postpone reject oppose abandon scrap",
    alike="""carry launch make conduct stage hold mount commit perform issue impose undertake give take begin start continue deliver face
    suffer undergo resume stop end halt lead order have open sustain sign reach announce complete""",
)
"""Verbs whose object is a deed."""
LIGHT: Final = frozenset(
    """carry launch make conduct stage hold mount commit perform issue impose undertake give take begin start continue deliver have
    order lead resume sign reach announce""".split()
)
"""Verbs whose subject does the deed that is their object: `launched an attack`."""
_NOUNS: Final = _table(
    ahead="""plan decision agreement promise vow pledge intention threat commitment willingness preparation readiness offer pact deal
    warning
    resolve move right""",
    possible="""attempt bid effort possibility risk prospect fear chance proposal ability opportunity likelihood danger power authority
    permission""",
    wish="hope desire wish",
    asked="call demand request appeal order plea pressure petition application",
    hedged="allegation claim suspicion charge accusation rumour rumor",
    negated="failure refusal lack denial absence",
)
"""Nouns before "to …", "of …" or "for …"."""
_ADJECTIVES: Final = _table(
    ahead="due set ready poised certain sure bound prepared expected scheduled going",
    possible="able willing free eager open possible easy difficult hard",
    likely="likely",
    unlikely="unlikely",
    impossible="unable unwilling reluctant impossible",
    duty="necessary obliged required",
)
_BEHIND: Final[dict[tuple[str, str], _Governs]] = {
    **{(verb, "for"): _Governs("asked") for verb in "call ask appeal push press plead beg lobby campaign argue".split()},
    **{(verb, "to"): _Governs("ahead") for verb in "agree commit consent".split()},
    **{(verb, "for"): _Governs("ahead") for verb in "plan prepare wait hope schedule".split()},
    **{(verb, "of"): _Governs(None, hedged=True) for verb in "accuse suspect".split()},
    ("charge", "with"): _Governs(None, hedged=True),
    ("threaten", "with"): _Governs("ahead"),
    ("hope", "for"): _Governs("wish"),
    **{(verb, "from"): _Governs("possible", negated=True) for verb in "prevent stop ban bar keep block prohibit refrain deter".split()},
    ("stop", "of"): _Governs(None, negated=True),
    ("fall", "of"): _Governs(None, negated=True),
}
"""Verbs with the preposition before a deed."""
_MODALS: Final[dict[str, Kind]] = {
    **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo"), "ahead"),
    **dict.fromkeys(("may", "might", "could", "can", "ca", "would", "'d", "’d"), "possible"),
    **dict.fromkeys(("must", "should", "ought", "need"), "duty"),
}
_WOULD: Final = frozenset({"would", "'d", "’d"})
_BE: Final = frozenset("is are was were am be been being 's ’s 're ’re 'm ’m".split())
_CONDITIONS: Final = frozenset({"if", "unless", "provided"})
_NOBODY: Final = frozenset("nobody nothing none neither no-one".split())
_NEVER: Final = frozenset("never hardly scarcely barely nowhere neither nor".split())
HEDGES: Final = frozenset(
    """reportedly allegedly apparently possibly probably perhaps maybe presumably purportedly seemingly supposedly likely ostensibly
    potentially evidently""".split()
)
_HEDGING: Final = frozenset("alleged suspected apparent purported reported rumoured rumored supposed presumed likely claimed".split())
_AHEAD_ADJECTIVES: Final = frozenset(
    "planned proposed upcoming future scheduled forthcoming impending imminent threatened promised next".split()
)
_POSSIBLE_ADJECTIVES: Final = frozenset("possible potential attempted hypothetical eventual".split())
_HAPPEN: Final = frozenset("take happen occur begin start come continue proceed go".split())
_PLAIN = Standing()
_DEEP = 8  # governors above a deed


class Judge:
    """Tells the standing of deeds of one article; what it has told it remembers."""

    def __init__(self) -> None:
        self._told: dict[Token, Standing] = {}

    def verb(self, verb: Token, depth: int = 0) -> Standing:
        """The standing of a verb."""
        known = self._told.get(verb)
        if known is None:
            known = self._told[verb] = self._verb(verb, depth) if depth < _DEEP else _PLAIN
        return known

    def noun(self, noun: Token, depth: int = 0) -> Standing:
        """The standing of a noun that stands for a deed."""
        known = self._told.get(noun)
        if known is None:
            known = self._told[noun] = self._noun(noun, depth) if depth < _DEEP else _PLAIN
        return known

    def _verb(self, verb: Token, depth: int) -> Standing:
        own, negated, hedge, to, subject = _own(verb)
        if own is None or to:
            above = self._governed(verb, to, depth)
            if above is None and verb.dep_ == "conj" and not subject:
                above = self._joined(verb, own is not None, depth)
            if above is not None:
                kind = own if own is not None and above.kind == "done" else above.kind
                return Standing(kind, negated != above.negated, hedge or above.hedge)
            if to:  # a headline's "Orr to resign"; "sailed to warn"; "a chance to sail"
                own = own or (
                    "ahead"
                    if subject
                    else "wish"
                    if verb.dep_ == "advcl" or verb.head.lower_ == "order"
                    else "possible"
                    if verb.dep_ in {"acl", "relcl"}
                    else None
                )
            elif verb.tag_ == "VB" and not subject and verb.dep_ == "ROOT":
                own = "asked"
        else:
            above = self._clause(verb, depth)
            if above is not None:
                return Standing(own, negated != above.negated, hedge or above.hedge)
        return Standing(own or "done", negated, hedge)

    def _governed(self, verb: Token, to: bool, depth: int) -> Standing | None:
        """What governs a verb without auxiliaries of its own makes of it; None: nothing does."""
        head, relation = verb.head, verb.dep_
        if relation == "pcomp":
            return self._behind(head, depth)
        if head is verb or relation not in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
            return None
        if relation == "ccomp" and not to and verb.tag_ != "VBG":
            return self._clause(verb, depth)
        if relation in {"acl", "relcl"} or head.pos_ in {"NOUN", "PROPN"}:
            purpose = head.lower_ == "order" and head.head.lower_ == "in"  # "in order to"
            found = _NOUNS.get(base_form(head.lower_, head.tag_)) if to and not purpose else None
            if to and found is None and head.dep_ == "ROOT":
                return Standing("ahead")  # the headline "Orr to resign"
            return self._apply(found, head, _PLAIN) if found is not None else None
        if head.pos_ in {"VERB", "AUX"}:
            return self._infinitive(verb, to, depth) if to or verb.tag_ in {"VBG", "VB"} else None
        found = _ADJECTIVES.get(head.lower_) if to and head.pos_ in {"ADJ", "ADV"} else None
        return self._apply(found, head, self.verb(head.head, depth + 1)) if found is not None else None

    def _infinitive(self, verb: Token, to: bool, depth: int) -> Standing | None:
        """What a verb makes of the infinitive or -ing behind it: `agreed to sail`, `denied sailing`."""
        head = verb.head
        lemma = base_form(head.lower_, head.tag_)
        found = (_PASSIVES.get(lemma) if head.tag_ == "VBN" else None) or VERBS.get(lemma)
        if found is not None:
            purpose = verb.dep_ == "advcl" and not (to and found.kind in {"ahead", "asked"} and lemma not in {"be", "go", "move"})
            going = lemma == "go" and not (head.tag_ == "VBG" and to)
            if not (purpose or going or (lemma == "have" and not to)):
                return self._apply(found, head, self.verb(head, depth + 1))
        return self.verb(head, depth + 1) if verb.dep_ == "xcomp" and not to else None

    def _clause(self, verb: Token, depth: int) -> Standing | None:
        """What a verb before "that" makes of the clause behind it."""
        if verb.dep_ != "ccomp" or verb.head.pos_ not in {"VERB", "AUX"} or verb.head.i > verb.i:
            return None
        found = _CLAUSES.get(base_form(verb.head.lower_, verb.head.tag_))
        if found is None or (found.kind == "asked" and verb.tag_ != "VB"):
            return None
        return self._apply(found, verb.head, self.verb(verb.head, depth + 1))

    def _behind(self, preposition: Token, depth: int) -> Standing | None:
        """What a preposition, with the word it hangs on, makes of the deed behind it: `without firing`, `accused of stealing`."""
        word, head = preposition.lower_, preposition.head
        if word == "without" or (word == "of" and head.lower_ == "instead") or (word == "than" and head.lower_ == "rather"):
            return Standing(negated=True)
        lemma = base_form(head.lower_, head.tag_)
        if head.pos_ == "VERB":
            found = _BEHIND.get((lemma, word))
            return self._apply(found, head, self.verb(head, depth + 1)) if found is not None else None
        found = _NOUNS.get(lemma) if head.pos_ == "NOUN" and word in {"of", "for", "to", "at", "on", "against"} else None
        return self._apply(found, head, _PLAIN) if found is not None else None

    def _apply(self, found: _Governs, governor: Token, above: Standing) -> Standing:
        kind = above.kind if found.kind is None or above.kind in {"possible", "wish", "condition", "asked", "duty"} else found.kind
        return Standing(kind, found.negated != above.negated, above.hedge or (governor if found.hedged else None))

    def _joined(self, verb: Token, progressive: bool, depth: int) -> Standing | None:
        """What a verb behind "and" shares with the one before it: `will meet and sign`."""
        head = verb.head
        if head.pos_ not in {"VERB", "AUX"} or progressive:
            return None
        if verb.tag_ in {"VBD", "VBZ", "VBP"}:
            return Standing(negated=True) if any(_is_none(c) for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}) else None
        if verb.tag_ != head.tag_ and not (verb.tag_ == "VBN" and head.tag_ == "VB"):
            return None
        first = self.verb(head, depth + 1)
        carries = any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.children)
        governed = head.dep_ in {"xcomp", "pcomp", "advcl"} and first.negated and not any(c.dep_ == "neg" for c in head.children)
        return Standing(first.kind, first.negated and (carries or governed), first.hedge)

    def _noun(self, noun: Token, depth: int) -> Standing:
        kind: Kind | None = None
        negated, hedge = False, None
        for child in noun.children:
            word = child.lower_
            if child.dep_ in {"amod", "compound"}:
                hedge = child if word in _HEDGING else hedge
                kind = "ahead" if word in _AHEAD_ADJECTIVES else "possible" if word in _POSSIBLE_ADJECTIVES else kind
            elif child.dep_ == "det" and word == "no":
                negated = True
        above = self._noun_governed(noun, depth)
        if above is None:
            return Standing(kind or "done", negated, hedge)
        return Standing(kind or above.kind, negated != above.negated, hedge or above.hedge)

    def _noun_governed(self, noun: Token, depth: int) -> Standing | None:
        head, relation = noun.head, noun.dep_
        if relation == "conj" and head.pos_ == "NOUN":
            return self._noun_governed(head, depth + 1) if depth < _DEEP else None
        if head.pos_ in {"VERB", "AUX"}:
            lemma = base_form(head.lower_, head.tag_)
            if relation in {"dobj", "nsubjpass"}:
                found = _OBJECTS.get(lemma)
                return self._apply(found, head, self._but_one_no(head, noun, depth)) if found is not None else None
            if (relation == "nsubj" and lemma in _HAPPEN) or (relation == "attr" and lemma == "be"):
                return self._but_one_no(head, noun, depth)
        return self._behind(head, depth) if relation == "pobj" else None

    def _but_one_no(self, verb: Token, noun: Token, depth: int) -> Standing:
        """The standing of the verb of which a noun is subject or object; the noun's own "no" has been counted there already."""
        found = self.verb(verb, depth + 1)
        doubled = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
        return found._replace(negated=False) if doubled else found


def _own(verb: Token) -> tuple[Kind | None, bool, Token | None, bool, bool]:
    """What the words of a verb's own clause say: kind, negated, hedge; whether it has "to" and a subject."""
    kind: Kind | None = None
    negated = to = subject = condition = False
    hedge: Token | None = None
    for child in verb.children:
        relation, word = child.dep_, child.lower_
        if relation in {"aux", "auxpass"}:
            if word == "to":
                to = True
            elif word in _MODALS:
                kind = _MODALS[word] if word not in _WOULD or not _reported(verb) else "ahead"
            elif kind is None and verb.tag_ == "VBG" and word in _BE:
                kind = "going on"
        elif relation == "neg" or (relation == "advmod" and word in _NEVER) or (relation == "preconj" and word == "neither"):
            negated = True
        elif relation == "advmod":
            hedge = child if word in HEDGES and child.i < verb.i + 2 else hedge
            negated = negated or (word == "longer" and any(c.lower_ == "no" for c in child.children))
        elif relation in {"nsubj", "nsubjpass", "dobj", "attr", "csubj"}:
            subject = subject or relation[1:5] == "subj"
            negated = negated or _is_none(child)
        elif relation in {"mark", "advmod"}:
            condition = condition or word in _CONDITIONS
            if word == "whether":
                kind = kind or "possible"
    return ("condition" if condition else kind), negated, hedge, to, subject


def _is_none(noun: Token) -> bool:
    """Whether a noun group says that there is none: "nobody", "no one", "no ferry"."""
    return noun.lower_ in _NOBODY or any(c.lower_ == "no" and c.i < noun.i for c in noun.children)


def _reported(verb: Token) -> bool:
    """Whether a clause is told by a verb of saying before or behind it: its "would" was a "will"."""
    return verb.dep_ == "ccomp" and verb.head is not verb and verb.head.pos_ == "VERB"
