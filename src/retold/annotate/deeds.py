"""Nouns that stand for what somebody does or what happens: `arrest`, `the military's abduction of`, `the ferry's collapse`."""

from __future__ import annotations

import functools
from typing import Final

_DONE_TO = """
abduction arrest assassination burial capture conviction deportation detention dismissal ejection eviction execution expulsion
extradition hijacking hospitalisation hospitalization impeachment imprisonment indictment injury jailing kidnapping killing lynching
murder nomination ouster ousting overthrow poisoning prosecution rape release removal rescue sacking seizure sentencing shooting
suspension toppling torture trial appointment demolition destruction evacuation ban closure creation launch construction
cancellation repeal rejection approval adoption passage purchase sale theft acquisition takeover bombing shutdown freeze misuse
harassment hiring firing birth
"""
_DONE_BY = """
airstrike blast bailout divorce exchange exit hack handover layoff lockdown marriage merger outbreak sanction
spending stampede swap tour travel trip
abuse accord accusation admission advance agreement aid allegation ambush announcement apology appeal application argument arrival
ascent assault assessment attack attempt backing battle bid blockade boycott breach bribery call campaign ceasefire celebration
challenge charge claim clash collapse comeback comment complaint condemnation confession confirmation conquest cooperation
counterattack coup crackdown crash criticism death deal debate decision decline defeat defection defence defense delay demand
demonstration denial departure deployment descent detonation disappearance disclosure discovery discussion dispute drop effort
election emergence endorsement entry eruption escalation escape expansion explosion export failure fall fight fire flight fraud
funding growth halt hearing help hit impact import incursion inquiry inspection insult interference intervention interview invasion
investigation investment involvement landing lawsuit leak loss march massacre meeting mobilization mobilisation move mutiny
negotiation objection occupation offensive offer opposition order pact participation pause payment pledge pleading plea plot
possession pressure probe promise proposal protest pullout punishment pursuit push raid rally reaction rebellion recall recovery
reduction refusal regret reply request resignation resistance response retaliation retirement retreat return review revolt riot rise
robbery rollout ruling sabotage search settlement shelling slump spill split spread stabbing strike struggle suicide summit support
surge surrender surveillance survival talk test testimony threat transfer treatment treaty truce uprising use verdict victory
violation violence visit vote vow walkout war warning win withdrawal
"""
_HAPPENS = frozenset(
    """accident advance arrival ascent battle ceasefire clash collapse comeback confession crash death decline defeat defection departure
    descent disappearance drop emergence eruption escalation escape explosion failure fall fire flight growth landing loss meeting
    mutiny rally rebellion recovery resignation retirement retreat return revolt riot rise slump spread suicide summit surge
    surrender survival talk uprising victory visit war win withdrawal election march protest strike resistance
    expansion""".split()
)
"""Those whose "of X" is who does it: "the fall of the ferry line"."""
_IRREGULAR: Final = dict(
    pair.split(":")
    for pair in """abduction:abduct accusation:accuse admission:admit advance:advance agreement:agree allegation:allege
    announcement:announce apology:apologize appointment:appoint approval:approve arrival:arrive assassination:assassinate bombing:bomb
    burial:bury closure:close collapse:collapse conquest:conquer conviction:convict creation:create death:die decision:decide
    defence:defend defense:defend demonstration:demonstrate denial:deny departure:depart destruction:destroy detention:detain
    disappearance:disappear dismissal:dismiss disclosure:disclose discovery:discover election:elect emergence:emerge entry:enter
    eruption:erupt execution:execute explosion:explode expulsion:expel failure:fail fall:fall flight:flee growth:grow hijacking:hijack
    invasion:invade jailing:jail kidnapping:kidnap killing:kill landing:land loss:lose lynching:lynch meeting:meet negotiation:negotiate
    objection:object offensive:attack ouster:oust ousting:oust payment:pay plea:plead poisoning:poison proposal:propose purchase:purchase
    reaction:react reduction:reduce refusal:refuse rejection:reject removal:remove resignation:resign retaliation:retaliate response:respond
    sacking:sack sale:sell seizure:seize sentencing:sentence shooting:shoot shelling:shell stabbing:stab survival:survive suspension:suspend
    takeover:take testimony:testify theft:steal toppling:topple treatment:treat trial:try violation:violate warning:warn
    withdrawal:withdraw shutdown:shut lockdown:lock handover:hand harassment:harass outbreak:break marriage:marry merger:merge
    firing:fire hiring:hire spending:spend birth:bear ceasefire:cease pullout:pull crackdown:crack lawsuit:sue airstrike:strike
    backing:back hearing:hear acquisition:acquire adoption:adopt application:apply argument:argue assessment:assess cancellation:cancel
    complaint:complain condemnation:condemn confirmation:confirm construction:build demolition:demolish deployment:deploy
    deportation:deport detonation:detonate discussion:discuss ejection:eject endorsement:endorse eviction:evict evacuation:evacuate
    expansion:expand extradition:extradite impeachment:impeach imprisonment:imprison incursion:invade indictment:indict injury:injure
    inquiry:inquire inspection:inspect interference:interfere intervention:intervene investigation:investigate investment:invest
    involvement:involve mobilization:mobilize mobilisation:mobilise nomination:nominate occupation:occupy opposition:oppose
    participation:participate prosecution:prosecute punishment:punish pursuit:pursue recovery:recover resistance:resist
    retirement:retire robbery:rob ruling:rule settlement:settle statement:state victory:win""".split()
)
"""The verb of a noun that is not its verb's own form."""
_PRODUCTIVE = ("ation", "ition", "ution", "ction", "ption", "ssion")
_THINGS = frozenset(
    """administration application association attention civilization commission communication composition condition conservation
    constitution convention corporation delegation direction edition education election-year exception expression faction fiction
    foundation function generation nation institution intention mention motion option organisation organization permission petition
    plantation population position profession publication question reputation section session situation solution station tradition
    vacation version vocation ambition coalition condition congregation corporation dimension emotion fraction friction information
    inflation location mission notion obligation occasion passion pension perception portion proportion region relation religion
    reservation sanction sensation tuition vision federation radiation expectation implication aspiration installation regulation
    legislation competition production collection selection connection instruction infection correction protection reflection
    compensation conversation innovation combination description impression discussion-board documentation explanation definition
    evaluation recognition addition depression medication destination jurisdiction frustration addiction transportation recreation
    affection orientation prescription attraction variation aggression resolution motivation prostitution satisfaction interaction
    emission immigration indication speculation anticipation precaution determination manifestation telecommunication
    misconception""".split()
)
"""Nouns in -tion and -sion that name a thing, a body or a state more often than a deed."""
DONE_TO: Final = frozenset(_DONE_TO.split())
"""Deeds whose "X's" is whom it is done to, unless "of Y" follows: "Orr's arrest"."""
DEEDS: Final = DONE_TO | frozenset(_DONE_BY.split())
AGAINST: Final = frozenset({"on", "against", "upon", "into", "at"})
"""Prepositions of the target of some deeds."""
_AIMED: Final = frozenset(
    """attack assault raid strike ban blockade boycott crackdown war ambush offensive invasion incursion complaint lawsuit protest threat
    allegation accusation sanction shelling charge restriction airstrike inquiry investigation probe tariff embargo campaign""".split()
)


@functools.lru_cache(maxsize=32768)
def is_deed(noun: str) -> bool:
    """Whether a noun (base form) stands for a deed, by the list or by its ending."""
    return noun in DEEDS or _derived(noun)


def _derived(noun: str) -> bool:
    return noun.endswith(_PRODUCTIVE) and noun not in _THINGS and len(noun) > 7


def happens(noun: str) -> bool:
    """Whether "of X" behind a deed tells who does it, not to whom it is done: `the resignation of Orr`."""
    return noun in _HAPPENS


def aimed_at(noun: str, preposition: str) -> bool:
    """Whether a preposition behind a deed brings whom it is done to: `a raid on the harbour`."""
    return preposition in AGAINST and noun in _AIMED


def verb_of(noun: str) -> str | None:
    """The verb that a deed says as a noun (`removal` → `remove`); None: not known, or it has none."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in DEEDS:
        return noun
    return f"{noun[:-3]}e" if noun.endswith("ation") and _derived(noun) else None
