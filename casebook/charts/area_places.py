"""Where events are known to have happened, and how exactly: from the tables, before anything is drawn."""

import pandas as pd

from casebook.datapackage import table

# How exactly a place is known, as the table beside the map says it. Worse than a district is never a point.
KNOWN = {
    "exact": "exactly",
    "town": "to the town",
    "district": "to the district; drawn at its seat",
    "province": "to the province only",
    "country": "to the country only",
    "none": "by name only; no point is given",
    "": "not stated",
}
POINTS = ("exact", "town", "district")
REGIONS = ("province", "country")
NOT_STATED = "place not stated"


def point_names() -> dict[tuple[float, float], str]:
    """What stands at each point of `places`: of the places that share it, the shortest name.

    Examples
    --------
    >>> point_names()[26.00122, 63.04849]
    'Turbat'
    """
    places = table("places")
    places = places[places["precision"].isin(POINTS)]
    found: dict[tuple[float, float], str] = {}
    for name, *point in sorted(
        places[["name", "latitude", "longitude"]].itertuples(index=False, name=None), key=_short_first
    ):
        found.setdefault(tuple(point), name)
    return found


def _short_first(row: tuple[str, float, float]) -> tuple[int, str]:
    return len(row[0]), row[0]


def located(rows: pd.DataFrame) -> pd.DataFrame:
    """Events with what `places` knows of where they happened.

    Parameters
    ----------
    rows : DataFrame
        What `words.prepared` gives.

    Returns
    -------
    DataFrame
        The same rows with `place` (its name), `precision` (a code, blank where no
        place is given), `known` (the same in words), `region` (the province or country where nothing closer is known),
        `note`, `latitude` and `longitude` (degrees; blank unless the place may stand as a point).
    """
    places = table("places").set_index("place_id")
    mine = places.reindex(rows["place_id"].astype("string"))
    precision = mine["precision"].astype("string").fillna("").to_numpy()
    name = mine["name"].astype("string").fillna(rows["place_id"].astype("string").set_axis(mine.index))
    point = pd.Series(precision).isin(POINTS).to_numpy()
    region = mine["admin1"].where(precision == "province", mine["name"]).where(mine["precision"].isin(REGIONS))
    return rows.assign(
        place=name.fillna(NOT_STATED).to_numpy(),
        precision=precision,
        known=[KNOWN[code] for code in precision],
        region=region.astype("string").fillna("").to_numpy(),
        note=mine["note"].astype("string").fillna("").to_numpy(),
        latitude=mine["latitude"].astype("float64").where(point).to_numpy(),
        longitude=mine["longitude"].astype("float64").where(point).to_numpy(),
    )


def named(site: pd.DataFrame, point: str) -> list[str]:
    """What a point may be called on the map, the fullest first: its name, or the one place for which it stands.

    Examples
    --------
    >>> site = pd.DataFrame({"place": ["Koh-e-Sabz"], "note": ["No point in the gazetteer; the point is Panjgur."]})
    >>> named(site, "Panjgur")
    ['Koh-e-Sabz (drawn at Panjgur)', 'Koh-e-Sabz']
    """
    borrowed = site["note"].str.contains(f"the point is {point}", case=False, regex=False).any()
    if site["place"].nunique() > 1:
        return [point if borrowed or (site["place"] == point).any() else f"{point}, and near"]
    only = site["place"].iloc[0]
    return [f"{only} (drawn at {point})", only] if borrowed and only != point else [only]
