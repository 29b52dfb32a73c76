"""The ways to end a command from outside: all are like Ctrl-C, so that what the command started ends with it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

# A closed terminal, and whoever stops a container or a process. Windows knows only one of them.
ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def like_ctrl_c() -> Iterator[None]:
    """Raise KeyboardInterrupt when somebody ends this process; what was set to be ignored, as by `nohup`, stays so.

    Examples
    --------
    >>> with like_ctrl_c():
    ...     try:
    ...         signal.raise_signal(signal.SIGTERM)
    ...     except KeyboardInterrupt:
    ...         print("ended")
    ended
    """
    before = {number: signal.getsignal(number) for number in ENDINGS}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number])
