"""From a room's pages to what a notebook shows: the cover, role cards, a sheet, what came next, a debrief."""

from collections.abc import Iterable, Mapping

from casebook.decision import words
from casebook.decision.page import Block, Page, Point
from casebook.decision.pages import Aftermath, Decision, Known, Option, Reason, Scene, key_of
from casebook.decision.record import Entry
from casebook.language import say
from casebook.lookup import find
from casebook.sentences import sentence


def _rows(keys: Iterable[str]) -> str:
    return " ".join(f"[{key}]" for key in keys)


def _reason(label: str, reason: Reason) -> Point:
    return Point(label, f"{reason.text} {_rows(reason.rows) or f'[{words.ASSUMPTION}]'}")


def _known(rows: Iterable[Known]) -> tuple[Point, ...]:
    return tuple(Point(each.row, each.as_known, words.HOURS[each.hour]) for each in rows)


def _from_tables(keys: Iterable[str]) -> tuple[Point, ...]:
    return tuple(Point(key, sentence(*find(key))) for key in keys)


def _traces(rows: list[str], found: str) -> str:
    return found.format(rows=", ".join(rows)) if rows else words.NOT_CONSIDERED


def _option(option: Option) -> Block:
    reasons = [_reason(say("For:"), each) for each in option.arguments]
    objections = [_reason(say("Against:"), each) for each in option.objections]
    traces = Point(words=_traces(option.shown_by, words.SHEET_ROWS))
    return Block(f"{option.letter} · {option.label}", option.text, (*reasons, *objections, traces))


def cover(scene: Scene) -> Page:
    """What the room is: rules, and how it is played. It tells nothing of the pages."""
    minutes = sum(each.minutes for each in scene.decisions)
    extent = say("{number} decisions, {minutes} minutes in all. Clock: {clock}.")
    lead = (extent.format(number=len(scene.decisions), minutes=minutes, clock=scene.clock), words.HOW_TO_PLAY)
    rules = Block(say("Rules"), points=tuple(Point(words=each) for each in scene.rules))
    return Page(scene.title, lead, (rules, Block(say("Your record"), words.RECORD)))


def roles(scene: Scene) -> Page:
    """The role cards: offices with interests and red lines, each with its rows or as an assumption."""
    blocks = [
        Block(
            role.name,
            role.brief,
            (
                *(_reason(say("Interest:"), each) for each in role.interests),
                *(_reason(say("Red line:"), each) for each in role.red_lines),
                *([Point(say("Reads first:"), _rows(role.reads_first))] if role.reads_first else []),
            ),
        )
        for role in scene.roles
    ]
    return Page(say("Roles: {title}").format(title=scene.title), (words.ROLE_NOTE,), tuple(blocks))


def sheet(decision: Decision, earlier: list[Decision]) -> Page:
    """A page before its decision: the hour, the question, what is known, and the options."""
    head = say("New on this sheet") if earlier else say("Known at this hour")
    remark = words.NO_REMARK if any(not words.HOURS[each.hour] for each in decision.known) else ""
    known = [Block(head, remark, _known(decision.known))]
    if decision.background:
        head = say("Background: {number} rows").format(number=len(decision.background))
        known.append(Block(head, points=_known(decision.background), folded=True))
    if earlier:
        rows = [row for each in earlier for row in each.rows]
        head = say("Earlier sheets: {number} rows").format(number=len(rows))
        known.append(Block(head, points=_known(rows), folded=True))
    options = Block(say("Options"), inner=tuple(_option(each) for each in decision.options))
    lead = (decision.time, decision.question, *([decision.warning] if decision.warning else []))
    return Page(f"{decision.key} · {decision.title}", lead, (*known, options))


def decided(entry: Entry, decision: Decision, known: Mapping[str, str]) -> Page:
    """An entry as it was recorded, with the rows that it rests on in the words of the sheets."""
    told = {
        say("Reason:"): str(entry.reason),
        say("Against:"): str(entry.against),
        say("Who could be hurt:"): str(entry.hurt),
        say("Dissent:"): str(entry.dissent),
        say("Confidence:"): f"{entry.confidence:g}",
    }
    points = tuple(Point(name, said) for name, said in told.items())
    chips = tuple(Point(row, as_known) for row, as_known in known.items())
    rows = (Block(say("Rows that you rest on"), points=chips),) if chips else ()
    return Page(
        say("{recorded}: {page} · {option}").format(
            recorded=words.RECORDED, page=decision.key, option=chosen(entry, decision)
        ),
        (),
        (Block(say("What the log holds"), points=points), *rows),
    )


def chosen(entry: Entry, decision: Decision) -> str:
    """The option of an entry with its label, or the team's own words."""
    labels = {each.letter: f"{each.letter} · {each.label}" for each in decision.options}
    given = str(entry.option)
    return labels.get(given, given)


def reveal(decision: Decision, known: Mapping[str, str]) -> Page:
    """What came next: its rows in the words of the next sheet, or of the tables after the last page."""
    after: Aftermath = decision.reveal

    def told(rows: Iterable[str]) -> tuple[Point, ...]:
        return tuple(Point(key, known.get(key) or sentence(*find(key))) for key in rows)

    return Page(
        say("After {page}: what came next").format(page=decision.key),
        (after.text, words.ONE_PATH if known else words.LAST_PATH),
        (
            Block(say("Rows"), points=told(after.rows)),
            Block(say("How it was received"), after.received.text, told(after.received.rows)),
            Block(say("What the tables do not show"), after.not_shown),
            Block(say("Questions"), points=tuple(Point(words=each) for each in after.questions)),
        ),
    )


def debrief(scene: Scene, entries: Mapping[str, Entry]) -> Page:
    """Questions first; then each decision with what came later and what the whole tables show of its options."""
    asked = [Block(head, points=tuple(Point(words=each) for each in held)) for head, held in words.DEBRIEF.items()]
    pages = [_looked_back(each, entries[each.key]) for each in scene.decisions]
    lead = (say("Speak first, then unfold."), words.KEY_NOTE)
    return Page(say("Debrief: {title}").format(title=scene.title), lead, (*asked, *pages))


def _looked_back(decision: Decision, entry: Entry) -> Block:
    key = key_of(decision.key)
    later = decision.reveal.later
    told = []
    if later:
        questions = [Point(words=each) for each in later.questions]
        told.append(Block(say("What could not be known then"), later.text, (*_from_tables(later.rows), *questions)))
    options = tuple(
        Point(f"{each.letter} · {each.label}:", _traces(key["options"][each.letter], words.LATER_ROWS))
        for each in decision.options
    )
    nearest = Block(say("Which option was nearest to what happened"), f"{key['nearest']}.", folded=True)
    inner = (*told, Block(say("What the tables show of each option"), points=options), nearest)
    said = say("You chose: {option}").format(option=chosen(entry, decision))
    return Block(f"{decision.key} · {decision.title}", said, (), inner, folded=True)


def notice(head: str, remark: str) -> Page:
    """One plain sentence: why a call cannot be followed, and what opens."""
    return Page(head, (remark,))
