"""Plant slips and see who notices: `make mutants`, or `python -m mutants data --each 1` for a short look."""

import contextlib
import json
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import click

from mutants import cells, code, pages, running
from mutants.copy import copied
from mutants.lines import Touched, record
from mutants.mutant import Judged, Mutant, drawn
from mutants.noticing import Watch
from mutants.page import write

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build/mutants"
SOURCES = {"data": (cells.mutants, pages.mutants), "code": (code.mutants,)}
KEEP = {"nothing": lambda _: False, "noticed": lambda judged: judged.stage, "judged": lambda _: True}
_watch: Watch


def _begin(copies: multiprocessing.Queue, lines: Path | None) -> None:
    global _watch
    signal.signal(signal.SIGTERM, running.end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    copy = copies.get()
    running.prepare(copy)
    _watch = Watch(copy, Touched(lines, copy) if lines else None)


def _judged(mutant: Mutant) -> Judged:
    return _watch.judged(mutant)


def _results(kind: str, planted: list[Mutant]) -> Iterator[Judged]:
    """Each slip judged, in as many copies as there are processors."""
    jobs = os.cpu_count() or 1
    processes = multiprocessing.get_context("fork")
    with contextlib.ExitStack() as stack:
        copies = processes.Queue()
        places = [stack.enter_context(copied(ROOT)) for _ in range(jobs)]
        lines = record(places[0], KEPT, ROOT) if kind == "code" else None
        for place in places:
            copies.put(place)
        pool = ProcessPoolExecutor(jobs, mp_context=processes, initializer=_begin, initargs=(copies, lines))
        stack.callback(_end, pool)
        for future in as_completed([pool.submit(_judged, mutant) for mutant in planted]):
            yield future.result()


def _end(pool: ProcessPoolExecutor) -> None:
    """Leave nothing running, also in the middle of a slip."""
    pool.shutdown(wait=False, cancel_futures=True)
    for process in multiprocessing.active_children():
        process.terminate()
        process.join()


def _kept(kind: str) -> Path:
    return KEPT / f"{kind}.jsonl"


def _before(kind: str) -> list[Judged]:
    path = _kept(kind)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    return [Judged(**json.loads(line)) for line in lines]


@click.command()
@click.argument("kinds", nargs=-1, type=click.Choice([*SOURCES]))
@click.option("--each", default=1, show_default=True, help="Slips for each operator in a column, for each module.")
@click.option("--seed", default=1, show_default=True, help="Another number draws other slips.")
@click.option(
    "--minutes", default=600.0, help="Stop after so long: slips come in a drawn order, so a part is a sample."
)
@click.option("--keep", type=click.Choice([*KEEP]), default="nothing", help="What need not be judged again.")
def main(kinds: tuple[str, ...], each: int, seed: int, minutes: float, keep: str) -> None:
    """Plant slips one at a time in copies, see who notices each, and write docs/mutants.md."""
    # Ended from outside, copies and processes go as they do at the end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.nice(10)
    KEPT.mkdir(parents=True, exist_ok=True)
    for kind in kinds or SOURCES:
        every = list(chain.from_iterable(source(ROOT, each, seed) for source in SOURCES[kind]))
        known = {mutant.name for mutant in every}
        before = {judged.name: judged for judged in _before(kind) if judged.name in known and keep != "nothing"}
        done = {judged.name for judged in before.values() if KEEP[keep](judged)}
        left = [mutant for mutant in drawn(f"{seed}/{kind}", every, len(every)) if mutant.name not in done]
        _judge(kind, before, left, minutes)
    write(ROOT, [judged for kind in SOURCES for judged in _before(kind)])


def _judge(kind: str, found: dict[str, Judged], left: list[Mutant], minutes: float) -> None:
    """Judge what is left. What was found before stays until it is judged again, also in a run that stops early."""
    until = time.monotonic() + 60 * minutes
    with contextlib.closing(_results(kind, left)) as results:
        for judged in results:
            found[judged.name] = judged
            lines = [json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in found.values()]
            _kept(kind).write_text("".join(lines), encoding="utf-8")
            if not judged.stage:
                click.echo(f"nobody noticed: {judged.name}")
            if time.monotonic() > until:
                break


if __name__ == "__main__":
    main()
