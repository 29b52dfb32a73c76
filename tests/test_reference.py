"""The reference: what `help(cb.name)` says of a public name is whole, in the order of numpydoc, and true."""

import doctest
import inspect
import re
import types

import pandas as pd
import pytest
from altair.typing import ChartType

import casebook as cb
from charted import CHARTS, table_of

ORDER = ("Parameters", "Returns", "Raises", "See Also", "Notes", "References", "Examples")
SECTION = re.compile(r"^([A-Z][\w ]+)\n(-+)\n(.*?)(?=^[A-Z][\w ]+\n-+\n|\Z)", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r"^(\w.*)\n(    .+\n?)+", re.MULTILINE)
DEFAULT = re.compile(r", (?:optional|default (.+))$")
ODD = (None, 7, "", "no-such", [1, 2], ..., b"C", float("nan"), pd.DataFrame({"C": [1]}), {"C": 1}, object)
# With these a name answers whatever else it is given.
GIVEN = {
    **{name: {table: table_of(name).head(2)} for name, table in CHARTS.items()},
    "about": {"table": "events"},
    "accounts": {"statements": cb.statements().head(2)},
    "check": {"key": "ten-and-ten"},
    "cite": {"key": "C151"},
    "explore": {"events": cb.events().head(2)},
}

every_name = pytest.mark.parametrize("name", cb.__all__)


def signature(name: str) -> inspect.Signature:
    return inspect.signature(getattr(cb, name), eval_str=True)


def sections(name: str) -> dict[str, str]:
    return {head: text for head, _, text in SECTION.findall(inspect.getdoc(getattr(cb, name)) + "\n")}


def entries(name: str, section: str) -> list[str]:
    """The heads of what a section lists: `theme : str`, `DataFrame`."""
    return [each[1] for each in ENTRY.finditer(sections(name).get(section, ""))]


def types_in(annotation: object) -> list[str]:
    """The names of the types that a signature gives back."""
    if annotation == ChartType:
        return ["Altair chart"]
    parts = annotation.__args__ if isinstance(annotation, types.UnionType) else [annotation]
    return [each.__name__ for each in parts if each is not None]


@every_name
def test_a_public_name_is_a_function_that_begins_with_one_sentence(name):
    assert inspect.isfunction(getattr(cb, name))
    first, blank = inspect.getdoc(getattr(cb, name)).splitlines()[:2]
    assert first.endswith(".")
    assert blank == ""


@every_name
def test_sections_stand_in_the_order_of_numpydoc_each_under_a_line_of_its_length(name):
    found = SECTION.findall(inspect.getdoc(getattr(cb, name)) + "\n")
    assert [head for head, _, _ in found] == [head for head in ORDER if head in sections(name)]
    assert all(len(head) == len(line) and text.strip() for head, line, text in found)


@every_name
def test_parameters_are_those_of_the_signature_with_their_defaults(name):
    said = [each.split(" : ") for each in entries(name, "Parameters")]
    parameters = signature(name).parameters.values()
    assert [each for each, _ in said] == [each.name for each in parameters]
    for (_, kind), parameter in zip(said, parameters, strict=True):
        default = DEFAULT.search(kind)
        assert bool(default) == (parameter.default is not parameter.empty)
        assert not default or default[1] is None or default[1] == repr(parameter.default).replace("'", '"')


@every_name
def test_what_is_given_back_is_that_of_the_signature(name):
    given_back = signature(name).return_annotation
    said = [each.split(" : ")[-1] for each in entries(name, "Returns")]
    assert said == ([" or ".join(types_in(given_back))] if given_back is not None else [])


@pytest.mark.parametrize(
    ("name", "parameter"), [(name, parameter) for name in cb.__all__ for parameter in signature(name).parameters]
)
def test_an_odd_argument_raises_only_what_the_page_names(name, parameter, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raised = set()
    for odd in ODD:
        try:
            getattr(cb, name)(**GIVEN.get(name, {}) | {parameter: odd})
        except Exception as error:
            raised.add(type(error).__name__)
    assert raised <= set(entries(name, "Raises"))


@every_name
def test_an_example_calls_what_it_explains_and_shows_what_comes_back(name):
    examples = doctest.DocTestParser().get_examples(sections(name)["Examples"])
    assert any(f"{name}(" in each.source for each in examples)
    assert examples[-1].want


def test_the_tables_that_can_be_asked_for_a_source_say_the_same_of_it_but_that_actors_are_mentioned():
    asked = [name for name in cb.__all__ if list(signature(name).parameters) == ["source"]]
    said = {name: sections(name)["Parameters"] + sections(name)["Raises"] for name in asked}
    assert "the actors that this source mentions" in said["actors"]
    said["actors"] = said["actors"].replace(
        "the actors that this source mentions", "the rows that this source supports"
    )
    assert len(set(said.values())) == 1
