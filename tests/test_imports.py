"""A folder imports only from the folders above it, and importing the package loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import retold

PACKAGE = Path(retold.__file__).parent

LEVELS = (
    {"version", "records", "errors"},
    {"settings", "data"},
    {"read"},
    {"annotate"},
    {"group"},
    {"compare"},
    {"check"},
    {"render"},
    {"library", "watch", "bulk", "web"},
    {"__init__"},
    {"output", "dossiers"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: number for number, names in enumerate(LEVELS) for name in names}
HEAVY = {
    "spacy",
    "thinc",
    "sklearn",
    "scipy",
    "numpy",
    "trafilatura",
    "htmldate",
    "lxml",
    "httpx",
    "py3langid",
    "jinja2",
    "onnxruntime",
    "tokenizers",
    "rich",
    "typer",
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    """The file or folder right under the package that a module belongs to."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> set[str]:
    """The parts of the package that a module imports, wherever in its text; ``__init__`` stands for the package itself."""
    here = ("retold", *module.relative_to(PACKAGE).with_suffix("").parts)
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = [*here[: len(here) - node.level]] if node.level else []
            base += node.module.split(".") if node.module else []
            targets = [[*base, alias.name] for alias in node.names]
        else:
            continue
        for target in targets:
            if target[0] == "retold":
                found.add(target[1] if len(target) > 1 and target[1] in LEVEL else "__init__")
    return found


def test_every_part_has_its_level() -> None:
    assert {part_of(module) for module in MODULES} <= set(LEVEL)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_imports_only_from_above(module: Path) -> None:
    here = part_of(module)
    wrong = {part for part in imports(module) if part != here and LEVEL[part] >= LEVEL[here]}
    assert not wrong, f"{here} may import only what stands above it in LEVELS, not {', '.join(sorted(wrong))}"


def test_the_import_finder_sees_every_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    module = tmp_path / "compare" / "pieces.py"
    module.parent.mkdir()
    module.write_text(
        "import retold.render\nfrom retold import group, annotate\nfrom ..read.text import x\nfrom . import pieces\n"
        "from retold import __version__\ndef f():\n    from retold.check import y\n"
    )
    assert imports(module) == {"render", "group", "annotate", "read", "compare", "__init__", "check"}


@pytest.mark.parametrize("module", ["retold", "retold.cli"])
def test_import_is_light(module: str) -> None:
    allowed = {"typer", "rich"} if module == "retold.cli" else set()
    script = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {name.split(".")[0] for name in loaded} & (HEAVY - allowed)
