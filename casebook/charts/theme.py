"""How charts look: colours and shapes of the sides, grounds and sizes, for page, dark page and projector."""

from dataclasses import dataclass, replace

from casebook.charts import sides
from casebook.charts.frames import one_of
from casebook.language import later

# None of the colours is a flag colour, and the shape says the same as the colour. The names are those of the casebook's
# own data: `look` puts the names of the data folder in use in their place.
SHAPES = {"Iran": "circle", "Pakistan": "square", "Both": "diamond", "Third party": "triangle-up"}
SIDES = tuple(SHAPES)
# Paler than this and a mark that is not selected cannot be seen any more.
DIMMED = 0.35


@dataclass(frozen=True)
class Theme:
    """Colours as hex strings, sizes in pixels.

    Attributes
    ----------
    ground, band, land, tint, sea : str
        What marks and words stand on: the page, a lane, a country, a province that is singled out, water.
    ink, quiet : str
        Words that are read first, and words that are read when wanted. Both at least 4.5:1 on every ground.
    grid, axis, border : str
        Lines, from faint to plain.
    sides : dict
        The colour of each side by its name, at least 3:1 on every ground.
    text, heading, lane, width, height : int
        Size of labels; of titles; of lane names; width of a chart's plot; the most that a composed chart may be high.
    """

    ground: str
    band: str
    land: str
    tint: str
    sea: str
    ink: str
    quiet: str
    grid: str
    axis: str
    border: str
    sides: dict[str, str]
    text: int = 12
    heading: int = 15
    lane: int = 13
    width: int = 700
    height: int = 900

    def scaled(self, pixels: float) -> float:
        """A length that is `pixels` where labels are 12 px, and grows with them."""
        return pixels * self.text / 12

    def room(self, pixels: float) -> float:
        """What the height leaves beside `pixels` of something else, both where labels are 12 px."""
        return self.height * 12 / self.text - pixels


_LIGHT = Theme(
    ground="#ffffff",
    band="#f4f4f1",
    land="#f0ede5",
    tint="#ddd6c5",
    sea="#f6f9fc",
    ink="#1f1f1f",
    quiet="#5a5852",
    grid="#e1dfd9",
    axis="#8a877f",
    border="#867f6f",
    sides=dict(zip(SIDES, ("#0072B2", "#B84C00", "#5b5b5b", "#A3497B"), strict=True)),
)
_DARK = Theme(
    ground="#111418",
    band="#1c2025",
    land="#2a2e33",
    tint="#3b4145",
    sea="#171b20",
    ink="#ececec",
    quiet="#b4b4b0",
    grid="#333940",
    axis="#85898d",
    border="#8f9396",
    sides=dict(zip(SIDES, ("#56B4E9", "#E69F00", "#b8b8b8", "#e3a6c9"), strict=True)),
)
_PROJECTOR = replace(_LIGHT, quiet="#45433e", text=16, heading=21, lane=18, width=1150)
THEMES = {"light": _LIGHT, "dark": _DARK, "projector": _PROJECTOR}


def look(theme: str) -> Theme:
    """The colours and sizes of a theme.

    Parameters
    ----------
    theme : str
        `light`, `dark` or `projector`.

    Raises
    ------
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> look("dark").sides["Iran"]
    '#56B4E9'
    """
    kind = one_of(later("theme"), THEMES, theme)
    return replace(kind, sides=dict(zip(sides.names(), kind.sides.values(), strict=True)))
