"""An invented annotated article with everything that can go wrong on its page, for the tests of page and notebook."""

from __future__ import annotations

import hashlib

from retold.records import Alias, Annotated, Article, Nested, Occasion, Part, Quotation, Span, Speaker

TEXT = """By Ilse Varn

Ferry stays in port, says “never again” minister

Port minister Marit Oskelund said on Monday that the “ice queen” of Osk would stay in port. 🚢 “Captain Brandt told me ‘no boat of \
mine goes out’, and I believed him,” she told the Harbour Post.

“That was a mistake <script>alert("osk")</script> & <b>no joke</b>,

“and I will not make it twice,” said the minister, who hopes to reopen the line in May.

“Somebody should have asked us,” a pilot said. “Nobody does.”

Share this story • Tweet • Print"""


def at(words: str, *, after: str = "") -> Span:
    """Where the words stand in the text, behind ``after``; fails where they do not."""
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


OSKELUND = Speaker(name="she", canonical="Marit Oskelund", span=at("she"))
BRANDT = Speaker(name="Captain Brandt", canonical="Tollef Brandt", span=at("Captain Brandt"))
PILOT = Speaker(name="a pilot", canonical="a pilot", span=at("a pilot"))


def said(number: int, spans: tuple[Span, ...], speaker: Speaker | None = OSKELUND, **fields: object) -> Quotation:
    given: dict[str, object] = {"kind": "direct", "type": "speech", "confidence": 0.93, **fields}
    return Quotation(id=f"ferry/q{number}", spans=spans, speaker=speaker, **given)  # type: ignore[arg-type]


def ferry() -> Annotated:
    """Two named speakers and a guess, one quoted by another, an attitude, scare quotes, somebody unknown, markup in the text."""
    brandt = Nested(spans=(at("no boat of mine goes out"),), speaker=BRANDT, cue=at("told", after="Captain"))
    to_post = Occasion(label="told the Harbour Post", date="2031-03-03", place="Vellmar")
    quotations = (
        said(1, (at("Ferry stays in port"),), kind="indirect", cue=at("says")),
        said(2, (at("the “ice queen” of Osk would stay in port"),), kind="mixed", cue=at("said"), addressee="reporters"),
        said(3, (at("ice queen"),), None, type="other"),
        said(
            4,
            (at("Captain Brandt told me ‘no boat of mine goes out’, and I believed him,"),),
            cue=at("told", after="she"),
            occasion=to_post,
            nested=(brandt,),
        ),
        said(5, (at('That was a mistake <script>alert("osk")</script> & <b>no joke</b>,'), at("and I will not make it twice,"))),
        said(6, (at("to reopen the line in May"),), kind="indirect", type="attitude", cue=at("hopes")),
        said(7, (at("Somebody should have asked us,"),), PILOT, uncertain=True, confidence=0.41),
        said(8, (at("Nobody does."),), None, unknown_because="nobody is named beside it"),
    )
    byline, title, share = (
        at("By Ilse Varn"),
        at("Ferry stays in port, says “never again” minister"),
        at("Share this story • Tweet • Print"),
    )
    article = Article(
        id="ferry",
        outlet="Harbour Post",
        url="https://post.example/ferry",
        title=TEXT[slice(*title)],
        byline=("Ilse Varn",),
        published="2031-03-03",
        language="en",
        text=TEXT,
        parts=(Part(kind="byline", span=byline), Part(kind="title", span=title), Part(kind="related", span=share)),
        furniture=(byline, share),
        digest=hashlib.sha256(TEXT.encode()).hexdigest(),
    )
    alias = Alias(canonical="Marit Oskelund", kind="person", forms=("Marit Oskelund", "Oskelund"), roles=("port minister",))
    return Annotated(article=article, analysed=True, quotations=quotations, aliases=(alias,))
