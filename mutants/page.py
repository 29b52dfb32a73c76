"""The page that a run ends in: what was planted, who noticed it, and each slip that nobody noticed, with the reason."""

import json
import platform
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from mutants.mutant import Judged, Mutant

HERE = Path(__file__).parent
REASONS = HERE / "reasons.json"
PAGE = "docs/mutants.md"
# Who is asked, by kind of slip. The record of the release notices any change and judges none: it is counted apart.
RELEASE = "record of the release"
STAGES = {"data": ("data check", "tests", "notebooks", RELEASE), "code": ("tests",)}
NO_REASON = "Not read yet."
LONGEST = 90


def _share(judged: Iterable[Judged]) -> dict:
    """How many were planted, how many were noticed at all, how many by something that they contradict, and by whom."""
    every = list(judged)
    by = Counter(each.stage for each in every)
    noticed = len(every) - by[""]
    contradicted = noticed - by[RELEASE]
    shares = {"percent": _percent(noticed, len(every)), "percent_contradicted": _percent(contradicted, len(every))}
    return {"planted": len(every), "noticed": noticed, "contradicted": contradicted, **shares, "by": by}


def _percent(part: int, whole: int) -> int:
    """Rounded down: a limit that is nearly reached is not reached."""
    return 100 * part // whole if whole else 0


def _by(judged: list[Judged], group: Callable[[Judged], str]) -> dict[str, dict]:
    names = sorted({group(each) for each in judged})
    return {name: _share(each for each in judged if group(each) == name) for name in names}


def _operator(each: Judged) -> str:
    return each.operator.split("_")[0]


def _in_a_cell(words: str) -> str:
    """Words as a cell of a table in Markdown shows them, word for word."""
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return "`" + short.replace("|", "\\|").replace("`", "'") + "`"


def _changed(before: str, after: str) -> tuple[str, str]:
    """The two from a little before where they begin to differ."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))
    start = max(0, same - 30)
    lead = "…" if start else ""
    return _in_a_cell(lead + before[start:]), _in_a_cell(lead + after[start:])


def reasons() -> list[dict]:
    """Why a slip may go unnoticed: each reason with the columns, or the names of slips, that it is given for."""
    return json.loads(REASONS.read_text(encoding="utf-8"))


def column_of(slip: Judged | Mutant) -> str:
    """The table and column of a slip; in the room, the word under which the value stands."""
    steps = slip.place.rsplit(" ", 1)[-1].split(".")
    return f"{slip.part}.{next((step for step in reversed(steps) if not step.isdigit()), '')}"


def _reason(each: Judged, known: list[dict]) -> str:
    column = column_of(each)
    for reason in known:
        if each.name in reason.get("slips", ()) or column in reason.get("columns", ()):
            return reason["why"]
    return NO_REASON


def written(judged: list[Judged]) -> str:
    """The page for these slips."""
    known = reasons()
    kinds = {}
    for kind in ("data", "code"):
        mine = [each for each in judged if each.kind == kind]
        left: dict[str, list[tuple]] = {}
        for each in sorted(mine, key=lambda each: each.name):
            if each.stage in ("", RELEASE):
                left.setdefault(_reason(each, known), []).append((each, *_changed(each.before, each.after)))
        kinds[kind] = {
            "stages": STAGES[kind],
            "whole": _share(mine),
            "parts": _by(mine, lambda each: each.part.removeprefix("casebook/")),
            "operators": _by(mine, _operator),
            "left": left,
        }
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=False, keep_trailing_newline=True)
    environment.trim_blocks = environment.lstrip_blocks = True
    machine = f"Python {platform.python_version()} on {platform.system()}"
    today = datetime.now(UTC).date().isoformat()
    return environment.get_template("page.md.jinja").render(kinds=kinds, machine=machine, today=today)


def write(root: Path, judged: list[Judged]) -> None:
    """Write docs/mutants.md."""
    (root / PAGE).write_text(written(judged), encoding="utf-8", newline="\n")
