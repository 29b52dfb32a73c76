"""All words of the report, in one place, in the language of the reader; what belongs to an exercise stands with it."""

from casebook.exercise import messages
from casebook.language import counted, say, thousands

STATES = {state: say(words) for state, words in messages.STATES.items()}
# In the order in which a class is drawn, with a pattern of its own for each.
GROUPS = {
    "right": STATES["right"],
    "nearly": STATES["nearly"],
    "misreading": say("A named misreading"),
    "not_yet": say("Not yet, in another way"),
    "uncheckable": STATES["uncheckable"],
    "for_instructor": say("For you to read"),
    "unanswered": say("Not answered"),
}
ORIGINS = {"read": say("read from the file"), "re-run": say("run again")}

# How far the form of a text has come, by the state of its verdict.
FORM = {"for_instructor": say("its form is complete"), "uncheckable": say("it cannot be checked")}
FORM_LACKS = say("its form still lacks something")
NOT_RUN_AGAIN = say("not run again")

# What was given to the command.
NO_SOURCE = say("There is no {source}: a folder or a zip with the notebooks of a class is wanted.")
NO_FOLDER = say("{source} is one file: a folder or a zip with the notebooks of a class is wanted.")
EMPTY = say("Nothing is in {source}: a folder or a zip with the notebooks of a class is wanted.")
NOT_OPENED = say("{source} cannot be opened: {reason}. A folder or a zip with the notebooks of a class is wanted.")
NOT_OURS = say("{target} is there already and is no report of the casebook: give another name.")
NO_PLACE = say("{target} cannot be written: {reason}. Give another place.")
NO_SUCH_FOLDER = say("there is no such folder")
READING, RUNNING = say("Reading"), say("Running")
WRITTEN = say("Written: {target}")
WRONG_END = say("{target} should end in {wanted}, for example {example}.")

# What a file is, where it could not be read.
LINK = say("A link to somewhere else: not followed.")
NO_FILE = say("Neither a file nor a folder: left out.")
LEADS_OUT = say("Its path leads out of the zip: it was read in memory, and nothing was written there.")
BOMB = say("It unpacks to more than a class can fill: the rest was left out.")
TOO_MANY = say("More than {most} files, which is more than a class hands in: the rest was left out.")
TOO_DEEP = say("A zip in a zip in a zip in a zip: not opened.")
TOO_LARGE = say("{given} MB, and {most} MB is the most that is read. Ask for it without its outputs.")
NOTHING_INSIDE = say("Nothing is inside.")
BREAKS_OFF = say("It breaks off, as after a failed upload. Ask for it again.")
STRANGE_JSON = say("JSON that cannot be read.")
OTHER_JSON = say("JSON, but not a notebook.")
PICTURE = say("A picture, not a notebook.")
# By how their bytes begin, in small letters.
KINDS = {
    b"%pdf": say("A PDF, not a notebook."),
    b"pk\x03\x04": say("An office document or archive, not a notebook."),
    b"\x89png": PICTURE,
    b"\xff\xd8": PICTURE,
    b"<": say("A web page, not a notebook."),
}
OTHER_KIND = say("A file of another kind, not a notebook.")
HIDDEN = say("What JupyterLab or another program keeps for itself: left out.")
OTHER_NOTEBOOK = say("A notebook with no exercise of this casebook.")
NOT_RUN = say("No verdict is saved in it: its cells were not run, or its outputs were cleared.")
UNKNOWN = say("Verdicts on what is no exercise here: {keys}.")
SAME_FILE = say("The same bytes as another file of this list: work done together, or a copy. Both are counted.")
SECOND_FILE = say("Another file of this student has the same exercises: of each the last answer counts.")
LOCKED = say("It is locked with a password.")
BROKEN_ZIP = say("A zip that cannot be unpacked.")
NO_ACCESS = say("It cannot be opened: {reason}.")

# What came of running a submission again.
CELLS_LOST = say("Cells left out of the new run: {cells}.")
CELL_LOST = {"too long": say("{number} (took too long)"), "ended": say("{number} (ended the kernel)")}
ENDED = {
    "seconds": say("The new run was stopped: it took too long."),
    "memory": say("The new run was stopped: it took too much memory."),
    "processes": say("The new run was stopped: it started too many processes."),
    "disk": say("The new run was stopped: it wrote too much."),
    "files": say("The new run was stopped: it made too many files."),
    "worker": say("The new run was lost with the worker that it ran on."),
}
DIFFERS = say("The new run gives another verdict than the file on: {keys}.")
RUNS_CODE = say("This runs the students' code on {place}, {held}")
RAN_CODE = say("The students' code was run again on {place}, {held}")
HERE, CLUSTER = say("this machine"), say("{workers} of a Dask cluster")
WALLED = say("without a network, and with a temporary folder of its own as the only place to write.")
OPEN = say(
    "and the system does not let it be cut off: it can reach the network and every file of the account that runs it. "
    "Use a machine without anything that matters, or leave --run out."
)
LIMITED = say("Limits for each submission: time, memory, disk, files, processes.")
NOT_LIMITED = say("Limits for each submission, watched from outside only: time, memory, disk, files, processes.")
DASK_ALONE = say("--dask says where to run the students' code, and --run that it is run at all: give both.")
NO_DASK = say('Dask is not installed here, and --dask needs it: pip install "casebook[dask]".')
NO_CLUSTER = say("No Dask scheduler answers at {address!r}: its address is wanted, such as tcp://127.0.0.1:8786.")
NO_WORKERS = say("The cluster at {address} has no worker: start one, in an environment with the same casebook.")
OTHER_CASEBOOK = say(
    "Workers of the cluster at {address} have another casebook than this, which is {mine}: {theirs}. "
    "Install the same version there."
)
NO_TRIAL = say("A worker of the cluster at {address} could not start a program for the students' code ({fault}).")
NONE = say("none")
ONLY_READ = say("Nothing was run: every verdict is the one that was saved in the notebook.")

# The page.
TITLE = say("What the class read and misread")
BOARD = say("What do you find, and what does that change?")
STUDENT, FILE = say("Student"), say("File")
NO_LABEL = say("without a name")
OTHER_EDITION = say("Named by another edition of the casebook.")


def students(number: int) -> str:
    """How many students there are.

    Examples
    --------
    >>> students(1)
    '1 student'
    """
    return counted("{number} student", "{number} students", number)


def files(number: int) -> str:
    """How many files there are.

    Examples
    --------
    >>> files(1200)
    '1,200 files'
    """
    return counted("{number} file", "{number} files", number)


def too_large(given: int, most: int) -> str:
    """What to say of a file that is larger than what is read; both in bytes."""
    return TOO_LARGE.format(given=thousands(round(given / 2**20)), most=thousands(round(most / 2**20)))


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
    return next((name for mark, name in KINDS.items() if begins.startswith(mark)), OTHER_KIND)
