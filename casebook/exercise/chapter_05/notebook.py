"""Whose notebook: a side can be made to sound friendly by the other side's pen."""

import pandas as pd

from casebook.exercise.chapter_05.guidance import next_step
from casebook.exercise.chapter_05.spoken import ids, spoken
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.registers import evidence, sources
from casebook.tellers import tellers

IRANIAN = "Iranian readout"


def _cooperating(side: str = "pakistan") -> pd.DataFrame:
    rows = spoken()
    days = rows["date"].between("2024-01-16", "2024-01-22")
    return rows[(rows["move"] == "cooperate") & (rows["speaks_for_id"] == side) & days]


def _told() -> pd.Series:
    """For each cooperative statement of Pakistan the tellers of its documents."""
    rows = tellers()
    return rows[rows["statement_id"].isin(ids(_cooperating()))].groupby("statement_id")["teller"].agg(set)


def _by_iran_alone() -> set[str]:
    told = _told()
    return set(told[told == {"Iran"}].index)


def _published_in_iran() -> set[str]:
    """Those all of whose documents have a publisher in Iran, by the column alone."""
    links = evidence().merge(sources(), on="source_id")
    links = links[(links["relation"] == "supports") & links["row_id"].isin(ids(_cooperating()))]
    there = (links["publisher_country"] == "IRN").groupby(links["row_id"]).all()
    return set(there[there].index)


def _label_alone() -> set[str]:
    rows = _cooperating()
    return ids(rows[rows["audience"].str.contains(IRANIAN)])


WHOSE_NOTEBOOK = Exercise(
    key="whose-notebook",
    asks="Pakistan's cooperative statements of a week that rest on Iranian accounts alone.",
    kind=SetOf("statements.statement_id"),
    answer=_by_iran_alone,
    misreadings=[
        Misreading(
            "speaker-decides",
            lambda: ids(_cooperating()) - ids(_cooperating()),
            did="You found none.",
            why="A statement of Pakistan need not come from a page of Pakistan: who speaks and who wrote it down stand "
            "in two tables.",
            next="Read `publisher` beside each id: which ids have nothing but Iranian pages?",
        ),
        Misreading(
            "country-only",
            _published_in_iran,
            did="You went by the publisher's country.",
            why="A page elsewhere can carry a ministry's text, and may say so.",
            next="Read `publisher` to its end, brackets included.",
        ),
        Misreading(
            "label-only",
            _label_alone,
            did="You found the row whose `audience` says so itself.",
            why="Other rows carry no label, and rest on one side all the same.",
            next="Look at the documents of every row.",
        ),
        Misreading(
            "some-iranian-page",
            lambda: set(_told()[lambda told: ["Iran" in each for each in told]].index),
            did="You took every statement that has an Iranian page.",
            why="One of them has pages from elsewhere as well; without the Iranian one it would still stand.",
            next="Keep the ids for which **all** pages are Iranian accounts.",
        ),
        Misreading(
            "all-of-them",
            lambda: ids(_cooperating()),
            did="You took all of Pakistan's cooperative statements.",
            why="Most have a page from Pakistan or from a third country.",
            next="Look in the documents of each id for one that is no Iranian account.",
        ),
        Misreading(
            "swapped-sides",
            lambda: ids(_cooperating("iran")),
            did="You listed Iran's own cooperative statements.",
            why="The question is how Pakistan sounds, and by whose pen.",
            next="Take the ids from the table above; they all speak for Pakistan.",
        ),
    ],
    gap=lambda given: next_step(
        given,
        _by_iran_alone(),
        "statements.statement_id",
        odd="Take out each id that has one page which is no Iranian account.",
        more="Go through the other ids of the table, page by page.",
    ),
    because="S069 rests on Iran's state agency (E079), S078 on a page that cites Iran's foreign ministry (E087). They "
    "are also the only two before the 19th: until then, in our table, Pakistan cooperates by Iran's pen alone.",
    not_shown="It does not show that the words were made up, nor that no page of Pakistan printed them; only that we "
    "read none.",
    hints=[
        "An Iranian account: the publisher's country is IRN, or the publisher's name says that it cites an Iranian "
        "body. Then group by id.",
        "Worked on 2023: S046, words of Kakar in New York, rests on Tehran Times alone, and its gist says so.",
    ],
    sources=["S069", "S078"],
    minutes=5,
)
