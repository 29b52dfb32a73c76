"""One sequence of acts, coded, cut and ordered in every way that can be defended, and how often three rules fit it.

The acts are those that one of the two states did towards the other and that are coded as conflict. Which choices are
open, and for which acts, was read from the rows once, here; all other codes are those of the table.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import product

import pandas as pd

from casebook.datapackage import table
from casebook.lookup import of_the_casebook

FIRST, LAST = "2024-01-16", "2024-01-29"
STATES = IRAN, PAKISTAN = "IRN", "PAK"
WORDS, DEEDS = CONFLICT = "verbal_conflict", "material_conflict"
# The recall of the envoy and the suspension of visits, announced in one address (S073); Iran's defence of its strike,
# of the same day and without an hour; a strike announced by those who made it; the committee's statement.
ENVOYS, DEFENCE, ANNOUNCEMENT, COMMITTEE = ("E084", "E085"), "E086", "E093", "E105"
STEP_DOWN = {DEEDS: WORDS, WORDS: "verbal_cooperation"}


@dataclass(frozen=True)
class Coding:
    """One way to code, cut and order the acts.

    Attributes
    ----------
    envoys : {"material", "verbal"}
        The class of the recall and of the suspended visits.
    announcement : {"act", "part"}
        Whether the announcement of a strike is an act, or a part of the strike.
    address : {"two", "one"}
        Whether recall and suspension, announced together, are two acts or one.
    committee : {"cooperation", "conflict"}
        The class of the committee's statement; as conflict it joins the sequence.
    place : {"before", "between", "after"}
        Where Iran's defence of its strike stands beside recall and suspension.
    """

    envoys: str
    announcement: str
    address: str
    committee: str
    place: str


def with_countries() -> pd.DataFrame:
    """Events with the country of who acted and of whom it was towards: `by` and `to`, blank for who has none."""
    countries, events = table("actors").set_index("actor_id")["country"], table("events")
    return events.assign(
        by=events["initiator_id"].astype("string").map(countries),
        to=events["target_id"].astype("string").map(countries),
    )


def acts() -> pd.DataFrame:
    """The acts of conflict by one of the two states towards the other from 16 to 29 January 2024, in order.

    Examples
    --------
    >>> acts()["event_id"].tolist()[:2]
    ['E081', 'E083']
    """
    rows = with_countries()
    conflict = rows["quad_class"].isin(CONFLICT) & rows["date"].between(FIRST, LAST)
    between = rows["by"].isin(STATES) & rows["to"].isin(STATES) & (rows["by"] != rows["to"])
    return rows[conflict & between].sort_values(["date", "event_id"])


def with_last(sequence: pd.DataFrame) -> pd.DataFrame:
    """A sequence with the class of the other side's last act and of one's own, blank where there is none before.

    Examples
    --------
    >>> with_last(acts()).set_index("event_id")["other_last"]["E092"]
    'verbal_conflict'
    """
    classes = sequence["quad_class"].astype("string")
    iran, pakistan = (classes.where(sequence["by"] == state).ffill().shift() for state in STATES)
    acted = sequence["by"] == IRAN
    return sequence.assign(
        quad_class=classes, other_last=pakistan.where(acted, iran), own_last=iran.where(acted, pakistan)
    )


def hits(rows: pd.DataFrame) -> dict[str, int]:
    """How many acts there are, `n`, and how many of them each rule fits: acts with the other side's last class."""
    return {
        "n": len(rows),
        "mirror": int((rows["quad_class"] == rows["other_last"]).sum()),
        "step_down": int((rows["quad_class"] == rows["other_last"].map(STEP_DOWN)).sum()),
        "always_words": int((rows["quad_class"] == WORDS).sum()),
    }


def _ways() -> Iterator[Coding]:
    """Every combination of choices; one act for two leaves no place between them."""
    choices = ("material", "verbal"), ("act", "part"), ("two", "one"), ("cooperation", "conflict")
    for envoys, announcement, address, committee in product(*choices):
        for place in ("before", "between", "after") if address == "two" else ("before", "after"):
            yield Coding(envoys, announcement, address, committee, place)


def _order(way: Coding, ids: list[str]) -> list[str]:
    """The acts of one way by their ids, in order."""
    there = [each for each in ids if each != ANNOUNCEMENT or way.announcement == "act"]
    day = [*ENVOYS] if way.address == "two" else [ENVOYS[0]]
    day.insert({"before": 0, "between": 1, "after": len(day)}[way.place], DEFENCE)
    first, last = there.index(ENVOYS[0]), there.index(DEFENCE)
    return there[:first] + day + there[last + 1 :] + ([COMMITTEE] if way.committee == "conflict" else [])


def _coded(way: Coding, rows: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    sequence = rows.loc[_order(way, ids), ["by", "quad_class"]].copy()
    if way.envoys == "verbal":
        sequence.loc[sequence.index.isin(ENVOYS), "quad_class"] = WORDS
    sequence.loc[sequence.index == COMMITTEE, "quad_class"] = WORDS
    return sequence


def codings() -> pd.DataFrame:
    """How often three rules fit the acts between the two states, in every way to code them that can be defended.

    The rules: `mirror`, the class of the other side's last act; `step_down`, one class milder than that;
    `always_words`, verbal conflict whatever the other side did. Six choices, each with a column of its own: whether
    the recall of envoys is a deed, whether an announced strike is two acts, whether recall and suspension of visits
    are, whether the committee's statement is conflict, where an act without an hour stands (`place`), and whether an
    act needs an earlier one of its own side to be counted (`base` both) or only one of the other.

    Returns
    -------
    DataFrame
        One row per way: the six choices, `n` acts counted, and the hits of each rule among them.

    Raises
    ------
    OtherTablesError
        If the tables in use are not the casebook's own.

    Examples
    --------
    >>> import casebook as cb
    >>> ways = cb.codings()
    >>> len(ways), int(ways["mirror"].iloc[0]), int(ways["n"].iloc[0])
    (80, 4, 8)
    """
    of_the_casebook("codings", (*ENVOYS, DEFENCE, ANNOUNCEMENT, COMMITTEE))
    rows = with_countries().set_index("event_id").astype({"quad_class": "string"})
    ids, found = acts()["event_id"].tolist(), []
    for way in _ways():
        fitted = with_last(_coded(way, rows, ids)).dropna(subset="other_last")
        for base, counted in (("other", fitted), ("both", fitted.dropna(subset="own_last"))):
            found.append(asdict(way) | {"base": base} | hits(counted))
    return pd.DataFrame(found)
