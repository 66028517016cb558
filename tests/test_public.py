"""The program is enumerated: what is public is documented, and the documents say what the code says."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import typer.core

import retold
from docs import reference
from retold import cli, errors, records

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
UNIT = re.compile(
    r"\b(0 to 1|shares?|cosine|bytes?|letters?|characters?|words?|sentences?|paragraphs?|lines?|seconds?|days?|hours?|hops?|pairs?|"
    r"count|number|odds|likeness|scores?|confidence|details?|length|ratio|parts?|times?|weights?|costs?|points?|probability|nats|bits|percent|articles?|quotations?|names?)\b",
    re.IGNORECASE,
)
"""A unit, or what is counted."""


def classes(file: str) -> list[ast.ClassDef]:
    tree = ast.parse((ROOT / "src" / "retold" / file).read_text(encoding="utf-8"))
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def commands() -> list[str]:
    group = typer.main.get_command(cli.app)
    assert isinstance(group, typer.core.TyperGroup)
    return sorted(name for name, command in group.commands.items() if not command.hidden)


# ---------------------------------------------------------------------------------------------- pages


@pytest.mark.parametrize("page", sorted(reference.PARTS))
def test_the_page_says_what_the_code_says(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == reference.renewed_page(page), "run `make reference`"


@pytest.mark.parametrize("name", retold.__all__)
def test_every_public_name_has_a_docstring_and_stands_in_the_api_page(name: str) -> None:
    thing = getattr(retold, name)
    assert not callable(thing) or (inspect.getdoc(thing) or "").strip()
    assert re.search(rf"`{name}`|^### {name}$", (DOCS / "api.md").read_text(encoding="utf-8"), re.MULTILINE)


# ---------------------------------------------------------------------------------------------- records, errors, settings


@pytest.mark.parametrize("node", classes("records.py"), ids=lambda node: node.name)
def test_every_record_is_public_and_told(node: ast.ClassDef) -> None:
    assert ast.get_docstring(node)
    if node.name == "Record":
        return
    assert node.name in retold.__all__
    page = (DOCS / "records.md").read_text(encoding="utf-8")
    section = page.split(f"\n### {node.name}\n", 1)[1].split("\n### ", 1)[0]
    for field in getattr(records, node.name).__struct_fields__:
        inherited = field not in {ast.unparse(own.target) for own, _ in reference.fields(node)}
        assert inherited or f"`{field}`" in section


def test_every_error_is_public_and_in_the_tree_at_the_top() -> None:
    names = {node.name for node in classes("errors.py")}
    assert names <= set(retold.__all__)
    assert names <= set(re.findall(r"\w+", errors.__doc__ or ""))
    assert all(issubclass(getattr(errors, name), errors.RetoldError) for name in names)


@pytest.mark.parametrize(
    ("group", "field", "said"),
    [
        pytest.param(node.name, field, said, id=f"{node.name}.{ast.unparse(field.target)}")
        for node in classes("settings.py")
        if node.name != "Settings"
        for field, said in reference.fields(node)
    ],
)
def test_every_setting_tells_its_unit(group: str, field: ast.AnnAssign, said: str) -> None:
    name = ast.unparse(field.target)
    assert said, f"{group}.{name} has no docstring: its unit, and where its value was measured"
    if ast.unparse(field.annotation) in {"int", "float"}:
        assert UNIT.search(f"{name.replace('_', ' ')}: {said}"), f"{group}.{name}: neither name nor docstring tells the unit"


# ---------------------------------------------------------------------------------------------- commands


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    plain = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([Path(sys.executable).with_name("retold"), *arguments], capture_output=True, text=True, env=plain, check=False)


@pytest.mark.parametrize("name", ["", *commands()])
def test_help_fits_80_columns_and_the_command_has_its_section(name: str) -> None:
    shown = run(*name.split(), "--help")
    assert shown.returncode == 0
    assert shown.stderr == ""
    assert max(map(len, shown.stdout.splitlines())) <= 80
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert f"\n### {'retold ' + name if name else 'Options of `retold` itself'}\n" in page
    for option in set(re.findall(r"--[a-z][a-z-]+", shown.stdout)):
        assert option in page


def test_every_verb_is_a_function_and_a_command() -> None:
    for verb in ("read", "annotate", "group", "compare", "render"):
        assert verb in retold.__all__
        assert verb in commands()


def test_version() -> None:
    assert run("--version").stdout.split()[-1] == retold.__version__
