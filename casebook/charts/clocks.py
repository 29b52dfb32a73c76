"""One clock or many: six moments of January 2024 on the clock that the reader chooses (chapter 02)."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook import clock_times
from casebook.charts.finish import themed
from casebook.charts.table import with_table
from casebook.charts.theme import look
from casebook.kept import Spec
from casebook.lookup import of_the_casebook

START = pd.Timestamp("2024-01-16", tz="UTC")
AS_PRINTED = "as printed"
ENDS = ("from", "until")
ZONES = {
    "UTC": "UTC",
    "Tehran": clock_times.TEHRAN,
    "Islamabad": clock_times.KARACHI,
    "New York": clock_times.NEW_YORK,
}
# What stands beside each mark.
LABELS = {
    "E081": "Strike at Koh-e-Sabz (E081)",
    "E092": "Strike near Saravan (E092)",
    "C138": "Alert service, seven (C138)",
    "E094": "Afghan agency post (E094)",
    "C151": "Iranian agency, ten (C151)",
    "C148": "AP, at least nine (C148)",
}
HOW_TO_READ = [
    "A dot is a moment; a bar is the time in which it must lie. Thick lines are midnights.",
    # JupyterLab keeps the arrow keys for its cells, unless it has the settings of `casebook lab`.
    "By keyboard, arrow keys turn the menu; where they go on to another cell, the keys Home, "
    f"{', '.join(name[0] for name in ZONES)} do.",
]


def _hours(moment: pd.Timestamp) -> float:
    return (moment - START).total_seconds() / 3600


def _moment(key: str) -> Spec:
    """One mark: hours since 16 January 00:00, from and until, on the printed clock and in UTC."""
    ends = {"utc": clock_times.window(key), "printed": [each.tz_localize("UTC") for each in clock_times.clock(key)]}
    hours = {f"{end}_{name}": _hours(each) for name, pair in ends.items() for end, each in zip(ENDS, pair, strict=True)}
    return {"moment": LABELS[key], **hours}


def _told(row: pd.Series, shift: float | None) -> str:
    name = "printed" if shift is None else "utc"
    times = [(START + pd.Timedelta(hours=row[f"{end}_{name}"] + (shift or 0))).round("min") for end in ENDS]
    first, *last = [f"{time.day} Jan {time:%H:%M}" for time in dict.fromkeys(times)]
    return " to ".join([first, *(each.removeprefix(first[:7]) for each in last)])


def clocks(theme: str = "light") -> ChartType:
    """Six moments between two strikes, on the clock that is chosen in the menu under the chart.

    A moment whose zone or hour is not known is a bar from the earliest to the latest possible instant.

    Parameters
    ----------
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With a parameter `clock`; nothing is drawn from the machine's own time zone.

    Raises
    ------
    OtherTablesError
        If the tables in use are not the casebook's own.
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.clocks().to_dict()["params"][0]["value"]
    'as printed'
    """
    kind = look(theme)
    of_the_casebook("clocks", LABELS)
    rows = pd.DataFrame([_moment(key) for key in LABELS])
    shifts = {
        name: (START.tz_convert(zone).tz_localize(None) - START.tz_localize(None)).total_seconds() / 3600
        for name, zone in ZONES.items()
    }
    told = pd.DataFrame(
        {"Moment": rows["moment"], "As printed": [_told(row, None) for _, row in rows.iterrows()]}
        | {name: [_told(row, shift) for _, row in rows.iterrows()] for name, shift in shifts.items()}
    )
    options = [AS_PRINTED, *ZONES]
    clock = alt.param(name="clock", value=AS_PRINTED, bind=alt.binding_select(options=options, name="Clock: "))
    printed = f"clock == '{AS_PRINTED}'"
    shift = f"({' + '.join(f'(clock == {name!r} ? {hours} : 0)' for name, hours in shifts.items())})"
    at = "utcFormat({} + datum.value * 3600000, {})"
    axis = alt.Axis(
        values=list(range(0, 84, 12)),
        labelExpr=at.format(START.value // 10**6, "'%-d Jan %H:%M'"),
        gridWidth={"condition": {"test": "datum.value % 24 == 0", "value": 2}, "value": 1},
        title="on the clock chosen in the menu",
    )
    where = alt.X("from:Q", scale=alt.Scale(domain=[0, 80], nice=False), axis=axis)
    row = alt.Y("moment:N", sort=None, axis=alt.Axis(title=None, labelLimit=320, ticks=False, domain=False))
    base = (
        alt.Chart(rows)
        .transform_calculate(
            **{
                "from": f"{printed} ? datum.from_printed : datum.from_utc + {shift}",
                "until": f"{printed} ? datum.until_printed : datum.until_utc + {shift}",
            }
        )
        .encode(y=row)
    )
    spans = base.mark_bar(height=8, opacity=0.5, color=kind.sides["Both"]).encode(x=where, x2="until:Q")
    ends = base.mark_point(filled=True, size=kind.scaled(70), opacity=1, color=kind.ink)
    chart = alt.layer(spans, ends.encode(x=where), ends.encode(x="until:Q")).add_params(clock)
    described = (
        f"Dot and bar chart of {len(rows)} moments from 16 to 18 January 2024, on a clock chosen from: "
        f"{', '.join(options)}. As printed, AP's at least nine stands before the Iranian agency's ten; on every real "
        "clock it stands after it. A bar is a moment whose hour or zone is not known. The table has every clock."
    )
    chart = chart.properties(width=kind.width - 180, height=int(kind.scaled(30 * len(rows))))
    return themed(
        with_table(chart, told),
        theme,
        "Six moments, one clock at a time",
        HOW_TO_READ,
        described,
    )
