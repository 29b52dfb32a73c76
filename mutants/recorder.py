"""A pytest plugin: coverage learns under the name of which test a line runs."""

import coverage
import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logstart(nodeid: str) -> None:
    """A test begins."""
    coverage.Coverage.current().switch_context(nodeid.partition("[")[0])


def pytest_runtest_logfinish() -> None:
    """Nothing that runs between two tests belongs to either."""
    coverage.Coverage.current().switch_context("")
