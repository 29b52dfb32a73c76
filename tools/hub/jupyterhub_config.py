"""A JupyterHub on one machine and for that machine alone, to try a class before there is one.

Everybody who knows the password gets in under any name, and all servers run as the one account that started the hub:
fit for a trial on loopback, and for nothing else. What it writes is in the folder where it is started. The commands,
and what a class needs instead, are in `docs/teaching.md`.
"""

import os
from pathlib import Path

from casebook import lab, server

HERE = Path.cwd()
HOMES = HERE / "homes"
THIS_MACHINE = "127.0.0.1"
PATIENCE = 300  # seconds: a whole class starts at once on a few cores

c = get_config()  # noqa: F821, given by JupyterHub

c.JupyterHub.bind_url = f"http://{THIS_MACHINE}:8000"
c.JupyterHub.hub_ip = THIS_MACHINE
c.ConfigurableHTTPProxy.api_url = f"http://{THIS_MACHINE}:8001"
c.Spawner.ip = THIS_MACHINE

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = "thirteen-days"
c.Authenticator.allow_all = True

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(HOMES / "{username}")
c.Spawner.args = ["--allow-root"] if os.geteuid() == 0 else []
c.Spawner.start_timeout = PATIENCE
c.Spawner.http_timeout = PATIENCE

# The same notebooks and the same quiet JupyterLab as `casebook lab`: what a student wrote is never overwritten.
c.Spawner.pre_spawn_hook = lambda spawner: lab.copy_missing(HOMES / spawner.user.name)
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": str(server.SETTINGS)}
c.Spawner.default_url = f"/lab/tree/{lab.FIRST}"
