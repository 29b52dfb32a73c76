"""Walls around a process that runs students' code: no network, no file written outside its folder.

Both are Linux namespaces, which need no rights of an administrator where the system lets users make them. A process
begins inside them with `UNSHARE` before its command; `close` then makes every file outside its folder read-only.
"""

import ctypes
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Killing `unshare` ends all that began inside, however often it forked.
UNSHARE = ("unshare", "--user", "--map-root-user", "--net", "--mount", "--pid", "--fork", "--kill-child")
PATIENCE = 20
# From the Linux headers: mount(2), mount_setattr(2) by its number on every architecture, prctl(2).
MS_BIND, MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE, RDONLY = 4096, 442, -100, 0x8000, 1
# capabilities(7): the third version of their format, which has two halves of three words.
PR_CAPBSET_DROP, CAPABILITIES, FORMAT, WORDS = 24, 64, 0x20080522, 6


class _MountAttributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("attr_set", "attr_clr", "propagation", "userns_fd")]


def _worked(outcome: int) -> None:
    if outcome:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def close(folder: Path) -> None:
    """Make every file outside of a folder read-only for this process and for those that it starts, for good.

    Parameters
    ----------
    folder : Path
        Stays writable, and becomes the working directory.

    Raises
    ------
    OSError
        If this process did not begin with `UNSHARE`, or Linux is older than 5.12.
    """
    linux = ctypes.CDLL(None, use_errno=True)
    place = os.fsencode(folder)
    shut, opened = _MountAttributes(attr_set=RDONLY), _MountAttributes(attr_clr=RDONLY)
    size = ctypes.sizeof(_MountAttributes)
    _worked(linux.mount(place, place, None, ctypes.c_ulong(MS_BIND), None))
    for root, depth, attributes in ((b"/", AT_RECURSIVE, shut), (place, 0, opened)):
        _worked(linux.syscall(MOUNT_SETATTR, AT_FDCWD, root, depth, ctypes.byref(attributes), size))
    # The same place again: the one of before lies under the mount, where nothing can be written.
    os.chdir(folder)
    for capability in range(CAPABILITIES):
        linux.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    _worked(linux.capset((ctypes.c_uint32 * 2)(FORMAT, 0), (ctypes.c_uint32 * WORDS)()))


@functools.cache
def stand() -> bool:
    """Whether this system lets the walls be built; tried once, on an empty folder.

    Examples
    --------
    >>> stand() in (True, False)
    True
    """
    if not shutil.which(UNSHARE[0]):
        return False
    with tempfile.TemporaryDirectory() as folder:
        trial = f"from pathlib import Path; from casebook.report import walls; walls.close(Path({folder!r}))"
        command = [*UNSHARE, sys.executable, "-c", trial]
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0
