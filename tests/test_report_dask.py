"""The report's new run spread over a Dask cluster: the same answers, and each submission costs only itself."""

import asyncio
import os
import signal
import socket
import time
from pathlib import Path

import dask
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from casebook.cli import main
from casebook.report import spread, words
from casebook.report.command import held
from casebook.report.limits import MEGABYTE, Limits
from casebook.report.rerun import run_all
from handed_in import saved

LIMITS = Limits(seconds=12, cell_seconds=2, processes=12, disk=10 * MEGABYTE)
FIRST, CHECK = "import casebook as cb", 'cb.check("ten-and-ten", "{}")'
RIGHT, LOOP = [FIRST, CHECK.format("C")], "while True: pass"
FILL = "for name in 'ab': open(name, 'wb').write(b'x' * 2**23)"
CLASS = {
    "wrong, ends its kernel, fills the disk": [FIRST, "import os; os._exit(1)", CHECK.format("A"), FILL, LOOP],
    "right, and loops": [*RIGHT, LOOP],
}
# A submission whose worker is lost is not tried on another; and nothing waits behind it on its own.
STRICT = {"distributed.scheduler.allowed-failures": 0, "distributed.scheduler.worker-saturation": 1.0}


LOOPBACK = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Two workers as Dask starts them by itself: processes that may have no children, each with a nanny."""
    settings = STRICT | {"temporary-directory": str(tmp_path_factory.mktemp("dask"))}
    with dask.config.set(settings), LocalCluster(n_workers=2, **LOOPBACK) as made:
        yield made


@pytest.fixture(scope="module")
def place(cluster):
    with spread.cluster(cluster.scheduler_address) as made:
        yield made


@pytest.fixture
def says(tmp_path, monkeypatch):
    """The last line of the command on a class of one, and whether there is a report."""
    monkeypatch.chdir(tmp_path)
    cells = [{"cell_type": "code", "source": source, "outputs": []} for source in RIGHT]
    Path("class").mkdir()
    Path("class/Ana.ipynb").write_bytes(saved({"nbformat": 4, "cells": cells}))

    def last(*options: str) -> str:
        return CliRunner().invoke(main, ["report", "class", *options]).output.splitlines()[-1]

    yield last
    assert not Path("report.html").exists()


def test_each_submission_has_the_run_that_it_has_on_this_machine(place):
    there = place.run_all(CLASS.items(), LIMITS)
    assert there == asyncio.run(run_all(CLASS.items(), LIMITS))
    assert [(run.lost, run.ended) for run in there.values()] == [({1: "ended"}, "disk"), ({2: "too long"}, "")]


def test_the_command_runs_the_class_there_and_says_what_holds_its_code(place, cluster, tmp_path, says):
    out = tmp_path / "there.html"
    assert says("--run", "--dask", cluster.scheduler_address, "--out", str(out)) == words.WRITTEN.format(target=out)
    page = out.read_text(encoding="utf-8")
    assert "0 read from the file, 1 run again" in page
    assert held(words.RAN_CODE, place).replace("'", "&#39;") in page


def test_a_lost_worker_costs_only_its_own_submission_which_is_said(place, cluster):
    def lose() -> None:
        for nanny in cluster.workers.values():
            worker = cluster.scheduler.workers.get(nanny.worker_address)
            if worker and worker.processing:
                os.kill(nanny.pid, signal.SIGKILL)

    runs = place.run_all([("looping", [LOOP]), ("right", RIGHT)], LIMITS, lose)
    assert (runs["looping"].ended, runs["right"].ended) == ("worker", "")
    assert "lost" in words.ENDED["worker"]
    assert [record["state"] for record in runs["right"].records] == ["right"]


@pytest.mark.parametrize("theirs", ["0.0.1", words.NONE])
def test_workers_need_the_same_casebook(theirs, cluster, says, monkeypatch):
    address, mine = cluster.scheduler_address, spread.version("casebook")
    answer = theirs if theirs != words.NONE else ModuleNotFoundError()
    monkeypatch.setattr(spread.distributed.Client, "run", lambda *given, **options: {"worker": answer})
    wanted = words.OTHER_CASEBOOK.format(address=address, mine=mine, theirs=theirs)
    assert says("--run", "--dask", address) == f"casebook: {wanted}"


def test_a_cluster_needs_a_worker(says):
    with LocalCluster(n_workers=0, **LOOPBACK) as empty:
        address = empty.scheduler_address
        assert says("--run", "--dask", address) == f"casebook: {words.NO_WORKERS.format(address=address)}"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "http://127.0.0.1:1",
        "tcp://127.0.0.1:x",
        "tcp://127.0.0.1:1",
        "tls://127.0.0.1:1",
        "ucx://here:1",
    ],
)
def test_an_address_without_a_cluster_gets_one_sentence(address, says, monkeypatch):
    monkeypatch.setattr(spread, "SECONDS_TO_CONNECT", 0.5)
    assert says("--run", "--dask", address) == f"casebook: {words.NO_CLUSTER.format(address=address)}"


def test_what_listens_and_stays_silent_is_no_cluster(says, monkeypatch):
    monkeypatch.setattr(spread, "SECONDS_TO_CONNECT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        assert says("--run", "--dask", address) == f"casebook: {words.NO_CLUSTER.format(address=address)}"


def test_without_dask_one_sentence_says_how_to_get_it(says, monkeypatch):
    monkeypatch.setattr(spread, "distributed", None)
    assert says("--run", "--dask", "tcp://127.0.0.1:8786") == f"casebook: {words.NO_DASK}"


def test_dask_is_for_running(says):
    assert says("--dask", "tcp://127.0.0.1:8786") == f"casebook: {words.DASK_ALONE}"


@pytest.mark.parametrize("end", [lambda cluster: cluster.scale(0), LocalCluster.close])
def test_a_run_ends_with_the_last_worker_or_the_scheduler(end, place, cluster, monkeypatch):
    monkeypatch.setattr(spread, "SECONDS_WITHOUT_WORKERS", 0.5)
    monkeypatch.setattr(spread, "sleep", lambda seconds: (end(cluster), time.sleep(seconds)))
    runs = place.run_all([("looping", [LOOP])], LIMITS)
    assert runs["looping"].ended == "worker"
