"""What somebody gave, as a message repeats it, and the folder that they named."""

import os
from pathlib import Path

from casebook.language import say


class FolderNameError(ValueError):
    """A name under which there can be no folder: one sentence says why."""


def shown(given: object, most: int = 60) -> str:
    """A value on one line, its end left out where it is long.

    Examples
    --------
    >>> shown("E092"), shown("a" * 90, 12)
    ("'E092'", "'aaaaaaaaaa…")
    """
    words = " ".join(repr(given).split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def folder_named(name: str | os.PathLike[str]) -> Path:
    """The whole path of a folder that somebody named; it need not be there.

    Raises
    ------
    FolderNameError
        If there can be no folder under this name.

    Examples
    --------
    >>> folder_named("~").is_absolute()
    True
    """
    try:
        path = Path(name).expanduser().resolve()
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return path
    except OSError as error:
        reason = error.strerror
    except ValueError:
        reason = say("it holds a sign that no name may have")
    except RuntimeError:
        reason = say("it leads nowhere")
    else:
        return path
    sentence = say("{given} cannot be used as a folder: {reason}.")
    raise FolderNameError(sentence.format(given=shown(os.fspath(name)), reason=reason))
