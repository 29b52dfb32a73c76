"""The explorer in a real JupyterLab: whatever is clicked or chosen by keyboard, its own card stands beside it."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

import casebook as cb
from casebook.charts.explorer_controls import FORTNIGHT
from casebook.editions.source import METADATA
from seeing import seen

EVENTS = cb.events()
CRISIS = EVENTS[EVENTS["phase"].isin(FORTNIGHT.split(","))]
# Every mark of the page: which event it is, in which part, and where its middle is.
MARKS = """() => [...document.querySelectorAll('.jp-OutputArea-output svg.marks path')].flatMap(path => {
    const item = path.__data__;
    if (!item || item.mark.marktype !== 'symbol' || !item.datum.event_id) return [];
    const box = path.getBoundingClientRect();
    return [{key: item.datum.event_id, x: box.x + box.width / 2, y: box.y + box.height / 2}];
})"""


@pytest.fixture(scope="module")
def view(chromium, tmp_path_factory):
    notebook = new_notebook(cells=[new_code_cell("import casebook as cb\n\ncb.explore()")], metadata=METADATA)
    with seen(chromium, tmp_path_factory.mktemp("home"), notebook) as view:
        view.run_all()
        view.page.wait_for_function(f"() => ({MARKS})().length > 0", timeout=60_000)
        yield view


def click(view, key: str, part: int = 0) -> None:
    """Click the mark of an event; it has one in each of the parts 0 to 2."""
    view.page.evaluate(
        """([key, part]) => [...document.querySelectorAll('.jp-OutputArea-output svg.marks path')].filter(path =>
            path.__data__?.mark.marktype === 'symbol' && path.__data__.datum.event_id === key)[part]
            .scrollIntoView({block: 'center'})""",
        [key, part],
    )
    mark = [each for each in view.page.evaluate(MARKS) if each["key"] == key][part]
    view.page.mouse.click(mark["x"], mark["y"])


def shows(view, key: str) -> None:
    """The card and the list both say that this event is chosen."""
    expect(view.page.get_by_role("group", name=f"event {key}")).to_be_visible()
    expect(view.page.get_by_label("Event", exact=True).locator("option:checked")).to_contain_text(f"({key})")


def test_nothing_is_chosen_at_first(view):
    expect(view.page.get_by_role("group", name="No event is chosen")).to_be_visible()
    view.picture("explore-first")


def test_every_mark_leads_to_its_own_card(view):
    marks = view.page.evaluate(MARKS)
    assert {mark["key"] for mark in marks} == set(CRISIS["event_id"])
    assert len(marks) == 3 * len(CRISIS)
    # Each event once, in the three parts by turns.
    for number, key in enumerate(sorted(CRISIS["event_id"])):
        click(view, key, number % 3)
        shows(view, key)
    view.picture("explore-clicked")


def test_a_click_lights_the_event_and_dims_the_others(view):
    key = CRISIS["event_id"].iloc[0]
    click(view, key)
    view.page.wait_for_function(
        """key => [...document.querySelectorAll('svg.marks path')].filter(path => path.__data__?.datum?.event_id
            && path.__data__.mark.marktype === 'symbol')
            .every(path => (path.__data__.opacity === 1) === (path.__data__.datum.event_id === key))""",
        arg=key,
    )
    shows(view, key)


def test_the_keyboard_does_what_a_click_does(view):
    events = view.page.get_by_label("Event", exact=True)
    events.focus()
    in_time = CRISIS.sort_values(["date", "event_id"])["event_id"]
    for press, key in (("End", in_time.iloc[-1]), ("ArrowUp", in_time.iloc[-2]), ("ArrowUp", in_time.iloc[-3])):
        view.page.keyboard.press(press)
        shows(view, key)
        expect(events).to_be_focused()
    view.page.keyboard.press("Home")
    expect(view.page.get_by_role("group", name="No event is chosen")).to_be_visible()


def test_the_same_mark_can_be_clicked_again_after_the_keyboard(view):
    click(view, "E092")
    shows(view, "E092")
    view.page.mouse.move(5, 5)
    view.page.get_by_label("Event", exact=True).focus()
    view.page.keyboard.press("Home")
    expect(view.page.get_by_role("group", name="No event is chosen")).to_be_visible()
    click(view, "E092")
    shows(view, "E092")


def test_filters_and_the_table_are_reached_with_the_tab_key(view):
    view.page.get_by_label("Phase").focus()
    for label in ("Side", "Type", "Event"):
        view.page.keyboard.press("Tab")
        expect(view.page.get_by_label(label, exact=True)).to_be_focused()
    table = view.page.get_by_text("events as a table")
    table.focus()
    view.page.keyboard.press("Enter")
    rows = view.page.locator("details", has=table).locator("tbody tr")
    expect(rows).to_have_count(len(CRISIS))


def test_a_filter_leaves_its_events_everywhere_and_keeps_the_chosen_one(view):
    view.page.get_by_label("Phase").select_option("exchange")
    exchange = EVENTS[EVENTS["phase"] == "exchange"]
    expect(view.page.get_by_text(f"{len(exchange)} of {len(EVENTS)} events")).to_be_visible()
    expect(view.page.get_by_label("Event", exact=True).locator("option")).to_have_count(len(exchange) + 1)
    view.page.wait_for_function(f"() => new Set(({MARKS})().map(mark => mark.key)).size === {len(exchange)}")
    shows(view, "E092")
    click(view, "E081")
    shows(view, "E081")


def test_where_no_event_is_left_the_chart_says_so(view):
    view.page.get_by_label("Type", exact=True).select_option("listing")
    expect(view.page.get_by_text("0 of")).to_be_visible()
    expect(view.page.locator("svg.marks")).to_contain_text("No event is left")
    view.page.get_by_label("Type", exact=True).select_option("all")


def test_a_checker_of_accessibility_finds_nothing(view):
    assert view.findings() == []


def test_no_error_in_the_console_and_no_other_machine_is_asked(view):
    assert view.errors == []
    assert view.outside == []
