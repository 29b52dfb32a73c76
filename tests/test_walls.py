"""Walls around students' code stand wherever the system lets them be built."""

import os
import re
import shutil
import subprocess
import sys

from casebook.report import walls

# The first Linux with mount_setattr(2).
OLDEST = (5, 12)


def system_lets() -> bool:
    """Whether another program may leave for namespaces of its own, on a Linux that can lock a whole tree of mounts."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    if tuple(map(int, re.findall(r"\d+", os.uname().release)[:2])) < OLDEST:
        return False
    spaces = ["unshare", "--user", "--map-root-user", "--net", "--mount", "--pid", "--fork"]
    locked = "mount --make-rprivate / && mount --bind /tmp /tmp && mount -o remount,bind,ro /tmp"
    return subprocess.run([*spaces, "sh", "-c", locked], capture_output=True, check=False).returncode == 0


def test_the_walls_stand_where_another_program_can_build_such():
    assert walls.stand() or not system_lets()
