"""Who took from whom, on invented reports of one invented event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.compare.derivation import derive
from retold.compare.orientation import signs
from retold.compare.pieces import Piece
from retold.compare.reports import prepare
from retold.read.outlets import load_outlets
from retold.records import Annotated, Article, Derivation, Edge, Quotation, Speaker
from retold.settings import Settings

SETTINGS = Settings()


def report(article: str, text: str, outlet: str | None = None, url: str | None = None, published: str | None = None) -> Annotated:
    """An article with naive sentences and every marked passage as a quotation of the only speaker."""
    marked = [match.span(1) for match in re.finditer("“([^”]*)”", text)]
    quotations = tuple(
        Quotation(
            id=f"{article}/q{number}",
            kind="direct",
            type="speech",
            spans=(span,),
            marked=(span,),
            speaker=Speaker(name="Varga", canonical="Ilka Varga", span=None),
            confidence=1.0,
        )
        for number, span in enumerate(marked)
    )
    record = Article(id=article, outlet=outlet or article, url=url, title=None, published=published, text=text, digest=article)
    spans = tuple(match.span() for match in re.finditer(r"\S[^\n]*?(?:[.!?]”?(?=\s)|[.!?]”?$|$)", text, re.MULTILINE))
    return Annotated(article=record, analysed=True, sentences=spans, quotations=quotations)


def pieces(articles: Sequence[Annotated], *groups: Sequence[str]) -> list[list[Piece]]:
    """One cluster for every group of words that begin a quotation; quotations in no group stand alone."""
    clusters: list[list[Piece]] = [[] for _ in groups]
    for one in articles:
        for quotation in one.quotations:
            words = " ".join(one.article.text[a:b] for a, b in quotation.spans)
            piece = Piece(
                quotation=quotation.id, article=one.article.id, spans=quotation.spans, text=words, speaker="Ilka Varga",
                addressee=None, occasion=None, confidence=1.0,
            )  # fmt: skip
            at = next((n for n, group in enumerate(groups) if any(words.startswith(start) for start in group)), None)
            if at is None:
                clusters.append([piece])
            else:
                clusters[at].append(piece)
    return clusters


def derived(articles: Sequence[Annotated], clusters: Sequence[Sequence[Piece]]) -> Derivation:
    return derive(prepare(articles, clusters, load_outlets(), SETTINGS.derivation), settings=SETTINGS)


def edges(derivation: Derivation) -> set[tuple[str, str, bool]]:
    return {(edge.from_, edge.to, edge.directed) for edge in derivation.edges}


def edge(derivation: Derivation, from_: str, to: str) -> Edge:
    return next(edge for edge in derivation.edges if (edge.from_, edge.to) == (from_, to))


INTERVIEW = """Harbour chief Ilka Varga told the Tolvaren Courier on Wednesday that the northern lock will stay shut until spring.
“(If) the gates hold, we’ve no reason to hurry, and we’re not going to drown a town for a timetable,” she said.
Engineers of the firm Oddmark & Sons had found 14 cracks in the lower sill during an inspection on Monday.
Barges loaded with barley and roof slate now wait in three basins below the customs house.
The mayor of Tolvaren, Henrik Sollwey, has asked the province for 2.5 million crowns to pay stranded skippers.
Varga rejected a proposal to open a single gate for an hour each night.
“It’s a door, it isn’t a tap,” she said.
Skippers blocked the swing bridge for two hours on Tuesday with old tyres and a burning mattress.
The province is to decide about emergency money before the carnival begins on 9 February.
"""

REWRITE = """The northern lock will remain closed until spring, according to harbour chief Ilka Varga.
“If the gates hold, there is no reason to hurry, and we will not drown a town for a timetable,” she said.
Engineers from Oddmark & Sons discovered more than a dozen cracks in the lower sill while inspecting it this week.
Barges carrying barley and roof slate are now waiting in basins below the customs house.
Tolvaren’s mayor has asked the province for money with which to pay the stranded skippers.
Varga dismissed the proposal that a single gate be opened for an hour every night.
“It is a door, not a tap,” she said.
Angry skippers blocked the swing bridge for hours this week with tyres and a mattress that was burning.
A decision of the province about emergency money is expected before carnival begins.
"""

CONDENSED = """Tolvaren’s northern lock stays shut until spring, harbour chief Ilka Varga said in an interview with the Tolvaren Courier.
Engineers of Oddmark & Sons found 14 cracks in the lower sill.
Barges with barley and slate wait below the customs house.
“(If) the gates hold, we’ve no reason to hurry,” Varga said.
"""

UNRELATED = """A violin of the maker Amedeo Brusk was sold for ninety thousand florins at an auction in Pellworm.
The buyer, a retired dentist, wants to learn to play on it.
Nobody in the hall had expected more than a third of that sum.
"""

AGENCY = """LUNDBY, March 3 (Reuters) - A ferry with 212 passengers ran aground off the island of Hesselmark late on Sunday.
All passengers were taken off by fishing boats before midnight, the coastguard of Lundby said.
The captain, who had served the line for nineteen years, was taken to hospital with a broken wrist.
Divers are to look at the hull as soon as the wind drops below gale force.
The ferry company has suspended its night crossings until the cause is known.
"""

GROUPS = (("(If) the gates", "If the gates"), ("It’s a door", "It is a door"))


def test_a_reworded_report_without_credit_derives_from_the_interview() -> None:
    articles = [report("courier", INTERVIEW, "Tolvaren Courier"), report("mirror", REWRITE, "Daily Looking-Glass")]
    derivation = derived(articles, pieces(articles, *GROUPS))
    assert edges(derivation) == {("courier", "mirror", True)}
    found = edge(derivation, "courier", "mirror")
    assert found.kind == "rewrite"
    assert {"order", "credit", "altered"} <= {evidence.what for evidence in found.evidence}
    altered = next(evidence for evidence in found.evidence if evidence.what == "altered")
    assert INTERVIEW[slice(*altered.from_spans[0])].startswith("(If) the gates")
    assert REWRITE[slice(*altered.to_spans[0])].startswith("If the gates")


def test_an_alteration_is_shown_and_an_apostrophe_is_none() -> None:
    long = "“" + "The barges will wait below the lock, and " * 5 + "the town’s miller has %s sacks of barley,” Varga told the Courier."
    given = INTERVIEW + long % "ninety" + "\n"
    for text, shown in ((given.replace("ninety", "seventy"), True), (given.replace("’", "'"), False)):
        articles = [report("courier", given, "Tolvaren Courier"), report("mirror", text, "Daily Looking-Glass")]
        reports = prepare(articles, pieces(articles, ("The barges will wait",)), load_outlets(), SETTINGS.derivation)
        found = [sign.evidence.text for sign in signs(reports, "courier", "mirror", SETTINGS.derivation) if sign.evidence.what == "altered"]
        assert bool(found) == shown
        assert all("ninety" in one and "seventy" in one for one in found)


def test_a_condensed_report_with_credit() -> None:
    articles = [report("courier", INTERVIEW, "Tolvaren Courier"), report("brief", CONDENSED, "Evening Brief")]
    derivation = derived(articles, pieces(articles, *GROUPS))
    assert edges(derivation) == {("courier", "brief", True)}
    assert edge(derivation, "courier", "brief").kind == "condensed"


def test_children_of_one_parent_are_not_joined() -> None:
    articles = [
        report("brief", CONDENSED, "Evening Brief"),
        report("courier", INTERVIEW, "Tolvaren Courier"),
        report("mirror", REWRITE, "Daily Looking-Glass"),
    ]
    derivation = derived(articles, pieces(articles, *GROUPS))
    assert edges(derivation) == {("courier", "brief", True), ("courier", "mirror", True)}
    roots = derivation.independent_sources
    assert [(root.name, root.standing) for root in roots.roots] == [("courier", "confirmed")]
    assert (roots.confirmed, roots.possible) == (1, 0)


def test_two_that_copied_one_are_joined_to_it_and_not_to_each_other() -> None:
    lines = INTERVIEW.replace(" told the Tolvaren Courier on Wednesday", " said").splitlines(keepends=True)
    articles = [
        report("a-morning", "".join(lines[:7]), "Morning Post-Echo"),
        report("b-evening", "".join(lines[1:]), "Evening Post-Echo"),
        report("c-source", "".join(lines), "Lundby Ledger"),
    ]
    found = derived(articles, [])
    assert {frozenset((edge.from_, edge.to)) for edge in found.edges} >= {
        frozenset(("a-morning", "c-source")),
        frozenset(("b-evening", "c-source")),
    }
    assert frozenset(("a-morning", "b-evening")) not in {frozenset((edge.from_, edge.to)) for edge in found.edges}


def test_a_copy_with_an_edit() -> None:
    text = INTERVIEW.replace("Barges loaded with barley and roof slate now wait", "Barges loaded with barley now wait")
    articles = [report("courier", INTERVIEW, "Tolvaren Courier"), report("ledger", text, "Westmark Ledger")]
    derivation = derived(articles, pieces(articles, *GROUPS))
    assert edges(derivation) == {("courier", "ledger", True)}
    assert edge(derivation, "courier", "ledger").kind == "copy"


def test_a_rewrite_of_which_the_parent_shows_no_interview_has_no_direction_by_time_alone() -> None:
    text = INTERVIEW.replace("told the Tolvaren Courier", "said")
    articles = [report("one", text, published="2031-02-01"), report("two", text, published="2031-02-02")]
    derivation = derived(articles, [])
    assert [(found.directed, found.kind) for found in derivation.edges] == [(False, "likeness")]
    assert derivation.independent_sources.possible == 1


def test_carriers_of_an_agency_derive_from_it_and_not_from_each_other() -> None:
    edited = AGENCY.replace("who had served the line for nineteen years, ", "")
    silent = AGENCY.replace("LUNDBY, March 3 (Reuters) - ", "")
    articles = [report("one", AGENCY, "Noonday"), report("two", edited, "Westmark Ledger"), report("three", silent, "Evening Brief")]
    derivation = derived(articles, [])
    directed = {(found.from_, found.to) for found in derivation.edges if found.directed}
    assert directed == {("unseen:Reuters", "one"), ("unseen:Reuters", "two"), ("unseen:Reuters", "three")}
    assert len([found for found in derivation.edges if not found.directed]) == 2
    assert [root.name for root in derivation.independent_sources.roots] == ["unseen:Reuters"]
    assert derivation.sources[0].articles == ("one", "three", "two")


def test_two_parents() -> None:
    second = """The province of Westmark has 800 million crowns of debt, auditors told the Saltmarsh Herald.
Its treasurer, Ottoline Brack, will leave the office in June after eleven years.
Schools in four valleys have not been heated since the budget was frozen in December.
Auditors also found that a bridge toll was never handed over to the provincial treasury.
"""
    mixed = """Tolvaren’s lock stays shut until spring, harbour chief Ilka Varga said in an interview with the Tolvaren Courier.
Engineers of Oddmark & Sons found 14 cracks in the lower sill during an inspection.
Barges loaded with barley and slate wait in basins below the customs house.
The province of Westmark has 800 million crowns of debt, auditors told the Saltmarsh Herald.
Its treasurer, Ottoline Brack, will leave her office in June.
"""
    articles = [report("courier", INTERVIEW, "Tolvaren Courier"), report("herald", second, "Saltmarsh Herald"), report("mixed", mixed)]
    derivation = derived(articles, pieces(articles, *GROUPS))
    assert edges(derivation) == {("courier", "mixed", True), ("herald", "mixed", True)}
    assert {found.kind for found in derivation.edges} == {"mixed"}


def test_an_outlet_is_no_source_of_its_own_report() -> None:
    derivation = derived([report("courier", INTERVIEW, "Tolvaren Courier")], [])
    assert derivation.edges == ()
    assert derivation.independent_sources.roots[0].because == ("shows reporting of its own: names itself: “told the Tolvaren Courier”")


def test_own_passages_of_a_rewrite_are_a_possible_source() -> None:
    text = REWRITE + (
        "Provincial minister Dorte Quill said the carnival parade could be moved to the upper market.\n"
        "Quill added that ice skaters should keep away from the empty chamber.\n"
    )
    articles = [report("courier", INTERVIEW, "Tolvaren Courier"), report("mirror", text, "Daily Looking-Glass")]
    roots = derived(articles, pieces(articles, *GROUPS)).independent_sources.roots
    assert [(root.name, root.standing) for root in roots] == [("courier", "confirmed"), ("mirror", "possible")]
    assert "2 passages of Daily Looking-Glass, on Quill" in roots[1].because


POOL = (
    report("courier", INTERVIEW, "Tolvaren Courier", published="2031-02-05"),
    report("mirror", REWRITE, "Daily Looking-Glass"),
    report("brief", CONDENSED, "Evening Brief", published="2031-02-06"),
    report("wire", AGENCY, "Noonday"),
    report("wire-copy", AGENCY, "Westmark Ledger"),
    report("echo", INTERVIEW.replace("told the Tolvaren Courier", "told the Evening Brief"), "Morning Echo"),
    report("gazette", CONDENSED.replace("Tolvaren Courier", "Morning Echo"), "Lockside Gazette"),
)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(POOL), unique_by=lambda one: one.article.id, min_size=1).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    )
)
def test_the_order_of_the_input_changes_nothing(both: tuple[list[Annotated], list[Annotated]]) -> None:
    one, other = both
    assert derived(one, pieces(one, *GROUPS)) == derived(other, pieces(other, *GROUPS)[::-1])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(POOL), unique_by=lambda one: one.article.id, min_size=1))
def test_no_cycles_and_an_unrelated_article_changes_no_edge(some: list[Annotated]) -> None:
    derivation = derived(some, pieces(some, *GROUPS))
    texts = {one.article.id: one.article.text for one in some}
    parents: dict[str, set[str]] = {}
    for found in derivation.edges:
        assert found.evidence
        assert 0 <= found.share <= 1
        assert 0 < found.confidence <= 1
        for evidence in found.evidence:
            assert all(0 <= a < b <= len(texts[found.to]) for a, b in evidence.to_spans)
            assert all(0 <= a < b <= len(texts[found.from_]) for a, b in evidence.from_spans)
        if found.directed:
            parents.setdefault(found.to, set()).add(found.from_)
    while parents:
        free = [article for article, above in parents.items() if not above & parents.keys()]
        assert free, f"a cycle among {sorted(parents)}"
        for article in free:
            del parents[article]
    more = [*some, report("auction", UNRELATED, "Pellworm Weekblad")]
    assert derived(more, pieces(more, *GROUPS)).edges == derivation.edges
