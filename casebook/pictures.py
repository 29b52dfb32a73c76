"""The picture beside a chart in a published notebook: for code hosts, nbviewer, slides and print.

Drawn from the specification that the output holds, when a notebook is built; a running notebook draws its own charts.
"""

import base64
import json
import re
from functools import lru_cache
from io import BytesIO

import vl_convert
from nbformat import NotebookNode
from PIL import Image

from casebook.kept import Spec
from casebook.renderer import GRAMMAR, MIMETYPE

# Travels inside vl-convert, so that a picture does not depend on the fonts of the machine that makes it.
FONT = "Liberation Sans"
HEAVIEST_PICTURE = 90_000
SHARP, BLURRED = 1.5, 0.5
# Larger charts than this many square pixels are likely too heavy when they are drawn sharp, and to draw a picture again
# takes longer than to draw it a little too small.
LARGE, STEP = 500_000, 0.85
SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


def _light(png: bytes) -> bytes:
    """The same picture with 256 colours instead of sixteen million: an eighth of the bytes, flat colours kept."""
    small = BytesIO()
    with Image.open(BytesIO(png)) as large:
        colours = large.convert("RGB").quantize(method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colours.save(small, "PNG", optimize=True)
    return small.getvalue()


def picture(spec: Spec) -> tuple[bytes, Spec]:
    """The chart as a PNG under 90 kB, and its size on the page in pixels.

    Drawn at one and a half times its size, for print, or as large as its weight allows.

    Examples
    --------
    >>> import altair as alt
    >>> png, size = picture(alt.Chart(width=300, height=200).mark_point().to_dict())
    >>> png[1:4], sorted(size)
    (b'PNG', ['height', 'width'])
    """
    drawn = {**spec, "config": {**spec.get("config", {}), "font": FONT}}
    svg = vl_convert.vegalite_to_svg(drawn, vl_version=GRAMMAR)
    width, height = map(float, SIZE.findall(svg)[0])
    scale, png = min(SHARP, max(1, SHARP * (LARGE / (width * height)) ** 0.5)), b""
    while not png or (len(png) >= HEAVIEST_PICTURE and scale > BLURRED):
        scale *= min(STEP, HEAVIEST_PICTURE / len(png)) if png else 1
        png = _light(vl_convert.svg_to_png(svg, scale=scale))
    return png, {"width": round(width), "height": round(height)}


@lru_cache(maxsize=64)
def _drawn(spec: str) -> tuple[str, Spec]:
    """As a notebook keeps it. Both editions of a chapter show most charts, and each is drawn once."""
    png, size = picture(json.loads(spec))
    return base64.b64encode(png).decode(), size


def pictured(data: Spec, metadata: Spec) -> tuple[Spec, Spec]:
    """The output of a chart, and what is known about each part, with its picture.

    Parameters
    ----------
    data, metadata : dict
        Of an output that holds a chart, or from `casebook.renderer.bundle`.
    """
    png, size = _drawn(json.dumps(data[MIMETYPE]))
    about = {**metadata, "image/png": {**metadata.get("image/png", {}), **size}}
    return {**data, "image/png": png}, about


def with_pictures(notebook: NotebookNode) -> NotebookNode:
    """The notebook with a picture beside every chart; it is changed in place and returned."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if MIMETYPE in output.get("data", {}):
                output.data, output.metadata = map(NotebookNode, pictured(output.data, output.metadata))
    return notebook
