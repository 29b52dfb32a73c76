"""What was tried in this kernel: kept in memory only, for hints and solutions."""

from dataclasses import dataclass


@dataclass
class Attempts:
    """The attempts at one exercise: how many could be judged, the last wrong answer as read, the hints seen."""

    real: int = 0
    last_wrong: object = None
    hints_seen: int = 0


_attempts: dict[str, Attempts] = {}


def attempts(key: str) -> Attempts:
    """The attempts at one exercise so far."""
    return _attempts.setdefault(key, Attempts())


def forget() -> None:
    """Begin again, as in a fresh kernel: for the tests, of which many run in one."""
    _attempts.clear()
