"""Questions that a reader has, each answered by a sentence that one of the reports bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...annotate.folding import fold
from ...annotate.roles import OFFICES, TITLES
from ...annotate.states import state_of
from .drafts import Draft
from .sentences import Made
from .stances import Stand, stands
from .story import Material, Told

_ASKED = {
    "open to": ("What is {} open to?", "What are {} open to?"),
    "accepts": ("What has {} accepted?", "What have {} accepted?"),
    "refuses": ("What does {} refuse?", "What do {} refuse?"),
    "demands": ("What does {} demand?", "What do {} demand?"),
    "urges": ("What does {} call for?", "What do {} call for?"),
    "wants": ("What does {} want?", "What do {} want?"),
    "does not want": ("What does {} not want?", "What do {} not want?"),
    "offers": ("What does {} offer?", "What do {} offer?"),
    "proposes": ("What does {} propose?", "What do {} propose?"),
    "pledges": ("What has {} pledged?", "What have {} pledged?"),
    "threatens": ("What has {} threatened?", "What have {} threatened?"),
    "denies": ("What does {} deny?", "What do {} deny?"),
    "has not confirmed": ("What has {} not confirmed?", "What have {} not confirmed?"),
    "supports": ("What does {} support?", "What do {} support?"),
    "opposes": ("What does {} oppose?", "What do {} oppose?"),
    "condemns": ("What does {} condemn?", "What do {} condemn?"),
    "accuses": ("Whom does {} accuse?", "Whom do {} accuse?"),
}
"""Question for one and for several."""
_TOLD_BY = {
    "open to": "open|ready|willing|prepared|consider|interested|can help",
    "accepts": "accept|agree|consent",
    "refuses": "refus|reject|declin|rul(?:es|ed|ing) out|will not|won['’]t|would not|wouldn['’]t|never|not (?:ready|willing|open|prepared)",
    "demands": "demand|insist",
    "urges": "urg|(?<!conference )(?<!phone )call(?:s|ed|ing)? (?:for|on)|appeal|push|press|recommend",
    "wants": "want|hope|hoping|would like|wish|seek",
    "does not want": "not want|no (?:intention|plans?|desire|interest)",
    "offers": "offer|volunteer",
    "proposes": "propos|suggest",
    "pledges": "pledg|vow|promis|commit|swor",
    "threatens": "threat",
    "denies": "den(?:y|ie)|disput|reject|dismiss|refut|disavow",
    "has not confirmed": "not confirm|n['’]t confirm",
    "supports": "support|back|endors|favou?r|applaud",
    "opposes": "oppos|against|object",
    "condemns": "condemn|denounc|decr",
    "accuses": "accus",
}
"""How a sentence tells a stance."""
_REACH = 90
"""Characters between an actor and the word that tells the stance."""
_MATTERS = re.compile(r"\b(talks|negotiations|a deal|a ceasefire|a truce|an agreement|an investigation|new elections)\b")
_AGREEING = frozenset({"open to", "accepts", "refuses", "has not confirmed"})
_NUMBER = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty"
    r"|dozens of|hundreds of)"
)
_PEOPLE = (
    "people|persons|passengers|officers|civilians|soldiers|troops|children|protesters|migrants|students|workers|men|women|residents|police"
    "|villagers|fighters|tourists|worshippers|crew|demonstrators|patients|employees|rescuers|miners|pilgrims"
)
_DEAD = re.compile(
    rf"\b{_NUMBER}\s+(?:\w+\s+){{0,2}}?(?:{_PEOPLE})\b[^.,;“”]{{0,30}}\b(?:killed|dead|died)\b"
    rf"|\b(?:kill(?:ed|ing)|claimed the lives of)\s+(?:(?:at least|more than|nearly|about"
    rf"|some)\s+)?{_NUMBER}\s+(?:\w+\s+){{0,2}}?(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"[A-Z][\w’'-]+\s+(?:[A-Z]\.\s+)?[A-Z][\w’'-]+")
"""Another name: whoever leads the sentence, or a person where the question asks for a thing."""
_OWN_TITLE = re.compile(r"(?:[A-Z][\w.’'-]*\s+(?:of\s+)?)+$")
_WORDS, _OFTEN = 5, 3
"""Words of a name that a question holds, and times that the reports have it: less often, and it is hardly a name."""
_PLURAL = re.compile(r"(?:s|people|police|women|men|children)$")


def questions(story: Material, told: Told, most: int) -> list[Draft]:
    """At most ``most`` questions with their answers, an actor and a stance once."""
    drafts: list[Draft] = []
    answered: set[tuple[str, int]] = set()
    for question, frame, made in _all(story, told):
        place = (made.article, made.number)
        if len(drafts) < most and place not in answered:
            answered.add(place)
            borne = story.borne(made)
            drafts.append(Draft(text=f"{question} {borne.text}", evidence=borne.evidence, own=(*borne.own, frame)))
    return drafts


def _all(story: Material, told: Told) -> Iterator[tuple[str, str, Made]]:
    """Question, its own words, and the answer."""
    dead = [made for place in story.places() if (made := story.made(*place)) is not None and _DEAD.search(made.draft.text)]
    best = max(dead, key=lambda m: (story.support(m).weight, -m.number, m.article), default=None)
    if best is not None and story.support(best).sources > 1:
        yield "How many people died?", "How many people died?", best
    asked: set[tuple[str, str]] = set()
    found = stands(story)
    agreeing = [s for s in found if s.position.stance in _AGREEING and _MATTERS.search(s.position.about)]
    for stand in [*agreeing, *(s for s in found if s.made not in told.made), *(s for s in found if s.made in told.made)]:
        actor, stance = stand.position.actor, stand.position.stance
        called = _called(story, stand)
        if called is None or stance not in _ASKED or (actor, stance) in asked or not _answers(stand):
            continue
        asked.add((actor, stance))
        matter = _MATTERS.search(stand.position.about)
        if matter and stance in _AGREEING and not stand.position.about.startswith("“"):
            has = "Have" if _several(story, stand) else "Has"
            yield f"{has} {called} agreed to {matter[1]}?", f"{has} the agreed to", stand.made
        else:
            form = _ASKED[stance][_several(story, stand)]
            yield form.format(called), form.format("the"), stand.made


def _answers(stand: Stand) -> bool:
    """Whether the sentence has the actor take the stance in so many words, or say so in quotation marks."""
    text, actor = stand.made.draft.text, re.escape(stand.position.actor)
    ahead = _OWN_TITLE.sub("", re.split(rf"\b{actor}\b", re.sub("“[^”]*”", "", text))[0])
    whom = re.search(rf"\b(?:{_TOLD_BY[stand.position.stance]})[a-z]*\s+{_SOMEBODY.pattern}", text)
    if _SOMEBODY.search(ahead) or (whom and stand.position.stance != "accuses"):
        return False
    if text.startswith("“"):
        told = re.search(rf"\b(?:{_TOLD_BY[stand.position.stance]})", text.partition("”")[0])
        return told is not None and bool(re.search(rf"”[^“]*\b{actor}\b", text))
    return bool(re.search(rf"\b{actor}\b[^“”]{{0,{_REACH}}}?\b(?:{_TOLD_BY[stand.position.stance]})", text))


def _called(story: Material, stand: Stand) -> str | None:
    """What a question calls the holder, "the" in front where the reports put it there; None: it has no name that a question can hold."""
    actor = stand.position.actor
    person = story.writer.people.known(actor, stand.position.article)
    if person is not None:
        surname = re.compile(rf"\b{re.escape(actor.split()[-1])}\b")
        known = sum(surname.search(article.text) is not None for article in story.articles.values())
        return actor if actor == person.name and known >= min(2, len(story.articles)) else None
    words = actor.split()
    if not words or len(words) > _WORDS or not all(word[:1].isupper() or word in {"of", "for", "and"} for word in words):
        return None
    found = re.findall(
        rf"(\b[Tt]he )?(?<![\w-]){re.escape(actor)}(?![\w’'-])(?! [A-Z])", "\n".join(a.text for a in story.articles.values())
    )
    if len(found) < _OFTEN or fold(actor) in TITLES | OFFICES:
        return None
    return f"the {actor}" if 2 * sum(map(bool, found)) > len(found) else actor


def _several(story: Material, stand: Stand) -> bool:
    actor = stand.position.actor
    if story.writer.people.known(actor, stand.position.article) is not None or state_of(actor) is not None:
        return False
    return bool(_PLURAL.search(actor.lower())) and not actor.endswith(("ss", "States", "Nations", "News", "Times", "Congress"))
