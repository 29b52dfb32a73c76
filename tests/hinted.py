"""A hint in the language of this process, and what is said of one that is not there; `main` prints them as JSON."""

import json
import sys

import casebook as cb
from casebook import language


def main() -> None:
    note = cb.hint("ten-and-ten")
    json.dump({"heading": note.heading, "html": note.html, "unknown": language._unknown("frensh")}, sys.stdout)
