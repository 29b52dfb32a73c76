"""What charts ask of a descriptor: two sides for their lanes and colours, and the day on which each phase begins."""

from collections.abc import Iterator

from casebook.charts.periods import PHASES
from casebook.integrity import descriptor
from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule


def _at(contents: Contents, steps: descriptor.Steps, words: str) -> Finding:
    """A breach at one place of the descriptor."""
    told = descriptor.fault_at(contents.papers[descriptor.NAME], contents.descriptor, steps, "", words)
    return Row(told.file, told.line, {told.column: told.value}), told.column, words


@rule("sides", actors="actor_id")
def sides(contents: Contents) -> Iterator[Finding]:
    """The descriptor names two actors as the sides whose lanes and colours charts have."""
    declared = contents.descriptor.get("sides")
    if declared is None:
        yield _at(contents, ("sides",), "is not there: give it two keys of actors, or no chart can be drawn")
    for place, actor in enumerate(declared or ()):
        if actor not in contents.ids("actors"):
            yield _at(contents, ("sides", place), "no actor has this key")


@rule("phase-begins", events="phase")
def phase_begins(contents: Contents) -> Iterator[Finding]:
    """The codes of `phase` have those by which charts divide time, and all but the first have a day in `begins`."""
    number = [each["name"] for each in contents.descriptor["resources"]].index("events")
    fields = contents.tables["events"].schema["fields"]
    place = [each["name"] for each in fields].index("phase")
    steps = ("resources", number, "schema", "fields", place)
    codes, begins = fields[place].get("constraints", {}).get("enum", []), fields[place].get("begins", {})
    if lacking := [name for name in PHASES if name not in codes]:
        yield _at(contents, (*steps, "constraints", "enum"), f"lacks {', '.join(lacking)}, which charts need")
    if undated := [name for name in codes[1:] if name not in begins]:
        yield _at(contents, (*steps, "begins"), f"gives no day for {', '.join(undated)}, so no chart can be drawn")


RULES = [sides, phase_begins]
