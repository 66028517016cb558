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

from .errors import DossierError, NothingToRead, RetoldError, UsageError
from .output import DONE, Out, open_out, tell
from .settings import AnnotateSettings, Settings
from .version import __version__

if TYPE_CHECKING:
    from . import records

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
    settings = _settings(tagger, accurate)
    reading = _read(inputs, allow_private)
    dossiers = list(_dossiers(reading, split, settings, jobs))
    with open_out(output) as out:
        for number, dossier in enumerate(dossiers):
            if number and not as_json:
                out.write("\n")
            _print(dossier, "json" if as_json else "markdown" if markdown else "terminal", out, to_file=output is not None)
    if html is not None:
        for number, dossier in enumerate(dossiers, 1):
            path = html if len(dossiers) == 1 else html.with_stem(f"{html.stem}-{number}")
            _write_html(render_html(dossier), path)
    _finish(reading, strict)


@app.command()
def render(
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="A dossier written by compare --json, or - for standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help="terminal, html, markdown or json.")] = "terminal",
    output: Output = None,
) -> None:
    """Render a dossier that compare --json wrote."""
    from .render import FORMATS

    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    with open_out(output) as out:
        for number, one in enumerate(_load(dossier)):
            if number and format != "json":
                out.write("\n")
            _print(one, format, out, to_file=output is not None)


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


def _read(inputs: Sequence[str], allow_private: bool) -> records.Reading:
    from . import read as read_inputs

    reading = read_inputs(inputs, stdin=sys.stdin.buffer if sys.stdin else None, allow_private=allow_private)
    for rejection in reading.rejected:
        tell(f"{rejection.input}: {rejection.reason}")
    for warning in reading.warnings:
        tell(warning)
    if not reading.articles:
        raise NothingToRead("nothing could be read" if reading.rejected else "there is no article in what was given")
    return reading


def _settings(tagger: str | None, accurate: bool) -> Settings:
    if accurate and tagger not in {None, "accurate"}:
        raise UsageError(f"--accurate and --tagger {tagger} exclude each other: choose one")
    chosen = "accurate" if accurate else tagger
    return Settings(annotate=AnnotateSettings(tagger=chosen)) if chosen is not None else Settings()


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


def _dossiers(reading: records.Reading, split: bool, settings: Settings, jobs: int) -> Iterator[records.Dossier]:
    from . import apart, compare, group

    annotated = list(_annotate(reading.articles, settings, jobs))
    if not split:
        others = apart(annotated)
        for one in others:
            tell(f"{one.article}: seems to tell another story: {one.because}; --split compares each by itself")
        yield compare(annotated, settings=settings, apart=others, rejected=reading.rejected)
        return
    for story in group(annotated):
        if len(story.articles) == 1:
            tell(f"{story.articles[0].article.id}: no other article tells its story")
        yield compare(story, settings=settings, rejected=reading.rejected)


def _load(path: str) -> Iterator[records.Dossier]:
    """Read dossiers, one a line as --json writes them."""
    import msgspec

    from .records import dossier_from_json

    try:
        if path == "-" and sys.stdin is None:
            raise DossierError("-: standard input is closed")
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise DossierError(f"{path}: can't be opened: {error.strerror}") from error
    lines = [line for line in data.splitlines() if line.strip()]
    if not lines:
        raise DossierError(f"{path}: is empty; a dossier is what retold compare --json prints")
    try:
        found = [dossier_from_json(line) for line in lines]
    except msgspec.MsgspecError:
        try:
            found = [dossier_from_json(data)]
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise DossierError(f"{path}: is no dossier ({error}); a dossier is what retold compare --json prints") from error
    for one in found:
        if broken := _broken(one):
            raise DossierError(f"{path}: can't be rendered: {broken}")
    yield from found


def _broken(dossier: records.Dossier) -> str | None:
    """What keeps a dossier that another program wrote or cut from being rendered; None: nothing."""
    from .records import SCHEMA

    if dossier.schema != SCHEMA:
        return f"its schema is {dossier.schema!r}, this Retold reads {SCHEMA!r}"
    known = {article.id for article in dossier.articles}
    renditions = [r for u in dossier.utterances for r in u.renditions]
    named = {r.article for r in renditions} | {q.article for q in dossier.quotations} | {o.article for o in dossier.only_here}
    named |= {e.to for e in dossier.derivation.edges}
    if named - known:
        return f"it names an article that it does not hold: {min(named - known)}"
    if len(known) < len(dossier.articles):
        return "two of its articles have one id"
    return next((f"utterance {u.id} has no rendition" for u in dossier.utterances if not u.renditions), None)


def _print(dossier: records.Dossier, format: str, out: Out, *, to_file: bool) -> None:
    if format != "terminal":
        from .render import render

        out.write(render(dossier, format))
        return
    from rich.console import Console

    from .render.terminal import render_terminal

    screen = Console()
    colour = screen.is_terminal and not screen.no_color and not to_file
    out.write(render_terminal(dossier, width=min(screen.width, 100) if screen.is_terminal else 80, colour=colour))


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
