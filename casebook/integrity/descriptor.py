"""The descriptor of a folder: JSON, a valid Data Package (frictionless says so), and what the casebook asks beyond."""

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from frictionless import Field, FrictionlessException, Package, Schema
from jsonschema import Draft202012Validator, FormatChecker

from casebook.declared import Package as Declared
from casebook.integrity.fault import Fault, shortened
from casebook.integrity.reading import text_of

NAME = "datapackage.json"
RULES = ("json", "profile", "data-package", "link")
Steps: TypeAlias = tuple[str | int, ...]
Objection: TypeAlias = tuple[Steps, str, str]
# JSON of which nobody has said yet what it is.
Json: TypeAlias = Any


def read(folder: Path, faults: list[Fault]) -> tuple[Declared | None, str]:
    """The descriptor and its text; None for a descriptor by which no table can be judged. Faults go to `faults`."""
    text = text_of(folder / NAME, NAME, faults)
    try:
        descriptor = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        line, words = getattr(error, "lineno", 1), getattr(error, "msg", str(error))
        faults.append(Fault(NAME, line, "", "", "json", f"not JSON: {words}"))
        return None, text
    found = _judged(text)
    faults.extend(found)
    return None if found else descriptor, text


@functools.lru_cache(maxsize=8)
def _judged(text: str) -> tuple[Fault, ...]:
    """What the first judge who objects has to say. Folders are checked often, and their descriptors seldom change."""
    descriptor = json.loads(text)
    for judge in (_profile, _package, _links):
        if found := tuple(fault_at(text, descriptor, *objection) for objection in judge(descriptor)):
            return found
    return ()


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def fault_at(text: str, descriptor: Json, steps: Steps, rule: str, message: str) -> Fault:
    """A fault at one place of the descriptor, with the line on which that place is written."""
    here, position = descriptor, 0
    trail: list[str] = []
    for step in steps:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = ""
        name = _label(here) if isinstance(step, int) else step
        if name:
            trail.append(name)
            written = re.compile(re.escape(json.dumps(name, ensure_ascii=False)) + r"\s*[:,}\]]")
            found = written.search(text, position)
            position = found.start() if found else position
    value = here if isinstance(here, str) else "" if isinstance(here, dict | list) else json.dumps(here)
    return Fault(NAME, text.count("\n", 0, position) + 1, ".".join(trail), value, rule, message)


def _label(item: object) -> str:
    """What tells one item of a list from the others: the name of a table or column, the column of a link."""
    if not isinstance(item, dict):
        return ""
    columns = item.get("fields")
    known = [item.get("name"), *(columns if isinstance(columns, list) else [])]
    return next((name for name in known if isinstance(name, str)), "")


@functools.cache
def _asked() -> Draft202012Validator:
    profile = json.loads(Path(__file__).with_name("profile.json").read_text(encoding="utf-8"))
    return Draft202012Validator(profile, format_checker=FormatChecker(["regex", "date"]))


def _profile(descriptor: Json) -> Iterator[Objection]:
    told = set()
    for error in _asked().iter_errors(descriptor):
        steps = tuple(error.absolute_path)
        if error.validator != "required" and steps in told:
            continue
        told.add(steps)
        unread = error.validator is None or error.validator == "additionalProperties"
        yield steps, "profile", "the casebook does not read this" if unread else shortened(error.message)


def _package(descriptor: Json) -> Iterator[Objection]:
    """What frictionless objects to, with the column or table that is meant: it names neither itself."""
    whole = [((), note) for note in _notes(Package, descriptor)]
    schemas = [
        (("resources", number, "schema"), resource["schema"])
        for number, resource in enumerate(descriptor["resources"] if whole else [])
    ]
    columns = [
        ((*steps, "fields", place), column)
        for steps, schema in schemas
        for place, column in enumerate(schema["fields"])
    ]
    inmost = [(steps, note) for steps, column in columns for note in _notes(Field, column)]
    inner = [(steps, note) for steps, schema in schemas for note in _notes(Schema, schema)]
    for steps, note in inmost or inner or whole:
        named = re.search(r"""property ["']([^"']+)["']""", note)
        further = tuple(int(step) if step.isdigit() else step for step in named[1].split("/")) if named else ()
        yield steps + further, "data-package", f"not a valid Data Package: {shortened(note)}"


def _notes(kind: type[Package] | type[Field] | type[Schema], part: Json) -> list[str]:
    try:
        kind.from_descriptor(json.loads(json.dumps(part)))
    except FrictionlessException as error:
        return [reason.note for reason in error.reasons or [error.error]]
    return []


def _links(descriptor: Declared) -> Iterator[Objection]:
    """Foreign keys that point to no declared column: frictionless looks only at the near end."""
    columns = {
        resource["name"]: {column["name"] for column in resource["schema"]["fields"]}
        for resource in descriptor["resources"]
    }
    for number, resource in enumerate(descriptor["resources"]):
        for place, link in enumerate(resource["schema"].get("foreignKeys", [])):
            table = link["reference"].get("resource") or resource["name"]
            column = link["reference"]["fields"][0]
            steps = ("resources", number, "schema", "foreignKeys", place, "reference")
            if table not in columns:
                yield (*steps, "resource"), "link", "the package has no table of this name"
            elif column not in columns[table]:
                yield (*steps, "fields", 0), "link", f"the package declares no column {table}.{column}"
