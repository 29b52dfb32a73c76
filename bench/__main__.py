"""Print the table: `python -m bench`, or `python -m bench tables` for one measure."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import bench
from bench.row import Row

HEAD = ("what", "measured", "peer", "peer's time", "ratio", "limit", "kept")
LINE = "{:<28} {:>10}  {:<24} {:>11} {:>6} {:>14}  {}"
MACHINERY = {"__main__", "row"}


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def line(row: Row) -> str:
    """One row as it is printed."""
    limit = f"{row.limit:g} x peer" if row.of_peer else _time(row.limit)
    times = (row.what, _time(row.seconds), row.peer, _time(row.peer_seconds))
    return LINE.format(*times, f"{row.ratio:.2f}", limit, "yes" if row.kept else "NO")


def main(wanted: list[str]) -> int:
    """Run the wanted measures, or all; 1 if a limit was not kept."""
    measures = sorted({module.name for module in iter_modules(bench.__path__)} - MACHINERY)
    if strange := sorted(set(wanted) - set(measures)):
        print(f"There is no measure {strange[0]!r}; there are: {', '.join(measures)}.", file=sys.stderr)
        return 2
    print(LINE.format(*HEAD))
    kept = True
    for name in wanted or measures:
        for row in import_module(f"bench.{name}").rows():
            print(line(row), flush=True)
            kept = kept and row.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
