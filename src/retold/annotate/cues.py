"""The words that introduce speech: verbs of saying, of naming, of holding an attitude, and nouns for things said.

Lemmas in lower case. Written for news English; ``docs/architecture.md`` tells how to add one.
"""

from __future__ import annotations

from typing import Final

_SAYING = """
say tell add ask reply answer respond write tweet retweet post announce declare state note claim argue warn insist admit
acknowledge confirm deny explain remark comment observe recall report repeat reiterate stress emphasize emphasise
underline underscore urge suggest propose promise pledge vow threaten boast joke quip shout yell whisper cry exclaim mutter
continue conclude concede contend assert maintain allege affirm clarify caution predict read quote cite reveal disclose
complain lament protest object counter retort interject conclude testify swear telephone text email advise inform
assure signal demand call describe accuse blame brand label dub denounce condemn criticize criticise slam blast praise
hail welcome reject dismiss mock hint indicate pronounce proclaim profess recount relate narrate muse opine agree disagree
appeal plead beg implore lecture scold chide rebuke fume rail rant recommend refer speculate summarize summarise sum
characterize characterise liken compare offer express voice echo wonder estimate caption sing chant greet apologize apologise
tout trumpet decry deplore deride portray cast invoke elaborate chime teach preach order instruct rule find deem judge
request invite discuss mention point laugh sigh snap grumble chuckle groan gasp growl stammer thank congratulate
"""
SAYING: Final = frozenset(_SAYING.split())
"""Verbs whose subject says what follows or precedes."""

NAMING: Final = frozenset(
    """call describe brand label dub refer characterize characterise denounce condemn hail praise mock welcome dismiss portray cast
    tout deride liken compare slam blast deem judge""".split()
)
"""Verbs of saying that give something a name or a judgement ("called it “unfair”", "dismissed it as “noise”")."""

WEAK: Final = frozenset(
    """call find rule order read discuss mention point offer cast relate sing express text post post cite order point refer compare invite
    request agree object hail rail judge deem teach continue indicate sum find signal laugh sigh snap grumble chuckle groan gasp growl
    stammer thank congratulate""".split()
)
"""Verbs of saying that mostly mean something else: they count as cues only beside a quotation, not for indirect speech."""

HEARING: Final = frozenset("tell ask inform assure advise remind warn notify instruct order urge".split())
"""Verbs of saying whose passive has the hearer for its subject ("he was told")."""

ATTITUDE: Final = frozenset(
    """hope want believe think plan expect intend fear wish feel consider suspect doubt know prefer desire aim seek worry assume
    decide refuse hold regret suppose""".split()
)
"""Verbs that attribute a belief, hope, plan or intention."""

NOUNS: Final = frozenset(
    """statement remark comment tweet post letter claim warning report message speech interview note email memo reply answer
    response announcement declaration accusation argument question slogan chant testimony complaint order decree ruling indictment
    affidavit release caption headline translation text words call offer demand pledge promise vow threat address remarks
    comments lecture sermon""".split()
)
"""Nouns for things said: "in a statement: “…”"."""

DOCUMENTS: Final = frozenset(
    """statement letter report tweet post email memo order decree ruling indictment affidavit release document filing lawsuit complaint
    text note message article editorial transcript resolution communique communiqué bulletin advisory notice account study paper
    survey sign banner headline caption announcement declaration""".split()
)
"""Things written that can themselves be said to say ("the letter says")."""

SPOKESPEOPLE: Final = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen representative official statement rep".split())
"""Unnamed persons who speak for a body."""

NOT_SPEECH_BEFORE: Final = frozenset(
    "so-called dubbed nicknamed titled entitled called named termed known term word phrase concept slogan nickname motto hashtag".split()
)
"""Words that, right before the marks, announce a title, a term or a nickname."""
