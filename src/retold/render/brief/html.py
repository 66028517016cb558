"""The brief as one HTML page that loads nothing: behind each sentence the passages that bear it, to be opened."""

from __future__ import annotations

from ...records import Dossier
from ..views.brief import brief_parts


def brief_html(dossier: Dossier) -> str:
    """The brief as a self-contained page without scripts, the same for the same dossier; all text of articles is escaped."""
    from markupsafe import Markup

    from ..html import assets
    from ..html.marks import fit

    style = assets.dossier_style() + assets.asset("assets/brief.css")
    template = assets.environment().get_template("brief_page.html.j2")
    html = template.render(dossier=dossier, parts=brief_parts(dossier), policy=assets.content_security_policy(style), style=Markup(style))
    return fit(html)
