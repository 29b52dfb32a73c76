"""One notebook output for charts that every viewer shows without network.

JupyterLab draws the Vega-Lite 5 specification, and VS Code does; a terminal gets the description. There is no HTML in
the bundle, because JupyterLab would prefer it to the specification. The picture for viewers that draw nothing is not
made here: JupyterLab adds one to a notebook that it saves, and `casebook.pictures` to one that is published. To draw it
in the kernel as well would cost every reader a second at the first chart, for a picture that nobody looks at.
"""

import altair as alt

from casebook.kept import Bundle, Spec

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
MIMETYPE = "application/vnd.vegalite.v5+json"
# The grammar that JupyterLab bundles is 5.6; this is the nearest that vl-convert has.
GRAMMAR = "5.8"
# The menu of Vega has a button without a name, and "Open in the Vega Editor" would send the reader to a network.
NO_MENU = {"actions": False}


def specification(chart: alt.TopLevelMixin) -> Spec:
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


def description(spec: Spec) -> str:
    """The chart in words: its own description, else its title, else that it has neither."""
    title = spec.get("title", "")
    title = title.get("text", "") if isinstance(title, dict) else title
    title = " ".join(title) if isinstance(title, list) else title
    return spec.get("description") or title or "A chart without title or description."


def bundle(spec: Spec, **_: object) -> Bundle:
    """What a notebook keeps of one chart, and what it knows about each part.

    The words are also kept as those of the picture, for the time when there is one.
    """
    words = description(spec)
    data = {MIMETYPE: {**spec, "$schema": SCHEMA}, "text/plain": words}
    return data, {MIMETYPE: {"embed_options": NO_MENU}, "image/png": {"alt": words}}


def enable() -> None:
    """Make Altair show every chart of this kernel through the casebook's bundle.

    `import casebook` does it for a notebook; this is for one that went over to another renderer.
    """
    alt.renderers.register("casebook", bundle)
    alt.renderers.enable("casebook")
