"""How the documents are built: ``make docs``."""

from retold.version import __version__ as release

project = "Retold"
copyright = "the authors of Retold, Apache-2.0"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"Retold {release}"
html_copy_source = False
html_show_sphinx = False
nitpicky = True
templates_path: list[str] = []
