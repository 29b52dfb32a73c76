"""Python: what a cell does is explained where the book first does it, and solutions do only what was shown."""

import ast
import re
from collections.abc import Iterator, Sequence

from nbformat import NotebookNode

from casebook.editions.cells import solutions
from rules.pair import NAMES, Pair, code, load

SYNTAX = {ast.For: "for", ast.While: "while", ast.FunctionDef: "def", ast.BitAnd: "&", ast.Invert: "~"}
# Whose names are the explanation.
TELLING = frozenset(["bool", "drop", "float", "int", "len", "list", "replace", "round", "values"])
OURS = frozenset({"cb", "room"})
APART = "need not follow"
# What a student brings from school; and `assign` takes as an option the name that a new column gets.
BROUGHT = frozenset(["BinOp", "Add", "Sub", "Mult", "Div", "BoolOp", "And", "Or", "Lt", "LtE", "Gt", "GtE", "share="])
SPAN = re.compile(r"`([^`\n]+)`|^ {4}(.+)$", re.MULTILINE)


def methods_are_explained_where_they_first_stand(pair: Pair) -> list[str]:
    """Methods, functions and the words of loops: named in the prose around the cell, or on a line with a comment."""
    earlier = [cell for name in NAMES if name < pair.name for cell in code(load(name).student)]
    known = {*TELLING}.union(*map(_used, earlier))
    faults = []
    for number, cell in enumerate(pair.student.cells):
        if cell.cell_type != "code":
            continue
        new = _used(cell) - known
        known |= new
        around = " ".join(_prose_around(pair.student.cells, number))
        named = re.findall(r"`[^`]*`|\*\*[^*]*\*\*", around) + re.findall(r"^.*#", cell.source, re.MULTILINE)
        if APART not in around:
            faults += [f"cell {number + 1}: {name}" for name in sorted(new) if not _says(named, name)]
    return faults


def solutions_use_what_was_shown(pair: Pair) -> list[str]:
    """Each method, option and construct of a solution stands in a cell before it, or as code in its task."""
    shown = set(BROUGHT)
    for cells in [load(name).student.cells for name in NAMES if name < pair.name]:
        shown.update(*(_shown(cells, number) for number in range(len(cells))))
    solved = {cell.id: "\n".join(solutions(cell.source)) for cell in code(pair.instructor)}
    faults = []
    for number, cell in enumerate(pair.student.cells):
        faults += [f"'{cell.id}': {part}" for part in sorted(_parts(solved.get(cell.id, "")) - shown)]
        shown |= _shown(pair.student.cells, number)
    return faults


def _shown(cells: Sequence[NotebookNode], number: int) -> set[str]:
    """What a cell shows of Python: the code in its prose; of a cell to be passed over, its functions."""
    source = cells[number].source
    if cells[number].cell_type == "markdown":
        return set().union(*(_parts(span or block) for span, block in SPAN.findall(source)))
    made = {each.name for each in ast.walk(ast.parse(source)) if isinstance(each, ast.FunctionDef)}
    return made if APART in " ".join(_prose_around(cells, number)) else made | _parts(source)


def _parts(source: str) -> set[str]:
    """The methods, functions and options in a piece of code, and the kinds of its nodes; none if it is not Python."""
    try:
        tree = ast.parse(f"_{source}" if source.startswith(".") else source)
    except SyntaxError:
        return set()
    nodes = [*ast.walk(tree)][1:]
    methods = {each.attr for each in nodes if isinstance(each, ast.Attribute)}
    options = {f"{each.arg}=" for each in nodes if isinstance(each, ast.keyword)}
    return {*_names(tree)} | methods | options | {type(each).__name__ for each in nodes}


def _used(cell: NotebookNode) -> set[str]:
    """What a cell calls and which words of the language it uses; what it defines or imports is not among them."""
    return {*_names(ast.parse(cell.source))}


def _names(tree: ast.AST) -> Iterator[str]:
    made = {each.name for each in ast.walk(tree) if isinstance(each, (ast.FunctionDef, ast.alias))}
    for each in ast.walk(tree):
        yield from (word for kind, word in SYNTAX.items() if isinstance(each, kind))
        if isinstance(each, ast.keyword) and each.arg is None:
            yield "**"
        if isinstance(each, ast.Attribute) and not (isinstance(each.value, ast.Name) and each.value.id in OURS):
            yield each.attr
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id not in made:
            yield each.func.id


def _prose_around(cells: Sequence[NotebookNode], number: int) -> Iterator[str]:
    """The nearest prose before a cell and after it."""
    for beside in (reversed(cells[:number]), cells[number + 1 :]):
        yield next((each.source for each in beside if each.cell_type == "markdown"), "")


def _says(named: list[str], name: str) -> bool:
    word = re.escape(name)
    pattern = rf"\b{word}\b" if name.isidentifier() else word
    return any(re.search(pattern, each) for each in named)


RULES = [methods_are_explained_where_they_first_stand, solutions_use_what_was_shown]
