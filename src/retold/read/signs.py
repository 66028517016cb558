"""The signs by which a line is known to be furniture: what publishers' systems print around any story.

No pattern is about what a story says. A sign's patterns are alternatives; the first sign that fits a line decides.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..records import PartKind, Record

_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_SOCIAL = r"(?:Twitter|Facebook|Instagram|LinkedIn|WhatsApp|Telegram|TikTok|YouTube|Threads|Bluesky|Pinterest|Reddit|Snapchat|Flipboard|X)"
_SHARE = r"(?:share|tweet|print|save|e-?mail|copy link|facebook|twitter|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|messenger)"
_ABOUT_TEXT = (
    r"(?:updated?|corrected|originally|first|published|appeared|translated|year|months?|old|developing|syndicated|generated|staff|edited"
    r"|amended|links|commission|breaking)"
)


class Sign(Record, frozen=True):
    """One reason to take a line for furniture."""

    kind: PartKind
    words: int
    """A longer line is none, whatever it begins with."""
    patterns: tuple[str, ...]
    """Alternatives; one that begins with ``^`` is tried at the line's beginning only, one that ends with ``$`` near its end only."""
    capitals: bool = False
    """Whether capitals count."""
    least: int = 0
    """A line of fewer words is none."""
    unended: bool = False
    """Whether a line that ends as a sentence does is none."""
    hints: tuple[str, ...] = ()
    """Small letters one of which every line with the sign holds: they are looked for first, since that is far faster. Empty: no such."""


_SENTENCE_ENDS = (".", "!", "?", "”", '"')
_REACH = 260  # characters: no pattern for a line's end matches more


class Test(NamedTuple):
    """A sign with its patterns compiled: those for a line's beginning or end apart, since they need not be searched for all over."""

    sign: Sign
    beginning: re.Pattern[str] | None
    end: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None

    def fits(self, text: str, folded: str, words: int) -> bool:
        """Whether a line with so many words shows the sign; ``folded`` is its text in small letters."""
        sign = self.sign
        if not sign.least <= words <= sign.words or (sign.unended and text.endswith(_SENTENCE_ENDS)):
            return False
        if sign.hints and not any(hint in folded for hint in sign.hints):
            return False
        return bool(
            (self.beginning and self.beginning.match(text))
            or (self.end and self.end.search(text, max(0, len(text) - _REACH)))
            or (self.anywhere and self.anywhere.search(text))
        )


def compile_sign(sign: Sign) -> Test:
    """The sign, ready to be tried on lines."""
    flags = re.NOFLAG if sign.capitals else re.IGNORECASE
    beginning = [pattern for pattern in sign.patterns if pattern.startswith("^")]
    end = [pattern for pattern in sign.patterns if pattern.endswith("$") and pattern not in beginning]
    anywhere = [pattern for pattern in sign.patterns if pattern not in beginning and pattern not in end]
    return Test(sign=sign, beginning=_any(beginning, flags), end=_any(end, flags), anywhere=_any(anywhere, flags))


def _any(patterns: list[str], flags: int) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns), flags) if patterns else None


RIGHTS = (
    Sign(
        kind="copyright",
        words=60,
        hints=("©", "copyright", "(c)", "rights reserved", "material may not", "creative commons", "eligible news publisher"),
        patterns=(
            r"^(?:™\s*&\s*)?(?:©|copyright\b)(?=.*(?:(?:19|20)\d\d|rights|reserved))",
            r"^\(c\)\s*(?=\D{0,40}(?:19|20)\d\d)",
            r"\ball rights reserved\b",
            r"^this material may not be published, broadcast",
            r"^(?:this (?:article|story|piece) )?(?:is |was )?(?:re)?published (?:under|from .* under) a creative commons",
            r"\bavailable without charge to any eligible news publisher",
        ),
    ),
    Sign(kind="copyright", words=12, patterns=(r"^(?:©|copyright\s*©)\s*\S",)),
)

_WRITERS = (
    Sign(
        kind="byline",
        words=25,
        capitals=True,
        patterns=(
            r"^(?:By|BY|Written by|Reported by|Story by|Words by|Posted by|Published by|Authors?:)\s*:?\s*"
            rf"(?=[A-ZÀ-Þ\"])[^.?!]*(?:\b[A-Z]\.[^.?!]*)*(?:\.com|{_MAIL}[^.?!]*)?$",
        ),
    ),
    Sign(
        kind="byline",
        words=7,
        capitals=True,
        patterns=(r"^(?:By )?(?:[A-Z][\w&'’.-]* ){1,5}(?:Staff|Newsroom|News Desk|Web Desk|Staff (?:Writer|Reporter)s?|Editorial Team)$",),
    ),
    Sign(
        kind="credit",
        words=60,
        hints=("report", "writ", "edit", "contribut", "assistance"),
        patterns=(
            r"^\(?(?:additional |further )?(?:reporting|writing|editing)(?: and (?:writing|editing|reporting))? by\b",
            r"\bcontributed to this (?:report|story|article|piece|post)\b",
            r"\bcontributed (?:reporting|research|to the reporting)\b",
            r"\b(?:writers?|reporters?|correspondents?|producers?)\b.{0,120}\bcontributed(?: from [^.]{2,60})?\.?$",
            r"^contributing(?: writers?| reporters?)?\s*:",
            r"^with (?:additional )?(?:assistance|reporting) (?:by|from)\b",
        ),
    ),
    Sign(
        kind="credit",
        words=15,
        patterns=(
            r"^(?:with )?(?:files|reporting|additional reporting|material|information|inputs|agency inputs) from\b",
            r"^this (?:story|article|report) (?:is|was) based on (?:reporting|reports|material|information) (?:by|from)\b",
            r"^information from\s*:|^\(?with (?:inputs|agencies|wires)",
        ),
    ),
    Sign(
        kind="credit",
        words=25,
        capitals=True,
        patterns=(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)* (?:reported|contributed) from (?:(?:and |[A-Z])[\w'’-]*[ ,.]*)+$",),
    ),
    Sign(
        kind="credit",
        words=14,
        capitals=True,
        patterns=(
            r"^(?:[Tt]he )?[A-Z][\w.&’'-]*(?:,? (?:and |the |The |of )*[A-Z][\w.&’'-]*)* (?:also )?contributed\.?$",
            r"^With (?:\w+ ){0,2}[Ww]ires?(?: services?| reports?)?\.?$",
        ),
    ),
    Sign(kind="credit", words=8, patterns=(r"^(?:news )?(?:source|via|agency|agencies|credit)\s*:\s*\S",)),
    Sign(
        kind="credit",
        words=7,
        capitals=True,
        patterns=(r"^(?:The[- ])?[A-Z][\w&.]*(?:[- ](?:[A-Z][\w&.]*))*[- ](?:Wire|Newswires?|News Service)$",),
    ),
    Sign(
        kind="date",
        words=20,
        patterns=(
            # With a year or a clock time, and no sentence ("Published in 2019, the report had warned of it.").
            r"^(?:first |last |originally )?(?:published|posted|updated|created|modified|date)\s*(?:on|at|:|-)?\s*"
            r"(?=.*(?:\b(?:19|20)\d\d|\d[:.]\d\d|\d ?[ap]\.?m))(?!.*[a-z]{2}[.!?]$).{4,}$",
            r"^\d+ (?:min(?:ute)?s?|hours?|days?|weeks?) ago$|^\d+[- ]min(?:ute)?s? read$",
        ),
    ),
)

_NOTICES = (
    Sign(
        kind="notice",
        words=140,
        hints=("newsletter", "sign", "inbox", "subscrib", "recaptcha", "you agree", "enjoyed this", "as an interest", "contribution to"),
        patterns=(
            r"^(?:\S+ ){0,3}newsletters?\s+sign ?up\b",
            r"\bsign up (?:today )?to receive\b|\bmeet your inbox\b|\bby (?:signing up|subscribing),? you agree\b|\byou agree to receive\b",
            r"\bthanks for subscribing\b|\bsite is protected by recaptcha\b|\byou can unsubscribe at any time\b",
            r"\bif you['’]re not already signed up\b|\bif you enjoyed this article, we\b",
            r"^interested in .{2,60}\? add .{2,60} as an interest\b",
            r"^(?!.*[\"“”]).*\b(?:making|make) a (?:financial )?contribution to\b.{1,40}\btoday\b",
        ),
    ),
    Sign(
        kind="notice",
        words=80,
        hints=("version of this", "update", "correction", "clarification", "expressed in this", "@", "reached"),
        patterns=(
            r"\b(?:earlier|previous) version of this (?:story|article|post)\b",
            r"^(?:update|correction|clarification)\b.{0,30}: (?:this|an earlier|a previous) (?:story|article|post|headline|version)\b",
            r"\b(?:views|opinions) expressed in this (?:commentary|article|column|piece) are\b",
            # Closing lines about the writer, by the address that they end with; never where somebody is quoted.
            r"^(?!.*[\"“”]).*[\s.](?:follow|find|reach|contact|e-?mail) (?:him|her|them|me|us)\b.{0,60}@\w+(?:\.\w+)*\s?\.?$",
            r"^(?!.*[\"“”]).*[\s.]follow (?:\w+ ){1,3}(?:on|at)\b.{0,40}@\w+\s?\.?$",
            rf"^(?!.*[\"“”]).{{0,60}}\bcan be reached (?:at|on|by|via)\b.{{0,30}}(?:{_MAIL}|https?:)",
        ),
    ),
    Sign(
        kind="notice",
        words=30,
        hints=(
            "back",
            "this ",
            "stay updated",
            "get the",
            "download",
            "desk",
            "room",
            "affected",
            "contact us",
            "to hear",
            "conversation",
            "visit",
            "like us",
        ),
        patterns=(
            r"\bcheck back for (?:more |further )?(?:updates|details)\b|^(?:please )?check back (?:here )?(?:later|soon)\b",
            r"^\(?this (?:version of the )?(?:story|article|version|item)\b.*\b(?:refiled|corrects|adds (?:details|background|quotes))\b",
            r"^(?:.*\. )?to stay updated, follow\b|^download the (?:\S+ ){1,5}app\b|^get the (?:[\w.]+ ){1,3}newsletter\b",
            r"\b(?:ring|call|e-?mail|contact) our news ?(?:desk|room)\b",
            r"^have you been affected by\b.*\b(?:share|e-?mail|contact|tell us)\b|^you can also contact us\b",
            r"^for more (?:information|details)\b.*\bvisit\b|^like us (?:on|at)\b",
            r"^we want to hear (?:what you think|from you)\b|^join the conversation\b",
        ),
    ),
    Sign(
        kind="notice",
        words=90,
        hints=(
            *("note", "correction", "clarification", "disclosure", "disclaimer", "publishes", "welcomes", "accepts", "necessarily"),
            *("expressed", "we pay", "consider", "version of this", "standards", "transcripts", "terms of use"),
        ),
        patterns=(
            r"^\(?(?:editor['’]?s['’]? note|author['’]?s note|correction|clarification|note to readers|disclosure|disclaimer)\b\s*[:–—.-]",
            r"\b(?:publishes|welcomes|accepts) (?:letters|opinions|submissions|comments|tips)\b",
            r"\bdoes not necessarily (?:reflect|represent) the (?:opinions?|views?|position)",
            r"\b(?:views|opinions) expressed (?:in this|here|are|by)\b.*\b(?:author|own|solely|writer|not)",
            r"^we pay for (?:your )?(?:stories|videos)",
            r"\bconsider (?:making a|supporting|subscribing|donating|becoming)\b.*\b(?:today|contribution|journalism|subscri|member)",
            r"^a version of this (?:article|story) (?:appears|appeared)\b|^our standards\s*:",
            r"\btranscripts are created on a rush deadline\b|\bvisit our website terms of use\b",
        ),
    ),
    Sign(
        kind="notice",
        words=45,
        patterns=(
            r"^\(?this (?:article|story|post|piece|report|page) (?:is more than|has been|was|is|originally|first|will be|may)\b"
            rf".*\b{_ABOUT_TEXT}\b",
            rf"\b(?:columnist|reporter|correspondent|writer|editor)\b.*\be-?mail\s*:?\s*{_MAIL}",
        ),
    ),
    Sign(
        kind="notice", words=12, patterns=(r"^(?:this is a )?(?:developing|breaking) (?:news )?story\b", r"^support .{0,30}\bjournalism$")
    ),
    Sign(
        kind="notice",
        words=70,
        patterns=(
            r"^(?:please )?(?:contact|e-?mail|write to|reach|send (?:tips|news|letters|your)|got (?:a|any) (?:tip|story)"
            r"|(?:do you )?have (?:a|any) (?:tip|story|information)).*"
            rf"(?:{_MAIL}|\bcall\b|\bus\b|\bemail\b)",
            r"^we (?:and our \w+ )?use cookies",
            r"\b(?:accept|reject|manage) (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b",
            r"^by (?:signing up|subscribing|continuing|clicking)\b.*\b(?:agree|privacy|terms)",
            r"^(?:newsletter )?sign ?up\b.*\b(?:newsletters?|alerts?|briefings?|inbox|free|updates|here|daily|now)\b",
            r"^newsletter sign ?up\b|^sign up$",
            r"\bdelivered to your inbox\b|\bdirectly to your inbox\b",
            r"^(?:subscribe|register)\b(?=.*\b(?:to|for|now|here|today|newsletter|channel|our)\b)",
            r"^get (?:\w+[ '’]){0,8}(?:stories|news|alerts|newsletters?|app|updates|headlines)\b"
            r".*\b(?:inbox|delivered|newsletter|alerts|morning|app|free|sign|phone|email)",
            r"^get (?:\w+ ){0,4}app$",
            r"\bthank you for subscribing\b|\bview all .* newsletters\b",
        ),
    ),
)

_SIGNPOSTS = (
    Sign(
        kind="navigation",
        words=20,
        patterns=(
            r"^play video\s+(?!.*(?:[.]$|[\"“”'‘]))",
            r"^(?:now playing|play (?:video|facebook|audio)|watch(?: (?:live|now|the video|more))?|listen(?: now| to (?:this|the) article)?"
            r"|close|menu|embed)\s*:?(?:\s.*\d+:\d\d.*)?$",
            rf"^(?:please )?(?:follow|like|find|join) .{{1,60}}\bon {_SOCIAL}\b",
            r"^(?:follow|see|find|read) .{0,60}\bcoverage\b.{0,60}https?://\S+$",
            rf"^(?:read or )?share (?:this|on|via|with)\b|^{_SHARE}(?:[\s|,·/]+(?:{_SHARE}|x|this|article|story))*$|^link copied",
        ),
    ),
    Sign(
        kind="navigation",
        words=14,
        patterns=(
            r"^(?:advertisement|sponsored(?: content)?|ads?|adverts?|promoted)\s*:?$",
            r"^advertisement\b.*\b(?:continue|scroll|below|reading)\b|^(?:story|article) continue[sd]?(?: below\b|$)|^continue reading\b",
            r"^(?:click|tap) (?:here )?(?:to|for)\b|^click here\b|^scroll down\b|^skip to\b|^jump to\b|^back to top$|^loading\b.{0,10}$",
            r"^(?:can['’]?t|cannot) see (?:the|this) (?:video|map|chart|graphic|post)\?|^e-?mail the author\b|^(?:\\n)+$|^\w+=[\"']https?:",
            r"^(?:\+ )?show (?:all|more|less)\b|^load more\b|^view (?:all|more|comments)\b|^(?:leave|post|write) a (?:comment|reply)$",
            r"^\d* ?comments?\s*\d*$|^\d{1,5}$",
            r"^(?:share or comment|see more|explore more|reuse|like this|like loading|purchase licensing)\b",
            r"^suggested topics\b|^(?:home|news|world|sport)(?:\s*[|/>›»]\s*[\w &]+)+$",
        ),
    ),
    Sign(
        kind="navigation",
        words=6,
        patterns=(
            r"^(?:home|news|read more|more|more-in|topics?|tags?|categories|category|filed under|see more|related topics|trending|up next"
            r"|also (?:read|in news)|search(?: articles)?|subscribe|log ?in|sign ?in)\s*:?$",
            r"^https?://\S+$|^www\.\S+$|^pic\.twitter\.com/\S+$|^@\w+$",
        ),
    ),
    Sign(
        kind="navigation",
        words=70,
        hints=("watched", "replay", "copy this", "sharing options", "page"),
        patterns=(
            r"^just watched\b.*\bmust watch\b|\breplay more videos\b|\bcopy this code to your website\b|\ball sharing options for\b",
            r"^\([\w ]+ \d\d?/\d\d?/\d{4} page ?\w+\)$",
        ),
    ),
    Sign(kind="navigation", words=25, patterns=(r"^(?:tags?|topics?|filed under|categories|category|keywords|hashtags|section)\s*:\s*\S",)),
    Sign(
        kind="related",
        words=35,
        patterns=(
            r"^(?:more|related|see also|see|also read|read also|read more|read next|must[- ]read|read|more on this|don['’]t miss"
            r"|full coverage|watch|recommended|in case you missed it)\s*:\s*\S(?!.*[.]$)",
            r"\S\s+read more$|^read more (?:from|about|on|of)\b",
            r"^(?:more (?:from|on|about)|for more)\b.*(?:https?://|www\.|coverage|news|$)(?<![.!?:])$",
            r"^related (?:coverage|articles?|stories|content|topics?)\b.{0,120}$",
            r"^\[[^\[\]]{12,160}\]$",
            r"^\(?(?:read|see|watch|view|download) (?:the|a) (?:[\w'’]+ ){0,6}(?:here|online)\s?[.)]*$",
            r"^graphics?\s?[-:–]\s.*(?:\bhere|http\S+)$",
            r"^\(for (?:more|a graphic|graphics|full coverage)\b.*(?:https?:|www\.|\.com\b|\bsee:|\bclick\b|\bhere\b).{0,60}\)$",
        ),
    ),
    Sign(
        kind="related",
        words=40,
        capitals=True,
        patterns=(
            r"^(?:Read [Mm]ore|READ MORE|Also [Rr]ead|Read [Aa]lso|[Ss]ee also|SEE ALSO|Related|RELATED|Also (?:WATCH|READ)|READ NEXT)"
            r"\s*:?\s*(?=[A-Z0-9‘'“\"])(?!.*(?<!\.\.)\.$)",
            r"^(?:READ|WATCH|LISTEN|SEE)(?: [A-Z'’\d-]+){1,6}:?$",
        ),
    ),
    Sign(
        kind="related",
        words=160,
        capitals=True,
        patterns=(r"^(?:MOST READ IN [A-Z]+|(?:RELATED|Related) (?:STORIES|[Ss]tories|[Vv]ideo))\s(?!.*(?:[\"“”]|\s['‘]\w))",),
    ),
    Sign(kind="list", words=60, patterns=(r"^story highlights\s+(?!.*[\"“”])\S",)),
)
REST = (*_WRITERS, *_NOTICES, *_SIGNPOSTS)
