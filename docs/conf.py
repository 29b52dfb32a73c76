"""The site: `make site` writes it to build/site."""

import sys
from importlib.metadata import version as installed
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "_extensions"))

project = "Thirteen Days in January"
author = "the contributors to Thirteen Days in January"
copyright = "2026, the contributors. Code: MIT. Tables and prose: CC BY 4.0. The article belongs to its publisher"
release = installed("casebook")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "chapters", "chart", "names"]
exclude_patterns = ["_extensions"]

# Outputs are those that were saved.
nb_execution_mode = "off"
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

# One backtick in a docstring is code, as in a notebook.
default_role = "code"
napoleon_google_docstring = False
napoleon_use_rtype = False
autodoc_typehints = "none"

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["site.css"]
# The repository has the sources.
html_copy_source = False
html_show_sourcelink = False
# A summary would fetch each page that is found, which a browser refuses on a page opened from a folder.
html_show_search_summary = False
