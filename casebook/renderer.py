"""One notebook output for charts that every viewer shows without network.

JupyterLab and VS Code draw the Vega-Lite 5 specification; nbviewer, GitHub, nbconvert and print show the PNG beside
it; a screen reader and a terminal get the description. There is no HTML in the bundle, because JupyterLab would
prefer it to the specification.
"""

import altair as alt
import vl_convert

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
MIMETYPE = "application/vnd.vegalite.v5+json"


def specification(chart: alt.TopLevelMixin) -> dict:
    """The chart as the Vega-Lite 5 specification that JupyterLab draws."""
    spec = chart.to_dict()
    spec["$schema"] = SCHEMA
    return spec


def bundle(spec: dict, **_) -> dict:
    """What a notebook keeps of one chart: the specification, a picture and the description."""
    spec = {**spec, "$schema": SCHEMA}
    return {
        MIMETYPE: spec,
        "image/png": vl_convert.vegalite_to_png(spec, scale=1),
        "text/plain": spec.get("description", "A chart."),
    }


def enable() -> None:
    """Make Altair show every chart of this kernel through the casebook's bundle."""
    alt.renderers.register("casebook", bundle)
    alt.renderers.enable("casebook")
