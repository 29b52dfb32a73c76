"""From a room's pages to what a notebook shows: the cover, role cards, a sheet, what came next, a debrief."""

from collections.abc import Iterable, Mapping

from casebook.decision import words
from casebook.decision.page import Block, Page, Point
from casebook.decision.pages import HOURS, Aftermath, Decision, Known, Option, Reason, Scene, key_of
from casebook.decision.record import Entry
from casebook.lookup import find
from casebook.sentences import sentence


def _rows(keys: Iterable[str]) -> str:
    return " ".join(f"[{key}]" for key in keys)


def _reason(label: str, reason: Reason) -> Point:
    return Point(label, f"{reason.text} {_rows(reason.rows) or f'[{words.ASSUMPTION}]'}")


def _known(rows: Iterable[Known]) -> tuple[Point, ...]:
    return tuple(Point(each.row, each.as_known, HOURS[each.hour]) for each in rows)


def _from_tables(keys: Iterable[str]) -> tuple[Point, ...]:
    return tuple(Point(key, sentence(*find(key))) for key in keys)


def _traces(rows: list[str], where: str) -> str:
    return f"Rows {where} that speak of it: {', '.join(rows)}." if rows else words.NOT_CONSIDERED


def _option(option: Option) -> Block:
    reasons = [_reason("For:", each) for each in option.arguments]
    objections = [_reason("Against:", each) for each in option.objections]
    traces = Point(words=_traces(option.shown_by, "on the sheets"))
    return Block(f"{option.letter} · {option.label}", option.text, (*reasons, *objections, traces))


def cover(scene: Scene) -> Page:
    """What the room is: rules, and how it is played. It tells nothing of the pages."""
    minutes = sum(each.minutes for each in scene.decisions)
    lead = (f"{len(scene.decisions)} decisions, {minutes} minutes in all. Clock: {scene.clock}.", words.HOW_TO_PLAY)
    rules = Block("Rules", points=tuple(Point(words=each) for each in scene.rules))
    return Page(scene.title, lead, (rules, Block("Your record", words.RECORD)))


def roles(scene: Scene) -> Page:
    """The role cards: offices with interests and red lines, each with its rows or as an assumption."""
    blocks = [
        Block(
            role.name,
            role.brief,
            (
                *(_reason("Interest:", each) for each in role.interests),
                *(_reason("Red line:", each) for each in role.red_lines),
                *([Point("Reads first:", _rows(role.reads_first))] if role.reads_first else []),
            ),
        )
        for role in scene.roles
    ]
    return Page(f"Roles: {scene.title}", (words.ROLE_NOTE,), tuple(blocks))


def sheet(decision: Decision, earlier: list[Decision]) -> Page:
    """A page before its decision: the hour, the question, what is known, and the options."""
    head = "New on this sheet" if earlier else "Known at this hour"
    remark = words.NO_REMARK if any(not HOURS[each.hour] for each in decision.known) else ""
    known = [Block(head, remark, _known(decision.known))]
    if decision.background:
        head = f"Background: {len(decision.background)} rows"
        known.append(Block(head, points=_known(decision.background), folded=True))
    if earlier:
        rows = [row for each in earlier for row in each.rows]
        known.append(Block(f"Earlier sheets: {len(rows)} rows", points=_known(rows), folded=True))
    options = Block("Options", inner=tuple(_option(each) for each in decision.options))
    lead = (decision.time, decision.question, *([decision.warning] if decision.warning else []))
    return Page(f"{decision.key} · {decision.title}", lead, (*known, options))


def decided(entry: Entry, decision: Decision, known: Mapping[str, str]) -> Page:
    """An entry as it was recorded, with the rows that it rests on in the words of the sheets."""
    told = {
        "Reason": entry.reason,
        "Against": entry.against,
        "Who could be hurt": entry.hurt,
        "Dissent": entry.dissent,
        "Confidence": f"{entry.confidence:g}",
    }
    points = tuple(Point(f"{name}:", said) for name, said in told.items())
    chips = tuple(Point(row, as_known) for row, as_known in known.items())
    rows = (Block("Rows that you rest on", points=chips),) if chips else ()
    return Page(
        f"{words.RECORDED}: {decision.key} · {chosen(entry, decision)}",
        (),
        (Block("What the log holds", points=points), *rows),
    )


def chosen(entry: Entry, decision: Decision) -> str:
    """The option of an entry with its label, or the team's own words."""
    labels = {each.letter: f"{each.letter} · {each.label}" for each in decision.options}
    return labels.get(entry.option, entry.option)


def reveal(decision: Decision, known: Mapping[str, str]) -> Page:
    """What came next: its rows in the words of the next sheet, or of the tables after the last page."""
    after: Aftermath = decision.reveal

    def told(rows: Iterable[str]) -> tuple[Point, ...]:
        return tuple(Point(key, known.get(key) or sentence(*find(key))) for key in rows)

    return Page(
        f"After {decision.key}: what came next",
        (after.text, words.ONE_PATH if known else words.LAST_PATH),
        (
            Block("Rows", points=told(after.rows)),
            Block("How it was received", after.received.text, told(after.received.rows)),
            Block("What the tables do not show", after.not_shown),
            Block("Questions", points=tuple(Point(words=each) for each in after.questions)),
        ),
    )


def debrief(scene: Scene, entries: Mapping[str, Entry]) -> Page:
    """Questions first; then each decision with what came later and what the whole tables show of its options."""
    asked = [Block(head, points=tuple(Point(words=each) for each in held)) for head, held in words.DEBRIEF.items()]
    pages = [_looked_back(each, entries[each.key]) for each in scene.decisions]
    lead = ("Speak first, then unfold.", words.KEY_NOTE)
    return Page(f"Debrief: {scene.title}", lead, (*asked, *pages))


def _looked_back(decision: Decision, entry: Entry) -> Block:
    key = key_of(decision.key)
    later = decision.reveal.later
    told = []
    if later:
        questions = [Point(words=each) for each in later.questions]
        told.append(Block("What could not be known then", later.text, (*_from_tables(later.rows), *questions)))
    options = tuple(
        Point(f"{each.letter} · {each.label}:", _traces(key["options"][each.letter], "of the tables"))
        for each in decision.options
    )
    nearest = Block("Which option was nearest to what happened", f"{key['nearest']}.", folded=True)
    inner = (*told, Block("What the tables show of each option", points=options), nearest)
    return Block(f"{decision.key} · {decision.title}", f"You chose: {chosen(entry, decision)}", (), inner, folded=True)


def notice(head: str, remark: str) -> Page:
    """One plain sentence: why a call cannot be followed, and what opens."""
    return Page(head, (remark,))
