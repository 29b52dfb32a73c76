"""What a worker of a cluster does for the report: it starts a program of its own, for it may not fork by itself."""

import asyncio
import json
import subprocess
import sys
from dataclasses import asdict

from casebook.report import walls
from casebook.report.limits import KEPT, Limits
from casebook.report.rerun import run_again

PATIENCE = 60


def submission(cells: list[str], limits: Limits) -> bytes:
    """One submission as bytes, to be sent to a worker.

    Examples
    --------
    >>> submission(["1 + 1"], Limits())[:20]
    b'{"cells": ["1 + 1"],'
    """
    return json.dumps({"cells": cells, "limits": asdict(limits)}).encode()


def run(sent: bytes) -> bytes:
    """Run a submission, within its limits, in a program that ends with it.

    Parameters
    ----------
    sent : bytes
        From `submission`; empty to run nothing and ask what holds students' code here.

    Returns
    -------
    bytes
        A Run as JSON; or, if nothing was sent, whether there are walls and whether the system keeps limits.

    Raises
    ------
    subprocess.SubprocessError
        If the program ends early, or does not end.

    Examples
    --------
    >>> json.loads(run(submission([], Limits())))
    {'records': [], 'lost': {}, 'ended': ''}
    """
    patience = PATIENCE + (json.loads(sent)["limits"]["seconds"] if sent else 0)
    program = [sys.executable, "-m", "casebook.report.apart"]
    return subprocess.run(
        program, input=sent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=patience, check=True
    ).stdout


def _answer(sent: bytes) -> object:
    if not sent:
        return [walls.stand(), KEPT]
    given = json.loads(sent)
    return asdict(asyncio.run(run_again(given["cells"], Limits(**given["limits"]))))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read())))
