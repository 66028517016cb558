"""What a fresh clone is set up from: Makefile, locked requirements, and files that name no machine and no registry."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(lock: Path) -> set[tuple[str, str, str]]:
    """Name, version and marker of everything a lock file pins."""
    return {(name, version, marker) for name, version, marker, _ in PIN.findall(lock.read_text(encoding="utf-8"))}


def name_of(requirement: str) -> str:
    return re.split(r"[\s<>=!~;\[]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_pins_with_hashes_and_nothing_else(lock: Path) -> None:
    rest = PIN.sub("", lock.read_text(encoding="utf-8"))
    assert all(line.lstrip().startswith("#") for line in rest.splitlines() if line)


def test_the_locks_cover_what_the_project_declares() -> None:
    groups = PROJECT["dependency-groups"]
    run = {name_of(one) for one in [*PROJECT["project"]["dependencies"], *groups["build"]]}
    assert run <= {name for name, *_ in pins(ROOT / "requirements" / "run.txt")}
    dev = {name_of(one) for group in groups.values() for one in group}
    assert dev <= {name for name, *_ in pins(ROOT / "requirements" / "dev.txt")}


def test_both_locks_agree() -> None:
    assert pins(ROOT / "requirements" / "run.txt") <= pins(ROOT / "requirements" / "dev.txt")


def project_files() -> list[Path]:
    """The files that belong to the project, by git's word."""
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("needs git and a clone, to tell the project's files from others")
    call = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(call, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_this_machine() -> None:
    hosts = "|".join(["py" + "pi", "python" + "hosted", "npm" + "js", "deb" + "ian"])
    places = "|".join(re.escape(str(place)) for place in (ROOT, ROOT.parent / "shared"))
    wrong = re.compile(rf"\b(?:{hosts})\.(?:org|com|net)\b|(?:{places})\b".encode())
    found = {file.relative_to(ROOT).as_posix(): match[0] for file in project_files() if (match := wrong.search(file.read_bytes()))}
    assert not found


needs_make = pytest.mark.skipif(not shutil.which("make"), reason="needs make")


@needs_make
def test_help_tells_every_target() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (phony,) = re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert [line.split()[1] for line in told.splitlines()] == phony.split()
    assert max(map(len, told.splitlines())) <= 100


@needs_make
@pytest.mark.parametrize("python", ["", "no-such-python"])
def test_setup_without_a_fitting_python_says_what_to_install(python: str, tmp_path: Path) -> None:
    calm = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    call = ["make", "setup", f"PYTHON={python}", f"VENV={tmp_path}/venv"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, env=calm, check=False)
    assert done.returncode != 0
    assert "Retold needs Python 3.11 to 3.14" in done.stderr
    assert "apt install python3-venv" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_ci_takes_every_step_that_make_knows() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    steps = re.findall(r"^step ([a-z]+)$", script, re.MULTILINE)
    steps += [word for words in re.findall(r"^for step in ([a-z ]+); do$", script, re.MULTILINE) for word in words.split()]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"lint", "types", "docs", "test", "evaluate"} == set(steps) <= targets
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.split()[:4] == ["Apache", "License", "Version", "2.0,"]
    assert "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"
