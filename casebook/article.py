"""The article, passage by passage: which stretches of its text the passages are."""

from itertools import groupby

from casebook.cards import Stretch
from casebook.datapackage import descriptor_in, home, table
from casebook.frames import text_of


def text() -> str:
    """The text that the passages of the data folder in use are cut from, as it is in its file.

    Returns
    -------
    str
        The whole text; empty if the data package declares none.

    Raises
    ------
    BrokenTableError
        If its file is not there, or is not UTF-8.

    Examples
    --------
    >>> len(text())
    2906
    """
    declared = descriptor_in(home()).get("text")
    return text_of(home() / declared["path"], home()) if declared else ""


def paragraphs(highlighted: set[str]) -> list[list[Stretch]]:
    """The paragraphs that hold these passages, cut into stretches, with only these passages marked.

    Parameters
    ----------
    highlighted : set of str
        Keys of passages.

    Returns
    -------
    list of list of Stretch
        One list per paragraph, in the order of the article; its stretches join up to the paragraph's text.

    Examples
    --------
    >>> [stretch.text for stretch in paragraphs({"s04"})[0] if stretch.passage_id]
    ['Anwaarul Haq Kakar.']
    """
    whole, found = text(), []
    rows = table("passages").sort_values("start").to_dict("records")
    for _, group in groupby(rows, key=lambda row: row["paragraph"]):
        passages = list(group)
        if highlighted.isdisjoint(row["passage_id"] for row in passages):
            continue
        stretches, position = [], passages[0]["start"]
        for row in passages:
            if row["start"] > position:
                stretches.append(Stretch(whole[position : row["start"]], position, row["start"]))
            marked = row["passage_id"] if row["passage_id"] in highlighted else None
            stretches.append(Stretch(whole[row["start"] : row["end"]], row["start"], row["end"], marked))
            position = row["end"]
        found.append(stretches)
    return found
