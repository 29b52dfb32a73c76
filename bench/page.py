"""The page docs/performance.md, written from the results of a whole run."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.results import Results
from bench.row import HEAD
from casebook.folders import ROOT

PAGE = ROOT / "docs/performance.md"


def _table(lines: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def text(results: Results) -> str:
    """The page for a run: the same words for the same results."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    rule = ("---", "--:", "---", "--:", "--:", "--:", "---")
    return environment.get_template("page.md").render(
        table=_table([HEAD, rule, *(row.cells for row in results.all_rows)]),
        machine=results.machine,
        absent=results.absent,
        broken=[row.what for row in results.all_rows if not row.kept],
    )


def write(results: Results) -> None:
    """Write the page."""
    PAGE.write_text(text(results), encoding="utf-8")
