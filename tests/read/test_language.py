"""Language detection."""

from __future__ import annotations

import pytest

from retold.read import read_text
from retold.read.language import detect_language
from retold.settings import ReadSettings

LIMITS = ReadSettings()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The deputy minister said that the talks with the islanders would go on for another week.", "en"),
        ("Přibyslav Dvořáček and Nguyễn Thị Hạnh told Gazeta Północna that Jiří Šťastný had left for Kraków.", "en"),
        ("El presidente dijo ayer que la situación del país es muy difícil y que hay que trabajar más.", "es"),
        ("Der Bürgermeister sagte gestern, dass die alte Mühle am Fluss nicht wieder aufgebaut wird.", "de"),
        ("Le maire a déclaré hier que le vieux moulin au bord de la rivière ne serait pas reconstruit.", "fr"),
        ("Мэр города сказал вчера, что старая мельница у реки не будет восстановлена.", "ru"),
    ],
)
def test_news_is_told_by_its_language_not_by_its_names(text: str, language: str) -> None:
    assert detect_language(text, LIMITS) == language


@pytest.mark.parametrize("text", ["", "Yes.", "12 345 678 --- 9", "Odo Trask, Quillmere"])
def test_too_little_text_tells_no_language(text: str) -> None:
    assert detect_language(text, LIMITS) is None


def test_furniture_does_not_tell_the_language() -> None:
    article = read_text(
        "Der Bürgermeister sagte gestern, dass die alte Mühle am Fluss nicht wieder aufgebaut wird.\n\n"
        "This story has been updated with the remarks of the mayor and with what the police had said on the day of the fire."
    )
    assert article.language == "de"
