"""A kernel for students' code: `python -m casebook.report.confined JOB`, where the job is JSON.

Everything that holds the code is set before the kernel begins.
"""

import json
import sys
from pathlib import Path

from ipykernel.kernelapp import IPKernelApp

from casebook.report import walls
from casebook.report.limits import Limits


def main(job: dict) -> None:
    """Close the walls if there are any, set the limits, and serve as a kernel."""
    if job["walled"]:
        walls.close(Path(job["folder"]))
    Limits(**job["limits"]).hold()
    IPKernelApp.launch_instance(["-f", job["connection"], "--ext=casebook.report.hushed", "--HistoryManager.enabled=0"])


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
