"""What `casebook data check` costs beside frictionless alone."""

import subprocess
import sys

from bench.row import Row, medians, seconds
from casebook.folders import DATA

PEER = "import frictionless, sys; frictionless.validate(sys.argv[1])"


def rows() -> list[Row]:
    """Whole processes, five times each in turn."""

    def run(*command: object) -> float:
        python = [sys.executable, *map(str, command)]
        return seconds(lambda: subprocess.run(python, capture_output=True, check=True))

    ours, peer = medians(
        5,
        lambda: run("-m", "casebook.cli", "data", "check"),
        lambda: run("-c", PEER, DATA / "datapackage.json"),
    )
    return [Row("casebook data check", ours, "frictionless.validate", peer, 2.5)]
