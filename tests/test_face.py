"""The package's face: every public name is there, and nothing heavy loads before it is used."""

import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages

import pytest

import casebook as cb

HEAVY = ("altair", "ipywidgets", "anywidget", "vl_convert", "jinja2", "frictionless", "nbclient", "IPython")
# What is filled step by step: a student's attempts, a person's files, a run, a table while it is read.
GATHERING = {"Attempts", "File", "Person", "Run", "Slide", "Table", "Watch", "_Budget", "_Part"}


def test_a_public_name_stays_a_function_after_every_module_is_imported():
    code = (
        "import importlib, pkgutil, casebook as cb\n"
        "for module in pkgutil.walk_packages(cb.__path__, 'casebook.'): importlib.import_module(module.name)\n"
        "print([name for name in cb.__all__ if not callable(getattr(cb, name))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_handed_around_does_not_change():
    modules = [import_module(each.name) for each in walk_packages(cb.__path__, "casebook.")]
    named = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    kept = {each for each in named if each.__module__.startswith("casebook.") and "__dataclass_params__" in vars(each)}
    assert {each.__qualname__ for each in kept if not each.__dataclass_params__.frozen} == GATHERING


def test_import_casebook_loads_nothing_heavy():
    code = f"import casebook, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_face_lists_its_names():
    assert set(cb.__all__) <= set(dir(cb))


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'casulties'"):
        _ = cb.casulties
