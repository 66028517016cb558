"""The command: formats, lengths, what it refuses, and what it says before a model is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from retold.cli import app
from retold.errors import UsageError
from retold.records import dossier_from_json

POST = (
    "Weir of Sundmar stays shut\n\nThe council of Sundmar has closed the weir after 14 seals were found dead, Mayor Ola Strand "
    "said on Tuesday.\n\n“We will not open the weir while a single seal is missing,” Strand said.\n"
)
ECHO = (
    "Sundmar shuts its weir\n\nThe council of Sundmar has shut the weir after at least 16 seals were found dead, Mayor Ola Strand said.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> str:
    (tmp_path / "post.txt").write_text(POST, "utf-8")
    (tmp_path / "echo.txt").write_text(ECHO, "utf-8")
    return str(tmp_path)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_a_brief_of_two_reports(reports: str, format: str) -> None:
    result = CliRunner().invoke(app, ["brief", reports, "--format", format], catch_exceptions=False)
    assert result.exit_code == 0
    assert "Ola Strand" in " ".join(result.stdout.split())
    assert "two reports" in " ".join(result.stdout.split())


def test_json_is_a_dossier_with_a_brief(reports: str) -> None:
    result = CliRunner().invoke(app, ["brief", reports, "--format", "json", "--length", "full"], catch_exceptions=False)
    brief = dossier_from_json(result.stdout).brief
    assert brief is not None
    assert all(sentence.evidence for section in brief.sections for sentence in section.sentences)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--length", "endless"], "no brief of length 'endless'"),
        (["--format", "tei"], "no format 'tei'"),
        (["--llm", "http://localhost/v1"], "--llm URL and --model NAME go together"),
        (["--model", "small"], "--llm URL and --model NAME go together"),
    ],
)
def test_a_wrong_call_is_one_clear_sentence(reports: str, options: list[str], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        CliRunner().invoke(app, ["brief", reports, *options], catch_exceptions=False)
