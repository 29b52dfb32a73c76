"""A class on a JupyterHub of this machine: how long each step takes, and how much memory each student needs.

    python tools/hub/load.py --students 20 01-one-article

Simulated students come one after the other, log in, start a server, open the notebook, answer every exercise, run all
cells and save. When the last has saved, all servers are still there: then memory is measured, and the servers stop. An
empty notebook goes through the same before. The hub is that of `jupyterhub_config.py` beside this file.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import click
import nbformat
import psutil
import requests
import websocket
from nbformat.v4 import new_code_cell, new_notebook
from student import PATIENCE, Server, Student, answer, faults

EMPTY = "empty"
MEGABYTE = 2**20
FAILURES = (requests.RequestException, websocket.WebSocketException, OSError, KeyError, nbformat.ValidationError)


@dataclass
class Visit:
    """What one student met: seconds for each step, megabytes and processor seconds of what ran for them, faults."""

    student: Student
    figures: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    server: Server | None = None

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step; a failure becomes a fault of this student and stops nobody else."""
        begun = time.monotonic()
        try:
            yield
        except FAILURES as error:
            self.faults.append(f"{name}: {error}")
        self.figures[f"{name}, s"] = time.monotonic() - begun

    def work(self, notebook: str, wait: float) -> None:
        """From the login page to the saved notebook."""
        time.sleep(wait)
        file = f"{notebook}.ipynb"
        for name, act in self._steps(file):
            with self.step(name):
                act()
            if self.faults:
                return
        self.faults += faults(self.notebook)

    def _steps(self, file: str) -> list[tuple[str, Callable[[], None]]]:
        return [
            ("log in", self.student.log_in),
            ("start the server", self._start),
            ("open", lambda: self._open(file)),
            ("run", lambda: self.server.run(self.notebook)),
            ("save", lambda: self.server.save(file, self.notebook)),
        ]

    def _start(self) -> None:
        self.server = self.student.start()

    def _open(self, file: str) -> None:
        if file == f"{EMPTY}.ipynb":
            self.server.save(file, new_notebook(cells=[new_code_cell("1 + 1")]))
        self.notebook = self.server.open(file)
        answer(self.notebook)

    def weigh(self) -> None:
        """The memory and the processor time of the student's server and kernel, shared pages divided fairly."""
        for process in running(self.student.name):
            kind = "kernel" if "ipykernel_launcher" in process.cmdline() else "server"
            self.figures[f"{kind}, MB"] = weight(process)
            spent = sum(process.cpu_times()[:2])
            self.figures["processor, s"] = self.figures.get("processor, s", 0) + spent

    @property
    def memory(self) -> float:
        """Megabytes of the server and its kernel together."""
        return sum(value for name, value in self.figures.items() if name.endswith("MB"))

    def leave(self) -> None:
        """Stop the server, if there is one, and wait until nothing of it is left."""
        if self.server is None:
            return
        left = running(self.student.name)
        with self.step("stop"):
            self.student.stop()
            psutil.wait_procs(left, PATIENCE)


def running(name: str) -> list[psutil.Process]:
    """What runs on this machine for one student of the hub: the server and its kernel."""
    found = []
    for process in psutil.process_iter():
        try:
            found += [process] if process.environ().get("JUPYTERHUB_USER") == name else []
        except psutil.Error:
            continue
    return found


def weight(process: psutil.Process) -> float:
    """Megabytes of memory, pages that several processes share divided among them."""
    return process.memory_full_info().pss / MEGABYTE


def weight_of_hub() -> float:
    """Megabytes of the hub and its proxy, when no student's server runs."""
    hubs = [each for each in psutil.process_iter(["name"]) if each.info["name"] == "jupyterhub"]
    return sum(weight(each) for hub in hubs for each in [hub, *hub.children()])


def trial(notebook: str, visits: list[Visit], every: float) -> None:
    """Let a class work on one notebook."""
    with ThreadPoolExecutor(len(visits)) as room:
        waits = [number * every for number in range(len(visits))]
        list(room.map(lambda visit, wait: visit.work(notebook, wait), visits, waits))
        for visit in visits:
            visit.weigh()
        list(room.map(Visit.leave, visits))


def table(visits: list[Visit]) -> str:
    """The figures of a class: for each, that of the middle student and the highest."""
    names = dict.fromkeys(name for visit in visits for name in visit.figures)
    rows = ["| | middle | highest |", "|:--|--:|--:|"]
    for name in names:
        values = [visit.figures[name] for visit in visits if name in visit.figures]
        rows.append(f"| {name} | {statistics.median(values):.1f} | {max(values):.1f} |")
    return "\n".join(rows)


@click.command()
@click.argument("notebook")
@click.option("--students", default=20, show_default=True, type=click.IntRange(1, 200))
@click.option("--every", default=3.0, show_default=True, help="Seconds between two students who arrive.")
@click.option("--hub", default="http://127.0.0.1:8000", show_default=True)
@click.option("--password", default="thirteen-days", show_default=True)
def main(notebook: str, students: int, every: float, hub: str, password: str) -> None:
    """Let STUDENTS work on an empty notebook, then on NOTEBOOK, such as 01-one-article."""
    wrong = 0
    for name in (EMPTY, notebook):
        visits = [Visit(Student(hub, f"student-{number:02}", password)) for number in range(1, students + 1)]
        load, begun = os.getloadavg()[0], time.monotonic()
        trial(name, visits, every)
        took, memory = time.monotonic() - begun, sum(visit.memory for visit in visits)
        found = [f"- {visit.student.name}: {fault}" for visit in visits for fault in visit.faults]
        click.echo(f"## {name}: {students} students, one every {every:g} s\n\n{table(visits)}\n")
        click.echo(f"{took:.0f} s in all. Memory: {memory:.0f} MB for the students, {weight_of_hub():.0f} for the hub.")
        click.echo(f"Load of the machine {load:.1f} before, {os.getloadavg()[0]:.1f} after. Faults: {len(found)}\n")
        click.echo("\n".join(found))
        wrong += len(found)
    raise SystemExit(wrong > 0)


if __name__ == "__main__":
    main()
