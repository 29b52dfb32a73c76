"""The clock chart moves every moment by the offset of the chosen clock, and knows no clock of the machine."""

import json

import pandas as pd
import pytest

from casebook import renderer
from casebook.charts.clocks import START, ZONES, clocks
from casebook.charts.table import as_table


def _rows():
    return pd.DataFrame(next(iter(renderer.specification(clocks())["datasets"].values()))).set_index("moment")


def _table():
    return as_table(clocks()).set_index("Moment")


def test_as_printed_ap_stands_before_the_iranian_agency_and_on_utc_after_it():
    rows = _rows()
    ten, nine = rows.loc["Iranian agency, ten (C151)"], rows.loc["AP, at least nine (C148)"]
    assert nine["from_printed"] < ten["from_printed"]
    assert nine["from_utc"] > ten["until_utc"]


@pytest.mark.parametrize(("name", "zone"), ZONES.items())
def test_every_clock_shows_the_strike_as_its_zone_does(name, zone):
    instant = pd.Timestamp("2024-01-18 04:30", tz="Asia/Tehran").tz_convert(zone)
    told = _table().loc["Strike near Saravan (E092)", name]
    assert told.startswith(f"{instant.day} Jan ")
    assert told.endswith(f" to {instant:%H:%M}")


def test_an_unknown_zone_is_a_window_on_every_real_clock():
    rows = _rows()
    for moment in ("Afghan agency post (E094)", "Iranian agency, ten (C151)"):
        assert rows.loc[moment, "from_printed"] == rows.loc[moment, "until_printed"]
        assert rows.loc[moment, "from_utc"] < rows.loc[moment, "until_utc"]


def test_the_chart_holds_hours_and_no_dates_that_a_browser_would_shift():
    spec = json.dumps(renderer.specification(clocks()))
    assert "T00:00:00" not in spec
    assert "temporal" not in spec
    assert START.tz is not None


def test_the_menu_offers_every_clock():
    options = renderer.specification(clocks())["params"][0]["bind"]["options"]
    assert options == ["as printed", *ZONES]
