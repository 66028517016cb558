"""Offices and descriptions that stand beside names, and the words that tell persons, bodies and places apart."""

from __future__ import annotations

from typing import Final

TITLES: Final = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother pastor rabbi imam sheikh pope
    cardinal bishop archbishop king queen prince princess duke duchess emperor sultan ayatollah president vice deputy prime minister
    premier chancellor secretary undersecretary senator sen rep representative congressman congresswoman gov governor lieutenant lt
    col colonel gen general maj major capt captain sgt sergeant cpl corporal pvt adm admiral cmdr commander brig brigadier officer
    detective inspector constable sheriff marshal judge justice attorney ambassador envoy consul commissioner councillor councilman
    councilwoman mayor speaker chairman chairwoman chairperson chair chief ceo coo cfo cto director manager coach head leader
    spokesman spokeswoman spokesperson analyst economist actor actress singer author writer reporter correspondent editor anchor host
    former acting interim then ex late outgoing incoming state foreign defence defense interior finance home health education trade
    energy treasury press national security senior assistant associate executive first lady party majority minority democratic
    republican
    whip counsel ag atty pm special supreme grand crown democrat
    staff superintendent justices senators ambassadors ministers presidents judges sen. rep. gov. gen. lt. col. capt. sgt. mr. mrs.
    ms. dr. rev. prof. sens reps govs drs mp mps mk mla cllr""".split()
)
"""Words that may stand right before a person's name and are not part of it (lower case, full stop kept or not)."""

FORMER: Final = frozenset("former acting interim then ex late outgoing incoming".split())
"""Titles that tell how long an office was held."""

TOPICS: Final = frozenset(
    """state foreign defence defense interior finance home health education trade energy treasury press national security senior assistant
    associate executive first party majority minority democratic republican democrat staff special supreme grand crown""".split()
)
"""Titles that are none by themselves: what an office is for, or its rank."""

OFFICES: Final = frozenset(
    """president minister secretary senator representative congressman congresswoman governor general colonel captain sergeant admiral
    commander officer detective inspector sheriff judge justice attorney ambassador envoy commissioner mayor speaker chairman chairwoman
    chair chief ceo director manager coach head leader spokesman spokeswoman spokesperson analyst economist actor actress singer author
    writer reporter correspondent editor anchor host chancellor premier king queen prince princess pope bishop archbishop cardinal priest
    professor lecturer teacher scholar researcher scientist expert doctor nurse lawyer solicitor barrister prosecutor founder owner
    executive official diplomat dictator strategist adviser advisor aide lawmaker legislator politician deputy candidate nominee
    activist campaigner organiser organizer resident witness passenger pilot driver farmer fisherman worker engineer architect designer
    chef model star player striker goalkeeper quarterback trainer manager winner victim survivor father mother brother sister son daughter
    wife husband widow uncle aunt cousin friend neighbour neighbor colleague partner student pupil principal headteacher chairperson
    undersecretary counsel counselor counsellor treasurer trustee president-elect negotiator mediator monitor consultant investor trader
    banker broker developer programmer hacker blogger journalist columnist commentator photographer musician rapper comedian painter artist
    director-general vice-president co-founder cofounder co-author harbourmaster firefighter soldier veteran rebel warlord commandant
    monarch ruler chieftain rabbi imam pastor cleric theologian historian philosopher biologist physicist chemist epidemiologist
    meteorologist seismologist geologist astronomer astronaut explorer sailor skipper boss tycoon billionaire entrepreneur celebrity
    personality presenter publicist agent sponsor captor hostage refugee migrant immigrant protester demonstrator voter citizen traveler
    traveller tourist visitor guest customer shopper patient caregiver volunteer missionary nun monk""".split()
)
"""Nouns that describe a person."""

BODIES: Final = frozenset(
    """ministry department police agency university college school airlines airways air airline court council party committee
    commission association bank inc inc. corp corp. co co. ltd plc llc company group office house institute institution center centre
    foundation fund union league federation congress parliament senate assembly government administration authority bureau service
    services army navy force forces guard command board club society church hospital museum news times post journal press network
    television tv radio agency nations organisation organization alliance coalition movement front campaign team embassy consulate
    treasury exchange trust holdings industries laboratories technologies systems motors energy petroleum oil partners capital
    pentagon kremlin hospital works line lines railway railways port harbour harbor observatory watchdog regulator
    conference tribunal cabinet secretariat presidency chamber mission corporation""".split()
)
"""Words that make a name that of a body."""

PLATFORMS: Final = frozenset("twitter facebook instagram youtube tiktok snapchat telegram whatsapp linkedin reddit google weibo".split())
"""Names of bodies that are spoken of like places or persons ("on Twitter")."""

DEEDS: Final = frozenset(
    """act agreement amendment treaty accord accords pact deal bill law order resolution declaration constitution convention protocol code
    prize award awards medal cup championship championships day week plan strategy programme program initiative policy summit talks
    report project operation war games festival show rule doctrine""".split()
)
"""Last words of names that are those of laws, plans, prizes and occasions: never a person's."""

STORMS: Final = frozenset("hurricane cyclone typhoon storm".split())
"""First words of names that are those of storms, which are called like persons."""

SITES: Final = frozenset(
    """bridge street avenue road boulevard lane square river lake sea ocean bay gulf strait island islands peninsula mount mountain
    mountains hill hills valley desert beach coast park garden gardens forest county district province region state city town village
    airport station terminal stadium arena tower towers palace castle cathedral hotel casino resort plaza mall center strip
    canal dam tunnel highway memorial auditorium cemetery""".split()
)
"""Last words of names that are those of places and buildings."""

PARTICLES: Final = frozenset("de del della di da dos du des la le van von der den ten ter bin ibn al el bint abu of y e ap st".split())
"""Lower-case words inside a name."""

FEMALE: Final = frozenset(
    """mrs ms miss mrs. ms. dame lady queen princess duchess actress chairwoman congresswoman spokeswoman councilwoman mother sister
    daughter wife widow aunt nun businesswoman policewoman waitress woman girl""".split()
)
MALE: Final = frozenset(
    """mr mr. sir lord king prince duke pope cardinal bishop father brother son husband uncle priest monk chairman congressman spokesman
    councilman businessman policeman fisherman man boy""".split()
)

GENERIC: Final = frozenset(
    """diplomat politician lawmaker leader actor actress singer star model man woman billionaire businessman businesswoman expert professor
    analyst author writer journalist republican democrat conservative candidate executive official veteran lawyer activist teenager
    comedian musician artist player coach academic scientist researcher economist historian legislator dictator strongman premier""".split()
)
"""Descriptions that, with "the", mean whoever spoke last when nobody is known by them."""

GROUPS: Final = frozenset(
    """opposition delegation coalition prosecution congregation population leadership management community majority minority authority
    authorities parliament entourage audience prosecution defence defense public family families sibling king union""".split()
)
"""Nouns that sound like things and are people."""

THINGS: Final = frozenset(
    """withdrawal money photo picture image meeting project bill book movie film event deal plan idea move effort attack crash storm war
    election vote game match price market economy budget tax policy programme program system site place area building road
    identity write-up day week month year night case trial process problem issue question one other something""".split()
)
"""Nouns that can't speak."""
