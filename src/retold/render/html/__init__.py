"""A dossier as one HTML file that loads nothing: to be read, sent by mail, kept."""

from __future__ import annotations

from ...records import Dossier

__all__ = ["render_html"]


def render_html(dossier: Dossier) -> str:
    """The dossier as a self-contained page, the same for the same dossier, byte for byte.

    Needs no network and works without scripts. All text of articles is escaped. Spans outside an article are cut to its length.
    """
    from markupsafe import Markup

    from ..views.words import KINDS, RELATIONS
    from . import assets
    from .marks import fit
    from .page import page

    template = assets.environment().get_template("page.html.j2")
    html = template.render(
        page=page(dossier),
        relations=RELATIONS,
        kinds=KINDS,
        policy=assets.content_security_policy(),
        style=Markup(assets.asset(assets.STYLE)),
        scripts=[Markup(assets.asset(name)) for name in assets.SCRIPTS],
        licences=assets.asset(assets.LICENCES),
    )
    return fit(html)
