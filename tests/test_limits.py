"""What the system itself keeps for students' code: memory, the size of a file, files, time."""

import json
import subprocess
import sys

import pytest

from casebook.report.limits import KEPT, MEGABYTE, Limits

HELD = """
import json, resource
from casebook.report.limits import Limits
Limits(seconds=7.5, memory=900 * 2**20, file=2**20).hold()
names = ("DATA", "FSIZE", "CORE", "NOFILE", "CPU")
print(json.dumps({name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in names}))
"""


@pytest.fixture(scope="module")
def held():
    done = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("name", "most"), [("DATA", 900 * MEGABYTE), ("FSIZE", MEGABYTE), ("CORE", 0), ("NOFILE", 512), ("CPU", 8)]
)
def test_the_system_keeps_a_limit_that_nothing_can_raise_again(name, most, held):
    assert KEPT
    assert held[name] == [most, most]


def test_a_limit_of_the_machine_is_never_raised():
    lower = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (100, 100))\n" + HELD
    done = subprocess.run([sys.executable, "-c", lower], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["NOFILE"] == [100, 100]


def test_a_whole_submission_has_three_minutes_and_a_cell_half_of_one():
    assert (Limits().seconds, Limits().cell_seconds) == (180, 30)
