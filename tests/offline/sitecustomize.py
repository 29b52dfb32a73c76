"""Refuse every address but this machine's own, in any Python that starts with this folder on its path.

The tests run it themselves and put it on the path of what they start: kernels, JupyterLab, `casebook`.
"""

import socket
import sys

HERE = ("127.", "::1", "localhost", "0.0.0.0")
ASKING = ("socket.getaddrinfo", "socket.gethostbyname")
SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")


class NetworkError(RuntimeError):
    """Something asked the network while the casebook promises not to. Not an OSError, which callers may swallow."""


def _refuse(event: str, arguments: tuple) -> None:
    if event in SENDING:
        host = arguments[1][0] if isinstance(arguments[1], tuple) else ""
    elif event in ASKING:
        host = arguments[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host or ""
    if host and not host.startswith(HERE) and host != socket.gethostname():
        raise NetworkError(f"{host!r} was asked for, but the casebook works without network")


sys.addaudithook(_refuse)
