"""What was done with words: the moves with the statements that make them."""

import pandas as pd

from casebook.tables import moves, statements


def spoken() -> pd.DataFrame:
    """One row for each move, with everything that is known of its statement."""
    return moves().merge(statements(), on="statement_id")


def moves_of(*keys: str) -> set[str]:
    """The moves of some statements together."""
    rows = moves()
    return set(rows.loc[rows["statement_id"].isin(keys), "move"])


def ids(rows: pd.DataFrame) -> set[str]:
    """Which statements there are among some rows."""
    return set(rows["statement_id"])
