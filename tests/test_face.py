"""The package's face: every public name is there, and nothing heavy loads before it is used."""

import subprocess
import sys

import pytest

import casebook as cb

HEAVY = ("altair", "ipywidgets", "anywidget", "vl_convert", "jinja2", "frictionless", "nbclient", "IPython")


def test_a_public_name_stays_a_function_after_every_module_is_imported():
    code = (
        "import importlib, pkgutil, casebook as cb\n"
        "for module in pkgutil.walk_packages(cb.__path__, 'casebook.'): importlib.import_module(module.name)\n"
        "print([name for name in cb.__all__ if not callable(getattr(cb, name))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_import_casebook_loads_nothing_heavy():
    code = f"import casebook, sys; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_face_lists_its_names():
    assert set(cb.__all__) <= set(dir(cb))


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'casulties'"):
        _ = cb.casulties
