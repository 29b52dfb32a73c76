"""Moves of statements counted by who makes them."""

import pandas as pd

from casebook.charts.sides import THIRD, actor_sides
from casebook.charts.sides import names as side_names
from casebook.datapackage import table

NOT_STATED = "no one named"
# Of more speakers than this, the rows are those that they speak for.
SPEAKERS = 12


def _said(moves: pd.DataFrame) -> pd.DataFrame:
    """The moves with their statement's `speaker_id` and `speaks_for_id`, from the frame if it has them."""
    wanted = ["speaker_id", "speaks_for_id"]
    known = table("statements").set_index("statement_id")
    given = {name: moves[name] if name in moves else moves["statement_id"].map(known[name]) for name in wanted}
    return pd.DataFrame({"statement_id": moves["statement_id"], "move": moves["move"], **given})


def cells(moves: pd.DataFrame) -> pd.DataFrame:
    """Statements counted by who and by move.

    Returns
    -------
    DataFrame
        One row for each pair that occurs: `who`, `side` (blank where nobody is named), `move`, `count`, `which` (ids).

    Examples
    --------
    >>> import casebook as cb
    >>> call = cb.moves().query("statement_id in ['S076', 'S077', 'S078']")
    >>> cells(call).head(2)[["who", "move", "count"]].values.tolist()
    [['Hossein Amir-Abdollahian (Iran)', 'justify', 1], ['Hossein Amir-Abdollahian (Iran)', 'deny', 1]]
    """
    said, sides = _said(moves), actor_sides()
    names = table("actors").set_index("actor_id")["name"]
    by_speaker = said["speaker_id"].nunique() <= SPEAKERS
    actor = said["speaker_id"] if by_speaker else said["speaks_for_id"]
    side = said["speaks_for_id"].map(lambda each: sides.get(each, THIRD), na_action="ignore")
    name = actor.map(names).fillna(actor).fillna(NOT_STATED)
    bracket = " (" + side.where(side != THIRD, "other") + ")"
    order = {move: place for place, move in enumerate(moves_of(moves))}
    rows = said.assign(
        who=name + bracket.fillna("") if by_speaker else name,
        side=side,
        rank=side.map(side_names().index, na_action="ignore").astype("Float64").fillna(len(side_names())),
        column=said["move"].astype("string").map(order),
    )
    rows["weight"] = rows.groupby("who")["statement_id"].transform("nunique")
    rows = rows.sort_values(
        ["rank", "weight", "who", "column", "statement_id"], ascending=[True, False, True, True, True]
    )
    counted = rows.groupby(["who", "move"], sort=False, observed=True)
    found = counted.agg(
        side=("side", "first"),
        count=("statement_id", "nunique"),
        which=("statement_id", lambda ids: ", ".join(ids.unique())),
    )
    return found.reset_index()


def moves_of(moves: pd.DataFrame) -> list[str]:
    """All moves of the codebook, in its order, so that a column stays empty where nobody made the move."""
    declared = list(table("moves")["move"].cat.categories)
    return declared + sorted(set(moves["move"].dropna().astype(str)) - set(declared))
