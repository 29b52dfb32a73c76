"""By whose account a statement is read, and the chart that turns on it: the speakers stay, the marks follow."""

import re

import pandas as pd
import pytest
import vl_convert

import casebook as cb
from casebook import pictures, renderer
from casebook.charts.accounts import EVERY, accounts, columns
from casebook.charts.frames import MissingColumnsError
from casebook.charts.theme import THEMES
from casebook.datapackage import table
from casebook.tellers import names, tellers

STATEMENTS = cb.statements()
DAYS = STATEMENTS[
    STATEMENTS["date"].between("2024-01-16", "2024-01-18") & STATEMENTS["speaks_for_id"].isin(["iran", "pakistan"])
]


def cells(frame: pd.DataFrame = DAYS) -> pd.DataFrame:
    return cb.as_table(accounts(frame)).set_index(["Who", "Move"])


def counts(column: pd.Series) -> pd.Series:
    return column.str.extract(r"^(\d+)")[0].fillna("0").astype(int)


def test_every_supporting_document_of_a_statement_has_one_teller():
    links = table("evidence")
    supporting = links[(links["table"] == "statements") & (links["relation"] == "supports")]
    rows = tellers()
    assert set(rows["teller"]) == set(names())
    assert sorted(zip(rows["statement_id"], rows["source_id"], strict=True)) == sorted(
        zip(supporting["row_id"], supporting["source_id"], strict=True)
    )


@pytest.mark.parametrize(("country", "teller"), [("IRN", "Iran"), ("PAK", "Pakistan")])
def test_a_page_that_names_no_other_outlet_tells_for_its_publishers_country(country, teller):
    sources = table("sources")
    own = (sources["publisher_country"] == country) & ~sources["publisher"].str.contains(r"cit(?:es|ing)")
    rows = tellers()
    assert set(rows.loc[rows["source_id"].isin(sources.loc[own, "source_id"]), "teller"]) == {teller}


def test_a_page_that_says_whom_it_copies_tells_for_them():
    sources = table("sources").set_index("source_id")["publisher"]
    rows = tellers().assign(publisher=lambda rows: rows["source_id"].map(sources))
    citing = rows[rows["publisher"].str.contains(r"cit(?:es|ing)")]
    iranian = citing["publisher"].str.contains("Iranian|IRNA|Tasnim|Press TV")
    assert set(citing.loc[iranian, "teller"]) == {"Iran"}


def test_the_table_has_a_cell_for_every_side_and_move_and_counts_each_statement_once():
    made = DAYS.merge(cb.moves(), on="statement_id")
    assert counts(cells()[columns()[EVERY]]).sum() == len(made)
    assert len(cells()) == len(made.drop_duplicates(["speaks_for_id", "move"]))


def test_no_account_has_more_than_all_of_them_and_each_statement_is_in_one_at_least():
    table_of_all = cells()
    every = counts(table_of_all[columns()[EVERY]])
    parts = [counts(table_of_all[columns()[teller]]) for teller in names()]
    assert all((part <= every).all() for part in parts)
    assert (sum(parts) >= every).all()


def test_in_the_days_of_the_strikes_pakistan_cooperates_in_iranian_accounts_alone():
    cell = cells().loc[("Pakistan", "cooperate")]
    assert cell["Iran's accounts"] == cell["Every account"]
    assert cell["Pakistan's accounts"] == cell["Other accounts"] == "none read"


def test_there_is_a_box_for_every_account_and_all_are_kept_at_first():
    boxes = [each for each in renderer.specification(accounts(DAYS))["params"] if "bind" in each]
    assert [box["bind"]["input"] for box in boxes] == ["checkbox"] * len(names())
    assert [box["bind"]["name"].split(" ", 3)[-1].strip() for box in boxes] == [
        "from Iran",
        "from Pakistan",
        "accounts",
    ]
    assert not any(box["value"] for box in boxes)


@pytest.mark.parametrize("place", range(3))
def test_what_one_account_alone_draws_is_what_the_table_says_of_it(place):
    drawn = pd.DataFrame(next(iter(renderer.specification(accounts(DAYS))["datasets"].values())))
    alone = drawn.groupby(["who", "move"])[f"told_{place}"].sum()
    said = counts(cells()[columns()[names()[place]]])
    assert {cell: number for cell, number in alone.items() if number} == said[said > 0].to_dict()


@pytest.mark.parametrize("kept", [{0}, {1, 2}, {0, 1, 2}, set()], ids=str)
def test_a_cell_counts_its_statements_once_however_many_accounts_have_it(kept):
    spec = renderer.specification(accounts(DAYS))
    drawn = pd.DataFrame(next(iter(spec["datasets"].values())))
    spec["params"] = [
        each | {"value": int(each["name"][-1]) not in kept} if "bind" in each else each for each in spec["params"]
    ]
    words = re.findall(r">(\d+)</text>", vl_convert.vegalite_to_svg(spec, vl_version="5.8"))
    told = drawn[[f"told_{place}" for place in sorted(kept)]].any(axis=1)
    wanted = told.groupby([drawn["who"], drawn["move"]]).sum()
    assert sorted(map(int, words)) == sorted(number for number in wanted if number)


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_valid_light_and_the_same_each_time(theme):
    spec = renderer.specification(accounts(DAYS, theme))
    accounts(DAYS, theme).to_dict(validate=True)
    assert spec == renderer.specification(accounts(DAYS.sample(frac=1, random_state=1), theme))
    png, _ = pictures.picture(spec)
    assert len(png) < 90_000


def test_the_shape_of_a_mark_says_the_same_as_its_colour():
    (mark,) = [each["encoding"] for each in accounts(DAYS).to_dict()["layer"] if "shape" in each["encoding"]]
    assert mark["shape"]["field"] == mark["color"]["field"]
    assert mark["shape"]["scale"]["domain"] == mark["color"]["scale"]["domain"]


def test_columns_stay_where_they_are_when_nobody_makes_a_move():
    call = DAYS[DAYS["event_id"] == "E087"]
    domains = [
        renderer.specification(accounts(frame))["layer"][0]["encoding"]["x"]["scale"]["domain"]
        for frame in (DAYS, call)
    ]
    assert domains[0] == domains[1]
    assert len(domains[0]) == len(cb.moves()["move"].cat.categories)


def test_the_description_says_what_each_account_lacks():
    words = accounts(DAYS).description
    assert "Pakistan's accounts, as far as read, have nothing of Iran, " in words
    assert words.endswith("cb.as_table(chart).")


def test_statements_for_whom_nobody_is_named_are_not_drawn():
    nobody = STATEMENTS[STATEMENTS["speaks_for_id"].isna()]
    assert accounts(nobody).description.endswith("there is nothing to draw.")
    assert list(cb.as_table(accounts(nobody)).columns) == list(cb.as_table(accounts(DAYS)).columns)


def test_what_it_cannot_draw_is_answered_plainly():
    with pytest.raises(TypeError, match=r"cb\.accounts draws a table"):
        accounts("E087")
    with pytest.raises(MissingColumnsError, match=r"speaks_for_id.*cb\.statements\(\)"):
        accounts(DAYS.drop(columns="speaks_for_id"))
    with pytest.raises(ValueError, match="light, dark, projector"):
        accounts(DAYS, "sepia")
