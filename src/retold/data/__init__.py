"""What ships with the package: the invented story."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def story_folder() -> Traversable:
    """The folder of the invented story: its reports under ``articles/``, its gold beside them."""
    return files(__name__) / "story"


def story_files() -> list[tuple[str, Traversable]]:
    """The reports of the invented story as (file name, file), in order of their names; UTF-8 text as a person would paste it."""
    texts = (story_folder() / "articles").iterdir()
    return sorted(((text.name, text) for text in texts if text.name.endswith(".txt")), key=lambda named: named[0])
