"""Which side somebody belongs to, and who is reported to have acted: computed from `actors`, never coded by hand.

Which two states are the sides of a data folder, its descriptor says (`sides`, two keys of `actors`); everything drawn
by side follows from there.
"""

import pandas as pd
from pandas.api.typing import NAType

from casebook.datapackage import descriptor, folder, table
from casebook.frames import BrokenTableError
from casebook.language import say

BOTH, THIRD = "Both", "Third party"
DIPLOMACY, OTHERS = "Diplomacy", "Others"
# Talk and cooperation. The last four are so only where the row is coded as cooperation.
TALKS = {"call", "visit", "meeting", "agreement", "cooperation"}
TALKS_IF_COOPERATION = {"exercise", "envoy_measure", "other"}
# What two sides do together; a visit or a handover has one that goes or gives.
TOGETHER = {"call", "meeting", "agreement", "cooperation", "exercise", "envoy_measure"}
COOPERATION = {"verbal_cooperation", "material_cooperation"}


def _states() -> pd.DataFrame:
    """The rows of `actors` that are the two sides, in their order."""
    declared = descriptor().get("sides", [])
    known = table("actors").set_index("actor_id", drop=False)
    if len(declared) != 2 or not set(declared) <= set(known.index):
        raise BrokenTableError(folder() / "datapackage.json", say("its `sides` do not name two rows of actors"))
    return known.loc[declared]


def countries() -> dict[str, str]:
    """The names of the two states by their country codes.

    Examples
    --------
    >>> countries()
    {'IRN': 'Iran', 'PAK': 'Pakistan'}
    """
    return dict(zip(_states()["country"], _states()["name"], strict=True))


def names() -> tuple[str, ...]:
    """What a side is called: the first state, the second, both together, and everybody else.

    Examples
    --------
    >>> names()
    ('Iran', 'Pakistan', 'Both', 'Third party')
    """
    return (*_states()["name"], BOTH, THIRD)


def lanes() -> tuple[str, ...]:
    """The lanes of a timeline, from the top.

    Examples
    --------
    >>> lanes()
    ('Iran', 'Diplomacy', 'Pakistan', 'Others')
    """
    first, second = _states()["name"]
    return first, DIPLOMACY, second, OTHERS


def root(actor: str) -> str:
    """The top of an actor's `part_of` chain: the state, group or body that it belongs to in the end.

    Examples
    --------
    >>> root("alireza-marhamati")
    'iran'
    """
    above = table("actors").set_index("actor_id")["part_of"]
    while pd.notna(above[actor]):
        actor = above[actor]
    return actor


def actor_sides() -> dict[str, str]:
    """The side of every actor: one of the two states, or third party.

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
    homes = dict(zip(actors["actor_id"], actors["country"], strict=True))
    states, by_country = dict(zip(_states()["actor_id"], _states()["name"], strict=True)), countries()

    def side(actor: str) -> str:
        seen = set()
        while actor not in states and pd.notna(wholes.get(actor)) and actor not in seen:
            seen.add(actor)
            actor = wholes[actor]
        return states.get(actor) or by_country.get(_text(homes.get(actor)), THIRD)

    return {actor: side(actor) for actor in wholes}


def _text(cell: str | NAType | None) -> str:
    return "" if pd.isna(cell) else str(cell)


def _event_side(kind: str, quad: str, initiator: str, target: str) -> str:
    if kind in TOGETHER and quad in COOPERATION and THIRD not in (initiator, target) and initiator != target:
        return BOTH
    return initiator


def _lane(kind: str, quad: str, side: str) -> str:
    if kind in TALKS or (kind in TALKS_IF_COOPERATION and quad in COOPERATION):
        return DIPLOMACY
    return OTHERS if side == THIRD else side


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
        A copy with `side` (one of `names()`) and `lane` (one of `lanes()`).

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
