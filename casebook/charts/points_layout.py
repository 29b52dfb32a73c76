"""Where the marks, rings and words of the points chart stand, and for which places each point stands."""

import pandas as pd

from casebook.charts.area_view import Frame
from casebook.datapackage import table

PROVINCES = ("Sistan and Baluchestan", "Balochistan")
# A point is a place's own only if the place is known as exactly as this.
OWN = ("exact", "town")
MARK, RING, PER_ROW = 10, 20, 3
# A name stands away from the border, unless another point is as near as this on that side, or the map ends there.
NEAR, EDGE = (90, 16), 60


def seats() -> pd.Series:
    """What stands at the point of each place: the place that owns it, else the town that a note names.

    Returns
    -------
    Series
        Names by `place_id`; blank where a place has no point.

    Examples
    --------
    >>> seats()[["turbat", "mand", "khash-taftan-road"]].tolist()
    ['Turbat', 'Turbat', 'Khash']
    """
    places = table("places").set_index("place_id")
    noted = places["note"].fillna("").str.extract(r"[Tt]he point is ([A-Z]\w+)", expand=False)
    owner = places["name"].where(noted.isna()).groupby([places["latitude"], places["longitude"]]).transform("first")
    return owner.fillna(noted).where(places["latitude"].notna())


def on_the_map(events: pd.DataFrame, frame: Frame) -> pd.DataFrame:
    """Events of the two provinces that have a point, in the order of their points from north to south."""
    places = table("places").assign(point=seats().to_numpy())
    rows = events[["event_id", "title", "place_id"]].merge(places, on="place_id")
    rows = rows[rows["admin1"].isin(PROVINCES) & rows["latitude"].notna()]
    where = [frame.at(*point) for point in zip(rows["longitude"], rows["latitude"], strict=True)]
    rows = rows.assign(
        x=[x for x, _ in where],
        y=[y for _, y in where],
        own=rows["precision"].isin(OWN),
    )
    rows = rows.assign(side=rows["point"].map(_sides(rows, frame.width)))
    return rows.sort_values(["latitude", "point", "own", "name"], ascending=[False, True, False, True])


def _sides(rows: pd.DataFrame, width: float) -> dict[str, int]:
    """Where the marks and the name of each point go: left (-1) or right (1) of it."""
    spots = rows.drop_duplicates("point")
    sides = {}
    for point, country, x, y in zip(*(spots[each] for each in ("point", "country", "x", "y")), strict=True):
        side = -1 if country == "IRN" else 1
        beyond = (spots["x"] - x) * side
        crowded = beyond.between(1, NEAR[0]) & (spots["y"] - y).abs().lt(NEAR[1])
        cut_off = not EDGE < x < width - EDGE
        sides[point] = -side if crowded.any() or cut_off else side
    return sides


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """One mark per event, three to a row, beginning at the point and away from the border."""
    nth = rows.groupby("point").cumcount()
    return rows.assign(
        x=rows["x"] + rows["side"] * (nth % PER_ROW) * MARK,
        y=rows["y"] + nth // PER_ROW * MARK,
    )


def known(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Marks of events at their own place, and one ring with a count for all events on a borrowed point."""
    borrowed, own = rows[~rows["own"]], rows[rows["own"]]
    rings = borrowed.groupby("point", sort=False).agg(
        side=("side", "first"), x=("x", "first"), y=("y", "first"), count=("own", "size")
    )
    rings["x"] += rings["side"] * RING / 2
    beside = own["point"].isin(rings.index) * (RING + MARK / 2)
    own = own.assign(x=own["x"] + own["side"] * (beside + own.groupby("point").cumcount() * MARK))
    return own, rings.reset_index()


def labels(marks: pd.DataFrame, reach: float) -> pd.DataFrame:
    """Each point's name, beyond its outermost mark."""
    rows = marks.groupby("point", sort=False).agg(
        side=("side", "first"), low=("x", "min"), high=("x", "max"), y=("y", "first")
    )
    rows["x"] = rows["high"].where(rows["side"] > 0, rows["low"]) + rows["side"] * reach
    return rows.reset_index()[["point", "side", "x", "y"]]


def lines(rows: pd.DataFrame) -> pd.DataFrame:
    """For each point that is borrowed, its name and under it the places for which it stands, with their events."""
    told = []
    for point, group in rows.groupby("point", sort=False):
        if group["own"].all():
            continue
        told.append({"point": point, "text": f"{point} stands for", "head": True})
        for name, events in group.groupby("name", sort=False):
            told.append({"point": point, "text": f"{len(events)} × {name}{_where(str(name), events)}", "head": False})
    return pd.DataFrame(told, columns=["point", "text", "head"]).assign(line=range(len(told)))


def _where(name: str, events: pd.DataFrame) -> str:
    if events["own"].all():
        return " (in town)"
    return ", somewhere in its district" if name == events["point"].iloc[0] else ""
