"""Imported once, by the process that every kernel is forked from: what notebooks import is then in memory already."""

import altair  # noqa: F401
import ipykernel.kernelapp

import casebook
from casebook.datapackage import descriptor, table
from casebook.exercise.register import all_exercises
from casebook.report import confined, hushed

READY = (
    *(getattr(casebook, name) for name in casebook.__all__),
    *(table(each["name"]) for each in descriptor()["resources"]),
    *all_exercises(),
    *(confined.serve, hushed.load_ipython_extension, ipykernel.kernelapp.IPKernelApp),
)
