"""The machine of a run, in words: a figure without it says little."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

import psutil

PACKAGES = ("casebook", "pandas", "altair", "vl-convert-python", "frictionless", "nbclient", "nbval", "nbgrader")


def _processor() -> str:
    """The name that the processor gives itself, where the system tells it."""
    told = Path("/proc/cpuinfo")
    names = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = next((line.split(":", 1)[1].strip() for line in names if line.startswith("model name")), "")
    return named or platform.processor() or platform.machine()


def _system() -> str:
    """The name of the system, with its edition where it has one."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def described() -> dict[str, str]:
    """What is measured on, by name.

    Examples
    --------
    >>> list(described())[:5]
    ['processor', 'cores', 'memory', 'system', 'Python']
    """
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        "system": _system(),
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def load() -> float:
    """How many processes wanted a core over the last minute, for each core."""
    return os.getloadavg()[0] / (os.cpu_count() or 1)
