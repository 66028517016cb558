"""The command as a person runs it: what it prints, where, and with which exit status; never a traceback."""

from __future__ import annotations

import errno
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import retold
from retold.data import story_files
from retold.records import Dossier, dossier_from_json
from retold.render import FORMATS

EELS = """Eels are back in the lagoon, says minister

By Ruta Holm
Saltmarsh Herald, May 3, 2031

“Nobody who fishes here will pay a toll before the eels come back,” Ottoline Brandvik, the fisheries minister, told the Saltmarsh \
Herald on Friday. The fishermen of the lagoon mended their nets and counted eels at the sluice all week.
"""
BELLS = """Chapel bells of Kellin may ring at dawn again

The council of Kellin voted on Tuesday to let its three chapels ring their bells at dawn. “Each chapel may ring as it did when my \
grandmother was a girl,” said Mayor Edda Quill. Bell ringers had protested for a year in front of the town hall.
"""


class Run:
    """What one run of the command left behind."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status, self.out, self.err = status, out.decode(), err.decode("utf-8", "replace")
        assert "Traceback" not in self.err, self.err

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "CLICOLOR_FORCE", "TTY_COMPATIBLE"}}
    return {**kept, **more}


def run(
    *arguments: str | Path, stdin: bytes | None = None, cwd: Path | None = None, env: Mapping[str, str] | None = None, shell: str = ""
) -> Run:
    """Run the command; ``shell`` is what follows it in a shell ("| head -1")."""
    command: list[str] = [sys.executable, "-m", "retold", *map(str, arguments)]
    if shell:
        command = ["bash", "-c", f'set -o pipefail; "$@" {shell}', "bash", *command]
    given: dict[str, Any] = {"input": stdin} if stdin is not None else {"stdin": subprocess.DEVNULL}
    done = subprocess.run(command, capture_output=True, cwd=cwd, env=environment(**(env or {})), check=False, timeout=120, **given)
    return Run(done.returncode, done.stdout, done.stderr)


def in_terminal(*arguments: str | Path, env: Mapping[str, str]) -> str:
    """What the command writes to a terminal 80 columns wide."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "retold", *map(str, arguments)]
    shown = environment(TERM="xterm-256color", COLUMNS="80", **env)
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=subprocess.DEVNULL, env=shown)
    os.close(side)
    read = b""
    try:
        while select.select([main], [], [], 60)[0] and (more := os.read(main, 65536)):
            read += more
    except OSError as error:  # how Linux says that the other side is closed
        if error.errno != errno.EIO:
            raise
    finally:
        os.close(main)
        process.wait(60)
    return read.decode().replace("\r\n", "\n")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the invented story and a file that is no text."""
    folder = tmp_path_factory.mktemp("reports")
    for name, file in story_files():
        (folder / name).write_bytes(file.read_bytes())
    (folder / "scan.txt").write_bytes(b"%PDF-1.7\x00\x01\x02\xff" * 40)
    return folder


@pytest.fixture(scope="module")
def two_stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports of one story and one of another."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "herald.txt").write_text(EELS, encoding="utf-8")
    (folder / "echo.txt").write_text(EELS.replace("Saltmarsh Herald, ", "Lagoon Echo, ").replace("Holm", "Bakke"), encoding="utf-8")
    (folder / "kellin.txt").write_text(BELLS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def compared(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """``compare --json --html FILE``, run once; the dossier and the page lie in the folder."""
    folder = tmp_path_factory.mktemp("compared")
    done = run("compare", reports, "--json", "--html", folder / "direct.html")
    (folder / "dossier.json").write_text(done.out, encoding="utf-8")
    return done, folder


# ---------------------------------------------------------------------------------------------- compare and render


def test_compare_writes_json_and_a_page_and_says_what_it_could_not_read(compared: tuple[Run, Path]) -> None:
    done, folder = compared
    assert done.status == 0
    (line,) = done.lines
    jsonschema.Draft202012Validator(retold.json_schema()).validate(line)
    dossier = dossier_from_json(done.out)
    assert len(dossier.articles) == 6
    assert [Path(r.input).name for r in dossier.rejected] == ["scan.txt"]
    assert re.search(r"^retold: \S*scan\.txt: .+$", done.err, re.MULTILINE)
    assert f"retold: wrote {folder / 'direct.html'}" in done.err
    assert (folder / "direct.html").read_text("utf-8").lstrip().startswith("<!")


def test_render_gives_what_compare_gives(compared: tuple[Run, Path], reports: Path) -> None:
    done, folder = compared
    kept = folder / "dossier.json"
    assert run("render", kept, "-f", "json").out == done.out
    assert run("render", kept, "-f", "html").out == (folder / "direct.html").read_text("utf-8")
    terminal, markdown = run("compare", reports), run("compare", reports, "--markdown")
    assert terminal.out == run("render", kept).out
    assert markdown.out == run("render", "-", "-f", "markdown", stdin=kept.read_bytes()).out
    assert max(map(len, terminal.out.splitlines())) <= 80
    assert "\x1b" not in terminal.out + markdown.out
    assert "⟦would⟧" in terminal.out
    assert markdown.out.startswith("# ")


def test_strict_and_output(reports: Path, tmp_path: Path) -> None:
    done = run("group", reports, "--strict", "--json", "--output", tmp_path / "stories.jsonl")
    assert (done.status, done.out) == (1, "")
    assert len((tmp_path / "stories.jsonl").read_text("utf-8").splitlines()) == 7
    assert run("group", reports, "--json").status == 0


def test_split_compares_each_story_and_without_it_one_is_told_apart(two_stories: Path, tmp_path: Path) -> None:
    whole = run("compare", two_stories, "--json")
    assert [a["article"] for line in whole.lines for a in line["apart"]] == ["kellin"]
    assert "retold: kellin: seems to tell another story: " in whole.err
    split = run("compare", two_stories, "--json", "--split", "--html", tmp_path / "page.html")
    assert sorted(sorted(a["id"] for a in line["articles"]) for line in split.lines) == [["echo", "herald"], ["kellin"]]
    assert "retold: kellin: no other article tells its story" in split.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page-1.html", "page-2.html"]
    both = tmp_path / "both.json"
    both.write_text(split.out, encoding="utf-8")
    assert run("render", both, "-f", "json").out == split.out


# ---------------------------------------------------------------------------------------------- an editor's corrections

DESK = """
[[same]]
passages = [
  { article = "The Vessen Lantern", words = "We did not lock the gates … pays us on Friday" },
  { article = "palinor", words = "It was not us who shut the gates" },
]
note = "one speech in Selvic, put into English twice"

[[speaker]]
words = "robbery with paperwork"
speaker = "Piet Dunmore"

[[apart]]
passages = [
  { article = "lantern", words = "not coming back to market" },
  { article = "coastline", words = "not coming back on the market" },
]

[[edge]]
from = "lantern"
to = "ledger"
is = false

[[edge]]
from = "unseen:Norpress"
to = "ledger"
kind = "condensed"
note = "its desk says so"
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the invented story and an editor's corrections beside its reports."""
    folder = tmp_path_factory.mktemp("desk")
    for name, file in story_files():
        (folder / name).write_bytes(file.read_bytes())
    (folder / "retold.corrections.toml").write_text(DESK, encoding="utf-8")
    return folder


def told_together(dossier: Dossier) -> list[set[str]]:
    """The articles of each utterance."""
    return [{r.article for r in u.renditions} for u in dossier.utterances]


def test_an_agency_of_ones_own_is_credited(tmp_path: Path) -> None:
    own, report = tmp_path / "own.toml", tmp_path / "mill.txt"
    own.write_text('[[outlet]]\nname = "Kelp News Agency"\nkind = "agency"\nforms = ["KNA"]\n', "utf-8")
    lines = ("The old mill of Quillmere burned down on Tuesday night.", "Two firemen were hurt when its roof fell in, KNA reported.")
    report.write_text("\n\n".join(lines), "utf-8")
    sources = [run("compare", report, "--json", *more) for more in ((), ("--outlets", own))]
    names = [[source.name for source in dossier_from_json(done.out).derivation.sources] for done in sources]
    assert names == [[], ["Kelp News Agency"]]
    missing = run("compare", report, "--outlets", tmp_path / "none.toml")
    assert missing.status == 2
    assert "none.toml: the outlets can't be read" in missing.err


def test_corrections_beside_the_reports_are_used_and_shown(desk: Path, compared: tuple[Run, Path]) -> None:
    done = run("compare", desk, "--json", "--strict")
    assert (done.status, done.err.splitlines()[0]) == (
        0,
        f"retold: {desk / 'retold.corrections.toml'}: 5 corrections of an editor are used; --no-corrections leaves them out",
    )
    assert "not applied" not in done.err
    jsonschema.Draft202012Validator(retold.json_schema()).validate(done.lines[0])
    before, after = dossier_from_json(compared[0].out), dossier_from_json(done.out)
    assert [(c.what, c.applied) for c in after.corrections] == [(what, True) for what in ("same", "speaker", "apart", "no-edge", "edge")]
    assert after.rejected == ()
    gates = {"lantern", "coastline", "palinor", "gazette", "digest"}
    assert gates in told_together(after)
    assert gates not in told_together(before)
    (joined,) = [u for u in after.utterances if {r.article for r in u.renditions} == gates]
    assert {r.reasons[0].what for r in joined.renditions} == {"editor"}
    (robbery,) = [u for u in after.utterances if u.speaker == "Piet Dunmore"]
    assert {r.article for r in robbery.renditions} == {"lantern", "coastline"}
    assert {"lantern"} in told_together(after)
    edges = {(e.from_, e.to): e for e in after.derivation.edges}
    assert ("lantern", "ledger") not in edges
    assert edges["unseen:Norpress", "ledger"].evidence[0].what == "editor"
    assert [s.name for s in after.derivation.sources] == ["Norpress"]
    assert before.derivation.independent_sources.confirmed + 1 == after.derivation.independent_sources.confirmed


def test_corrections_are_found_beside_a_file_and_left_out_on_request(desk: Path, tmp_path: Path) -> None:
    files = sorted(desk.glob("*.txt"))
    beside = run("compare", *files, desk / "." / "ledger.txt", desk / "retold.corrections.toml", "--json")
    assert beside.err.count("5 corrections of an editor are used") == 1
    assert beside.out == run("compare", desk, "--json").out
    without = [run("compare", desk, "--json", *more) for more in (["--no-corrections"], ["--corrections", ""])]
    assert without[0].out == without[1].out
    assert without[0].lines[0]["corrections"] == []
    assert "correction" not in without[0].err
    (tmp_path / "mine.toml").write_text('[[speaker]]\nwords = "robbery with paperwork"\nspeaker = "Piet Dunmore"\n', encoding="utf-8")
    named = run("compare", desk, "--json", "--corrections", tmp_path / "mine.toml")
    assert [c["what"] for c in named.lines[0]["corrections"]] == ["speaker"]
    assert f"retold: {tmp_path / 'mine.toml'}: 1 correction of an editor is used\n" in named.err


def test_corrections_outlive_a_change_of_the_reports(desk: Path) -> None:
    some = run("compare", desk / "lantern.txt", desk / "palinor.txt", "--json")
    assert [c["applied"] for c in some.lines[0]["corrections"]] == [True, True, False, False, False]
    assert {"lantern", "palinor"} in told_together(dossier_from_json(some.out))
    told = [line for line in some.err.splitlines() if "not applied" in line]
    assert [line.split(": not applied: ")[0].rsplit("/", 1)[1] for line in told] == [
        "retold.corrections.toml, line 13 ([[apart]] 1)",
        "retold.corrections.toml, line 19 ([[edge]] 1)",
        "retold.corrections.toml, line 24 ([[edge]] 2)",
    ]
    assert all(line.endswith((": no report here is called coastline", ": no report here is called ledger")) for line in told)


def test_a_correction_is_left_out_only_where_no_story_has_it(two_stories: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.toml"
    desk.write_text(
        '[[speaker]]\nwords = "each chapel may ring"\nspeaker = "Odd Quill"\n[[speaker]]\nwords = "no such"\nspeaker = "Odd Quill"\n'
    )
    split = run("compare", two_stories, "--json", "--split", "--corrections", desk)
    assert sorted([c["applied"] for c in line["corrections"]] for line in split.lines) == [[False, False], [True, False]]
    assert [line for line in split.err.splitlines() if "not applied" in line] == [
        f"retold: {desk}, line 4 ([[speaker]] 2): not applied: “no such” was said by Odd Quill: "
        "no quotation in these reports has these words"
    ]


def test_corrections_that_are_malformed_or_contradict_each_other(two_stories: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.toml"
    desk.write_text('[[speaker]]\nword = "toll"\nspeaker = "Odd Quill"\n')
    done = run("compare", two_stories, "--corrections", desk)
    assert (
        sentence(done) == f"retold: {desk}, line 1 ([[speaker]] 1): there is no “word” here; it can have words, speaker, article and note"
    )
    desk.write_text('[[edge]]\nfrom = "echo"\nto = "herald"\n\n[[edge]]\nfrom = "herald"\nto = "echo"\n')
    assert re.search(
        r"line 5 \(\[\[edge\]\] 2\): closes a circle with .*line 1", sentence(run("compare", two_stories, "--corrections", desk))
    )


def test_a_file_of_corrections_is_no_report(desk: Path) -> None:
    for command in ("read", "annotate", "group"):
        done = run(command, desk, "--json", "--strict")
        assert (done.status, "corrections" in done.err) == (0, False)
    assert sentence(run("read", desk / "retold.corrections.toml")) == "retold: there is no article in what was given"
    assert sentence(run("compare", "x" * 5000)) == "retold: nothing could be read"


# ---------------------------------------------------------------------------------------------- read, annotate, group, schema


def test_standard_input_and_lists(two_stories: Path) -> None:
    read = run("read", "-", "--json", stdin=EELS.encode())
    (line,) = read.lines
    assert (line["id"], line["title"], line["text"]) == ("stdin", EELS.split("\n", maxsplit=1)[0], EELS)
    jsonschema.Draft202012Validator({"$defs": retold.json_schema()["$defs"], "$ref": "#/$defs/Article"}).validate(line)
    assert run("read", two_stories / "herald.txt").out.startswith("herald\n  title    Eels are back")
    listed = run("group", two_stories)
    assert re.search(r"^  kellin  Chapel bells", listed.out, re.MULTILINE)


def test_json_lines_of_annotate_and_group(two_stories: Path) -> None:
    validator = jsonschema.Draft202012Validator(retold.json_schema())
    annotated = run("annotate", two_stories, "no-such-file.txt", "--json")
    assert annotated.status == 0
    grouped = run("group", two_stories, "no-such-file.txt", "--json")
    for line in (*annotated.lines, *grouped.lines):
        validator.validate(line)
    assert [line.get("id") for line in annotated.lines] == ["echo", "herald", "kellin", None]
    assert annotated.lines[-1]["rejected"]["input"] == "no-such-file.txt"
    assert any(q["speaker"]["canonical"] == "Ottoline Brandvik" for q in annotated.lines[1]["quotations"])
    stories = {line["id"]: line["story"] for line in grouped.lines if "id" in line}
    assert stories["echo"] == stories["herald"] != stories["kellin"]


HOPES = """Sluice keeper speaks

“The sluice will open at dawn,” Ottoline Brandvik told reporters. Brandvik hopes to keep it open all summer.
"""


def test_annotate_lists_speaker_words_cue_and_to_whom() -> None:
    shown = run("annotate", "-", stdin=HOPES.encode()).out
    assert "  Ottoline Brandvik\n    “The sluice will open at dawn,”\n    — direct speech; cue “told”; " in shown
    assert "reporters" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_annotate_speech_alone(tmp_path: Path) -> None:
    whole, speech = (run("annotate", "-", "--json", *more, stdin=HOPES.encode()) for more in ([], ["--speech"]))
    ((line,), (cut,)) = whole.lines, speech.lines
    assert {q["type"] for q in line["quotations"]} == {"speech", "attitude"}
    assert cut["quotations"] == [q for q in line["quotations"] if q["type"] == "speech"]
    done = run("annotate", "-", "--speech", "--html", tmp_path / "page.html", stdin=HOPES.encode())
    assert "to keep it open" not in done.out
    assert 'class="q s1 soft"' not in (tmp_path / "page.html").read_text("utf-8")


def test_annotate_writes_a_page_of_all_articles(two_stories: Path, tmp_path: Path) -> None:
    page = tmp_path / "said.html"
    done = run("annotate", two_stories, "--html", page)
    assert (done.status, f"retold: wrote {page}" in done.err) == (0, True)
    html = page.read_text("utf-8")
    assert html.count('<article class="sheet"') == 3
    assert re.search(r'<mark id="a1-q\d" class="q s1" [^>]*data-tip="Ottoline Brandvik', html)
    assert done.out == run("annotate", two_stories).out


def test_accurate_is_a_tagger() -> None:
    short, long = (run("annotate", "-", "--json", *more, stdin=HOPES.encode()) for more in (["--accurate"], ["--tagger", "accurate"]))
    assert (short.status, short.out) == (0, long.out)
    assert run("annotate", "-", "--accurate", "--tagger", "accurate", stdin=HOPES.encode()).status == 0


def test_schema_is_a_schema() -> None:
    schema = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(retold.json_schema()))


def test_demo_writes_a_page_and_says_what_to_try_next(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # a terminal that knows ASCII only
    done = run("demo", cwd=tmp_path, env=plain)
    assert done.status == 0
    assert "Port Ansel" in (tmp_path / "dossier.html").read_text("utf-8")
    assert "dossier.html" in done.out
    assert "retold compare https://… https://…" in done.out


# ---------------------------------------------------------------------------------------------- what goes wrong


def sentence(done: Run) -> str:
    """The last line on standard error, after status 2 and nothing on standard output."""
    assert (done.status, done.out) == (2, "")
    return done.err.splitlines()[-1]


def test_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert sentence(run("compare", tmp_path)) == "retold: nothing could be read"
    assert sentence(run("annotate", tmp_path / "\x1b[31mnowhere.txt")) == "retold: nothing could be read"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "--no-such-option", "x"], r"No such option: --no-such-option"),
        (["no-such-command"], r"No such command"),
        (["compare"], r"Missing argument"),
        (["compare", "x", "--json", "--markdown"], r"^retold: --json and --markdown exclude each other: choose one$"),
        (["annotate", "x", "--accurate", "--tagger", "fast"], r"^retold: --accurate and --tagger fast exclude each other: choose one$"),
        (["compare", "x", "--accurate", "--tagger", "rules"], r"^retold: --accurate and --tagger rules exclude each other: choose one$"),
        (["render", "x", "--format", "pdf"], rf"^retold: there is no format 'pdf'; choose one of {', '.join(FORMATS)}$"),
        (
            ["compare", "x", "--corrections", "y", "--no-corrections"],
            r"^retold: --corrections and --no-corrections exclude each other: choose one$",
        ),
        (["compare", "x", "--corrections", "no-such.toml"], r"^retold: no-such\.toml: can't be opened: No such file or directory$"),
        (["schema", "--output", "no/such/folder/x"], r"^retold: no/such/folder/x: can't be written: No such file or directory$"),
        (["render", "no-such-file.json"], r"^retold: no-such-file\.json: can't be opened: No such file or directory$"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(arguments: list[str], said: str, tmp_path: Path) -> None:
    assert re.search(said, sentence(run(*arguments, cwd=tmp_path)))


@pytest.mark.parametrize(
    "content", [b"", b"no JSON", b"\xff\xfe\x00", b"[]", b"{}", b'{"schema": 7}', b'{"a": 1}\n{"b": 2}\n', b'{"retold": "\xff"}']
)
def test_a_file_that_is_no_dossier(content: bytes) -> None:
    assert "a dossier is what retold compare --json prints" in sentence(run("render", "-", stdin=content))


def broken(dossier: dict[str, Any], how: str) -> dict[str, Any]:
    if how == "newer":
        return {**dossier, "schema": "retold/9"}
    if how == "without articles":
        return {**dossier, "articles": []}
    if how == "twice":
        return {**dossier, "articles": dossier["articles"] * 2}
    return {**dossier, "utterances": [{**dossier["utterances"][0], "renditions": []}]}


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("newer", "its schema is 'retold/9', this Retold reads 'retold/1'"),
        ("without articles", "it names an article that it does not hold: coastline"),
        ("twice", "two of its articles have one id"),
        ("without renditions", "utterance u1 has no rendition"),
    ],
)
def test_a_dossier_that_does_not_hold_together(compared: tuple[Run, Path], how: str, said: str) -> None:
    dossier = json.dumps(broken(compared[0].lines[0], how))
    assert sentence(run("render", "-", stdin=dossier.encode())) == f"retold: -: can't be rendered: {said}"


def test_a_page_that_cannot_be_written(two_stories: Path) -> None:
    for command in ("compare", "annotate"):
        done = run(command, two_stories / "kellin.txt", "--html", "/dev/null/page.html")
        assert done.status == 2
        assert done.err.splitlines()[-1] == "retold: /dev/null/page.html: can't be written: Not a directory"


def test_closed_and_full_streams(compared: tuple[Run, Path]) -> None:
    kept = compared[1] / "dossier.json"
    assert sentence(run("read", "-", shell="<&-")) == "retold: nothing could be read"
    assert sentence(run("render", "-", shell="<&-")) == "retold: -: standard input is closed"
    assert sentence(run("render", kept, shell=">&-")) == "retold: standard output is closed: name a file with --output"
    assert run("render", kept, "-f", "json", "-o", "/dev/null", shell=">&-").status == 0
    assert run("read", "no-such-file.txt", shell="2>&-").out == ""
    if Path("/dev/full").exists():
        assert sentence(run("render", kept, shell=">/dev/full")) == "retold: standard output: can't be written: No space left on device"
        assert sentence(run("schema", "-o", "/dev/full")) == "retold: /dev/full: can't be written: No space left on device"


def test_a_reader_that_has_seen_enough(compared: tuple[Run, Path]) -> None:
    done = run("render", compared[1] / "dossier.json", "-f", "html", shell="| head -c 9")
    assert (done.status, len(done.out), done.err) == (0, 9, "")


def test_an_interrupt_ends_it_quietly() -> None:
    process = subprocess.Popen([sys.executable, "-m", "retold", "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(b"More than a pipe holds, so that it is read for certain. " * 4000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


# ---------------------------------------------------------------------------------------------- colour


def test_colour_in_a_terminal_unless_refused(compared: tuple[Run, Path]) -> None:
    kept = compared[1] / "dossier.json"
    shown = in_terminal("render", kept, env={})
    assert "\x1b[" in shown
    assert "⟦" not in shown
    refused = in_terminal("render", kept, env={"NO_COLOR": "1"})
    assert "\x1b" not in refused
    assert "⟦would⟧" in refused
    assert "⟦would⟧" in run("render", kept, env={"NO_COLOR": "1"}).out
