"""A map that admits which of its points are borrowed, and what it could not draw."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Chart, sketch
from casebook.exercise.kinds.drawn import Drawn
from casebook.kept import Spec
from casebook.registers import places
from casebook.tables import events

# The close view of the notebook: degrees east, degrees north.
EAST, NORTH = (54, 71), (23, 33)
MARKED = {"shape", "fill", "fillOpacity", "opacity", "stroke", "strokeDash", "strokeWidth", "size", "text"}
SEEN_WITHOUT_HOVERING = MARKED | {"facet", "row", "column"}


def _violent() -> pd.DataFrame:
    rows = events()
    kinds = rows["event_type"].isin(["strike", "armed_attack", "assassination"])
    return rows[kinds & (rows["date"] >= "2024-01-01")].merge(places(), on="place_id", how="left")


def _near(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["longitude"].between(*EAST) & rows["latitude"].between(*NORTH)]


def _undrawn() -> list[str]:
    rows = _violent()
    return [event for event in rows["event_id"] if event not in set(_near(rows)["event_id"])]


def _map(rows: pd.DataFrame, **channels: str) -> Spec:
    columns = ["event_id", "title", "precision", "latitude", "longitude"]
    return sketch(rows[columns], "point", ", ".join(_undrawn()), x="longitude:Q", y="latitude:Q", **channels)


def _events(chart: Drawn) -> frozenset[str]:
    return frozenset(chart.column("event_id"))


def _channels(chart: Drawn) -> set[str]:
    """Where `precision` is shown; one of several fields in a channel counts as the channel."""
    return {channel.split()[0] for channel in chart.carried_by("precision")}


def _seen(chart: Drawn) -> bool:
    return bool(_channels(chart) & SEEN_WITHOUT_HOVERING)


def _named(chart: Drawn) -> str | None:
    lacking = [event for event in _undrawn() if event not in chart.words]
    if not lacking:
        return None
    return (
        f"In the title: the events that could not be drawn, each by its id. Ids that are not there: {len(lacking)}; "
        "compare `violent` with `violent[inside]`."
    )


def _as_positions(chart: Drawn) -> str | None:
    where = {channel: chart.channel(channel).field for channel in ("x", "y", "longitude", "latitude")}
    if "longitude" in (where["x"], where["longitude"]) and "latitude" in (where["y"], where["latitude"]):
        return None
    return "A map: longitude across and latitude upward."


def _two_things(given: Drawn) -> str:
    """Which of the two things that are looked at a chart lacks: the events, and how precision is shown."""
    there, wanted = _events(given), frozenset(_near(_violent())["event_id"])
    told = [f"Your chart draws {len(there)} different events; {len(there & wanted)} of them are in `violent[inside]`."]
    if there != wanted:
        told.append("Draw every row of it and no other: what a map leaves out seems not to have happened.")
    if not _seen(given):
        told.append("No channel that is seen without hovering, such as `shape`, carries `precision`.")
    return " ".join(told)


MAP_THAT_ADMITS_IT = Exercise(
    key="map-that-admits-it",
    asks="A map of the attacks and strikes since January 2024 that shows which points are borrowed, and names what is "
    "not drawn.",
    kind=Chart(
        reads=lambda chart: {"events": _events(chart), "precision is seen": _seen(chart)},
        needs=[_named, _as_positions],
    ),
    answer=lambda: _map(_near(_violent()), shape="precision:N"),
    misreadings=[
        Misreading(
            "borrowed-points-dropped",
            lambda: _map(_near(_violent()).query("precision == 'town'"), shape="precision:N"),
            did="You kept only points that are the place itself.",
            why="Then both strikes vanish from the map of the crisis.",
            next="Make borrowed points look borrowed: another shape, hollow, or with a word.",
            matches=lambda given, wrong: _events(given) == _events(wrong),
        ),
        Misreading(
            "blank-points-kept",
            lambda: _map(_violent(), shape="precision:N"),
            did="Your rows hold events that have no point in this frame.",
            why="The chart leaves them out, or draws them at its edge, without a word.",
            next="Draw `violent[inside]`: the others belong in the title.",
            matches=lambda given, wrong: _events(given) == _events(wrong),
        ),
        Misreading(
            "precision-in-tooltip-only",
            lambda: _map(_near(_violent()), tooltip="precision:N"),
            did="Precision appears only when a reader points at a mark.",
            why="A printed page has no pointer, and a keyboard has none either.",
            next="Give it to something that is always seen, such as `shape`.",
            matches=lambda given, wrong: _channels(given) == {"tooltip"},
        ),
        Misreading(
            "colour-alone",
            lambda: _map(_near(_violent()), color="precision:N"),
            did="Precision appears in colour alone.",
            why="In grey print, and for many eyes, two colours are one.",
            next="Give it to `shape` as well.",
            matches=lambda given, wrong: "color" in _channels(given) <= {"color", "tooltip"},
        ),
        Misreading(
            "all-dots-alike",
            lambda: _map(_near(_violent())),
            did="No channel of your chart carries `precision`.",
            why="Where every mark looks the same, the seat of a district passes for a village.",
            next="Give `precision` a channel of its own, such as `shape`.",
            matches=lambda given, wrong: not _channels(given),
        ),
    ],
    gap=_two_things,
    because="Two thirds of the marks stand on borrowed points, both strikes among them. Not drawn: Erbil (E078) lies "
    "outside the frame; for E122 sources disagree on which side of the border it happened; E136's place has no point.",
    not_shown="One mark still misleads: E125 is about Chabahar and Rask, and has one place. And the map does not show "
    "how many people died, and should not.",
    hints=[
        '`dots.encode(shape="precision:N")` adds a channel; `.properties(title="...")` adds words.',
        "Worked on 2023: E054, E055, E057 and E058 would have the shape of borrowed points, at the seats of their "
        "districts; E061 and E067 that of towns. E063 is at one end of a road, so the title would have to say which.",
    ],
    sources=["E081", "E092", "E078", "E122", "E136", "E125"],
    minutes=6,
)
