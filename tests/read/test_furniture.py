"""Parts of pasted texts: title, byline, dates, credits, captions, boxes and tails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.read import read_text
from retold.read.furniture import furniture, mark
from retold.read.outlets import load_outlets
from retold.records import Article

BODY = (
    "The old mill of Quillmere burned down on Tuesday night, and two firemen were hurt when its roof fell in.\n\n"
    "“We heard the beams crack and ran for the gate,” said Odo Trask, who leads the town's fire brigade.\n\n"
    "Mayor Hanne Lysk said the town would rebuild the mill, which had stood beside the river since 1811.\n\n"
    "Insurers put the damage at four million crowns. What caused the fire is not known yet."
)
CLUTTERED = f"""Quillmere Courier

Local News

Fire destroys the old mill of Quillmere

Wednesday, June 4, 2031 by Petra Oslan

Fire destroys the old mill of Quillmere
The mill on Tuesday - Image © Valley Pictures

{BODY}

Advertisement

Understanding the mill fire

What happened at the mill?

The mill burned down on Tuesday night and two firemen were hurt.

Who leads the brigade?

Odo Trask leads the fire brigade of the town.

© Quillmere Courier 2031
"""


def pieces(article: Article, *kinds: str) -> list[str]:
    return [article.text[slice(*part.span)] for part in article.parts if part.kind in kinds]


def body(article: Article) -> str:
    text, end = "", 0
    for start, stop in article.furniture:
        text, end = text + article.text[end:start], stop
    return text + article.text[end:]


def test_a_cluttered_page_keeps_its_text_and_tells_what_is_what() -> None:
    article = read_text(CLUTTERED)
    assert article.text == CLUTTERED
    assert article.title == "Fire destroys the old mill of Quillmere"
    assert article.outlet == "Quillmere Courier"
    assert article.byline == ("Petra Oslan",)
    assert (article.published, article.published_from) == ("2031-06-04", "text")
    assert pieces(article, "title") == ["Fire destroys the old mill of Quillmere"]
    assert pieces(article, "date", "byline") == ["Wednesday, June 4, 2031", "by Petra Oslan"]
    assert pieces(article, "caption") == ["The mill on Tuesday - Image © Valley Pictures"]
    assert pieces(article, "copyright") == ["© Quillmere Courier 2031"]
    assert pieces(article, "questions")[0] == "Understanding the mill fire"
    assert body(article).split() == ["Fire", "destroys", "the", "old", "mill", "of", "Quillmere", *BODY.split()]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Petra Oslan, Jon Vask, CNN", "byline"),
        ("BY PETRA OSLAN", "byline"),
        ("Quillmere Courier Staff", "byline"),
        ("• Published February 3, 2031", "date"),
        ("Updated 10:15 AM EST, Thu February 6, 2031", "date"),
        ("3 min read", "date"),
        ("Source: AFP", "credit"),
        ("The-CNN-Wire", "credit"),
        ("The Courier’s Jon Vask contributed to this report.", "credit"),
        ("(Reporting by Jon Vask; Editing by Ida Holm)", "credit"),
        ("With files from The Canadian Press", "credit"),
        ("Photo: Jon Vask", "caption"),
        ("The mill before the fire. (AP Photo/Jon Vask, File)", "caption"),
        ("Firemen at the gate. Jon Vask/Getty Images", "caption"),
        ("Getty Images", "caption"),
        ("Image caption The mill stood beside the river", "caption"),
        ("FILE - In this June 3, 2029 file photo, the mill is seen from the bridge.", "caption"),
        ("3 of 7. Firemen look for embers under the fallen roof.", "caption"),
        ("In this June 3 file photo, the mill is seen from the bridge.", "caption"),
        ("This June 3, 2031 photo provided by the town shows the mill.", "caption"),
        ("The mayor beside the mill in a file photo from 2029.", "caption"),
        ("Smoke over the valley on Tuesday. REUTERS/Jon Vask/File Photo", "caption"),
        ("Smoke over the valley on Tuesday. AP Photo/Jon Vask", "caption"),
        ("Smoke over the valley on Tuesday. (Jon Vask/The Quillmere Courier)", "caption"),
        ("Smoke over the valley on Tuesday. (Jon Vask/Reuters) More", "caption"),
        ("The town of Quillmere seen from the bridge (Getty Images)", "caption"),
        ("Smoke over the valley on Tuesday. Photo: Valley Pictures", "caption"),
        ("Smoke over the valley on Tuesday. — File photo by AFP", "caption"),
        ("GETTY The mill had stood beside the river for generations", "caption"),
        ("Getty - Contributor The mill had stood beside the river", "caption"),
        ("Facebook Twitter Pinterest The mill seen from the bridge.", "caption"),
        ("™ & © 2031 Courier Network, Inc. All rights reserved.", "copyright"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "copyright"),
        ("The Courier publishes letters and tips as a service; they need not be ours.", "notice"),
        ("Sign up for our free morning newsletter", "notice"),
        ("We use cookies to improve this site.", "notice"),
        ("Editor’s note: An earlier version misspelled the mayor's name.", "notice"),
        ("This story has been updated with the mayor's remarks.", "notice"),
        ("Newsletter Sign Up Get the news of the valley. You agree to receive mails.", "notice"),
        ("Interested in Fires? Add Fires as an interest to hear all from the valley.", "notice"),
        ("(This story was refiled to mend the spelling of Osk)", "notice"),
        ("Update: This story has been changed since the council met.", "notice"),
        ("An earlier version of this story gave a wrong year.", "notice"),
        ("Jon Vask covers the valley for the Courier. Follow him on Twitter: @jonvask", "notice"),
        ("Ida Holm can be reached at ida@quill.example.", "notice"),
        ("This is breaking news. Check back for updates.", "notice"),
        ("Download the Valley News app for more.", "notice"),
        ("— With assistance by Jon Vask", "credit"),
        ("Reuters and The Associated Press contributed.", "credit"),
        ("Story highlights Firemen search the old mill for embers", "list"),
        ("Story Continued Below", "navigation"),
        ("JUST WATCHED The roof falls in Replay More Videos ... MUST WATCH The roof falls in 01:12", "navigation"),
        ("Play Video The roof of the mill falls in", "navigation"),
        ("Read More Floods close the lower valley road", "related"),
        ("READ THE COUNCIL'S ORDER", "related"),
        ("MOST READ IN NEWS ROAD SHUT Floods close the lower valley road.", "related"),
        ("(For a graphic on fires in the valley, click fires.example.com/map)", "related"),
        ("Follow the Courier on Facebook", "navigation"),
        ("Share this article", "navigation"),
        ("Facebook Twitter WhatsApp", "navigation"),
        ("ADVERTISEMENT", "navigation"),
        ("* * *", "navigation"),
        ("Read more: Floods close the lower valley road", "related"),
        ("[See pictures of the valley after the storm]", "related"),
    ],
)
def test_a_line_of_furniture_is_known_wherever_it_stands(line: str, kind: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    for text in (f"{first}\n\n{line}\n\n{rest}", f"{BODY}\n\n{line}", f"{BODY}\n{line}".replace("\n\n", "\n")):
        article = read_text(text)
        assert pieces(article, kind) == [line.removeprefix("")]
        assert body(article).split() == BODY.split()


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the water had reached the second floor, and the family climbed onto the roof.",
        "Photo agencies were told to keep away from the gate, said Jon Vask of the brigade.",
        "“Share this with your neighbours,” the mayor told them.",
        "The council follows the courts on this question, Lysk said. (Reuters)",
        "Sources close to the mayor said the vote would be put off.",
        "Published figures show that the town had saved nothing for repairs.",
        "Published in 2029, a report had warned the town of fire in old roofs.",
        "Posted on a forum at 21:40, the pictures show the roof before it fell.",
        "Copyright law does not protect a mill, the lawyer argued.",
        "More than forty people had gathered on the bridge by then.",
        "Reuters and other agencies reported the fire an hour later.",
        "Watch towers along the river had been given up in 2019.",
        "• The mill was insured for four million crowns, the company said.",
        "One in three voters had heard of the fire, according to a Reuters/Ipsos poll.",
        "7 of 10 firemen had never seen such a fire.",
        "9/11 was the day that the brigade thought of first.",
        "The council urged the town to sign up for the river watch before winter.",
        "“You should follow me on Twitter @odotrask,” the fireman said.",
        "Holm told the guards to reach him at the gate by noon.",
        "In this photo album of the town the mill stands on every page.",
        "More about the plans of the council:",
        "An earlier version of the plan had left the mill where it stood.",
        "The mill was pictured on every coin of the town.",
        "The story highlights how old the roofs of the valley are.",
        "Related companies of the mill's owner have closed, too.",
    ],
)
def test_running_text_that_begins_like_furniture_stays(line: str) -> None:
    article = read_text(f"{BODY}\n\n{line}\n\nThe inquiry goes on, the police said.")
    assert line.removesuffix(" (Reuters)") in body(article)


@pytest.mark.parametrize(
    ("dateline", "credit"),
    [
        ("(CNN) —", "CNN"),
        ("QUILLMERE (Reuters) -", "Reuters"),
        ("QUILLMERE, June 4 (Reuters) -", "Reuters"),
        ("QUILLMERE, Norland (AP) —", "AP"),
        ("Quillmere, June 4 (ANI):", "ANI"),
        ("QUILLMERE/LOWTOWN (AFP) --", "AFP"),
        ("SAN QUILL, Norland —", None),
    ],
)
def test_datelines_belong_to_the_report_and_give_its_credit(dateline: str, credit: str | None) -> None:
    article = read_text(f"{dateline} {BODY}")
    assert pieces(article, "dateline") == [dateline]
    assert article.credit == ((credit,) if credit else ())
    assert article.furniture == ()


HEADLINE = "Mill fire at Quillmere leaves two firemen hurt"


@pytest.mark.parametrize(
    ("head", "tail", "byline", "published"),
    [
        (
            "Europe\n{title}\nBy Petra Oslan and Jon Vask\n\nJune 4, 20313:20 PM GMT+2 Updated 2 hours ago\n",
            "Suggested Topics:\nEurope",
            2,
            True,
        ),
        (
            "Norland\n{title}\nTown promises to rebuild the landmark beside its river\nPetra Oslan in Quillmere\nWed 4 Jun 2031 15.20 BST",
            "Reuse this content",
            1,
            True,
        ),
        (
            "{title}\nThe mill had stood beside the river since 1811.\n\nBy Petra Oslan\n\nJune 4, 2031",
            "Petra Oslan is the paper's valley editor.",
            1,
            True,
        ),
        ("{title}\n3 hours ago\n\nShare\n\nSave\nPetra Oslan\nValley correspondent, Quillmere", "Related topics\nFires\nNorland", 1, False),
        ("{title}\nBy PETRA OSLAN FOR QUILL ONLINE\nPUBLISHED: 15:20, 4 June 2031", "View comments", 1, True),
        (
            "World / Norland\n{title}\nBy Petra Oslan, CNN\n3 minute read\nUpdated 10:12 AM EDT, Wed June 4, 2031\nLink Copied!\nCNN\n — ",
            "",
            1,
            True,
        ),
        ("# {title}\n*June 4, 2031*", "Tags: fire, norland\nLeave a Reply", 0, True),
    ],
)
def test_heads_and_tails_as_people_copy_them_from_pages(head: str, tail: str, byline: int, published: bool) -> None:
    article = read_text(f"{head.format(title=HEADLINE)}\n{BODY}\n{tail}")
    assert article.title == HEADLINE
    assert article.byline == ("Petra Oslan", "Jon Vask")[:byline]
    assert article.published == ("2031-06-04" if published else None)
    assert body(article).split()[-len(BODY.split()) :] == BODY.split()
    assert body(article).replace("#", "").split() == [*HEADLINE.split(), *BODY.split()]


def test_summary_points_and_risks_are_boxes() -> None:
    text = (
        "Fire destroys the old mill of Quillmere\nJune 4, 2031\nTown News\n\n"
        "Firemen hurt as the roof of a landmark falls in at night\n\n"
        "Summary\n\nA fire has destroyed the mill of Quillmere.\n\n"
        "Key Points\n\nThe mill burned down on Tuesday.\nTwo firemen were hurt.\n\n"
        f"{BODY}\n\n"
        "Risks\n  • Other old buildings may burn.\n  • The town may not find the money.\n"
        "Disclosure\nThis report rests on statements only.\n"
        "Related Articles\nFloods close the lower valley road again\n\nThe road through the valley was closed after a night of...\n"
    )
    article = read_text(text)
    assert article.title == "Fire destroys the old mill of Quillmere"
    assert article.published == "2031-06-04"
    assert body(article).split() == [*article.title.split(), *BODY.split()]
    assert pieces(article, "related")[0] == "Related Articles"
    assert len(pieces(article, "list")) == 6


def test_an_explainer_that_asks_all_along_keeps_its_answers() -> None:
    text = "\n\n".join(["The fire at the mill raises questions.", *(f"{q}\n\n{a}" for q, a in zip(QUESTIONS, ANSWERS, strict=True))])
    assert read_text(text).furniture == ()


QUESTIONS = ["What burned?", "Who was hurt?", "How did it start?", "What comes next?"]
ANSWERS = [
    "The old mill beside the river burned for six hours before the roof fell in.",
    "Two firemen were hurt, one of them badly, the brigade said.",
    "Nobody knows. “We are looking at the cables first,” the inspector said.",
    "The council meets on Monday to talk about the money.",
]


def test_a_bulleted_body_is_no_furniture() -> None:
    text = "The council decided three things on Monday:\n• The mill will be rebuilt.\n• The road will be closed.\n• Taxes will rise."
    assert read_text(text).furniture == ()


def test_teasers_after_a_heading_go_but_a_report_that_follows_stays() -> None:
    assert body(read_text(f"{BODY}\n\nMost read\n\nFloods close road\n\nA new bridge for Lowtown")).split() == BODY.split()
    kept = read_text(f"{BODY}\n\nMost read\n\n{BODY}")
    assert BODY in body(kept)


def test_the_records_title_is_marked_where_it_stands_and_no_paragraph_is_a_title() -> None:
    article = read_text(f"Fire destroys mill\n{BODY}", title="Fire destroys mill")
    assert pieces(article, "title") == ["Fire destroys mill"]
    first = BODY.split("\n", 1)[0]
    assert pieces(read_text(BODY, title=first), "title") == []


def test_a_section_name_given_as_title_gives_way_to_the_repeated_headline() -> None:
    headline = "Fire destroys the mill"
    article = read_text(f"Valley News Norland\n\n{headline}\n\n{headline}\n\n{BODY}", title="Valley News Norland")
    assert article.title == headline
    assert pieces(article, "navigation") == ["Valley News Norland", headline]


def test_a_text_that_is_nothing_but_furniture_is_none() -> None:
    assert read_text("Advertisement\nPhoto: Jon Vask").furniture == ()


_FRAGMENTS = [
    "Advertisement",
    "By Ann Reed",
    "© X 2031",
    "Summary",
    "Risks",
    "• a",
    "Related Articles",
    "What is it?",
    "Title of it",
    "(CNN) — A.",
    BODY,
    "\n",
    "\r\n",
    "\u2028",
    " \u00a0",
]


@given(
    st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=8))).map("\n".join)),
    st.one_of(st.none(), st.text()),
)
def test_parts_are_in_order_apart_and_within_the_text(text: str, title: str | None) -> None:
    parts = mark(text, load_outlets(), title=title).parts
    end = 0
    for part in parts:
        start, stop = part.span
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip()
        end = stop
    assert list(furniture(parts)) == [part.span for part in parts if part.kind not in {"title", "dateline"}]


def test_no_labelled_remark_of_the_shared_stories_lies_in_furniture(shared) -> None:  # type: ignore[no-untyped-def]
    import json

    lost = []
    for story in ("cuba-dialogue", "dev"):
        folder = shared / "stories" / story
        records = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
        articles = {(r["story"], r["article"]): read_text(r["text"], title=r["title"]) for r in records}
        for line in (folder / "quotes.jsonl").read_text("utf-8").splitlines():
            quote = json.loads(line)
            for start, end in quote["spans"] if quote["kind"] == "speech" else ():
                article = articles[quote["story"], quote["article"]]
                lost += [article.text[start:end] for begin, stop in article.furniture if begin < end and start < stop]
    assert lost == []


def test_a_name_above_an_outlets_name_at_the_top_is_the_writers() -> None:
    article = read_text(f"Petra Oslan and Jon Vask\nCNN\n{BODY}", title="The mill burns")
    assert article.byline == ("Petra Oslan", "Jon Vask")
    assert body(article).split() == BODY.split()


def test_a_pointer_in_parentheses_that_closes_a_paragraph_is_furniture() -> None:
    pointer = "(RELATED: Floods Close The Lower Valley Road)"
    assert pieces(read_text(f"{BODY} {pointer}"), "related") == [pointer]


def test_headlines_in_capitals_between_paragraphs_are_those_of_other_reports() -> None:
    shouted = "CIRCUS ELEPHANT FOUND ASLEEP IN THE TOWN HALL"
    more = "\n\n".join(f"Carter number {n} of Quillmere brought slates for the new roof on the same evening." for n in range(1, 5))
    article = read_text(BODY.replace("\n\nMayor", f"\n\n{shouted}\n\nMayor") + f"\n\n{more}", id="x")
    assert [article.text[a:b] for a, b in article.furniture] == [shouted]
