"""The documents are executed: their Python runs, their commands print what the page shows."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from retold.data import story_files

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANYTHING = "…"
"""A line of a shown output that stands for any lines, or none."""


def blocks(page: Path, language: str) -> list[str]:
    return [text for found, text in BLOCK.findall(page.read_text(encoding="utf-8")) if found == language]


def calls(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines shown under it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        elif found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0].removesuffix("\\") + line.removeprefix("> "), [])
        else:
            found[-1][1].append(line)
    return [(command, tidy(shown)) for command, shown in found]


def tidy(lines: list[str]) -> list[str]:
    """Lines without blanks at their ends, and without blank lines at the end."""
    return "\n".join(line.rstrip() for line in lines).rstrip().splitlines()


def agrees(printed: list[str], shown: list[str]) -> bool:
    """Whether lines printed are the lines shown, where a shown ``…`` stands for any lines."""
    if not shown:
        return not printed
    if shown[0].strip() == ANYTHING:
        return any(agrees(printed[start:], shown[1:]) for start in range(len(printed) + 1))
    return bool(printed) and printed[0] == shown[0] and agrees(printed[1:], shown[1:])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the documents suppose it: the invented story's reports lie in ``reports/``."""
    (tmp_path / "reports").mkdir()
    for name, file in story_files():
        (tmp_path / "reports" / name).write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if blocks(page, language)]


@pytest.mark.parametrize("page", pages_with("python"), ids=lambda page: page.name)
@pytest.mark.usefixtures("desk")
def test_python_runs(page: Path) -> None:
    """A page's blocks share their names; a block with ``>>>`` must print what it shows."""
    names: dict[str, object] = {"__name__": "__docs__"}
    for block in blocks(page, "python"):
        if not block.startswith(">>> "):
            exec(compile(block, str(page), "exec"), names)
            continue
        test = doctest.DocTestParser().get_doctest(block, names, page.name, str(page), 0)
        said: list[str] = []
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append, clear_globs=False)
        names |= test.globs
        assert not said, "".join(said)


@pytest.mark.parametrize("page", pages_with("console"), ids=lambda page: page.name)
def test_commands_print_what_is_shown(page: Path, desk: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONWARNINGS": "error"}
    for block in blocks(page, "console"):
        for command, shown in calls(block):
            assert re.match(r"(\.venv/bin/)?retold\b", command), f"a console block runs only retold, not {command}"
            done = subprocess.run(
                ["bash", "-c", command.removeprefix(".venv/bin/")],
                cwd=desk,
                env=plain,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                check=False,
            )
            same = agrees(tidy(done.stdout.splitlines()), shown)
            assert same, f"{page.name} shows another output of {command} than\n{done.stdout}"
            assert "Traceback" not in done.stdout


@pytest.mark.parametrize("page", pages_with("sh"), ids=lambda page: page.name)
def test_make_knows_what_is_told_to_make(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = [word for block in blocks(page, "sh") for words in re.findall(r"^make ([a-z ]+)", block, re.MULTILINE) for word in words.split()]
    assert set(told) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|srcset|href)=\"([^\"#]+)\"", page.read_text(encoding="utf-8"))
    for target in (one or other for one, other in targets):
        assert target.startswith("https://") or (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_names_a_language_that_is_known(page: Path) -> None:
    fences = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("```")]
    opened = [fence.removeprefix("```") for fence in fences[::2]]
    assert set(opened) <= {"python", "console", "text", "sh", "json", "toml", "{toctree}"}


def test_agreement_of_shown_and_printed() -> None:
    assert agrees(["a", "b", "c"], ["a", ANYTHING, "c"])
    assert agrees(["a", "c"], ["a", ANYTHING, "c"])
    assert agrees([], [])
    assert not agrees(["a", "b"], ["a"])
    assert not agrees(["a"], ["a", "b"])
    assert not agrees(["a", "b", "c"], [ANYTHING, "b"])
    assert calls("$ retold a \\\n> --b\nx\n\n$ retold c\n") == [("retold a --b", ["x"]), ("retold c", [])]
