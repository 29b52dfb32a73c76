"""Minutes: what the head promises is what the steps and their exercises take, in class and at home.

A step is for class unless its heading says "at home". An exercise is where its step is, unless its task begins with
"At home" or says how many of its minutes are. One that begins with "If there is time" is for whoever is ahead, and in
no sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nbformat import NotebookNode

from casebook.editions.source import graded
from rules.pair import Pair, headings
from rules.shape import LAST

HEAD = re.compile(r"^\*\*(\d+) minutes(?: in class and (\d+) at home)?\.\*\*", re.MULTILINE)
STEP = re.compile(r"(\d+) · .+ \((\d+) min(, at home)?\)")
TASK = re.compile(r"\((\d+) min(?:, (\d+) of them at home)?\)")
APART = re.compile(r"### Exercise: [^\n]+\n\n(At home|If there is time)\b")


@dataclass(frozen=True)
class Task:
    """An exercise as its step announces it: minutes in class and at home."""

    key: str
    in_class: int
    at_home: int
    said: int | None


@dataclass(frozen=True)
class Step:
    """A step of a notebook: its number, where it is done, for how long, and its exercises."""

    number: int
    minutes: int
    at_home: bool
    tasks: list[Task] = field(default_factory=list)


def steps(notebook: NotebookNode) -> list[Step]:
    """The steps of a notebook for students, with the exercises that stand in each."""
    found: list[Step] = []
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            titles = re.findall(r"^## (.+)$", cell.source, re.MULTILINE)
            read = [each for title in titles if (each := STEP.fullmatch(title))]
            found += [Step(int(each[1]), int(each[2]), bool(each[3])) for each in read]
        elif found and number > 1 and (call := graded(cell)):
            found[-1].tasks.append(_task(call.key, notebook.cells[number - 2].source))
    return found


def _task(key: str, text: str) -> Task:
    asked = text[text.find("### Exercise: ") :]
    said, apart = TASK.search(asked), APART.match(asked)
    minutes, later = (int(said[1]), int(said[2] or 0)) if said else (0, 0)
    if apart:
        return Task(key, 0, minutes if apart[1] == "At home" else 0, minutes if said else None)
    return Task(key, minutes - later, later, minutes if said else None)


def in_class(notebook: NotebookNode) -> int:
    """Minutes that the steps in class take together."""
    return sum(step.minutes for step in steps(notebook) if not step.at_home)


def at_home(notebook: NotebookNode) -> int:
    """Minutes of the steps at home, and of the exercises that other steps send there."""
    return sum(step.minutes if step.at_home else sum(task.at_home for task in step.tasks) for step in steps(notebook))


def head(notebook: NotebookNode) -> tuple[int, int] | None:
    """Minutes in class and at home, as the head says them."""
    said = HEAD.search(notebook.cells[0].source)
    return (int(said[1]), int(said[2] or 0)) if said else None


def every_step_says_its_minutes(pair: Pair) -> list[str]:
    """Each H2 but the last is a step with a number and its minutes; the numbers are 1, 2, 3 and so on."""
    titles = [title for title in headings(pair.student, 2) if title != LAST]
    faults = [f"no number or minutes: {title}" for title in titles if not STEP.fullmatch(title)]
    numbers = [step.number for step in steps(pair.student)]
    return faults + ([] if numbers == list(range(1, len(numbers) + 1)) else [f"steps are {numbers}"])


def the_head_says_what_the_steps_take(pair: Pair) -> list[str]:
    """At home exactly; in class a chapter has 60 to 90 minutes, and its steps leave up to 20 of them for talk."""
    said, takes = head(pair.student), (in_class(pair.student), at_home(pair.student))
    if said is None:
        return ["the head does not begin with its minutes"]
    talk = 20 if pair.is_chapter else 0
    faults = [] if takes[0] <= said[0] <= takes[0] + talk else [f"in class {takes[0]}, the head says {said[0]}"]
    faults += [] if said[1] == takes[1] else [f"at home {takes[1]}, the head says {said[1]}"]
    return faults if not pair.is_chapter or 60 <= said[0] <= 90 else [*faults, f"{said[0]} minutes are not 60 to 90"]


def an_exercise_says_its_minutes(pair: Pair) -> list[str]:
    """Its task has the minutes of its definition, and what is done in class fits into the step."""
    minutes = {each.key: each.minutes for each in pair.exercises}
    return [*_misjudged(pair, minutes)]


def _misjudged(pair: Pair, minutes: dict[str, int]) -> Iterator[str]:
    for step in steps(pair.student):
        for task in step.tasks:
            if task.said != minutes.get(task.key):
                yield f"'{task.key}' takes {minutes.get(task.key)} minutes, its task says {task.said}"
        if (needed := sum(task.in_class for task in step.tasks)) > step.minutes:
            yield f"step {step.number} takes {step.minutes} minutes, its exercises {needed}"


RULES = [every_step_says_its_minutes, the_head_says_what_the_steps_take, an_exercise_says_its_minutes]
