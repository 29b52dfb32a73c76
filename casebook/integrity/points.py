"""The points of places: one entry of the gazetteer has one point, wherever it is written."""

import re
from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

ENTRY = re.compile(r"\bGeoNames id (\d+)")


@rule("same-point", places="latitude longitude geonames_id")
def same_point(contents: Contents) -> Iterator[Finding]:
    """Places that take their point from one entry of GeoNames have the same point."""
    first: dict[str, Row] = {}
    for row in contents.rows("places"):
        if row["geonames_id"]:
            earlier = first.setdefault(row["geonames_id"], row)
            for column in ("latitude", "longitude"):
                if row[column] != earlier[column]:
                    yield row, column, f"line {earlier.line} has {earlier[column]} for the same geonames_id"


@rule("fact-point", facts="fact value", places="place_id latitude longitude geonames_id")
def fact_point(contents: Contents) -> Iterator[Finding]:
    """The point that a fact gives for an entry of GeoNames is that of the place with this entry."""
    places = {row["geonames_id"]: row for row in reversed(contents.rows("places"))}
    for row in contents.rows("facts"):
        entry = ENTRY.search(row["fact"])
        place = places.get(entry[1]) if entry else None
        if place and row["value"] != f"{place['latitude']},{place['longitude']}":
            yield row, "value", f"places.csv puts {place['place_id']}, which has this entry, elsewhere"


RULES = [same_point, fact_point]
