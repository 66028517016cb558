"""One HTML file that loads nothing, to be read, sent by mail, kept: a dossier, or articles with their quotations coloured by speaker."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Annotated, Dossier

__all__ = ["render_article", "render_articles", "render_html"]


def render_html(dossier: Dossier) -> str:
    """The dossier as a self-contained page, the same for the same dossier, byte for byte.

    Needs no network and works without scripts. All text of articles is escaped. Spans outside an article are cut to its length.
    """
    from markupsafe import Markup

    from ..views.account import begin
    from ..views.words import KINDS, RELATIONS
    from . import assets
    from .marks import fit
    from .page import page

    template = assets.environment().get_template("page.html.j2")
    style, script = assets.dossier_style(), assets.asset(assets.SCRIPT)
    html = template.render(
        page=page(dossier),
        relations=RELATIONS,
        kinds=KINDS,
        begin=begin,
        policy=assets.content_security_policy(style, [script]),
        style=Markup(style),
        script=Markup(script),
    )
    return fit(html)


def render_articles(annotated: Sequence[Annotated]) -> str:
    """Annotated articles as a self-contained page without scripts: who says what, coloured and numbered by speaker.

    The same for the same articles, byte for byte; spans outside an article are cut to its length, all text is escaped.
    """
    from markupsafe import Markup

    from ...version import __version__
    from . import assets
    from .article import sheet
    from .marks import fit

    template = assets.environment().get_template("sheets.html.j2")
    style = assets.article_style()
    html = template.render(
        sheets=[sheet(one, f"a{number}") for number, one in enumerate(annotated, 1)],
        policy=assets.content_security_policy(style),
        style=Markup(style),
        version=__version__,
    )
    return fit(html)


def render_article(annotated: Annotated) -> str:
    """One annotated article as a fragment with its own style, for a notebook or another page: what ``render_articles`` shows of it."""
    from hashlib import sha256

    from markupsafe import Markup

    from . import assets
    from .article import sheet
    from .marks import fit

    anchor = "retold-" + sha256(annotated.article.id.encode("utf-8", "replace")).hexdigest()[:8]  # ids of other cells must differ
    template = assets.environment().get_template("fragment.html.j2")
    return fit(template.render(sheet=sheet(annotated, anchor), style=Markup(assets.article_style())))
