"""The tables that others refer to: documents, passages, actors, places, spellings, and the links between them."""

import pandas as pd

from casebook.datapackage import table


def sources() -> pd.DataFrame:
    """The `sources` table: one row is one document that was read.

    Most were seen as stored excerpts, not as whole pages: `seen` says which.

    Returns
    -------
    DataFrame
        One row per source_id.

    Examples
    --------
    >>> import casebook as cb
    >>> int(cb.sources()["seen"].value_counts()["excerpt"])
    599
    """
    return table("sources")


def passages() -> pd.DataFrame:
    """The `passages` table: one row is one sentence of the article, with its character offsets.

    Offsets are start inclusive, end exclusive, in Unicode code points of the file as it is (W3C Web Annotation,
    TextPositionSelector).

    Returns
    -------
    DataFrame
        One row per passage_id.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.passages().query("passage_id == 's15'")["text"].item()
    '10 people were killed in the offensive.'
    """
    return table("passages")


def places() -> pd.DataFrame:
    """The `places` table: one row is a place, with how exactly its point is known.

    Latitude and longitude are in decimal degrees; a `district` or `province` point is borrowed from its seat.

    Returns
    -------
    DataFrame
        One row per place_id.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.places()["latitude"].dtype
    Float64Dtype()
    """
    return table("places")


def names() -> pd.DataFrame:
    """The `names` table: one row is one spelling of an actor or place, and where it was seen.

    `seen_in` is a source or a passage.

    Returns
    -------
    DataFrame
        One row per entity_id, variant, seen_in.

    Examples
    --------
    >>> import casebook as cb
    >>> "seen_in" in cb.names()
    True
    """
    return table("names")


def evidence() -> pd.DataFrame:
    """The `evidence` table: one row is one link: this source bears on this row.

    Not exhaustive for sources other than the article: a missing link is no silence.

    Returns
    -------
    DataFrame
        One row per table, row_id, source_id, passage_id.

    Examples
    --------
    >>> import casebook as cb
    >>> list(cb.evidence()["relation"].cat.categories)
    ['supports', 'contradicts', 'mentions']
    """
    return table("evidence")
