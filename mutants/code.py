"""Slips in the package: cosmic-ray's operators, one place of one module at a time."""

import ast
import functools
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

import cosmic_ray.plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator

from mutants.mutant import Mutant, drawn

MODULES = (
    "tables.py",
    "frames.py",
    "datapackage.py",
    "provenance.py",
    "citation.py",
    "disagreement.py",
    "sentences.py",
    "integrity/*.py",
    "exercise/*.py",
    "exercise/kinds/*.py",
    "exercise/form/*.py",
    "report/*.py",
)

Span = tuple[tuple[int, int], tuple[int, int]]


@functools.cache
def _operators() -> dict[str, list[tuple[str, Operator]]]:
    """The operators that need no arguments, by family: what is replaced, by whatever."""
    families: dict[str, list[tuple[str, Operator]]] = {}
    for name in sorted(cosmic_ray.plugins.operator_names()):
        made = cosmic_ray.plugins.get_operator(name)
        short = name.removeprefix("core/")
        if not made.arguments() and short != "NoOp":
            families.setdefault(short.split("_")[0], []).append((short, made()))
    return families


def _hints(source: str) -> list[Span]:
    """Where type hints stand: a slip there runs no differently, or not at all."""
    nodes = list(ast.walk(ast.parse(source)))
    hints = [hint for name in ("annotation", "returns") for node in nodes if (hint := getattr(node, name, None))]
    return [((hint.lineno, hint.col_offset), (hint.end_lineno, hint.end_col_offset)) for hint in hints]


def modules(root: Path) -> list[Path]:
    """The modules in which slips are planted."""
    return sorted({path for pattern in MODULES for path in (root / "casebook").glob(pattern)})


def mutants(root: Path, each: int, seed: int) -> Iterator[Mutant]:
    """So many slips in each module, each of another family of operators."""
    for path in modules(root):
        yield from in_module(root, path, each, seed)


def in_module(root: Path, path: Path, each: int, seed: int) -> Iterator[Mutant]:
    """So many slips in one module; fewer if fewer families fit."""
    source, name = path.read_text(encoding="utf-8"), str(path.relative_to(root))
    hints, tree = _hints(source), get_ast(source)
    found = {
        family: [place for operator in operators for place in _places(tree, operator) if not _within(place[2], hints)]
        for family, operators in _operators().items()
    }
    for family in drawn(f"{seed}/{name}", [family for family in found if found[family]], each):
        places = drawn(f"{seed}/{name}/{family}", found[family], len(found[family]))
        yield from islice(filter(_is_python, (_mutant(name, source, place) for place in places)), 1)


def _is_python(mutant: Mutant) -> bool:
    """Some operators leave what no Python reads: anybody would notice that."""
    try:
        compile(mutant.content, mutant.file, "exec")
    except SyntaxError:
        return False
    return True


def _places(tree, named: tuple[str, Operator]) -> Iterator[tuple[tuple[str, Operator], int, Span, str]]:
    spans = ((node, span) for node in ast_nodes(tree) for span in named[1].mutation_positions(node))
    for occurrence, (node, span) in enumerate(spans):
        yield named, occurrence, span, ASTQuery(node).get_definition_name() or "the module"


def _within(span: Span, hints: list[Span]) -> bool:
    return any(begin <= span[0] and span[1] <= end for begin, end in hints)


def _mutant(file: str, source: str, place: tuple[tuple[str, Operator], int, Span, str]) -> Mutant:
    (name, operator), occurrence, (begin, end), definition = place
    content = mutate_code(source, operator, occurrence)
    before, after = _differing(source.splitlines(), content.splitlines())
    return Mutant("code", file, file, f"{definition}: {before}", name, before, after, content, begin[0], end[0])


def _differing(before: list[str], after: list[str]) -> tuple[str, str]:
    """The lines that differ, without what stands before them."""
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    _, old, old_end, new, new_end = next(change for change in changes if change[0] != "equal")
    return tuple(" ".join(line.strip() for line in lines) for lines in (before[old:old_end], after[new:new_end]))
