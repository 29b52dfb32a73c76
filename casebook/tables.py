"""The tables of what happened, what was said and who counted: typed frames, one function each.

Every function returns a fresh frame whose key is a column. Dates are `datetime64`, counts `Int64`, codes
`category` in their declared order, everything else `string`. `cb.about(name)` says what each column means and
what it does not.
"""

import pandas as pd

from casebook.datapackage import UnknownSourceError, table
from casebook.language import say


def _supported(name: str, key: str, source: str | None, evidence_of: str, relation: str = "supports") -> pd.DataFrame:
    """A table, or only the rows that one source supports, or bears on in the way that is named."""
    frame = table(name)
    if source is None:
        return frame
    known = table("sources")["source_id"]
    if not isinstance(source, str) or source not in set(known):
        raise UnknownSourceError(say("a source"), source, known)
    links = table("evidence")
    mine = (links["table"] == evidence_of) & (links["source_id"] == source) & (links["relation"] == relation)
    return frame[frame[key].isin(links.loc[mine, "row_id"])].reset_index(drop=True)


def actors(source: str | None = None) -> pd.DataFrame:
    """The `actors` table: one row is a state, body, armed group, medium or public office-holder.

    Private people are not in the tables. A source mentions an actor: there is nothing in one that could be supported.

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the actors that this source mentions.

    Returns
    -------
    DataFrame
        One row per actor_id.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.actors()["kind"].cat.categories[0]
    'state'
    >>> len(cb.actors(source="seed-article"))
    12
    """
    return _supported("actors", "actor_id", source, "actors", "mentions")


def events(source: str | None = None) -> pd.DataFrame:
    """The `events` table: one row is something that happened or is said to have happened.

    An initiator is not a verdict: `responsibility` says how sure it is, `disputed` what sources disagree about.
    Quad classes follow PLOVER 2.0.

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the rows that this source supports.

    Returns
    -------
    DataFrame
        One row per event_id.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> list(cb.events(source="seed-article")["event_id"])[:2]
    ['E081', 'E084']
    """
    return _supported("events", "event_id", source, "events")


def statements(source: str | None = None) -> pd.DataFrame:
    """The `statements` table: one row is something said by someone for someone.

    `quote` is filled only where the article itself prints quotation marks; `gist` is in our words.

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the rows that this source supports.

    Returns
    -------
    DataFrame
        One row per statement_id.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> len(cb.statements().query("form == 'verbatim'"))
    7
    """
    return _supported("statements", "statement_id", source, "statements")


def moves(source: str | None = None) -> pd.DataFrame:
    """The `moves` table: one row is one communicative move of a statement.

    Coded once, by one coder.

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the rows that this source supports.

    Returns
    -------
    DataFrame
        One row per statement_id, move.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> set(cb.moves().query("statement_id == 'S001'")["move"]) == {"justify", "warn"}
    True
    """
    return _supported("moves", "statement_id", source, "statements")


def casualties(source: str | None = None) -> pd.DataFrame:
    """The `casualties` table: one row is **one report** of a number killed or injured, not one death and not one event.

    Counts are people. A blank count is `<NA>`, never 0; rows are never to be summed or averaged (Every Casualty,
    Standards for Casualty Recording).

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the rows that this source supports.

    Returns
    -------
    DataFrame
        One row per report_id.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> list(cb.casualties(source="seed-article")["report_id"])
    ['C125', 'C175', 'C214']
    """
    return _supported("casualties", "report_id", source, "casualties")


def claims(source: str | None = None) -> pd.DataFrame:
    """The `claims` table: one row is one checkable claim made by the article, and what other sources say.

    `verdict` is a pointer for readers, not a ruling.

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the rows that this source supports.

    Returns
    -------
    DataFrame
        One row per claim_id.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.claims()["passage_id"].nunique()
    18
    """
    return _supported("claims", "claim_id", source, "claims")


def facts(source: str | None = None) -> pd.DataFrame:
    """The `facts` table: one row is one background fact.

    `value` is text; `unit` says how to read it.

    Parameters
    ----------
    source : str, optional
        A `source_id`: only the rows that this source supports.

    Returns
    -------
    DataFrame
        One row per fact_id.

    Raises
    ------
    UnknownSourceError
        If no source has this id; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> list(cb.facts().columns)
    ['fact_id', 'topic', 'fact', 'value', 'unit']
    """
    return _supported("facts", "fact_id", source, "facts")


def explanations() -> pd.DataFrame:
    """The `explanations` table: one row is one row of another table, held against seven explanations (chapter 06).

    A first coding by one coder, offered for dispute. Each explanation has a column: the row `fits` it, is `against` it
    or is `silent`. `shows` and `does_not_show` say what the row itself lets one say.

    Returns
    -------
    DataFrame
        One row per row_id.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.explanations().set_index("row_id").loc["S093", ["limited_aims", "outside_pressure"]].tolist()
    ['fits', 'against']
    """
    return table("explanations")
