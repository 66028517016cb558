"""The signs by which a line is known to be furniture: what publishers' systems print around any story.

No pattern is about what a story says. A sign's patterns are alternatives; the first sign that fits a line decides.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..records import PartKind, Record

AGENCY = (
    r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Alamy|PA|UPI|ANSA|EFE|DPA|dpa|Xinhua|TASS"
    r"|Associated Press|Press Association|Bloomberg)"
)
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
    """Alternatives; one that begins with ``^`` is tried at the line's beginning only."""
    capitals: bool = False
    """Whether capitals count."""


class Test(NamedTuple):
    """A sign with its patterns compiled: those for the line's beginning apart, since they need not be searched for."""

    sign: Sign
    beginning: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None

    def fits(self, text: str, words: int) -> bool:
        """Whether a line with so many words shows the sign."""
        if words > self.sign.words:
            return False
        return bool((self.beginning and self.beginning.match(text)) or (self.anywhere and self.anywhere.search(text)))


@cache
def compiled_signs() -> tuple[Test, ...]:
    """The signs in order, compiled once."""
    return tuple(_compile(sign) for sign in (*_RIGHTS, *_PICTURES, *_REST))


def _compile(sign: Sign) -> Test:
    flags = re.NOFLAG if sign.capitals else re.IGNORECASE
    beginning = [pattern for pattern in sign.patterns if pattern.startswith("^")]
    anywhere = [pattern for pattern in sign.patterns if not pattern.startswith("^")]
    return Test(
        sign=sign,
        beginning=re.compile("|".join(beginning), flags) if beginning else None,
        anywhere=re.compile("|".join(anywhere), flags) if anywhere else None,
    )


_RIGHTS = (
    Sign(
        kind="copyright",
        words=60,
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

_PICTURES = (
    Sign(
        kind="caption",
        words=90,
        patterns=(
            r"^(?:image|media|video) (?:caption|copyright|source|credit)\b",
            r"^media playback is (?:un|not )supported",
            r"^enlarge this image",
            r"\btoggle caption\b|\bhide caption\b",
            r"^in this (?:\w+\.? \d+, \d{4},? )?(?:file )?(?:photo|image|picture|frame)\b.*\b(?:photo|image|picture|file)",
            r"^\(?(?:photo(?:graph)?s?|picture|pic|image|illustration|graphic|video)(?: (?:credit|courtesy|by|source|via))?\s*[:©/]\s*\S",
            r"\s[-–—|]\s(?:image|photo|picture|foto|imagen)\s*(?:©|:|by\b|credit)\s*\S",
            r"\((?:[^().]{0,50}\s)?(?:photo|picture|image|screenshot|handout|courtesy)(?:\s(?:by|via|of|from|courtesy)|[:/)])[^()]{0,60}(?<!\.)\)?$",
        ),
    ),
    Sign(kind="caption", words=160, capitals=True, patterns=(r"^(?:FILE ?PHOTO|FILE|File photo|FILE IMAGE)\s*(?:[:–—-]|$|\()",)),
    Sign(
        kind="caption",
        words=120,
        capitals=True,
        patterns=(
            # A bare "(Reuters)" closes a report's last paragraph; with a photographer or "Photo" it closes a caption.
            rf"\([^()]{{0,80}}[\w.’'](?:/|, | via | for ){AGENCY}(?:[/,\s][^()]{{0,40}})?\)$",
            rf"\({AGENCY}(?:/| [Pp]hoto|, [Ff]ile)[^()]{{0,60}}\)$",
            rf"\[[^\[\]]{{2,80}}/(?:{AGENCY}|[A-Z][\w. ]{{1,30}})\]$",
            r"(?:/|via |\| ?)(?:Getty Images|AFP|AP|Reuters|REUTERS|EPA|Shutterstock)$",
            r"\bPhotograph: [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*(?:/[\w. ]+)?$",
        ),
    ),
    Sign(
        kind="caption",
        words=45,
        capitals=True,
        patterns=(
            # "Reuters Rescuers search the wreck": an agency, then a description without a full stop; no headline ("AP source: …").
            r"^(?:AP:Associated Press|Reuters|EPA|Getty(?: Images)?|AFP|Rex(?: Features)?|Alamy|Splash(?: News)?|Shutterstock|Instagram"
            r"|Facebook Twitter Pinterest) (?=[A-Z0-9])(?![A-Z]{2,}\b)(?!\S+ ?:)(?!.*[.!?:][\"'”’]?$)",
        ),
    ),
    Sign(
        kind="caption",
        words=14,
        patterns=(r"^\(?(?:photo(?:graph)?s?|picture|image|illustration|graphic|video) (?:by|courtesy of|courtesy|via)\s+\S.*$",),
    ),
    Sign(
        kind="caption",
        words=9,
        capitals=True,
        patterns=(rf"^(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}} ?(?:/|\||,| via | for )\s*)*{AGENCY}(?: ?/ ?\S+){{0,3}}$",),
    ),
    Sign(kind="caption", words=6, patterns=(r"^(?:photos?|videos?|images?|gallery|slideshow)\s*(?:\(\d+ images?\))?:?$",)),
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
        patterns=(
            r"^\(?(?:additional |further )?(?:reporting|writing|editing)(?: and (?:writing|editing|reporting))? by\b",
            r"\bcontributed to this (?:report|story|article|piece|post)\b",
            r"\bcontributed (?:reporting|research|to the reporting)\b",
            r"\b(?:writers?|reporters?|correspondents?|producers?)\b.{0,120}\bcontributed(?: from [^.]{2,60})?\.?$",
            r"^contributing(?: writers?| reporters?)?\s*:",
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
        words=90,
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
            r"^advertisement\b.*\b(?:continue|scroll|below|reading)\b|^(?:story|article) continues? below\b|^continue reading\b",
            r"^(?:click|tap) (?:here )?(?:to|for)\b|^click here\b|^scroll down\b|^skip to\b|^jump to\b|^back to top$|^loading\b.{0,10}$",
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
    Sign(kind="navigation", words=25, patterns=(r"^(?:tags?|topics?|filed under|categories|category|keywords|hashtags|section)\s*:\s*\S",)),
    Sign(
        kind="related",
        words=35,
        patterns=(
            r"^(?:more|related|see also|see|also read|read also|read more|read next|must[- ]read|read|more on this|don['’]t miss"
            r"|full coverage|watch|recommended|in case you missed it)\s*:\s*\S(?!.*[.]$)",
            r"\S\s+read more$|^read more (?:from|about|on|of)\b",
            r"^(?:more (?:from|on|about)|for more)\b.*(?:https?://|www\.|coverage|news|:|$)(?<![.!?])$",
            r"^related (?:coverage|articles?|stories|content|topics?)\b.{0,120}$",
            r"^\[[^\[\]]{12,160}\]$",
        ),
    ),
)
_REST = (*_WRITERS, *_NOTICES, *_SIGNPOSTS)
