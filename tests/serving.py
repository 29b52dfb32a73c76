"""A running `casebook lab` for the tests that need one."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/lab/tree/00-start-here\.ipynb\?token=(\w{48})")


def _free_port() -> int:
    """A port that no other JupyterLab of these tests is about to take: they may start at the same moment."""
    with socket.socket() as candidate:
        candidate.bind(("127.0.0.1", 0))
        return candidate.getsockname()[1]


class Served:
    """A running `casebook lab`, in a home directory of its own and on a port of its own."""

    def __init__(self, home, *arguments: str, **more: str) -> None:
        hidden = ("JUPYTER", "BROWSER", "DISPLAY", "WAYLAND")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)} | more
        command = [sys.executable, "-m", "casebook.cli", "lab", "--port", str(_free_port()), *arguments]
        self.process = subprocess.Popen(
            command, cwd=home, env={**environment, "HOME": str(home)}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.line = self.process.stdout.readline().decode()
        found = ADDRESS.search(self.line)
        self.page, (self.address, self.token) = found[0], found.groups()

    def get(self, path: str, token: str | None = None) -> bytes:
        request = urllib.request.Request(self.address + path, headers={"Authorization": f"token {token or self.token}"})
        return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20).read()

    def stop(self, number: int = signal.SIGINT) -> str:
        self.process.send_signal(number)
        return self.process.communicate(timeout=20)[0].decode()
