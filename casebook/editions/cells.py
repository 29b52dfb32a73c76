"""What the cells of an exercise say: which key is checked, which name holds the answer, where the solution stands.

An exercise is a code cell whose solution stands between two marker lines, then a code cell that checks it:

    ### BEGIN SOLUTION
    letter = "C"
    ### END SOLUTION

    cb.check("ten-and-ten", letter).points(1)
"""

import ast
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
_REGION = re.compile(rf"^(?P<indent>[ \t]*){BEGIN}[ \t]*\n(?P<code>.*?)^[ \t]*{END}[ \t]*$", re.DOTALL | re.MULTILINE)


class UnfinishedMarkersError(ValueError):
    """A solution that is opened and not closed, closed and not opened, or opened twice."""


@dataclass(frozen=True)
class CheckCall:
    """One call of `check` in a cell: the exercise, the names that hold the answer, the points or None."""

    key: str
    names: tuple[str, ...]
    points: float | None


def _tree(source: str) -> ast.Module:
    try:
        return ast.parse(textwrap.dedent(source))
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


def _calls(tree: ast.Module, name: str) -> Iterator[tuple[ast.Call, object]]:
    """Every call of a function or method of this name, with its first argument where that is a plain value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name == getattr(node.func, "attr", getattr(node.func, "id", "")):
            first = node.args[0] if node.args else None
            yield node, first.value if isinstance(first, ast.Constant) else None


def _names_given(call: ast.Call) -> tuple[str, ...]:
    given = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    return tuple(node.id for value in given for node in ast.walk(value) if isinstance(node, ast.Name))


def check_calls(source: str) -> list[CheckCall]:
    """Every call of `check` in the source of a cell, in order.

    Examples
    --------
    >>> check_calls('cb.check("ten-and-ten", letter).points(2)')
    [CheckCall(key='ten-and-ten', names=('letter',), points=2.0)]
    >>> check_calls('cb.hint("ten-and-ten")')
    []
    """
    tree = _tree(source)
    points = {
        id(call.func.value): float(number)
        for call, number in _calls(tree, "points")
        if isinstance(call.func, ast.Attribute) and isinstance(number, int | float) and len(call.args) == 1
    }
    calls = [(call, key) for call, key in _calls(tree, "check") if isinstance(key, str)]
    calls.sort(key=lambda each: (each[0].lineno, each[0].col_offset))
    return [CheckCall(key, _names_given(call), points.get(id(call))) for call, key in calls]


def solutions(source: str) -> list[str]:
    r"""The code of each solution in the source of a cell, without its markers.

    Raises
    ------
    UnfinishedMarkersError
        If the markers do not come in pairs.

    Examples
    --------
    >>> solutions('### BEGIN SOLUTION\nletter = "C"\n### END SOLUTION')
    ['letter = "C"']
    """
    regions = list(_REGION.finditer(source))
    outside = _REGION.sub("", source) + "".join(region["code"] for region in regions)
    if "BEGIN SOLUTION" in outside or "END SOLUTION" in outside:
        raise UnfinishedMarkersError(f"'{BEGIN}' and '{END}' do not come in pairs")
    return [textwrap.dedent(region["code"]).rstrip("\n") for region in regions]


def assigned(code: str) -> set[str]:
    """The names that a piece of code gives a value to."""
    tree = _tree(code)
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def without_solutions(source: str, names: tuple[str, ...]) -> str:
    r"""The source of a cell as a student gets it: each solution becomes `name = ...` for the answers that it gives.

    Examples
    --------
    >>> without_solutions('### BEGIN SOLUTION\nletter = "C"\n### END SOLUTION', ("letter",))
    'letter = ...'
    """
    solutions(source)

    def dots(region: re.Match[str]) -> str:
        given = assigned(region["code"])
        lines = [f"{name} = ..." for name in dict.fromkeys(names) if name in given] or ["..."]
        return "\n".join(region["indent"] + line for line in lines)

    return _REGION.sub(dots, source)
