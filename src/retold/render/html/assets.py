"""Templates, styles and scripts that ship with the package, and the policy that lets a browser run only these."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

SCRIPTS = ("vendor/cytoscape.min.js", "vendor/cytoscape-dagre.min.js", "assets/page.js")
"""In the order in which they run."""
STYLE = "assets/page.css"
LICENCES = "vendor/LICENSES.md"

_UNSAFE_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@cache
def asset(name: str) -> str:
    """Text of a file of this package, line ends as LF."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def content_security_policy() -> str:
    """Nothing may be loaded; only the page's own scripts and style run, known by their hashes."""
    scripts = " ".join(_hash(asset(name)) for name in SCRIPTS)
    rules = (
        "default-src 'none'",
        f"script-src {scripts}",
        f"style-src {_hash(asset(STYLE))}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def script_json(value: Any) -> str:
    """JSON that can stand inside a script element: no character of it can end the element or open a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)


def environment() -> Environment:
    """Jinja2 over the package's templates; everything is escaped, an unknown name is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: asset(f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
