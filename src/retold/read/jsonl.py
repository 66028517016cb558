"""JSON Lines: one article a line, ``{id?, article?, outlet?, url?, date?, title?, text}``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import UnreadableInput
from ..records import Rejection
from .raw import Raw
from .text import clean


def read_lines(lines: Iterable[str], input: str, stem: str) -> Iterator[Raw | Rejection]:
    """One ``Raw`` or ``Rejection`` for each line that is not blank; ``stem`` makes the id of a record without one."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_record(line, f"{input}:{number}", f"{stem}:{number}")


def read_record(line: str, input: str, fallback: str) -> Raw | Rejection:
    """One line as a record; ``fallback`` is the id of a record without one."""
    try:
        return _record(line, input, fallback)
    except UnreadableInput as error:
        return Rejection(input=clean(error.input), reason=error.reason)


def looks_like_jsonl(text: str) -> bool:
    """Whether the first line that is not blank is a JSON object."""
    first = next((line for line in text.split("\n") if line.strip()), "").strip().removeprefix("\ufeff")
    if not (first.startswith("{") and first.endswith("}")):
        return False
    try:
        return isinstance(_parse(first), dict)
    except ValueError:
        return False


def _record(line: str, input: str, fallback: str) -> Raw:
    try:
        record = _parse(line.removeprefix("\ufeff"))
    except ValueError as error:
        raise UnreadableInput(input, f"the line is not JSON ({error}); each line must be one object") from None
    if not isinstance(record, dict):
        raise UnreadableInput(input, 'the line is not a JSON object such as {"id": …, "text": …}')
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableInput(input, 'the record has no "text", or its text is not a string')
    text = clean(text)
    if not text.strip():
        raise UnreadableInput(input, "the record's text is empty")
    url = _string(record, "url")
    date = _string(record, "date")
    return Raw(
        input=input,
        id=_string(record, "id") or _string(record, "article") or url or fallback,
        text=text,
        outlet=_string(record, "outlet"),
        url=url,
        title=_string(record, "title"),
        published=date,
        published_from="record" if date else None,
    )


def _parse(line: str) -> Any:
    try:
        return json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _string(record: dict[str, Any], field: str) -> str | None:
    """The field as a string without blanks around it; None where it is absent, blank or no string or number."""
    value = record.get(field)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return clean(str(value)).strip() or None
