"""All words of the room that belong to no page of it, in one place, in the language of the reader."""

from casebook.language import later, say

NOT_CONSIDERED = say("No row shows that this was considered.")
# What a log holds of a reason without a row; in a reason it may be written in any language of the casebook.
ASSUMPTION = later("assumption")
ROLE_NOTE = say(
    "Interests and red lines are assumptions for the exercise. The rows show what was said or done before the hour; "
    "they do not show what anybody wanted."
)
HOW_TO_PLAY = say(
    "`room.sheet()` shows the page on the table. `room.decide(...)` commits you. `room.reveal()` then turns the page. "
    "The tables beside you know how it ended and the room does not: leave them closed until the debrief."
)
NO_REMARK = say("A row without a remark is dated before this day.")
ONE_PATH = say("This is what happened, whatever you decided: it is one path, and the next page goes on from it.")
LAST_PATH = say("This is what happened, whatever you decided: it is one path. The debrief opens now: `room.debrief()`.")
RECORD = say(
    "Your record is the cells with `room.decide(...)`: they stay in the notebook, and after a restart of the kernel "
    "running them again from the top gives the same log. Nothing else is kept."
)

HOURS = {"stated": say("hour in the tables"), "day": "", "exercise": say("hour set by the exercise")}
LATER_ROWS = say("Rows of the tables that speak of it: {rows}.")
SHEET_ROWS = say("Rows on the sheets that speak of it: {rows}.")

# What is said when a call cannot be followed.
CLOSED = say("Page {number} opens when page {open} has been decided and revealed.")
NO_PAGE = say("{given} is no page of this room: they are numbered 1 to {most}.")
NOT_DECIDED = say("The page turns when {key} is decided: `room.decide({number}, ...)`.")
TURNED = say(
    "The page after {key} has been turned, so what was decided stands. A second thought goes into the next reason."
)
DEBRIEF_CLOSED = say("The debrief opens when all {most} pages have been decided and revealed. So far: {done}.")
NO_FIELD = say("`{field}` is no field of a decision: they are {fields}.")
STILL_OPEN = say("Not decided yet. Still open: {fields}.")
NO_OPTION = say("{given} is no option here: give one letter, {letters}, or an option of your own in a sentence.")
BLANK = say("`{field}` is blank: write a sentence between quotation marks, for the record.")
NO_ROW = say("`{field}` names no row. Cite one of the sheet, like [{example}], or write the word assumption.")
SAME_AGAIN = say("`against` repeats `reason`: write what speaks against it. Each option on the sheet has an objection.")
NO_SUCH_ROW = say("{row} is in no table: compare it with the sheet.")
LATER = say("{row} is dated {day}, after this hour. Nobody in the room had read it.")
UNDATED = say("{row} has no date, so nobody can say that it had been read by this hour.")
OFF_SHEET = say("{row} is on no sheet so far. Only what the sheets list is known here.")
WHAT_YOU_GAVE = say("What you gave")
CONFIDENCE = say("`confidence` is a number from 0 to 1, such as 0.6.")
RECORDED = say("Recorded")
NOT_RECORDED = say("Not recorded")
CLOSED_HEAD = say("Not yet")

# The form beneath a sheet.
FIELDS = {
    "reason": say("Reason, with a row of the sheets in square brackets or the word assumption"),
    "against": say("The strongest reason against, with a row or the word assumption"),
    "hurt": say("Who could be hurt, and how would you know?"),
    "dissent": say("Dissent: who in the room would do otherwise, and why? Or: none voiced"),
}
PASTE = say(
    "Copy what stands below into the cell with `room.decide({number}, ...)` and run it; until then nothing is "
    "recorded. By keyboard: it is selected, and Escape goes back to the notebook."
)

# What a debrief asks, whatever was decided.
DEBRIEF = {
    say("Hindsight"): (
        say("Which of your reasons would you strike out today? Did you know then what makes you strike it out?"),
        say("Had something else followed, would your decision have been a worse one? What in it would be different?"),
    ),
    say("The limits of an analogy"): (
        say("From which earlier case did you reason, and which row made you think that this one was alike?"),
        say("Name two ways in which it was not alike. Does your reason survive them?"),
    ),
    say("People under the options"): (
        say("Who could have been hurt by what you chose, and who in the room would have heard of it first?"),
        say("Who was in no role? Find a row in which one of them speaks."),
    ),
    say("Next time"): (say("What would you ask for before you decide, from whom, and by what hour?"),),
}
KEY_NOTE = say(
    "The rows now come from the whole tables. Nearest to what happened is not best, and what no row shows may still "
    "have been weighed."
)
