"""One simulated student of a JupyterHub: everything goes through its HTTP and kernel interfaces, as from a browser."""

import json
import time
import uuid
from itertools import pairwise

import nbformat
import requests
import websocket
from nbformat import NotebookNode
from nbformat.v4 import output_from_msg

from casebook.editions.source import graded
from casebook.exercise.solved import solution_of
from casebook.exercise.verdict import READY, RECORD

OUTPUTS = ("stream", "display_data", "execute_result", "error")
PATIENCE = 300  # seconds that a student waits for any one answer


class Kernel:
    """The kernel of a notebook, by the messages that JupyterLab sends.

    Parameters
    ----------
    address : str
        The kernel's channels, such as `ws://127.0.0.1:8888/api/kernels/ID/channels`.
    token : str
        Of the student, for the server.
    """

    def __init__(self, address: str, token: str) -> None:
        headers = {"Authorization": f"token {token}"}
        self.socket = websocket.create_connection(address, header=headers, timeout=PATIENCE, http_no_proxy=["*"])

    def run(self, code: str) -> list[NotebookNode]:
        """Run one cell to its end.

        Returns
        -------
        list of NotebookNode
            Its outputs, in order.
        """
        asked = uuid.uuid4().hex
        self.socket.send(json.dumps(_request(asked, code)))
        outputs, awaited = [], {"reply", "idle"}
        while awaited:
            frame = self.socket.recv()
            # Binary frames carry the state of widgets, which no notebook keeps.
            message = json.loads(frame) if isinstance(frame, str) else {}
            if message.get("parent_header", {}).get("msg_id") != asked:
                continue
            kind, content = message["header"]["msg_type"], message["content"]
            outputs += [output_from_msg(message)] if kind in OUTPUTS else []
            awaited -= {"reply"} if kind == "execute_reply" else set()
            awaited -= {"idle"} if content.get("execution_state") == "idle" else set()
        return outputs


def _request(asked: str, code: str) -> dict:
    header = {"msg_id": asked, "msg_type": "execute_request", "session": asked, "username": "", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}


class Server:
    """A running Jupyter server: of a student on the hub, or any other.

    Parameters
    ----------
    address : str
        Where it is, without a slash at the end.
    token : str
        That opens it.
    """

    def __init__(self, address: str, token: str) -> None:
        self.address, self.token = address, token
        self.web = _web({"Authorization": f"token {token}"})

    def open(self, name: str) -> NotebookNode:
        """Load JupyterLab's page and a notebook, and start its kernel."""
        said(self.web.get(f"{self.address}/lab/tree/{name}", timeout=PATIENCE))
        file = said(self.web.get(f"{self.address}/api/contents/{name}", timeout=PATIENCE)).json()
        wanted = {"path": name, "name": name, "type": "notebook", "kernel": {"name": "python3"}}
        session = said(self.web.post(f"{self.address}/api/sessions", json=wanted, timeout=PATIENCE)).json()
        channels = f"/api/kernels/{session['kernel']['id']}/channels"
        self.kernel = Kernel(self.address.replace("http", "ws", 1) + channels, self.token)
        return nbformat.from_dict(file["content"])

    def run(self, notebook: NotebookNode) -> None:
        """Run every cell, and keep its outputs in the notebook."""
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = self.kernel.run(cell.source)

    def save(self, name: str, notebook: NotebookNode) -> None:
        """Save the notebook, which is also how it is handed in."""
        file = {"type": "notebook", "format": "json", "content": notebook}
        said(self.web.put(f"{self.address}/api/contents/{name}", json=file, timeout=PATIENCE))


class Student:
    """Somebody who logs in to the hub and starts a server of their own.

    Parameters
    ----------
    hub : str
        Its address, such as `http://127.0.0.1:8000`.
    name, password : str
        As typed on its login page.
    """

    def __init__(self, hub: str, name: str, password: str) -> None:
        self.hub, self.name, self.password = hub, name, password
        self.web = _web({})
        self.token = ""

    @property
    def account(self) -> str:
        """Where the hub keeps what it knows of the student."""
        return f"{self.hub}/hub/api/users/{self.name}"

    def log_in(self) -> None:
        """Fill in the login page, and take the token that further requests show."""
        said(self.web.get(f"{self.hub}/hub/login", timeout=PATIENCE))
        form = {"username": self.name, "password": self.password, "_xsrf": self.web.cookies["_xsrf"]}
        said(self.web.post(f"{self.hub}/hub/login?next=/hub/home", data=form, timeout=PATIENCE))
        own = {"X-XSRFToken": self.web.cookies["_xsrf"]}
        self.token = said(self.web.post(f"{self.account}/tokens", headers=own, timeout=PATIENCE)).json()["token"]
        self.web = _web({"Authorization": f"token {self.token}"})

    def start(self) -> Server:
        """Start the server and wait until it answers."""
        said(self.web.post(f"{self.account}/server", timeout=PATIENCE))
        self._wait(running=True)
        return Server(f"{self.hub}/user/{self.name}", self.token)

    def stop(self) -> None:
        """Stop the server, and its kernel with it."""
        said(self.web.delete(f"{self.account}/server", timeout=PATIENCE))
        self._wait(running=False)

    def _wait(self, running: bool) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            servers = said(self.web.get(self.account, timeout=PATIENCE)).json()["servers"]
            if any(each["ready"] for each in servers.values()) if running else not servers:
                return
            time.sleep(0.5)
        raise TimeoutError(f"after {PATIENCE} seconds the server {'does not answer' if running else 'still runs'}")


def _web(headers: dict[str, str]) -> requests.Session:
    """Requests that go straight to the address, whatever proxy this machine uses for others."""
    session = requests.Session()
    session.trust_env = False
    session.headers.update(headers)
    return session


def said(answer: requests.Response) -> requests.Response:
    """The answer of a server, unless it is a refusal."""
    answer.raise_for_status()
    return answer


def exercises(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """The key of each exercise, and the cell where its answer goes: the code cell before its check."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return {call.key: cell for cell, check in pairwise(code) if (call := graded(check))}


def answer(notebook: NotebookNode) -> None:
    """Write the solution of each exercise where its answer goes."""
    for key, cell in exercises(notebook).items():
        cell.source = solution_of(key)


def faults(notebook: NotebookNode) -> list[str]:
    """What went wrong in a notebook that was answered and run: errors, and answers that no check accepted."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    errors = [f"{output.ename}: {output.evalue}" for output in outputs if output.output_type == "error"]
    verdicts = [output.data[RECORD] for output in outputs if RECORD in output.get("data", {})]
    states = {each["exercise"]: each["state"] for each in verdicts}
    found = {key: states.get(key, "not checked") for key in exercises(notebook)}
    return errors + [f"{key}: {state}" for key, state in found.items() if state not in READY]
