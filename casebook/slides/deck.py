"""Slides as one file that any browser opens from a folder, with everything in it that it needs."""

from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

import nbformat

from casebook import markup, webpage
from casebook.editions.build import sources
from casebook.editions.source import NotebookError
from casebook.folders import NOTEBOOKS
from casebook.kept import Data
from casebook.renderer import MIMETYPE, description
from casebook.slides.outline import Slide, as_html, slides
from casebook.webpage import has_chart

# The package that carries reveal.js; nothing else of it is used.
CARRIER = "sphinx_revealjs"
REVEAL = Path("_static", "revealjs")
# How every file of slides begins: a file that begins otherwise is never written over.
MARK = b"<!doctype html><!-- casebook slides -->"
# What a slide leaves to a chart, in pixels. A higher one is drawn as wide as the slide, and the keys move it.
HEIGHT = 620
# So few words are set larger.
SHORT = 45


class SlidesError(Exception):
    """Why no slides can be written, in one sentence for the person at the keyboard."""


def reveal() -> Path:
    """The folder of reveal.js.

    Raises
    ------
    SlidesError
        If the package that carries it is not installed.
    """
    carrier = find_spec(CARRIER)
    if carrier is None or not carrier.submodule_search_locations:
        raise SlidesError("slides need reveal.js, which is not installed: pip install 'casebook[site]'.")
    return Path(carrier.submodule_search_locations[0]) / REVEAL


def _closed(script: str) -> str:
    """A script that no HTML parser leaves before its end."""
    return script.replace("</script", "<\\/script")


def _kinds(slide: Slide) -> list[str]:
    """What the style of a slide depends on: what it holds, and how much of it."""
    if slide.output is None:
        words = len(slide.text.split())
        return ["bare"] if not words else ["short"] if words <= SHORT else []
    if not has_chart(slide.output):
        return ["tall"]
    return ["chart", "tall"] if slide.output["metadata"]["image/png"]["height"] > HEIGHT else ["chart"]


def _output(slide: Slide) -> tuple[str, list[str]]:
    """What a slide shows beside its text, and what is said of it."""
    if slide.output is None:
        return "", []
    data, metadata = slide.output["data"], slide.output["metadata"]
    if not has_chart(slide.output):
        return data["text/html"], []
    return webpage.stage(data, metadata), [f"**The chart in words.** {description(data[MIMETYPE])}"]


def _laid(slide: Slide) -> Data:
    """A slide as the template wants it."""
    shown, said = _output(slide)
    return {
        "step": slide.step,
        "heading": slide.heading,
        "kinds": _kinds(slide),
        "text": as_html(slide.text),
        "shown": shown,
        "notes": as_html("\n\n".join([*slide.notes, *said])),
    }


def page(notebook: nbformat.NotebookNode, drawing: str) -> str:
    """The slides of a chapter as one HTML file.

    Parameters
    ----------
    notebook : NotebookNode
        The instructor edition, as it was saved.
    drawing : str
        What draws the charts: `casebook.webpage.scripts()`.
    """
    folder = reveal()
    code = [folder / "dist" / "reveal.js", folder / "plugin" / "notes" / "notes.js"]
    laid = [_laid(slide) for slide in slides(notebook)]
    return markup.render(
        "slides.html",
        mark=MARK.decode(),
        title=laid[0]["heading"],
        slides=laid,
        style=(folder / "dist" / "reveal.css").read_text(encoding="utf-8"),
        scripts=[_closed(script) for script in [*(path.read_text(encoding="utf-8") for path in code), drawing]],
    )


def _save(target: Path, html: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file() and not target.read_bytes().startswith(MARK):
            raise SlidesError(f"{target} is there already and is no file of slides: choose another folder.")
        target.write_text(html, encoding="utf-8")
    except OSError as error:
        raise SlidesError(f"{target} cannot be written: {error.strerror}. Choose another folder.") from None


def write(folder: Path, wanted: Iterable[str] = (), done: Callable[[Path], None] = lambda path: None) -> None:
    """Write the slides of chapters, one file for each.

    Parameters
    ----------
    folder : Path
        Made if it does not exist. Slides that are there already are written again; no other file is.
    wanted : iterable of str, optional
        Names or beginnings of names of notebooks: `01`, `01-one-article`. All if none is given.
    done : callable, optional
        Told of each file when it is written.

    Raises
    ------
    SlidesError
        If reveal.js is not installed, a chapter cannot be read or has no title, the folder cannot be written to, or
        another file has the name of one.
    casebook.editions.source.NotebookError
        If a name fits no notebook: with the names that there are.
    """
    chosen = sources(NOTEBOOKS, wanted)
    reveal()
    drawing = webpage.scripts()
    for path in chosen:
        target = folder / f"{path.stem}.html"
        try:
            html = page(webpage.saved(path.read_bytes()), drawing)
        except NotebookError as error:
            raise SlidesError(f"{path.stem}: {error}.") from None
        _save(target, html)
        done(target)
