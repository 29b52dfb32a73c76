"""All words of the report, in one place so that they can be translated; what belongs to an exercise stands with it."""

from casebook.exercise import messages

# In the order in which a class is drawn, with a pattern of its own for each.
GROUPS = {
    "right": messages.STATES["right"],
    "nearly": messages.STATES["nearly"],
    "misreading": "A named misreading",
    "not_yet": "Not yet, in another way",
    "uncheckable": messages.STATES["uncheckable"],
    "for_instructor": "For you to read",
    "unanswered": "Not answered",
}
ORIGINS = {"read": "read from the file", "re-run": "run again"}

# How far the form of a text has come, by the state of its verdict.
FORM = {"for_instructor": "its form is complete", "uncheckable": "it cannot be checked"}
FORM_LACKS = "its form still lacks something"
NOT_RUN_AGAIN = "not run again"

# What was given to the command.
NO_SOURCE = "There is no {source}: a folder or a zip with the notebooks of a class is wanted."
NO_FOLDER = "{source} is one file: a folder or a zip with the notebooks of a class is wanted."
EMPTY = "Nothing is in {source}: a folder or a zip with the notebooks of a class is wanted."
NOT_OURS = "{target} is there already and is no report of the casebook: give another name."
NO_PLACE = "{target} cannot be written: {reason}. Give another place."
NO_SUCH_FOLDER = "there is no such folder"
WRITTEN = "Written: {target}"
WRONG_END = "{target} should end in {wanted}, for example {example}."

# What a file is, where it could not be read.
LINK = "A link to somewhere else: not followed."
NO_FILE = "Neither a file nor a folder: left out."
LEADS_OUT = "Its path leads out of the zip: it was read in memory, and nothing was written there."
BOMB = "It unpacks to more than a class can fill: the rest was left out."
TOO_DEEP = "A zip in a zip in a zip in a zip: not opened."
TOO_LARGE = "{given:,.0f} MB, and {most:,.0f} MB is the most that is read. Ask for it without its outputs."
NOTHING_INSIDE = "Nothing is inside."
BREAKS_OFF = "It breaks off, as after a failed upload. Ask for it again."
STRANGE_JSON = "JSON that cannot be read."
OTHER_JSON = "JSON, but not a notebook."
HIDDEN = "What JupyterLab or another program keeps for itself: left out."
OTHER_NOTEBOOK = "A notebook with no exercise of this casebook."
NOT_RUN = "No verdict is saved in it: its cells were not run, or its outputs were cleared."
UNKNOWN = "Verdicts on what is no exercise here: {keys}."
SAME_FILE = "The same bytes as another file of this list: work done together, or a copy. Both are counted."
SECOND_FILE = "Another file of this student has the same exercises: of each the last answer counts."
LOCKED = "It is locked with a password."
BROKEN_ZIP = "A zip that cannot be unpacked."
NO_ACCESS = "It cannot be opened: {reason}."

# What came of running a submission again.
CELLS_LOST = "Cells left out of the new run: {cells}."
CELL_LOST = {"too long": "{number} (took too long)", "ended": "{number} (ended the kernel)"}
ENDED = {
    "seconds": "The new run was stopped: it took too long.",
    "memory": "The new run was stopped: it took too much memory.",
    "processes": "The new run was stopped: it started too many processes.",
    "disk": "The new run was stopped: it wrote too much.",
    "files": "The new run was stopped: it made too many files.",
    "worker": "The new run was lost with the worker that it ran on.",
}
DIFFERS = "The new run gives another verdict than the file on: {keys}."
RUNS_CODE = "This runs the students' code on {place}, {held}"
RAN_CODE = "The students' code was run again on {place}, {held}"
HERE, CLUSTER = "this machine", "{workers} of a Dask cluster"
WALLED = "without a network, and with a temporary folder of its own as the only place to write."
OPEN = (
    "and the system does not let it be cut off: it can reach the network and every file of the account that runs it. "
    "Use a machine without anything that matters, or leave --run out."
)
LIMITED = "Limits for each submission: time, memory, disk, files, processes."
NOT_LIMITED = "Limits for each submission, watched from outside only: time, memory, disk, files, processes."
DASK_ALONE = "--dask says where to run the students' code, and --run that it is run at all: give both."
NO_DASK = 'Dask is not installed here, and --dask needs it: pip install "casebook[dask]".'
NO_CLUSTER = "No Dask scheduler answers at {address!r}: its address is wanted, such as tcp://127.0.0.1:8786."
NO_WORKERS = "The cluster at {address} has no worker: start one, in an environment with the same casebook."
OTHER_CASEBOOK = (
    "Workers of the cluster at {address} have another casebook than this, which is {mine}: {theirs}. "
    "Install the same version there."
)
NO_TRIAL = "A worker of the cluster at {address} could not start a program for the students' code ({fault})."
NONE = "none"
ONLY_READ = "Nothing was run: every verdict is the one that was saved in the notebook."

# The page.
TITLE = "What the class read and misread"
BOARD = "{next} What do you find, and what does that change?"
STUDENT, FILE = "Student", "File"
NO_LABEL = "without a name"
OTHER_EDITION = "Named by another edition of the casebook."


def number(count: int, one: str, many: str) -> str:
    """A count with its noun.

    Examples
    --------
    >>> number(1, "file", "files"), number(1200, "file", "files")
    ('1 file', '1,200 files')
    """
    return f"{count:,} {one if count == 1 else many}"


def too_large(given: int, most: int) -> str:
    """What to say of a file that is larger than what is read; both in bytes."""
    return TOO_LARGE.format(given=given / 2**20, most=most / 2**20)


def unreadable(fault: Exception) -> str:
    """What kept a file from being opened."""
    if isinstance(fault, OSError) and fault.strerror:
        return NO_ACCESS.format(reason=fault.strerror)
    return LOCKED if "password" in str(fault) or "encrypted" in str(fault) else BROKEN_ZIP


def what_it_is(content: bytes) -> str:
    """What a file is that is no notebook.

    Examples
    --------
    >>> what_it_is(b"<!DOCTYPE html><p>...")
    'A web page, not a notebook.'
    """
    begins = content.lstrip()[:200].lower()
    kinds = {b"%pdf": "A PDF", b"pk\x03\x04": "An office document or archive", b"\x89png": "A picture"}
    kinds |= {b"\xff\xd8": "A picture", b"<": "A web page"}
    kind = next((name for mark, name in kinds.items() if begins.startswith(mark)), "A file of another kind")
    return f"{kind}, not a notebook."
