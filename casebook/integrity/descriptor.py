"""The descriptor of a folder: JSON, a valid Data Package (frictionless says so), and what the casebook asks beyond."""

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path

from frictionless import Field, FrictionlessException, Package
from jsonschema import Draft202012Validator, FormatChecker

from casebook.integrity.fault import Fault
from casebook.integrity.reading import text_of

NAME = "datapackage.json"
RULES = ("json", "profile", "data-package", "link")
Steps = tuple[str | int, ...]


def read(folder: Path, faults: list[Fault]) -> tuple[dict | None, str]:
    """The descriptor and its text; None for a descriptor by which no table can be judged. Faults go to `faults`."""
    text = text_of(folder / NAME, NAME, faults)
    try:
        descriptor = json.loads(text)
    except (ValueError, RecursionError) as error:
        line, words = getattr(error, "lineno", 1), getattr(error, "msg", "a number or a nesting is too large")
        faults.append(Fault(NAME, line, "", "", "json", f"not JSON: {words}"))
        return None, text
    for judge in (_profile, _package, _links):
        found = [fault_at(text, descriptor, *objection) for objection in judge(descriptor)]
        if found:
            faults.extend(found)
            return None, text
    return descriptor, text


def fault_at(text: str, descriptor: dict, steps: Steps, rule: str, message: str) -> Fault:
    """A fault at one place of the descriptor, with the line on which that place is written."""
    here, position, trail = descriptor, 0, []
    for step in steps:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = ""
        name = here.get("name") if isinstance(step, int) and isinstance(here, dict) else step
        trail.append(str(name))
        found = re.compile(rf"{re.escape(json.dumps(name, ensure_ascii=False))}\s*[:,\n}}\]]").search(text, position)
        position = found.start() if found else position
    value = here if isinstance(here, str) else "" if isinstance(here, dict | list) else json.dumps(here)
    return Fault(NAME, text.count("\n", 0, position) + 1, ".".join(trail), value, rule, message)


@functools.cache
def _asked() -> Draft202012Validator:
    profile = json.loads(Path(__file__).with_name("profile.json").read_text(encoding="utf-8"))
    return Draft202012Validator(profile, format_checker=FormatChecker(["regex"]))


def _profile(descriptor: dict) -> Iterator[tuple[Steps, str, str]]:
    for error in _asked().iter_errors(descriptor):
        steps = tuple(error.absolute_path)
        if error.validator == "required":
            yield steps, "profile", error.message
        elif error.validator_value is False or error.validator is None:
            yield steps, "profile", "the casebook does not read this property"
        else:
            yield steps, "profile", f"the casebook asks for {error.validator} {json.dumps(error.validator_value)}"


def _package(descriptor: dict) -> Iterator[tuple[Steps, str, str]]:
    """What frictionless objects to, with the column where a column is meant: it names none itself."""
    whole = _notes(Package, descriptor)
    within = [
        (("resources", number, "schema", "fields", place), note)
        for number, resource in enumerate(descriptor["resources"])
        for place, column in enumerate(resource["schema"]["fields"])
        for note in (_notes(Field, column) if whole else [])
    ]
    for steps, note in within or [((), note) for note in whole]:
        named = re.search(r"""propert(?:y|ies) ["']([^"']+)["']""", note)
        inner = tuple(int(step) if step.isdigit() else step for step in named[1].split("/")) if named else ()
        yield steps + inner, "data-package", f"not a valid Data Package: {note}"


def _notes(kind: type, part: dict) -> list[str]:
    try:
        kind.from_descriptor(json.loads(json.dumps(part)))
    except FrictionlessException as error:
        return [reason.note for reason in error.reasons or [error.error]]
    return []


def _links(descriptor: dict) -> Iterator[tuple[Steps, str, str]]:
    """Foreign keys that point to no declared column: frictionless looks only at the near end."""
    columns = {
        resource["name"]: {column["name"] for column in resource["schema"]["fields"]}
        for resource in descriptor["resources"]
    }
    for number, resource in enumerate(descriptor["resources"]):
        for place, link in enumerate(resource["schema"].get("foreignKeys", [])):
            table = link["reference"].get("resource") or resource["name"]
            column = link["reference"]["fields"][0]
            if column not in columns.get(table, ()):
                steps = ("resources", number, "schema", "foreignKeys", place, "reference")
                yield steps, "link", f"the package declares no column {table}.{column}"
