"""Walls around a process that runs students' code: no network, no file written outside its folder.

Both are Linux namespaces, which need no rights of an administrator where the system lets users make them.
"""

import ctypes
import functools
import os
import signal
import sys
import tempfile
from pathlib import Path

from casebook.report.nursery import begin

PATIENCE = 60
# From the Linux headers: unshare(2), mount(2), mount_setattr(2) by its number on every architecture, prctl(2).
NEW_USER, NEW_MOUNTS, NEW_NETWORK, NEW_PROCESSES = 0x10000000, 0x00020000, 0x40000000, 0x20000000
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE, RDONLY = 442, -100, 0x8000, 1
# capabilities(7): the third version of their format, which has two halves of three words.
PR_SET_PDEATHSIG, PR_CAPBSET_DROP = 1, 24
CAPABILITIES, FORMAT, WORDS = 64, 0x20080522, 6


class _MountAttributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("attr_set", "attr_clr", "propagation", "userns_fd")]


def _worked(outcome: int) -> None:
    if outcome:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _leave(linux: ctypes.CDLL) -> None:
    """Go where there is no network, and where mounts and further processes are this process's own."""
    user, group = os.getuid(), os.getgid()
    _worked(linux.unshare(NEW_USER | NEW_MOUNTS | NEW_NETWORK | NEW_PROCESSES))
    for name, line in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
        Path("/proc/self", name).write_text(line, encoding="ascii")


def _shut(linux: ctypes.CDLL, folder: Path) -> None:
    """Make everything read-only but a folder, and take away what listens in /run."""
    place, size = os.fsencode(folder), ctypes.sizeof(_MountAttributes)
    shut, opened = _MountAttributes(attr_set=RDONLY), _MountAttributes(attr_clr=RDONLY)
    _worked(linux.mount(None, b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None))
    _worked(linux.mount(place, place, None, ctypes.c_ulong(MS_BIND), None))
    # Where programs of this machine listen, such as a container service: nothing is there any more.
    if Path("/run").is_dir():
        _worked(linux.mount(b"nothing", b"/run", b"tmpfs", 0, None))
    for root, depth, attributes in ((b"/", AT_RECURSIVE, shut), (place, 0, opened)):
        _worked(linux.syscall(MOUNT_SETATTR, AT_FDCWD, root, depth, ctypes.byref(attributes), size))
    # The same place again: the one of before lies under the mount, where nothing can be written.
    os.chdir(folder)


def close(folder: Path) -> None:
    """Cut this process off for good: no network, and nothing can be written outside of a folder.

    A process that is forked from here has numbers of its own for processes: when it ends, so do all that it began.

    Parameters
    ----------
    folder : Path
        Stays writable, and becomes the working directory.

    Raises
    ------
    OSError
        If the system does not let it, or Linux is older than 5.12.
    """
    linux = ctypes.CDLL(None, use_errno=True)
    _leave(linux)
    _shut(linux, folder)
    for capability in range(CAPABILITIES):
        linux.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    _worked(linux.capset((ctypes.c_uint32 * 2)(FORMAT, 0), (ctypes.c_uint32 * WORDS)()))


def end_with_parent() -> None:
    """Have Linux end this process when the one that began it has ended, however that came; elsewhere do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _try(folder: str) -> None:
    try:
        close(Path(folder))
    except OSError:
        sys.exit(1)


@functools.cache
def stand() -> bool:
    """Whether this system lets the walls be built; tried once, on an empty folder.

    Examples
    --------
    >>> stand() in (True, False)
    True
    """
    if sys.platform != "linux":
        return False
    with tempfile.TemporaryDirectory() as folder:
        trial = begin(_try, folder)
        trial.join(PATIENCE)
        return trial.exitcode == 0
