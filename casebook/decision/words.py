"""All words of the room that belong to no page of it, in one place so that they can be translated."""

NOT_CONSIDERED = "No row shows that this was considered."
ASSUMPTION = "assumption"
ROLE_NOTE = (
    "Interests and red lines are assumptions for the exercise. The rows show what was said or done before the hour; "
    "they do not show what anybody wanted."
)
HOW_TO_PLAY = (
    "`room.sheet()` shows the page on the table. `room.decide(...)` commits you. `room.reveal()` then turns the page. "
    "The tables beside you know how it ended and the room does not: leave them closed until the debrief."
)
NO_REMARK = "A row without a remark is dated before this day."
ONE_PATH = "This is what happened, whatever you decided: it is one path, and the next page goes on from it."
LAST_PATH = "This is what happened, whatever you decided: it is one path. The debrief opens now: `room.debrief()`."
RECORD = (
    "Your record is the cells with `room.decide(...)`: they stay in the notebook, and after a restart of the kernel "
    "running them again from the top gives the same log. Nothing else is kept."
)

# What is said when a call cannot be followed.
CLOSED = "Page {number} opens when page {open} has been decided and revealed."
NO_PAGE = "{given} is no page of this room: they are numbered 1 to {most}."
NOT_DECIDED = "The page turns when {key} is decided: `room.decide({number}, ...)`."
TURNED = "The page after {key} has been turned, so what was decided stands. A second thought goes into the next reason."
DEBRIEF_CLOSED = "The debrief opens when all {most} pages have been decided and revealed. So far: {done}."
NO_FIELD = "`{field}` is no field of a decision: they are {fields}."
STILL_OPEN = "Not decided yet. Still open: {fields}."
NO_OPTION = "{given} is no option here: give one letter, {letters}, or an option of your own in a sentence."
BLANK = "`{field}` is blank: write a sentence between quotation marks, for the record."
NO_ROW = "`{field}` names no row. Cite one of the sheet, like [{example}], or write the word assumption."
SAME_AGAIN = "`against` repeats `reason`: write what speaks against it. Each option on the sheet has an objection."
NO_SUCH_ROW = "{row} is in no table: compare it with the sheet."
LATER = "{row} is dated {day}, after this hour. Nobody in the room had read it."
UNDATED = "{row} has no date, so nobody can say that it had been read by this hour."
OFF_SHEET = "{row} is on no sheet so far. Only what the sheets list is known here."
CONFIDENCE = "`confidence` is a number from 0 to 1, such as 0.6."
RECORDED = "Recorded"
NOT_RECORDED = "Not recorded"
CLOSED_HEAD = "Not yet"

# The form beneath a sheet.
PASTE = (
    "Copy what stands below into the cell with `room.decide({number}, ...)` and run it; until then nothing is "
    "recorded. By keyboard: it is selected, and Escape goes back to the notebook."
)

# What a debrief asks, whatever was decided.
DEBRIEF = {
    "Hindsight": (
        "Which of your reasons would you strike out today? Did you know then what makes you strike it out?",
        "Had something else followed, would your decision have been a worse one? What in it would be different?",
    ),
    "The limits of an analogy": (
        "From which earlier case did you reason, and which row made you think that this one was alike?",
        "Name two ways in which it was not alike. Does your reason survive them?",
    ),
    "People under the options": (
        "Who could have been hurt by what you chose, and who in the room would have heard of it first?",
        "Who was in no role? Find a row in which one of them speaks.",
    ),
    "Next time": ("What would you ask for before you decide, from whom, and by what hour?",),
}
KEY_NOTE = (
    "The rows now come from the whole tables. Nearest to what happened is not best, and what no row shows may still "
    "have been weighed."
)
