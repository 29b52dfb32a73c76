"""Every notebook keeps every rule, and every rule finds the fault that it is there for."""

import re
from collections.abc import Callable

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook, new_output

from casebook.exercise.register import chapters
from casebook.folders import NOTEBOOKS
from rules import figures, minutes, results, shape, tasks, taught, wording
from rules.pair import NAMES, Pair, load

RULES = [*shape.RULES, *minutes.RULES, *tasks.RULES, *results.RULES, *wording.RULES, *figures.RULES, *taught.RULES]
PLANS = dict(
    re.findall(
        r"^## (\d\d) · (.+?)(?=^## |\Z)",
        (NOTEBOOKS / "instructor" / "SESSION-PLANS.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
SECRET = 'letter = "C"'


def name_of(rule: Callable) -> str:
    return rule.__name__


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_notebook_keeps_the_rule(rule, name):
    assert rule(load(name)) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", [NOTEBOOKS, NOTEBOOKS / "instructor"], ids=["student", "instructor"])
def test_a_notebook_is_saved_as_its_build_writes_it(name, folder):
    saved = (folder / f"{name}.ipynb").read_text(encoding="utf-8")
    notebook = nbformat.reads(saved, as_version=4)
    nbformat.validate(notebook)
    assert saved == nbformat.writes(notebook) + "\n"


def test_every_notebook_has_both_editions():
    assert sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb")) == NAMES


def test_every_chapter_of_exercises_has_its_notebook():
    assert set(chapters()) <= {name[:2] for name in NAMES}


# Planted faults: what is done to the first notebook, which has none. What gives a pair back has made another one.


def code_becomes(source: str, edition: str = "instructor") -> Callable[[Pair], None]:
    def plant(pair: Pair) -> None:
        next(cell for cell in pair.editions[edition].cells if cell.cell_type == "code").source = source

    return plant


def solved_by(solution: str) -> Callable[[Pair], None]:
    def plant(pair: Pair) -> None:
        cell = next(cell for cell in pair.instructor.cells if SECRET in cell.source)
        cell.source = cell.source.replace(SECRET, solution)

    return plant


def prose_ends(words: str, edition: str = "instructor") -> Callable[[Pair], None]:
    return lambda pair: pair.editions[edition].cells.append(new_markdown_cell(words))


def shows(kind: str = "display_data", **parts) -> Callable[[Pair], None]:
    def plant(pair: Pair) -> None:
        code = next(cell for cell in pair.student.cells if cell.cell_type == "code")
        code.outputs.append(new_output(kind, **parts))

    return plant


def all_cells(**parts) -> Callable[[Pair], None]:
    return lambda pair: [cell.update(parts) for each in pair.editions.values() for cell in each.cells]


def chart(change: Callable) -> Callable[[Pair], None]:
    """A change to the first chart: `change(data, metadata)`."""

    def plant(pair: Pair) -> None:
        output = next(each for _, each in results.outputs(pair) if results.CHART in each.get("data", {}))
        change(output.data, output.metadata)

    return plant


def two_charts(pair: Pair) -> None:
    for cell in pair.student.cells:
        if any(results.CHART in output.get("data", {}) for output in cell.get("outputs", [])):
            cell.outputs *= 2


def never_ran(pair: Pair) -> None:
    for cell in pair.student.cells:
        cell.pop("execution_count", None)
        cell.update({"execution_count": None} if cell.cell_type == "code" else {})


def untitled(pair: Pair) -> None:
    for cell in pair.student.cells:
        cell.source = cell.source.replace("### Exercise: ", "### ")


def minutes_become(pattern: str) -> Callable[[Pair], None]:
    """One minute wherever the pattern finds some."""

    def plant(pair: Pair) -> None:
        for cell in pair.student.cells:
            cell.source = re.sub(pattern, r"\1 (1 min)", cell.source, flags=re.MULTILINE)

    return plant


def as_chapter(pair: Pair) -> Pair:
    """Under the name of a chapter, the sizes of the first notebook are wrong."""
    return Pair("01-two", pair.instructor, pair.student, pair.exercises)


def with_exercises(count: int) -> Callable[[Pair], Pair]:
    return lambda pair: Pair(pair.name, pair.instructor, pair.student, pair.exercises[:count])


PLANTED = [
    (shape.cells_are_few, "too few for a chapter", as_chapter),
    (shape.cells_are_few, "too many", lambda pair: pair.student.cells.extend(pair.student.cells * 2)),
    (shape.prose_is_short, "too long", all_cells(source="word " * 60)),
    (shape.prose_is_short, "too short", all_cells(source="word")),
    (shape.code_is_short, "one cell is long", code_becomes("cb\n" * 13)),
    (shape.code_is_short, "most cells are long", all_cells(source="cb\n" * 5)),
    (shape.head_says_what_for_whom, "a second title", prose_ends("# Two", "student")),
    (shape.head_says_what_for_whom, "a bare title", all_cells(source="# 00 · Two")),
    (minutes.every_step_says_its_minutes, "a step without minutes", prose_ends("## More", "student")),
    (minutes.every_step_says_its_minutes, "a number left out", prose_ends("## 9 · More (9 min)", "student")),
    (minutes.the_head_says_what_the_steps_take, "none", all_cells(source="# 00 · Start here")),
    (minutes.the_head_says_what_the_steps_take, "shorter than a session", as_chapter),
    (minutes.the_head_says_what_the_steps_take, "a step more", prose_ends("## 8 · More (9 min)", "student")),
    (minutes.the_head_says_what_the_steps_take, "at home", prose_ends("## 8 · More (9 min, at home)", "student")),
    (minutes.an_exercise_says_its_minutes, "another number", minutes_become(r"^([^#].+) \(\d+ min\)")),
    (minutes.an_exercise_says_its_minutes, "longer than its step", minutes_become(r"^(## .+) \(\d+ min\)")),
    (shape.end_says_what_we_cannot_say, "no end", lambda pair: pair.student.cells.pop()),
    (
        shape.end_says_what_we_cannot_say,
        "code at the end",
        lambda pair: pair.student.cells.append(pair.student.cells[3]),
    ),
    (shape.output_is_followed_by_words, "an output alone", all_cells(cell_type="code", outputs=[{}])),
    (shape.code_uses_what_every_viewer_can_show, "hidden output", code_becomes("cb.exercises();")),
    (shape.code_uses_what_every_viewer_can_show, "interact", code_becomes("interact(cb.show, key=['C014'])")),
    (tasks.exercises_stand_once, "twice", lambda pair: pair.student.cells.extend(pair.student.cells)),
    (tasks.exercises_stand_once, "of another chapter", code_becomes('cb.check("other", 1)', "student")),
    (tasks.every_check_is_graded, "a bare check", code_becomes('cb.check("ten-and-ten", letter)')),
    (tasks.exercises_are_as_many_as_a_session_holds, "too few for a chapter", as_chapter),
    (tasks.exercises_are_as_many_as_a_session_holds, "none in prose", with_exercises(2)),
    (tasks.tasks_have_titles, "no title", untitled),
    (tasks.solutions_stay_with_the_instructor, "in a cell", code_becomes(SECRET, "student")),
    (tasks.solutions_stay_with_the_instructor, "in an output", shows(data={"text/plain": SECRET})),
    (tasks.solutions_stay_with_the_instructor, "in a card", shows(data={"text/html": "letter = &#34;C&#34;"})),
    (
        tasks.teaching_notes_stay_with_the_instructor,
        "given to students",
        lambda pair: pair.student.cells.append(pair.instructor.cells[1]),
    ),
    (tasks.teaching_notes_stay_with_the_instructor, "no shorter cut", all_cells(metadata={})),
    (tasks.student_edition_follows_from_the_source, "edited by hand", code_becomes("cb", "student")),
    (tasks.student_edition_follows_from_the_source, "grades prose by the check", with_exercises(2)),
    (results.ran_once_from_top_to_bottom, "never ran", never_ran),
    (results.nothing_went_wrong, "a warning", shows("stream", name="stderr", text="old")),
    (results.nothing_went_wrong, "an error", shows("error", ename="KeyError", evalue="", traceback=[])),
    (results.one_chart_or_table_in_a_cell, "two charts", two_charts),
    (results.charts_show_everywhere, "no picture", chart(lambda data, _: data.pop("image/png"))),
    (results.charts_show_everywhere, "no description", chart(lambda data, _: data[results.CHART].pop("description"))),
    (results.charts_show_everywhere, "a mute picture", chart(lambda _, metadata: metadata["image/png"].pop("alt"))),
    (results.charts_are_light, "too long", chart(lambda data, _: data[results.CHART].update(name="x" * 150_000))),
    (results.charts_are_light, "too heavy", chart(lambda data, _: data.update({"image/png": "AAAA" * 30_000}))),
    (results.nothing_loads_from_a_network, "a script", shows(data={"text/html": "<script>1</script>"})),
    (results.nothing_loads_from_a_network, "a picture", prose_ends("![map](https://example.org/map.png)")),
    (results.widgets_leave_something_to_see, "a bare widget", shows(data={"text/plain": "VBox(children=())"})),
    (results.widgets_leave_something_to_see, "state", lambda pair: pair.student.metadata.update(widgets={})),
    (wording.cited_rows_exist, "an unknown row", prose_ends("See C999.")),
    (wording.tone_is_quiet, "a loud word", prose_ends("Well done!")),
    (wording.tone_is_quiet, "a belittling word", prose_ends("You simply run it.")),
    (wording.spelling_is_british, "an American word", prose_ends("Two organizations say so.")),
    (wording.words_that_take_a_side_are_somebodys, "in our own voice", prose_ends("The militants fled.")),
    (
        taught.methods_are_explained_where_they_first_stand,
        "a method that nobody explained",
        code_becomes("cb.events().sample()", "student"),
    ),
    (
        taught.methods_are_explained_where_they_first_stand,
        "a loop that nobody explained",
        code_becomes("for one in []:\n    one", "student"),
    ),
    (taught.solutions_use_what_was_shown, "a method that comes later", solved_by("letter = saravan.isna()")),
    (figures.figures_have_rows, "a date without a row", prose_ends("On 18 January Pakistan struck near Saravan.")),
    (figures.figures_have_rows, "the date of another row", prose_ends("Pakistan struck on 18 January (E081).")),
    (figures.figures_have_rows, "a count that the row does not give", prose_ends("It reports eight killed (C151).")),
    (figures.figures_have_rows, "a size that the table does not have", prose_ends("The article makes 59 claims.")),
]


@pytest.mark.parametrize(
    ("rule", "plant"),
    [pytest.param(rule, plant, id=f"{name_of(rule)}: {fault}") for rule, fault, plant in PLANTED],
)
def test_a_rule_finds_its_fault(rule, plant):
    pair = load(NAMES[0])
    made = plant(pair)
    assert rule(made if isinstance(made, Pair) else pair)


def test_no_rule_is_without_a_planted_fault():
    assert {rule for rule, _, _ in PLANTED} == {*RULES}


def test_somebodys_words_may_be_loud_and_take_a_side():
    pair = load(NAMES[0])
    prose_ends("The ministry says that militants were struck. “Terrorists!” is a word of its statement.")(pair)
    assert [rule(pair) for rule in wording.RULES] == [[]] * len(wording.RULES)


@pytest.mark.parametrize(
    ("solution", "unshown"),
    [
        ("letter = saravan.head()", []),
        ('letter = set(saravan["report_id"])', []),
        ("letter = 2 + 10 > 11", []),
        ("letter = saravan.isna()", ["isna"]),
        ("letter = saravan.head(n=2)", ["keyword", "n="]),
        ("letter = cb.timeline(saravan)", ["timeline"]),
        ("letter = sorted(saravan)", ["sorted"]),
        ("letter = [one for one in saravan]", ["ListComp", "comprehension"]),
    ],
)
def test_a_solution_is_told_each_part_that_nothing_before_it_shows(solution, unshown):
    pair = load(NAMES[0])
    solved_by(solution)(pair)
    assert taught.solutions_use_what_was_shown(pair) == [f"'ten-and-ten': {part}" for part in unshown]


@pytest.mark.parametrize("name", NAMES)
def test_the_session_plans_have_a_plan_for_the_notebook_with_a_shorter_cut(name):
    assert "-minute cut" in PLANS[name[:2]]


def test_the_session_plans_stand_in_the_order_of_the_notebooks_and_name_rows_that_exist():
    assert list(PLANS) == [name[:2] for name in NAMES]
    plans = Pair("plans", new_notebook(cells=[new_markdown_cell(plan) for plan in PLANS.values()]), new_notebook())
    assert [rule(plans) for rule in wording.RULES] == [[]] * len(wording.RULES)
