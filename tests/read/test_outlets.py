"""The list of agencies and outlets."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.errors import UsageError
from retold.read.outlets import host, load_outlets

OUTLETS = load_outlets()


def test_no_form_and_no_domain_belongs_to_two() -> None:
    forms = [form.casefold() for outlet in OUTLETS.all for form in {outlet.name.casefold(), *(form.casefold() for form in outlet.forms)}]
    domains = [domain for outlet in OUTLETS.all for domain in outlet.domains]
    assert sorted(set(forms)) == sorted(forms)
    assert sorted(set(domains)) == sorted(domains)
    assert len(OUTLETS.all) >= 80


@pytest.mark.parametrize("form", ["AP", "The Associated Press", "associated press"])
def test_a_form_finds_its_outlet(form: str) -> None:
    found = OUTLETS.by_form(form)
    assert found is not None
    assert (found.name, found.kind) == ("Associated Press", "agency")


@pytest.mark.parametrize(
    ("url", "name"),
    [("https://edition.cnn.com/x", "CNN"), ("www.reuters.com", "Reuters"), ("https://notcnn.com/", None), ("http://[", None)],
)
def test_a_host_finds_its_outlet(url: str, name: str | None) -> None:
    found = OUTLETS.by_domain(url)
    assert (found.name if found else None) == name


def test_names_are_found_in_capitals_and_whole_only() -> None:
    assert [form for form, _ in OUTLETS.find("The Associated Press, AFP and The-CNN-Wire")] == [
        "The Associated Press",
        "AFP",
        "The-CNN-Wire",
    ]
    assert OUTLETS.find("the sun rose; papal maps; an apt reply") == []


def test_all_names_of_an_outlet_are_one() -> None:
    assert len({OUTLETS.identity(name) for name in ("CNN", "cnn.com", "www.cnn.com", "edition.cnn.com")}) == 1
    assert OUTLETS.identity("The Quill") == OUTLETS.identity("quill")
    assert OUTLETS.identity("quill.example") != OUTLETS.identity("courier.example")


def test_a_host_loses_www_and_port() -> None:
    assert host("https://www.Quill.example:8080/x") == "quill.example"
    assert host("http://[") is None


def test_outlets_of_ones_own_stand_beside_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[outlet]]\nname = "Kelp News Agency"\nkind = "agency"\nforms = ["KNA"]\ndomains = ["kelp.example"]\n', "utf-8")
    outlets = load_outlets(str(own))
    found = outlets.by_form("KNA")
    assert found is not None
    assert (found.name, outlets.by_domain("https://www.kelp.example/a")) == ("Kelp News Agency", found)
    assert outlets.by_form("Reuters") is not None
    assert OUTLETS.by_form("KNA") is None


@pytest.mark.parametrize("text", [None, "outlet = 3", "[[outlet]]\nkind = 'agency'", "[[", b"\xff"])
def test_a_file_that_holds_no_outlets_is_refused_in_a_sentence(tmp_path: Path, text: str | bytes | None) -> None:
    own = tmp_path / "own.toml"
    if text is not None:
        own.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsageError, match=r"own\.toml: "):
        load_outlets(str(own))
