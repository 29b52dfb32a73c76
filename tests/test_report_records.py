"""What a report reads of a card that a tool has kept as words alone."""

import pytest

from casebook.exercise import messages
from casebook.exercise.note import Part
from casebook.exercise.verdict import RECORD, Verdict
from casebook.report.notebook import CodeCell
from casebook.report.records import verdicts

LABELS = {"misreading": "page-for-witness"}


@pytest.mark.parametrize("kinds", [{"text/html"}, {"text/plain"}, {"text/html", "text/plain"}, {RECORD}], ids=sorted)
@pytest.mark.parametrize("state", messages.STATES)
def test_a_state_and_its_label_are_read_from_whatever_was_kept_of_the_card(state, kinds):
    card = Verdict("ten-and-ten", (Part(messages.GAP, "Look again."),), state=state, label=LABELS.get(state))
    shown = {kind: held for kind, held in card._repr_mimebundle_().items() if kind in kinds}
    (kept,) = verdicts([CodeCell("", [shown], 1)])
    assert (kept.exercise, kept.state, kept.label) == ("ten-and-ten", state, LABELS.get(state))
