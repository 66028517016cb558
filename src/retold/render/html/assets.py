"""Templates, styles and scripts that ship with the package, and the policy that lets a browser run only these."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

SCRIPT = "assets/page.js"


@cache
def asset(name: str) -> str:
    """Text of a file of this package, line ends as LF."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def dossier_style() -> str:
    """Style of the dossier's page; its button sets a theme on the root element."""
    themes = _themes(":root", ':root:not([data-theme="light"])', ':root[data-theme="dark"]')
    return themes + asset("assets/page.css")


def article_style() -> str:
    """Style of annotated articles; all of it is scoped to ``.retold``, and a notebook's own theme goes before the system's."""
    light = ":not([data-jp-theme-light]):not(.vscode-light):not(.vscode-high-contrast-light)"
    dark = ('[data-jp-theme-light="false"]', ".vscode-dark", ".vscode-high-contrast:not(.vscode-high-contrast-light)", 'html[theme="dark"]')
    themes = _themes(".retold", f"body{light}.retold, body{light} .retold", ", ".join(f"{where} .retold" for where in dark))
    return themes + asset("assets/article.css")


def content_security_policy(style: str, scripts: Sequence[str] = ()) -> str:
    """Nothing may be loaded; only the page's own style and scripts, given by their text, run, known by their hashes."""
    rules = (
        "default-src 'none'",
        *(["script-src " + " ".join(map(_hash, scripts))] if scripts else []),
        f"style-src {_hash(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


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


def _themes(light: str, auto: str, dark: str) -> str:
    """The colours as custom properties: light ones by default, dark ones where the system (``auto``) or the page (``dark``) says so."""
    found = tomllib.loads(asset("assets/themes.toml"))
    bright, dim = (
        f"color-scheme: {name}; " + " ".join(f"--{key}: {value};" for key, value in found[name].items()) for name in ("light", "dark")
    )
    return f"{light} {{ {bright} }}\n@media (prefers-color-scheme: dark) {{ {auto} {{ {dim} }} }}\n{dark} {{ {dim} }}\n"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
