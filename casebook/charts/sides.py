"""Which side somebody belongs to, and who is reported to have acted: computed from `actors`, never coded by hand."""

import pandas as pd

from casebook.datapackage import table

COUNTRIES = {"IRN": "Iran", "PAK": "Pakistan"}
STATES = {"iran": "Iran", "pakistan": "Pakistan"}
THIRD = "Third party"
# Talk and cooperation. The last four are so only where the row is coded as cooperation.
TALKS = {"call", "visit", "meeting", "agreement", "cooperation"}
TALKS_IF_COOPERATION = {"exercise", "envoy_measure", "other"}
# What two sides do together; a visit or a handover has one that goes or gives.
TOGETHER = {"call", "meeting", "agreement", "cooperation", "exercise", "envoy_measure"}
COOPERATION = {"verbal_cooperation", "material_cooperation"}
LANES = ("Iran", "Diplomacy", "Pakistan", "Others")


def actor_sides() -> dict[str, str]:
    """The side of every actor: Iran, Pakistan or third party.

    An actor belongs to the state that it is a part of; one that is part of nothing belongs to its country. Other
    states, organisations, armed groups and civilians are third parties.

    Returns
    -------
    dict
        Side by `actor_id`.

    Examples
    --------
    >>> sides = actor_sides()
    >>> sides["irgc-ground-forces"], sides["ispr"], sides["jaish-al-adl"]
    ('Iran', 'Pakistan', 'Third party')
    """
    actors = table("actors")
    wholes = dict(zip(actors["actor_id"], actors["part_of"], strict=True))
    countries = dict(zip(actors["actor_id"], actors["country"], strict=True))

    def side(actor: str) -> str:
        seen = set()
        while actor not in STATES and pd.notna(wholes.get(actor)) and actor not in seen:
            seen.add(actor)
            actor = wholes[actor]
        return STATES.get(actor) or COUNTRIES.get(_text(countries.get(actor)), THIRD)

    return {actor: side(actor) for actor in wholes}


def _text(cell) -> str:
    return "" if pd.isna(cell) else str(cell)


def _event_side(kind: str, quad: str, initiator: str, target: str) -> str:
    if kind in TOGETHER and quad in COOPERATION and {initiator, target} == {"Iran", "Pakistan"}:
        return "Both"
    return initiator


def _lane(kind: str, quad: str, side: str) -> str:
    if kind in TALKS or (kind in TALKS_IF_COOPERATION and quad in COOPERATION):
        return "Diplomacy"
    return "Others" if side == THIRD else side


def with_sides(events: pd.DataFrame) -> pd.DataFrame:
    """Events with two more columns: `side`, who is reported to have acted, and `lane`, where a timeline puts it.

    Joint acts of the two states are "Both". Talks and cooperation stand in the lane "Diplomacy", whoever takes part.
    An initiator is not a verdict: see the column `responsibility`.

    Parameters
    ----------
    events : DataFrame
        Rows of `events`. An initiator that `actors` does not know is a third party.

    Returns
    -------
    DataFrame
        A copy with `side` (Iran, Pakistan, Both, Third party) and `lane` (Iran, Diplomacy, Pakistan, Others).

    Examples
    --------
    >>> import casebook as cb
    >>> with_sides(cb.events()).set_index("event_id").loc[["E081", "E087", "E112"], ["side", "lane"]].values.tolist()
    [['Iran', 'Iran'], ['Both', 'Diplomacy'], ['Third party', 'Others']]
    """
    known = actor_sides()
    rows = zip(
        events["event_type"].map(_text),
        events["quad_class"].map(_text),
        events["initiator_id"].map(_text),
        events["target_id"].map(_text),
        strict=True,
    )
    sides, lanes = [], []
    for kind, quad, initiator, target in rows:
        side = _event_side(kind, quad, known.get(initiator, THIRD), known.get(target, THIRD))
        sides.append(side)
        lanes.append(_lane(kind, quad, side))
    return events.assign(side=pd.array(sides, dtype="string"), lane=pd.array(lanes, dtype="string"))
