"""The practice case with one mistake in it: the steps that make each of the 25, and a folder to make them in."""

import csv
import json
import shutil
from pathlib import Path

from casebook.folders import PRACTICE

MISTAKES = json.loads(Path(__file__).with_name("practice_mistakes.json").read_text(encoding="utf-8"))
PACKAGE = json.loads((PRACTICE / "datapackage.json").read_text(encoding="utf-8"))
TABLES = {each["name"]: each for each in PACKAGE["resources"]}


def copied(folder: Path) -> Path:
    """The practice case, coded by the book, in a folder of its own."""
    return shutil.copytree(PRACTICE, folder)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def save(folder: Path, table: str, lines: list[dict[str, str]]) -> None:
    schema = TABLES[table]["schema"]
    columns = [field["name"] for field in schema["fields"]]
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(lines, key=lambda row: [row.get(key, "") for key in schema["primaryKey"]]))


def make(mistake: dict, folder: Path) -> None:
    """Carry out the steps of a mistake; dropping a row also takes its moves and its evidence away."""
    for step in mistake["steps"]:
        table, key = step["table"], TABLES[step["table"]]["schema"]["primaryKey"][0]
        lines = rows(folder, table)
        if step["op"] == "add":
            lines.append(step["values"])
        elif step["op"] == "set":
            (row,) = [row for row in lines if row[key] == step["row"]]
            row.update(step["values"])
        else:
            lines = [row for row in lines if row[key] != step["row"]]
            for other, column in (("evidence", "row_id"), ("moves", "statement_id")):
                save(folder, other, [row for row in rows(folder, other) if row[column] != step["row"]])
        save(folder, table, lines)
