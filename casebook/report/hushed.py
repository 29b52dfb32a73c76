"""An IPython extension for a kernel whose outputs nobody reads: of all that cells show, only verdicts leave it."""

import os
import sys

import comm
from IPython.core.formatters import DisplayFormatter
from IPython.core.interactiveshell import InteractiveShell

from casebook.exercise.verdict import RECORD, Points, Verdict
from casebook.kept import Bundle


class RecordsOnly(DisplayFormatter):
    """Shows a verdict as its record and everything else as nothing, so that no chart is drawn."""

    def format(self, obj: object, include: object = None, exclude: object = None) -> Bundle:
        verdict = obj.verdict if isinstance(obj, Points) else obj
        return ({RECORD: verdict.record}, {}) if isinstance(verdict, Verdict) else ({}, {})


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Called by IPython when the kernel starts."""
    shell.display_formatter = RecordsOnly(parent=shell)
    comm.create_comm = comm.DummyComm
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
