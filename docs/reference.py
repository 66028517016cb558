"""Writes the parts of the documents that repeat the code: records, settings, commands, the Python API, README's picture.

``make reference`` runs it; a test fails where a page no longer says what the code says. A page keeps its own words
around the two marks.
"""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from types import FunctionType

import typer
import typer.core

import retold

DOCS = Path(__file__).resolve().parent
PACKAGE = DOCS.parent / "src" / "retold"
BEGIN, END = "<!-- From here to the next mark written by `make reference` -->", "<!-- Written by hand again -->"
VERBS = ("read", "read_text", "annotate", "group", "apart", "compare", "render")
"""Functions in the order of the flow; others follow."""
RULE = re.compile(r"# -{20,} (.+)")
"""A line of records.py that opens a section."""


def main() -> int:
    """Renew every page and name those that changed."""
    for name in PARTS:
        page, renewed = (DOCS / name).resolve(), renewed_page(name)
        if page.read_text(encoding="utf-8") != renewed:
            page.write_text(renewed, encoding="utf-8")
            print(f"renewed {page.relative_to(DOCS.parent)}")
    return 0


def renewed_page(name: str) -> str:
    """The text of a page as it should be: its own words, and between the marks what the code says today."""
    before, _, rest = (DOCS / name).read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{PARTS[name]().strip()}\n\n{END}{after}"


# ---------------------------------------------------------------------------------------------- records and settings


def records() -> str:
    """All of records.py: value sets, then the records section by section."""
    source = (PACKAGE / "records.py").read_text(encoding="utf-8")
    sections = {number: match[1] for number, line in enumerate(source.splitlines(), 1) if (match := RULE.fullmatch(line))}
    parts = ["## Sets of values\n", *value_sets(ast.parse(source))]
    for node in ast.parse(source).body:
        parts += [f"\n## {sections.pop(number)}" for number in [*sections] if number < node.lineno]
        if isinstance(node, ast.ClassDef) and node.name != "Record":
            parts.append(struct(node))
    return "\n".join(parts)


def settings() -> str:
    """All of settings.py."""
    tree = ast.parse((PACKAGE / "settings.py").read_text(encoding="utf-8"))
    return "\n".join(["## Every setting", *(struct(node) for node in tree.body if isinstance(node, ast.ClassDef))])


def value_sets(tree: ast.Module) -> Iterator[str]:
    """A line for each name that stands for a few fixed words."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and "Literal" in ast.unparse(node.value):
            values = ast.literal_eval(node.value.slice) if isinstance(node.value, ast.Subscript) else ()
            yield f"- **{node.targets[0].id}**: {', '.join(f'`{value}`' for value in values)}"


def struct(node: ast.ClassDef) -> str:
    """One record or group of settings: its docstring and its fields."""
    lines = [f"\n### {node.name}\n", markdown(ast.get_docstring(node) or ""), ""]
    lines += [f"All fields of {base.id}, and:\n" for base in node.bases if isinstance(base, ast.Name) and base.id != "Record"]
    renamed = [ast.literal_eval(keyword.value) for keyword in node.keywords if keyword.arg == "rename"]
    for field, said in fields(node):
        name = ast.unparse(field.target)
        shown = f"`{renamed[0][name]}` (in Python `{name}`)" if renamed and name in renamed[0] else f"`{name}`"
        default = f", default `{ast.unparse(field.value)}`" if field.value else ""
        lines.append(f"- {shown}: `{ast.unparse(field.annotation)}`{default}{'. ' + line(said) if said else ''}")
    return "\n".join(lines)


def fields(node: ast.ClassDef) -> Iterator[tuple[ast.AnnAssign, str]]:
    """The fields of a class, each with the docstring that follows it or ""."""
    for here, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(here, ast.AnnAssign):
            said = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            yield here, str(said)


def markdown(docstring: str) -> str:
    """A docstring's double backticks as Markdown's single ones, its lines joined to paragraphs."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(docstring))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).replace("``", "`")


def line(docstring: str) -> str:
    """A docstring on one line."""
    return " ".join(markdown(docstring).split())


# ---------------------------------------------------------------------------------------------- Python API


def api() -> str:
    """Everything in ``retold.__all__``: functions with their signature, errors and settings, then the records by name."""
    public = {name: getattr(retold, name) for name in [*VERBS, *sorted(set(retold.__all__) - {*VERBS})]}
    functions = [function(name, thing) for name, thing in public.items() if inspect.isfunction(thing)]
    errors = [
        f"- `{name}`: {line(inspect.getdoc(thing) or '')}"
        for name, thing in public.items()
        if inspect.isclass(thing) and issubclass(thing, Exception)
    ]
    taken = [f"`{name}`" for name, thing in public.items() if inspect.isclass(thing) and not issubclass(thing, Exception)]
    values = [f"`{name}`" for name, thing in public.items() if not inspect.isclass(thing) and not inspect.isfunction(thing)]
    return "\n".join(
        [
            "## Functions",
            *functions,
            "\n## Errors\n",
            *errors,
            "\n## Records and settings\n",
            f"Told in [Records](records.md) and [Settings](settings.md): {', '.join(taken)}.",
            *([f"\nBeside them: {', '.join(values)}."] if values else []),
        ]
    )


def function(name: str, thing: FunctionType) -> str:
    """One function: signature as written in the code, then its docstring."""
    node = ast.parse(inspect.getsource(thing)).body[0]
    assert isinstance(node, ast.FunctionDef)
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    arguments = re.sub(r"(?<=[\w\]])=(?=\S)", " = ", ast.unparse(node.args))
    said = markdown(inspect.getdoc(thing) or "")
    return f"\n### {name}\n\n```text\nretold.{name}({arguments}){returns}\n```\n\n{said}"


# ---------------------------------------------------------------------------------------------- commands


def commands() -> str:
    """Every command: usage, what it does, arguments and options."""
    from retold.cli import app

    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    context = typer.Context(group, info_name="retold")
    parts = [command(typer.Context(group.commands[name], info_name=name, parent=context)) for name in group.list_commands(context)]
    return "\n".join(["## Every command", *parts, "\n### Options of `retold` itself\n", *options(context)])


def command(context: typer.Context) -> str:
    """One command: usage line, help, arguments and options."""
    usage = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    said = markdown((context.command.help or "").replace("\b", ""))
    return "\n".join([f"\n### {context.command_path}\n", f"```text\n{usage}\n```\n", said, "", *options(context)])


def options(context: typer.Context) -> Iterator[str]:
    """A line for each argument and option of a command that is not hidden."""
    for parameter in context.command.params:
        if record := parameter.get_help_record(context):
            name, said = record
            yield f"- `{line(re.sub(r' <[^>]+>', '', name))}`: {line(said)}"


# ---------------------------------------------------------------------------------------------- README


def picture() -> str:
    """What ``retold demo`` prints, cut to its head, the first tree of who rewrote whom and the most altered remark."""
    plain = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
    call = [sys.executable, "-m", "retold", "demo", "--html", os.devnull]
    printed = subprocess.run(call, stdout=subprocess.PIPE, check=True, encoding="utf-8", env=plain).stdout
    paragraphs = ["\n".join(map(str.rstrip, paragraph.splitlines())) for paragraph in printed.split("\n\n")]
    (trees,) = [paragraph.splitlines() for paragraph in paragraphs if paragraph.startswith("WHO REWROTE WHOM")]
    (said,) = [number for number, paragraph in enumerate(paragraphs) if paragraph.startswith("WHAT WAS SAID")]
    tree = "\n".join([*trees[:2], *takewhile(lambda under: under[0] in " ├└│", trees[2:])])
    shown = "\n…\n".join([paragraphs[0], tree, "\n\n".join(paragraphs[said : said + 2])])
    return f"```console\n$ retold demo\n{shown}\n…\n```"


PARTS = {"records.md": records, "settings.md": settings, "api.md": api, "commands.md": commands, "../README.md": picture}

if __name__ == "__main__":
    sys.exit(main())
