"""The ground of the maps: countries, two provinces and borders, as GeoJSON in degrees.

Two layers drawn from one inline TopoJSON fail in Vega-Lite, so it is decoded here, once. Exterior rings run clockwise:
drawn the other way round, a country would fill the whole globe but itself.
"""

import functools
import itertools
import json
from typing import Any

from casebook.folders import DATA
from casebook.kept import Spec

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def area(ring: list[Point]) -> float:
    """The signed area of a ring in square degrees: negative where it runs clockwise, north up.

    Examples
    --------
    >>> area([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)])
    -1.0
    """
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring)) / 2


def _arcs(topology: Spec) -> list[list[Point]]:
    """Every arc in degrees: TopoJSON keeps differences of whole numbers."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        decoded.append(points)
    return decoded


def _joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs one after the other; a negative number is an arc from its end to its beginning."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _polygons(geometry: Spec, arcs: list[list[Point]]) -> list[list[list[Point]]]:
    """Its polygons, each a list of rings: the first clockwise, holes the other way round."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    wound = []
    for polygon in polygons:
        rings = [_joined(numbers, arcs) for numbers in polygon]
        wound.append([ring if (area(ring) < 0) == (place == 0) else ring[::-1] for place, ring in enumerate(rings)])
    return wound


@functools.cache
def _layer(name: str) -> tuple[tuple[str, str, list[Any]], ...]:
    topology = json.loads((DATA / "basemap.topo.json").read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    geometries = topology["objects"][name]["geometries"]
    if name.startswith("borders"):
        return ((name, "MultiLineString", [_joined(each["arcs"], arcs) for each in geometries]),)
    return tuple((each["properties"]["name"], "MultiPolygon", _polygons(each, arcs)) for each in geometries)


def _cut(ring: list[Point], axis: int, edge: float, keep_above: bool) -> list[Point]:
    """The part of a ring on one side of a line (Sutherland and Hodgman); it runs the same way round."""
    kept: list[Point] = []
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        inside_a, inside_b = ((p[axis] >= edge) == keep_above for p in (a, b))
        if inside_a:
            kept.append(a)
        if inside_a != inside_b:
            share = (edge - a[axis]) / (b[axis] - a[axis])
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
    return kept


def _clip_ring(ring: list[Point], box: Box, grain: float) -> list[Point]:
    west, south, east, north = box
    open_ring = ring[:-1]
    for axis, edge, keep_above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        open_ring = _cut(open_ring, axis, edge, keep_above) if open_ring else []
    thin = _thinned(open_ring, grain)
    return [*thin, *thin[:1]]


def _clip_line(line: list[Point], box: Box, grain: float) -> list[list[Point]]:
    """The stretches of a line that reach into the box."""
    west, south, east, north = box
    stretches: list[list[Point]] = [[]]
    for a, b in itertools.pairwise(line):
        if any(west <= x <= east and south <= y <= north for x, y in (a, b)):
            stretches[-1] += [b] if stretches[-1] else [a, b]
        elif stretches[-1]:
            stretches.append([])
    return [[*_thinned(stretch[:-1], grain), _rounded(stretch[-1])] for stretch in stretches if stretch]


def _rounded(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)


def _thinned(points: list[Point], grain: float) -> list[Point]:
    """Points that are not within a grain of the one before."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) > grain or abs(y - kept[-1][1]) > grain:
            kept.append(_rounded((x, y)))
    return kept


@functools.cache
def features(layer: str, box: Box, grain: float) -> tuple[Spec, ...]:
    """One layer of the ground as GeoJSON features, cut to a box.

    Parameters
    ----------
    layer : {"countries", "provinces", "borders", "borders_disputed"}
    box : tuple of float
        West, south, east, north, in degrees.
    grain : float
        Detail smaller than this, in degrees, is left out.

    Returns
    -------
    tuple of dict
        Features with the property `name`; exterior rings clockwise. Do not change them: they are kept for the next
        chart.

    Examples
    --------
    >>> [each["properties"]["name"] for each in features("provinces", (54, 23, 71, 33), 0.01)]
    ['Sistan and Baluchestan', 'Balochistan']
    """
    found = []
    for name, kind, parts in _layer(layer):
        if kind == "MultiPolygon":
            clipped = [[_clip_ring(ring, box, grain) for ring in polygon] for polygon in parts]
            left: list[Any] = [
                [ring for ring in polygon if len(ring) > 3] for polygon in clipped if len(polygon[0]) > 3
            ]
        else:
            left = [stretch for line in parts for stretch in _clip_line(line, box, grain) if len(stretch) > 1]
        if left:
            geometry = {"type": kind, "coordinates": left}
            found.append({"type": "Feature", "properties": {"name": name}, "geometry": geometry})
    return tuple(found)
