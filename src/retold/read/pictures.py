"""The signs of a caption in a line by itself: credits of photographers and agencies, numbers of a gallery, "pictured".

A caption tells what a picture shows, often of another day, and often in the present tense: taken for the report's own words it
becomes an event, a place or a number that the report does not tell.
"""

from __future__ import annotations

from .signs import Sign

_AGENCY = (
    r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Alamy|PA|UPI|ANSA|EFE|DPA|dpa|Xinhua|TASS"
    r"|Associated Press|Press Association|Bloomberg)"
)
_SOURCE = rf"(?:{_AGENCY}|AP Photo|GETTY|Rex(?: Features)?|REX|iStock|SWNS|POLITICO)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
PICTURES = (
    Sign(
        kind="caption",
        words=90,
        hints=(
            *("image", "media", "video", "caption", "photo", "pic", "frame", "sketch", "illustration", "graphic", "foto", "slideshow"),
            *("screenshot", "handout", "courtesy"),
        ),
        patterns=(
            r"^(?:image|media|video) (?:caption|copyright|source|credit)\b",
            r"^media playback is (?:un|not )supported",
            r"^enlarge this image",
            r"\btoggle caption\b|\bhide caption\b",
            r"^in this (?:\w+\.? \d+, \d{4},? )?(?:file )?(?:photo|image|picture|frame)\b.*\b(?:photo|image|picture|file)",
            rf"^in this {_MONTH}\.? \d+(?:, \d{{4}},?)? (?:(?:file|undated|handout|combination) )*(?:photo|image|picture|sketch)",
            rf"^this (?:{_MONTH}\.? \d+(?:, \d{{4}},?)?|undated) (?:(?:file|handout|combination) )*(?:photo|image|picture|sketch|frame)\b",
            r"^(?:an? )?(?:combination of )?file (?:photos?|pictures?|images?)\b",
            r"\bin (?:this|a|an|these)\b[^.]{0,60}\bfile (?:photo|picture|image|photograph|handout)s?\b",
            r"\bplay slideshow\b",
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
        unended=True,
        patterns=(
            # A bare "(Reuters)" closes a report's last paragraph; with a photographer or "Photo" it closes a caption.
            rf"\([^()]{{0,80}}[\w.’'](?:/|, | via | for ){_AGENCY}(?:[/,\s][^()]{{0,40}})?\)(?: More)?$",
            rf"\({_AGENCY}(?:/| [Pp]hoto|, [Ff]ile)[^()]{{0,60}}\)$",
            rf"\[[^\[\]]{{2,80}}/(?:{_AGENCY}|[A-Z][\w. ]{{1,30}})\]$",
            r"(?:/|via |\| ?)(?:Getty Images|AFP|AP|Reuters|REUTERS|EPA|Shutterstock)$",
            r"\bPhotograph: [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*(?:/[\w. ]+)?$",
            r"\b(?:REUTERS|Reuters)/(?!I(?:psos|PSOS))[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,7}(?: - \w+)?$",  # no "Reuters/Ipsos" poll
            r"\s\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} ?/ ?[A-Z][\w&.'’ -]{1,40}\)$",  # (Ann Reed/The Harbour Times)
        ),
    ),
    Sign(
        kind="caption",
        words=120,
        capitals=True,
        hints=("photo", "picture", "image"),
        patterns=(
            r"\b(?:AP|AFP|EPA) ?(?:Photo|PHOTO|Images?|Pictures?)\s?/\s?.{2,120}$",
            r"[—–-]\s?(?:File )?[Pp]hoto(?:graph)?(?: by| courtesy(?: of)?)?:? [A-Z][^.!?\"”]{1,40}$",
            r"(?<=[.!?…)\]\"”'’]\s)(?:Photos?|Photographs?|Pictures?|Images?)(?: [Cc]redits?)?(?:\s?:| by)\s?"
            r"[A-Z©][\w.'’&]*(?:[ ,/]+[A-Z©][\w.'’&]*){0,7}$",
        ),
    ),
    Sign(
        kind="caption",
        words=120,
        capitals=True,
        unended=True,
        hints=("| ",),
        patterns=(rf"\|\s(?:[A-Z][\w.'’-]+ ){{1,3}}?[A-Z][\w.'’-]+/{_SOURCE}\b",),
    ),
    Sign(
        kind="caption",
        words=120,
        least=6,
        capitals=True,
        unended=True,
        patterns=(
            rf"(?<=[a-z]\s)\({_SOURCE}(?:/{_SOURCE})*\)$",
            rf"(?<=\w\s)(?:{_SOURCE}/)?(?:Getty(?: Images)?|GETTY|REUTERS|Shutterstock|Alamy|iStock|Rex Features|SWNS)$",
        ),
    ),
    Sign(kind="caption", words=160, patterns=(r"^\d{1,3} of \d{1,3}\.\s+\S", r"^facebook twitter pinterest\s+\S")),
    Sign(
        kind="caption",
        words=60,
        capitals=True,
        patterns=(
            r"^(?:(?:[A-Z][A-Z ]{2,40}•)?GETTY|REX|SWNS|Barcroft Media"
            r"|(?:Handout|Getty|Reuters|AFP|EPA|PA|AP|Alamy|Rex) - (?:Getty|Contributor|Handout|Reuters|AFP|EPA|Alamy|Stringer)) "
            r"(?=[A-Z0-9])(?!.*[.!:][\"'”’]?$)",
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
        patterns=(
            rf"^(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}} ?(?:/|\||,| via | for )\s*)*{_AGENCY}(?: ?[/-] ?\S+(?: Images)?){{0,3}},?$",
        ),
    ),
    Sign(kind="caption", words=6, patterns=(r"^(?:photos?|videos?|images?|gallery|slideshow)\s*(?:\(\d+ images?\))?:?$",)),
)
