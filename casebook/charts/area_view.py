"""The views of the map, and where a place stands in them: Mercator's projection, in pixels.

The two views with a ground are of the border region of the casebook. For another data folder a sheet without coasts and
borders is laid around its places.
"""

from dataclasses import dataclass
from math import cos, degrees, log, pi, radians, tan

import pandas as pd

from casebook.charts.basemap import Box
from casebook.charts.frames import one_of
from casebook.datapackage import home
from casebook.folders import DATA
from casebook.kept import Spec
from casebook.language import later

Label = tuple[str, float, float]


@dataclass(frozen=True)
class View:
    """What a map shows whatever its size: the middle longitude, the latitudes, and the words on the ground.

    The sea between Iran and Arabia has no name here, because its name is disputed.
    """

    name: str
    middle: float
    south: float
    north: float
    countries: tuple[Label, ...]
    provinces: tuple[Label, ...]


CLOSE = View(
    "close",
    middle=62.7,
    south=24.0,
    north=32.7,
    countries=(("IRAN", 56.8, 31.6), ("AFGHANISTAN", 64.6, 31.6), ("PAKISTAN", 68.7, 26.4), ("OMAN", 56.6, 24.35)),
    provinces=(("Sistan and\nBaluchestan", 60.1, 27.75), ("Balochistan", 65.6, 28.4)),
)
WIDE = View(
    "wide",
    middle=60.4,
    south=23.8,
    north=38.8,
    countries=(
        ("IRAN", 53.6, 33.4),
        ("AFGHANISTAN", 65.2, 34.4),
        ("PAKISTAN", 71.3, 31.0),
        ("INDIA", 74.6, 27.2),
        ("TURKMENISTAN", 60.4, 37.9),
        ("SAUDI ARABIA", 47.6, 26.2),
    ),
    provinces=(("Sistan and\nBaluchestan", 59.7, 28.3), ("Balochistan", 65.6, 28.4)),
)
VIEWS = {view.name: view for view in (CLOSE, WIDE)}


def viewed(name: str) -> View:
    """A view by its name.

    Raises
    ------
    ValueError
        If there is no such view.

    Examples
    --------
    >>> viewed("near")
    Traceback (most recent call last):
    ValueError: there is no view 'near'; the views are close, wide
    """
    return one_of(later("view"), VIEWS, name)


def has_ground() -> bool:
    """Whether the casebook's map belongs to the data folder in use: its own, or one whose rows stand beside it."""
    return home() == DATA


def around(longitudes: pd.Series, latitudes: pd.Series) -> View:
    """A bare sheet around some points, given in degrees, blanks left out.

    Examples
    --------
    >>> around(pd.Series([10.0, 14.0]), pd.Series([0.0, 0.0])).middle
    12.0
    """
    known = pd.DataFrame({"longitude": longitudes, "latitude": latitudes}).dropna()
    (west, south), (east, north) = ((0.0, 0.0),) * 2 if known.empty else (known.min().tolist(), known.max().tolist())
    middle, level = (west + east) / 2, (south + north) / 2
    # A sheet is at least half as wide again as it is high; a single point has some room around it.
    half = max((north - south) * 0.7, (east - west) * 0.45 * cos(radians(level)), 0.15)
    return View("plain", middle, level - half, level + half, countries=(), provinces=())


def _northing(latitude: float) -> float:
    return log(tan(pi / 4 + radians(latitude) / 2))


@dataclass(frozen=True)
class Frame:
    """A view on a sheet of `width` by `height` pixels: its latitudes fill the height."""

    view: View
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels for one radian of longitude."""
        return self.height / (_northing(self.view.north) - _northing(self.view.south))

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Pixels from the left and from the top.

        Examples
        --------
        >>> Frame(CLOSE, 700, 400).at(62.7, 32.7)
        (350.0, 0.0)
        """
        across = self.width / 2 + self.scale * radians(longitude - self.view.middle)
        return across, self.scale * (_northing(self.view.north) - _northing(latitude))

    def has(self, longitude: float, latitude: float, margin: float) -> bool:
        """Whether a place is on the sheet, at least `margin` pixels from its edge."""
        x, y = self.at(longitude, latitude)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    @property
    def projection(self) -> Spec:
        """The same for Vega-Lite; nothing is fitted to the data, so maps of different events can be compared."""
        x, y = self.at(0, 0)
        return {"type": "mercator", "scale": round(self.scale, 2), "translate": [round(x, 2), round(y, 2)]}

    @property
    def box(self) -> Box:
        """West, south, east, north in degrees, two degrees beyond the edges, where cut edges are not seen."""
        reach = degrees(self.width / 2 / self.scale)
        west, east = self.view.middle - reach, self.view.middle + reach
        return west - 2, self.view.south - 2, east + 2, self.view.north + 2

    @property
    def grain(self) -> float:
        """Degrees in a pixel."""
        return degrees(1 / self.scale)
