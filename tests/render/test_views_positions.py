"""Where the parties stand, as a reader is shown it."""

from __future__ import annotations

from retold.records import Article, Derivation, Dossier, IndependentSources, Occasion, Position
from retold.render.views.passages import Places
from retold.render.views.positions import positions

TEXT = "Norway is open to talks. Oslo would sign, said Aaland. The union refuses the toll."


def article(id: str, outlet: str) -> Article:
    return Article(id=id, outlet=outlet, url=None, title=None, text=TEXT, digest=id)


def position(actor: str, stance: str, about: str, article: str, state: str | None = None, told_by: str | None = None) -> Position:
    start = TEXT.index(about)
    return Position(
        actor=actor,
        state=state,
        stance=stance,
        toward=None,
        about=about,
        occasion=Occasion(label="town hall") if told_by else None,
        told_by=told_by,
        article=article,
        spans=((start, start + len(about)),),
    )


def dossier(*held: Position) -> Dossier:
    return Dossier(
        retold="0",
        settings="",
        story="talks",
        articles=(article("a", "Harbour Times"), article("b", "Lantern")),
        derivation=Derivation(independent_sources=IndependentSources(confirmed=0, possible=0)),
        positions=held,
    )


def test_a_state_stands_with_all_who_speak_for_it() -> None:
    told = dossier(
        position("Harbour Union", "refuses", "the toll", "a"),
        position("Norway", "open to", "talks", "a", "Norway"),
        position("Jens Aaland", "open to", "talks", "b", "Norway"),
    )
    parties = positions(told, Places(told.articles))
    assert [party.name for party in parties] == ["Norway", "Harbour Union"]
    (standing,) = parties[0].standings
    assert [one.name for one in standing.told] == ["Harbour Times", "Lantern"]
    assert [one.details for one in standing.told] == [(), ("Jens Aaland",)]
    assert [one.words for one in standing.told] == ["talks", "talks"]


def test_who_tells_a_stance_of_another_is_named_with_the_occasion() -> None:
    told = dossier(position("Harbour Union", "refuses", "the toll", "a", told_by="Ines Marlow"))
    ((standing,),) = [party.standings for party in positions(told, Places(told.articles))]
    (one,) = standing.told
    assert one.details[0] == "as Ines Marlow tells it"
    assert any("town hall" in detail for detail in one.details)
    assert one.link is not None


def test_stances_come_in_one_order() -> None:
    told = dossier(position("Norway", "refuses", "the toll", "a", "Norway"), position("Norway", "open to", "talks", "a", "Norway"))
    (party,) = positions(told, Places(told.articles))
    assert [standing.stance for standing in party.standings] == ["open to", "refuses"]
