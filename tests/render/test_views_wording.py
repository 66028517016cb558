"""Names for one thing as a reader is shown them: the same words together, others beside them."""

from __future__ import annotations

from retold.records import Article, Derivation, Dossier, IndependentSources, Passage, Wording
from retold.render.views.passages import Places
from retold.render.views.wording import wordings

TEXTS = {
    "Ledger": "The Velmark government closed the office.",
    "Lantern": "The Velmark regime closed it.",
    "Gazette": "Nobody asked the Velmark\nGovernment about it.",
}


def dossier(*entries: Wording) -> Dossier:
    return Dossier(
        retold="0",
        settings="x",
        story="ferry",
        articles=tuple(Article(id=name.lower(), outlet=name, url=None, title=None, text=text, digest=name) for name, text in TEXTS.items()),
        derivation=Derivation(independent_sources=IndependentSources(confirmed=0, possible=0)),
        wording=entries,
    )


def passage(outlet: str, words: str) -> Passage:
    start = TEXTS[outlet].index(words)
    return Passage(article=outlet.lower(), spans=((start, start + len(words)),), text=words)


def test_outlets_with_the_same_words_stand_together() -> None:
    names = (passage("Gazette", "Velmark\nGovernment"), passage("Lantern", "Velmark regime"), passage("Ledger", "Velmark government"))
    shown = dossier(Wording(topic="the rulers of Velmark", names=names))
    (view,) = wordings(shown, Places(shown.articles))
    assert view.topic == "the rulers of Velmark"
    assert [([printed.name for printed in one.printed], one.words) for one in view.worded] == [
        (["Gazette", "Ledger"], "Velmark Government"),
        (["Lantern"], "Velmark regime"),
    ]
    assert [printed.link.article for printed in view.worded[0].printed if printed.link] == ["gazette", "ledger"]


def test_no_wording_no_views() -> None:
    shown = dossier()
    assert wordings(shown, Places(shown.articles)) == ()
