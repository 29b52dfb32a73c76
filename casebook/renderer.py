"""One notebook output for charts that every viewer shows without network.

JupyterLab draws the Vega-Lite 5 specification; VS Code draws it too; nbviewer, GitHub, nbconvert and print show the
picture beside it; a terminal gets the description. There is no HTML in the bundle, because JupyterLab would prefer it
to the specification.
"""

import re
from io import BytesIO

import altair as alt
import vl_convert
from PIL import Image

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
MIMETYPE = "application/vnd.vegalite.v5+json"
# The grammar that JupyterLab bundles is 5.6; this is the nearest that vl-convert has.
GRAMMAR = "5.8"
# Travels inside vl-convert, so that a picture does not depend on the fonts of the machine that makes it.
FONT = "Liberation Sans"
HEAVIEST_PICTURE = 90_000
SHARP, BLURRED = 1.5, 0.5
# Larger charts than this many square pixels are likely too heavy when they are drawn sharp, and to draw a picture again
# takes longer than to draw it a little too small.
LARGE, STEP = 500_000, 0.85
SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')
# The menu of Vega has a button without a name, and "Open in the Vega Editor" would send the reader to a network.
NO_MENU = {"actions": False}


def specification(chart: alt.TopLevelMixin) -> dict:
    """The chart as the Vega-Lite 5 specification that JupyterLab draws.

    Parameters
    ----------
    chart : altair chart
        Any Altair chart, of the casebook or of a student.

    Returns
    -------
    dict
        What the notebook keeps under `application/vnd.vegalite.v5+json`.

    Examples
    --------
    >>> import altair as alt
    >>> specification(alt.Chart().mark_point())["$schema"]
    'https://vega.github.io/schema/vega-lite/v5.json'
    """
    return {**chart.to_dict(), "$schema": SCHEMA}


def description(spec: dict) -> str:
    """The chart in words: its own description, else its title, else that it has neither."""
    title = spec.get("title", "")
    title = title.get("text", "") if isinstance(title, dict) else title
    title = " ".join(title) if isinstance(title, list) else title
    return spec.get("description") or title or "A chart without title or description."


def _light(png: bytes) -> bytes:
    """The same picture with 256 colours instead of sixteen million: an eighth of the bytes, flat colours kept."""
    small = BytesIO()
    with Image.open(BytesIO(png)) as large:
        colours = large.convert("RGB").quantize(method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colours.save(small, "PNG", optimize=True)
    return small.getvalue()


def picture(spec: dict) -> tuple[bytes, dict]:
    """The chart as a PNG under 90 kB, and its size on the page in pixels.

    Drawn at one and a half times its size, for print, or as large as its weight allows.
    """
    drawn = {**spec, "config": {**spec.get("config", {}), "font": FONT}}
    svg = vl_convert.vegalite_to_svg(drawn, vl_version=GRAMMAR)
    width, height = (float(side) for side in SIZE.search(svg).groups())
    scale, png = min(SHARP, max(1, SHARP * (LARGE / (width * height)) ** 0.5)), b""
    while not png or (len(png) >= HEAVIEST_PICTURE and scale > BLURRED):
        scale *= min(STEP, HEAVIEST_PICTURE / len(png)) if png else 1
        png = _light(vl_convert.svg_to_png(svg, scale=scale))
    return png, {"width": round(width), "height": round(height)}


def bundle(spec: dict, **_) -> tuple[dict, dict]:
    """What a notebook keeps of one chart, and what it knows about each part."""
    spec = {**spec, "$schema": SCHEMA}
    words = description(spec)
    png, size = picture(spec)
    data = {MIMETYPE: spec, "image/png": png, "text/plain": words}
    return data, {MIMETYPE: {"embed_options": NO_MENU}, "image/png": {"alt": words, **size}}


def enable() -> None:
    """Make Altair show every chart of this kernel through the casebook's bundle.

    `import casebook` does it for a notebook; this is for one that went over to another renderer.
    """
    alt.renderers.register("casebook", bundle)
    alt.renderers.enable("casebook")
