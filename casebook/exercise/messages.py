"""All words of the exercise engine, in one place, in the language of the reader.

What belongs to one exercise stands with it in its chapter. Backticks mark code, on a card and in plain text.
"""

from casebook.language import later, say

# What a saved card is told by, in whatever language it was shown: said where a card is made.
STATES = {
    "unanswered": later("Not answered yet"),
    "uncheckable": later("Cannot be checked"),
    "misreading": later("Not yet"),
    "nearly": later("Nearly"),
    "not_yet": later("Not yet"),
    "right": later("Right"),
    "for_instructor": later("For your instructor"),
}

# Heads of the parts of a card.
DID = say("What you did")
WHY = say("Why it misleads here")
NEXT = say("Next step")
GAP = say("What to look at")
CHANGE = say("What to change")
BECAUSE = say("Why")
BECAUSE_COMPLETE = say("What comes now")
NOT_SHOWN = say("What it does not show")
GIVEN_HEAD = say("What was given")
WANTED_HEAD = say("What is wanted")
HINT_HEAD = say("Hint")
MISSING_HEAD = say("Still missing")
REMARKS_HEAD = say("Look again")
RUBRIC_HEAD = say("Your instructor reads for")
SOURCES_HEAD = say("Rows behind this")
CITED_HEAD = say("Rows that you cite")
MORE_DOCUMENTS = say('and {number} more: `cb.show("{key}")`')
ONE_WAY_HEAD = say("One way to answer")
HINT = say("Hint {number} of {most}")
LAST_HINT = say("This was the last one.")
SOLUTION = say("Solution")
TRY_FIRST = say('Try it once first, with an answer of your own: `cb.check("{key}", ...)`. A wrong one will do.')
NO_SOLUTION = say("The notebook for instructors, which holds the solution, is not here.")

# What each kind of answer wants.
WANTED = {
    "number": say("One number, without quotation marks."),
    "text": say("A word or a short text between quotation marks."),
    "day": say('A day, written like "2024-01-18".'),
    "letter": say("One letter, {first} to {last}."),
    "set": say("A set: values between braces, or `set(...)` around a column."),
    "set of ids": say("A set of values of `{column}`: between braces, or `set(...)` around a column."),
    "list": say("A list, in order: values between square brackets."),
    "series": say("A column: `pd.Series([...])`."),
    "labelled series": say("A column with the labels {labels}: `pd.Series({{...}})`."),
    "table": say("A table (DataFrame) with the columns {columns}."),
    "tables": say("A dict of tables by name: {columns}."),
    "chart": say("An Altair chart."),
    "prose": say("A text of {least} to {most} words between three quotation marks, which cites its rows like [C014]."),
}

# What was given, in words that fit after "You gave".
GIVEN = say("You gave {given}.")
ONE_WANTED = say("You gave {given}, and one value is wanted.")
PAIRS = say("You gave {given}, which holds names with a value each, and one value is wanted.")
TOO_LONG = say("You gave more values than any answer here has: {length}.")
A_TABLE = say("a table (rows: {rows}, columns: {columns})")
A_COLUMN = say("a column (values: {length})")
TRUTHS = say("a column of True or False (values: {length})")
A_CONTAINER = say("a {name} of {length}")
A_TEXT = say("a text")
TRUE = say("True")
FALSE = say("False")
A_NUMBER = say("a number")
A_MISSING = say("a missing value")
A_DURATION = say("a length of time; `.total_seconds() / 3600` makes hours of it")
LAZY = say("something that has not been worked out yet; `list(...)` or `set(...)` around it does that")
A_FUNCTION = say("a function; brackets after its name call it")
AN_OBJECT = say("an object of the type `{name}`")
NO_SUCH_LETTER = say("You gave “{given}”, which is none of the options.")
TRUTHS_FOR_IDS = say(
    "You gave True and False, which say for each row whether it is meant. Use them as a filter and take the ids."
)
IDS_FROM_TABLE = say('You gave {given}. Take one column of it and make a set: `set(rows["..."])`.')
SET_HAS_NO_ORDER = say("You gave a set, and a set has no order. Square brackets make a list.")
NOTHING_GIVEN = say("The three dots are still there, or nothing stands in their place.")
RUN_AGAIN = say('Then run both cells again. If you are stuck: `cb.hint("{key}")`.')

# Slips: the answer is right but for its form.
INSIDE = say("One value is wanted by itself; yours stands in {given}.")
NUMBER_IN_QUOTES = say("A number is written without quotation marks.")
MISSING_AMONG = say("There is a missing value among yours: `.dropna()` leaves it out.")
SET_FROM = say("You gave {given}; put `set(...)` around it.")
SET_FROM_TEXT = say("You gave one text; write a set, each id in quotation marks of its own.")
SPACES = say("There are spaces around a value.")
CAPITALS = say("Capitals: write each value as the tables do.")
REVERSED = say("The right values in the opposite order: turn the list round.")

SERIES_FROM = say("You gave {given}; put `pd.Series(...)` around it.")
SPELLING = say("Spelling: write each word as the tables do, with its underscores and without capitals.")
COLUMN_NAME = say("Name the column `{column}`, as the tables do.")

# What keeps an answer of the right kind from being read.
LABELS_LACKING = say("You gave no cell with the label {labels}.")
COLUMNS_LACKING = say("You gave a table without the column {columns}.")
TABLES_LACKING = say("You gave no table called {names}.")
CHART_NOT_DRAWN = say(
    "You gave a chart that Altair cannot draw. Make it the last line of a cell: Altair then says what is wrong."
)
NO_MARKS = say("You gave a chart without a mark, such as `.mark_bar()`.")
NO_ROWS = say("You gave a chart whose rows are not in it. Draw from a table: `alt.Chart(rows)`.")
FILTER_IN_CHART = say("You gave a chart that filters by itself. Filter the table with pandas, then draw it.")
TOO_MANY_CITED = say("You gave a text that cites {cited} rows, more than anybody can look up.")
TEXT_TOO_LONG = say("You gave a text that is longer than any answer here.")

# Form of a text.
LENGTH = say("Words in the text, citations not counted: {length}. Wanted: {least} to {most}.")
UNKNOWN_ROWS = say("In no table: {rows}. Each id in square brackets is a row: `cb.show(...)` finds it.")
ROUND_BRACKETS = say(
    "Not read as cited, because the brackets are round: {rows}. A citation stands in square ones: [{first}]."
)
ECHOES = say(
    "A row and its echo count as one report: {rows}. At least {least} are wanted that do not repeat each other."
)
SIDES = say(
    "No account from the side of {sides} is cited: a statement, or a report of casualties, by one of its bodies."
)
AVOIDS = say("In your own voice: {words}. Say whose word it is, in quotation marks, or choose another.")
A_DAY = say("No day or month is named: when was it said?")
FIGURES = say("In none of the rows that you cite: {words}. Whose figure is it?")
COMPLETE = say("The form is complete. How good the text is, your instructor says; the points are theirs as well.")
FORM_ONLY = say("The check looked at length, citations and wording only. It did not read what you say.")

# The options of an exercise as a form.
CHECK_THIS = say("Check this option")
ASK_KEEPS_NOTHING = say('Nothing here is kept. Your record is the cell with `cb.check("{key}", ...)`.')
CHOOSE_IN_CODE = say(
    'Write your letter in the cell with `cb.check("{key}", ...)`; run this cell to try the options here.'
)
NOTHING_TO_CHOOSE = say("No options")
NO_OPTIONS = say('This exercise has no options to choose from: its answer goes into `cb.check("{key}", ...)`.')

# When something is not there, or cannot be computed.
NO_SUCH_KEY = say("There is no exercise with this key.")
CHAPTER_NOT_READ = say("The exercises of chapter {number} cannot be read. Python says: {reason}")
INSTALL_AGAIN = say(
    "Your answer has not been looked at. Show this card to your instructor, or install the casebook again."
)
NEAREST = say("Nearest: {keys}.")
ALL_KEYS = say("`cb.exercises()` lists all keys.")
NOT_COMPUTED = say(
    "The tables in use do not give an answer to this exercise. `cb.use()` turns back to the casebook's own."
)
NOT_READ = say("Something in this answer cannot be read.")
KEY_IS_TEXT = say("The key of an exercise is a text between quotation marks.")
