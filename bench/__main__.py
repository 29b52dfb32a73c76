"""Measure: `python -m bench` for all, `python -m bench tables check` for some; then `--write` or `--compare`."""

import argparse
import sys
from importlib import import_module
from time import perf_counter

from bench import machine, page, results
from bench.measures import ORDER as MEASURES
from bench.results import Results
from bench.row import HEAD, NotMeasuredError, Row

LINE = "{:<34} {:>15}  {:<29} {:>11} {:>6} {:>11}  {}"
BUSY = 0.5


def say(words: str) -> None:
    """Progress, apart from the table."""
    print(words, file=sys.stderr, flush=True)


def line(row: Row) -> str:
    """One row as it is printed."""
    return LINE.format(*row.cells)


def run(wanted: list[str]) -> Results:
    """Run measures one after the other, and print each row as it comes."""
    found = Results(machine.described())
    if (load := machine.load()) > BUSY:
        say(f"This machine is at work already ({load:.1f} processes for each core): the times will be too long.")
    print(LINE.format(*HEAD))
    for number, name in enumerate(wanted, 1):
        say(f"{number} of {len(wanted)}: {name}")
        try:
            for row in import_module(f"bench.measures.{name}").rows():
                found.rows.setdefault(name, []).append(row)
                print(line(row), flush=True)
        except NotMeasuredError as why:
            found.absent[name] = str(why)
            say(f"{name}: not measured. {why}")
    return found


def _options(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast the casebook is, beside its peers.")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"{', '.join(MEASURES)}; all if none is named")
    after = parser.add_mutually_exclusive_group()
    after.add_argument("--write", action="store_true", help="write docs/performance.md and the baseline")
    after.add_argument("--compare", action="store_true", help="fail if a ratio is 1.5 times that of the baseline")
    options = parser.parse_args(given)
    if strange := sorted(set(options.measures) - set(MEASURES)):
        parser.error(f"There is no measure {strange[0]!r}; there are: {', '.join(MEASURES)}.")
    if options.write and options.measures:
        parser.error("The page is written from one run of all measures: leave the names out.")
    return options


def main(given: list[str]) -> int:
    """Run the wanted measures, or all; 1 if a limit was not kept, or with `--compare` if a ratio became worse."""
    options = _options(given)
    began = perf_counter()
    found = run(options.measures or [*MEASURES])
    say(f"{(perf_counter() - began) / 60:.1f} minutes.")
    if options.write:
        results.write(found)
        page.write(found)
        say(f"Written: {page.PAGE}, {results.BASELINE}")
    if options.compare:
        comparison = results.compared(found, results.read())
        say("\n".join([*comparison.new, *comparison.faults, f"{len(comparison.faults)} worse than the baseline."]))
        return 1 if comparison.faults else 0
    return 0 if all(row.kept for row in found.all_rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
