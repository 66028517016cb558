"""Key points: what independent sources tell alike beside the summary; and what one source alone tells."""

from __future__ import annotations

import re

from ..lexicon import lexicon
from .drafts import Draft
from .elsewhere import Elsewhere
from .sentences import Made
from .story import Material, Told
from .summary import score

_OPINION = re.compile(r"\b(?:should|ought|must|perhaps|clearly|obviously|shameful|disgraceful|of course|sadly|thankfully|surely)\b")
_NAMED = re.compile(r"(?<!^)\b(?:[A-Z][\w’'-]+|\d[\d,.]*)")


def points(story: Material, told: Told, most: int) -> list[Draft]:
    """Sentences that two independent sources or more tell, the most widely told first; where there are none, two articles."""
    found = [made for place in story.places() if (made := story.made(*place)) is not None]
    ranked = sorted(found, key=lambda m: (-story.support(m).sources, -score(story, m), m.article, m.number))
    drafts: list[Draft] = []
    for made in ranked:
        if len(drafts) == most or story.support(made).articles < 2:
            break
        again = None if told.repeats(made) else story.writer.make(made.article, made.number, told=told.words)
        if again is not None:
            drafts.append(story.borne(again))
            told.add(again)
    return drafts


def single(story: Material, told: Told, most: int) -> list[Draft]:
    """What only one article tells, the most telling sentence of each article in turn."""
    rows: list[list[Made]] = []
    elsewhere = Elsewhere(story.writer.cuts)
    for only in story.dossier.only_here:
        if only.article in story.apart or only.article not in story.writer.cuts:
            continue
        numbers = (story.writer.holding(only.article, (span,)) for span in only.spans)
        made = [m for n in dict.fromkeys(numbers) if n is not None and (m := story.made(only.article, n)) is not None and not m.draft.own]
        made = [m for m in made if _news(m) and not elsewhere.tells(m, story.articles[m.article].text[slice(*m.span)])]
        rows.append(sorted(made, key=lambda m: (-_telling(m), m.number)))
    drafts: list[Draft] = []
    while len(drafts) < most and any(rows):
        for row in rows:
            made_next = next((m for m in row if not told.repeats(m)), None)
            del row[: row.index(made_next) + 1 if made_next is not None else None]
            again = made_next and story.writer.make(made_next.article, made_next.number, told=told.words)
            if again and len(drafts) < most:
                drafts.append(_only(story, again))
                told.add(again)
    return drafts


def _news(made: Made) -> bool:
    return not _OPINION.search(re.sub("“[^”]*”", "", made.draft.text))


def _telling(made: Made) -> float:
    return min(4, len(_NAMED.findall(made.draft.text))) - 0.15 * made.number - 2 * bool(made.draft.own)


def _only(story: Material, made: Made) -> Draft:
    """ "Only the Lantern reports that …"."""
    outlet, words = story.outlet(made.article), made.draft.text
    lead = f"Only {outlet} reports"
    first = words.split()[0]
    if words.startswith("“"):
        text = f"{lead}: {words}"
    elif first.lower() in lexicon().function and first not in {"I", "US"}:
        text = f"{lead} that {words[:1].lower()}{words[1:]}"
    else:
        text = f"{lead}: {words}"
    return Draft(text=text, evidence=made.draft.evidence, own=(*made.draft.own, f"{lead} that"))
