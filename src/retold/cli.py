"""The command ``retold``: arguments only; every verb is the function of its name."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from .dossiers import load_dossiers
from .errors import NothingToRead, RetoldError, UsageError
from .output import DONE, Out, open_out, tell
from .render import FORMATS, SINGLE
from .render.brief import BRIEFS
from .settings import AnnotateSettings, ReadSettings, Settings
from .version import __version__

if TYPE_CHECKING:
    from . import records
    from .compare.corrections import Corrections

FOUND, FAILED = 1, 2
"""Exit statuses beside DONE: --strict and something was rejected; a usage error, or nothing could be read."""

_FEW = 8  # articles, annotated before a bar could be read

app = typer.Typer(
    name="retold",
    help="Many reports of one story, and how it was told: who said what, in which words, and who rewrote whom.",
    epilog="INPUT is a file (text, HTML, JSON Lines), a folder of these, an http(s) URL, or - for standard input.",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich costs a third of a second at start
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, URLs, or - for standard input.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line (its schema: retold schema).")]
Explain = Annotated[bool, typer.Option("--explain", help="Say why each rendition is taken for one, and all evidence of each edge.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Let URLs lead to private and loopback addresses.")]
Tagger = Annotated[
    str | None,
    typer.Option(
        "--tagger",
        metavar="NAME",
        help=f"What finds reported speech: rules, fast or accurate (learned), or a model's folder; else {AnnotateSettings().tagger}.",
    ),
]
Accurate = Annotated[bool, typer.Option("--accurate", help="Find more and err less, but take longer: --tagger accurate.")]
OutletsFile = Annotated[
    str | None,
    typer.Option("--outlets", metavar="FILE", help="Agencies and outlets of your own, beside those that Retold knows (TOML)."),
]
CorrectionsFile = Annotated[
    str | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help="An editor's corrections (TOML); else every retold.corrections.toml that lies in a folder given or beside a file given.",
    ),
]
NoCorrections = Annotated[bool, typer.Option("--no-corrections", help="Leave out a retold.corrections.toml that lies there.")]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Processes that annotate, each with a model of its own.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with status 1 if any input was rejected.")]


def _version(asked: bool) -> None:
    if asked:
        with open_out(None) as out:
            out.write(f"retold {__version__}\n")
        raise typer.Exit


@app.callback()
def _retold(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version and exit.")] = False,
) -> None:
    """Nothing but the options that stand before a command."""


@app.command()
def read(inputs: Inputs, as_json: AsJson = False, output: Output = None, allow_private: Private = False, strict: Strict = False) -> None:
    """Read INPUT and tell what is what: title, outlet, date, furniture."""
    from .records import RejectedLine, read_line, to_json
    from .render.listing import list_article

    reading = _read(inputs, allow_private)
    with open_out(output) as out:
        for article in reading.articles:
            out.write(to_json(read_line(article)).decode() + "\n" if as_json else list_article(article))
        for rejection in reading.rejected if as_json else ():
            out.write(to_json(RejectedLine(rejected=rejection)).decode() + "\n")
    _finish(reading, strict)


@app.command()
def annotate(
    inputs: Inputs,
    as_json: AsJson = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write one HTML page: the text, coloured by speaker.")
    ] = None,
    output: Output = None,
    speech: Annotated[bool, typer.Option("--speech", help="Speech alone, without beliefs, hopes and plans.")] = False,
    accurate: Accurate = False,
    tagger: Tagger = None,
    jobs: Jobs = 1,
    allow_private: Private = False,
    strict: Strict = False,
) -> None:
    """List who says what in each article: speaker, words, cue, to whom, when."""
    from .records import RejectedLine, annotate_line, to_json
    from .render.html import render_articles
    from .render.listing import list_quotations

    settings = _settings(tagger, accurate)
    reading = _read(inputs, allow_private)
    kept: list[records.Annotated] = []
    with open_out(output) as out:
        for found in _annotate(reading.articles, settings, jobs):
            annotated = _speech_of(found) if speech else found
            out.write(to_json(annotate_line(annotated)).decode() + "\n" if as_json else list_quotations(annotated))
            kept += [annotated] if html is not None else []
        for rejection in reading.rejected if as_json else ():
            out.write(to_json(RejectedLine(rejected=rejection)).decode() + "\n")
    if html is not None:
        _write_html(render_articles(kept), html)
    _finish(reading, strict)


@app.command()
def group(inputs: Inputs, as_json: AsJson = False, output: Output = None, allow_private: Private = False, strict: Strict = False) -> None:
    """Tell which articles are about one event."""
    from . import group as group_articles
    from .records import Annotated as AnnotatedArticle
    from .records import GroupLine, RejectedLine, to_json
    from .render.listing import list_stories

    reading = _read(inputs, allow_private)
    stories = group_articles(AnnotatedArticle(article=a, analysed=False) for a in reading.articles)
    with open_out(output) as out:
        if not as_json:
            out.write(list_stories(stories))
        else:
            for story in stories:
                for one in story.articles:
                    out.write(to_json(GroupLine(id=one.article.id, url=one.article.url, story=story.id)).decode() + "\n")
            for rejection in reading.rejected:
                out.write(to_json(RejectedLine(rejected=rejection)).decode() + "\n")
    _finish(reading, strict)


@app.command()
def compare(
    inputs: Inputs,
    as_json: AsJson = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write the dossier as one HTML page.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown.")] = False,
    output: Output = None,
    split: Annotated[bool, typer.Option("--split", help="Compare each story of the input by itself.")] = False,
    corrections: CorrectionsFile = None,
    no_corrections: NoCorrections = False,
    outlets: OutletsFile = None,
    explain: Explain = False,
    accurate: Accurate = False,
    tagger: Tagger = None,
    jobs: Jobs = 1,
    allow_private: Private = False,
    strict: Strict = False,
) -> None:
    """Compare the reports of a story: what was said, in which words, and who rewrote whom."""
    from .render.html import render_html

    if as_json and markdown:
        raise UsageError("--json and --markdown exclude each other: choose one")
    settings = _settings(tagger, accurate, outlets)
    decided = _corrections(inputs, corrections, no_corrections)
    reading = _read(inputs, allow_private, settings)
    dossiers = list(_dossiers(reading, split, settings, jobs, decided))
    _tell_left_out(decided, dossiers)
    with open_out(output) as out:
        for number, dossier in enumerate(dossiers):
            if number and not as_json:
                out.write("\n")
            format = "json" if as_json else "markdown" if markdown else "terminal"
            _print(dossier, format, out, to_file=output is not None, explain=explain)
    if html is not None:
        for number, dossier in enumerate(dossiers, 1):
            path = html if len(dossiers) == 1 else html.with_stem(f"{html.stem}-{number}")
            _write_html(render_html(dossier), path)
    _finish(reading, strict)


@app.command()
def brief(
    inputs: Inputs,
    length: Annotated[str, typer.Option("--length", metavar="LENGTH", help="short, normal or full.")] = "normal",
    format: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(BRIEFS)}.")] = "terminal",
    output: Output = None,
    split: Annotated[bool, typer.Option("--split", help="A brief of each story of the input by itself.")] = False,
    llm: Annotated[
        str | None, typer.Option("--llm", metavar="URL", help="Have an OpenAI-compatible endpoint word it; passages leave the machine.")
    ] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME", help="The endpoint's model; needed with --llm.")] = None,
    corrections: CorrectionsFile = None,
    no_corrections: NoCorrections = False,
    outlets: OutletsFile = None,
    accurate: Accurate = False,
    tagger: Tagger = None,
    jobs: Jobs = 1,
    allow_private: Private = False,
    strict: Strict = False,
) -> None:
    """Tell a story in short: every sentence carries its evidence, and is checked against it."""
    from msgspec.structs import replace

    from .compare.brief import LENGTHS

    if length not in LENGTHS:
        raise UsageError(f"there is no brief of length {length!r}; choose one of {', '.join(LENGTHS)}")
    if format not in BRIEFS:
        raise UsageError(f"a brief has no format {format!r}; choose one of {', '.join(BRIEFS)}")
    if (llm is None) != (model is None):
        raise UsageError("--llm URL and --model NAME go together: give both or neither")
    settings = _settings(tagger, accurate, outlets)
    decided = _corrections(inputs, corrections, no_corrections)
    reading = _read(inputs, allow_private, settings)
    dossiers = list(_dossiers(reading, split, settings, jobs, decided))
    _tell_left_out(decided, dossiers)
    if split and len(dossiers) > 1 and format == "html":
        raise UsageError("an HTML brief holds one story: give the reports of one, or another --format")
    with open_out(output) as out:
        for number, dossier in enumerate(dossiers):
            if number and format != "json":
                out.write("\n")
            told = replace(dossier, brief=_brief(dossier, length, settings, llm, model))
            _print_brief(told, format, out, to_file=output is not None)
    _finish(reading, strict)


@app.command()
def render(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="A dossier written by compare --json, or - for standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}.")] = "terminal",
    output: Output = None,
    explain: Explain = False,
) -> None:
    """Render a dossier that compare --json wrote."""
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    dossiers = list(load_dossiers(dossier))
    if len(dossiers) > 1 and format in SINGLE:
        raise UsageError(f"{dossier} holds {len(dossiers)} dossiers, and a {format} document holds one; split the file by lines")
    with open_out(output) as out:
        for number, one in enumerate(dossiers):
            if number and format != "json":
                out.write("\n")
            _print(one, format, out, to_file=output is not None, explain=explain)


@app.command()
def demo(
    html: Annotated[Path, typer.Option("--html", metavar="FILE", help="Where to write the page.")] = Path("dossier.html"),
) -> None:
    """Compare the six reports of an invented story that ships with Retold."""
    from . import compare as compare_articles
    from . import read_text
    from .data import story_files
    from .render.html import render_html

    articles = [read_text(file.read_text("utf-8"), id=name.removesuffix(".txt")) for name, file in story_files()]
    dossier = compare_articles(list(_annotate(articles)))
    with open_out(None) as out:
        _print(dossier, "terminal", out, to_file=False)
    _write_html(render_html(dossier), html)
    by_path = Path(sys.argv[0]).name == "retold" and not shutil.which("retold")
    command = os.path.relpath(sys.argv[0]) if by_path else "retold"  # make demo calls it by its path
    with open_out(None) as out:
        out.write(
            f"\nThat was an invented story. The same as a page to click through: {html}\n"
            "Now with reports of your own, saved as text or HTML, or by their addresses:\n"
            f"  {command} compare reports/*.txt --html dossier.html\n"
            f"  {command} compare https://… https://… --json > dossier.json\n"
            f"  {command} annotate article.txt\n"
        )


@app.command()
def schema(output: Output = None) -> None:
    """Print the JSON Schema of everything that --json prints."""
    import json

    from .records import json_schema

    with open_out(output) as out:
        out.write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


# ---------------------------------------------------------------------------------------------- what the commands share


def _read(inputs: Sequence[str], allow_private: bool, settings: Settings | None = None) -> records.Reading:
    from . import read as read_inputs

    reading = read_inputs(inputs, settings=settings, stdin=sys.stdin.buffer if sys.stdin else None, allow_private=allow_private)
    for rejection in reading.rejected:
        tell(f"{rejection.input}: {rejection.reason}")
    for warning in reading.warnings:
        tell(warning)
    if not reading.articles:
        raise NothingToRead("nothing could be read" if reading.rejected else "there is no article in what was given")
    return reading


def _corrections(inputs: Sequence[str], file: str | None, none: bool) -> Corrections | None:
    """The corrections of the file given, or of those that lie beside the reports, said on standard error; None: there are none."""
    if none and file:
        raise UsageError("--corrections and --no-corrections exclude each other: choose one")
    from .read.inputs import corrections_beside

    files = [Path(file)] if file else corrections_beside(inputs)
    if none or file == "" or not files:
        return None
    from .compare.corrections import Corrections, read_corrections

    decided = Corrections()
    for path in files:
        found = read_corrections(path)
        number = "1 correction of an editor is" if len(found.entries) == 1 else f"{len(found.entries)} corrections of an editor are"
        tell(f"{path}: {number} used{'' if file else '; --no-corrections leaves them out'}")
        decided += found
    return decided


def _tell_left_out(decided: Corrections | None, dossiers: Sequence[records.Dossier]) -> None:
    """Name the corrections that speak of nothing in any of the stories compared."""
    for number, entry in enumerate(decided.entries if decided else ()):
        told = [dossier.corrections[number] for dossier in dossiers]
        if told and not any(one.applied for one in told):
            tell(f"{entry.where}: not applied: {told[0].text}")


def _settings(tagger: str | None, accurate: bool, outlets: str | None = None) -> Settings:
    if accurate and tagger not in {None, "accurate"}:
        raise UsageError(f"--accurate and --tagger {tagger} exclude each other: choose one")
    chosen = "accurate" if accurate else tagger
    annotate = AnnotateSettings(tagger=chosen) if chosen is not None else AnnotateSettings()
    return Settings(annotate=annotate, read=ReadSettings(outlets=outlets))


def _speech_of(annotated: records.Annotated) -> records.Annotated:
    """An article with its quotations of type speech alone."""
    from msgspec.structs import replace

    return replace(annotated, quotations=tuple(q for q in annotated.quotations if q.type == "speech"))


def _annotate(articles: Sequence[records.Article], settings: Settings | None = None, jobs: int = 1) -> Iterator[records.Annotated]:
    """Annotate one after another, with a progress bar where a person waits for more than a few."""
    from rich.console import Console
    from rich.progress import track

    from .annotate.stream import annotate_stream

    errors = Console(stderr=True)
    found = annotate_stream(articles, settings=settings, jobs=jobs)
    hidden = len(articles) <= _FEW or not errors.is_terminal
    yield from track(found, "Reading quotations", total=len(articles), console=errors, transient=True, disable=hidden)


def _dossiers(
    reading: records.Reading, split: bool, settings: Settings, jobs: int, corrections: Corrections | None
) -> Iterator[records.Dossier]:
    from . import apart, compare, group

    annotated = list(_annotate(reading.articles, settings, jobs))
    if not split:
        others = apart(annotated)
        for one in others:
            tell(f"{one.article}: seems to tell another story: {one.because}; --split compares each by itself")
        yield compare(annotated, settings=settings, apart=others, rejected=reading.rejected, corrections=corrections)
        return
    for story in group(annotated):
        if len(story.articles) == 1:
            tell(f"{story.articles[0].article.id}: no other article tells its story")
        yield compare(story, settings=settings, rejected=reading.rejected, corrections=corrections)


def _print(dossier: records.Dossier, format: str, out: Out, *, to_file: bool, explain: bool = False) -> None:
    if format != "terminal":
        from .render import render

        out.write(render(dossier, format, explain=explain))
        return
    from rich.console import Console

    from .render.terminal import render_terminal

    screen = Console()
    colour = screen.is_terminal and not screen.no_color and not to_file
    out.write(render_terminal(dossier, width=min(screen.width, 100) if screen.is_terminal else 80, colour=colour, explain=explain))


def _brief(dossier: records.Dossier, length: str, settings: Settings, llm: str | None, model: str | None) -> records.Brief:
    """The brief; in a model's words where one is given: what leaves the machine and what was dropped is said on standard error."""
    from .compare.brief import brief as brief_of
    from .compare.brief.endpoint import Endpoint
    from .compare.brief.worded import word

    told = dossier.brief if length == "normal" else None  # compare has made that one
    own = told or brief_of(dossier, length=length, settings=settings.derivation)  # type: ignore[arg-type]  # looked over before
    if llm is None or model is None:
        return own
    worded = word(dossier, own, Endpoint(llm, model, tell=tell, key=os.environ.get("RETOLD_LLM_KEY")), length=length)  # type: ignore[arg-type]
    for dropped in worded.dropped:
        tell(f"dropped: {dropped.text} ({dropped.because})")
    return worded.brief


def _print_brief(dossier: records.Dossier, format: str, out: Out, *, to_file: bool) -> None:
    from rich.console import Console

    from .render.brief import render_brief
    from .render.brief.terminal import brief_terminal

    if format != "terminal":
        out.write(render_brief(dossier, format))
        return
    screen = Console()
    colour = screen.is_terminal and not screen.no_color and not to_file
    out.write(brief_terminal(dossier, width=min(screen.width, 100) if screen.is_terminal else 80, colour=colour))


def _write_html(page: str, path: Path) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: can't be written: {error.strerror}") from error
    tell(f"wrote {path}")


def _finish(reading: records.Reading, strict: bool) -> None:
    if strict and reading.rejected:
        raise typer.Exit(FOUND)


def main() -> NoReturn:
    """Run the command; what goes wrong on purpose is one sentence on standard error and exit status 2."""
    if sys.stderr is None:  # closed by the caller; print() would write to standard output instead
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    warnings.showwarning = lambda message, *_: tell(str(message))  # a sentence, not a line of source
    try:
        app()
    except RetoldError as error:
        tell(str(error))
        sys.exit(FAILED)
    sys.exit(DONE)
