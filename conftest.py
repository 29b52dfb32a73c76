"""What every test stands on: no network, the casebook's own tables, the same examples each time."""

import os
import runpy
import shutil
from pathlib import Path

import hypothesis
import pytest

import casebook as cb
from casebook import datapackage, language
from casebook.exercise.attempts import forget
from casebook.folders import DATA

HERE = Path(__file__).parent / "tests"
OFFLINE = HERE / "offline"
CHROMIUM = shutil.which("chromium")
NO_CHROMIUM = "Without Chromium the tests in a real JupyterLab are left out. On Debian: apt install chromium"

# Whatever language the person at the keyboard reads, the tests read English.
os.environ["CASEBOOK_LANG"] = language.ENGLISH
language.chosen.cache_clear()

# From here on neither the tests nor any Python that they start reaches another machine.
runpy.run_path(str(OFFLINE / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join([str(OFFLINE), *filter(None, [os.environ.get("PYTHONPATH")])])

collect_ignore = ["tests/offline"] if CHROMIUM else ["tests/offline", "tests/browser"]

hypothesis.settings.register_profile("same", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("wide", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("same")


class Editions:
    """A notebook is validated in the surroundings that it was built in."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item):
        if item.path.suffix != ".ipynb":
            return (yield)
        from casebook.editions.execution import SAME_EVERYWHERE  # noqa: PLC0415

        edition = "instructor" if item.path.parent.name == "instructor" else "student"
        profile = str(item.config.cache.mkdir("ipython"))
        with pytest.MonkeyPatch.context() as patch:
            for name, value in {**SAME_EVERYWHERE, "CASEBOOK_EDITION": edition, "IPYTHONDIR": profile}.items():
                patch.setenv(name, value)
            return (yield)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Editions())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not CHROMIUM:
        terminalreporter.write_line(NO_CHROMIUM)


@pytest.fixture(autouse=True)
def as_in_a_fresh_kernel():
    """A test begins with no exercise tried, and leaves the casebook's own tables to the next."""
    forget()
    yield
    if datapackage.folder() != DATA:
        cb.use()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of the tests in a real JupyterLab."""
    return CHROMIUM or pytest.fail(NO_CHROMIUM)
