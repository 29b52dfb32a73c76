"""All words of the exercise engine, in one place so that they can be translated.

What belongs to one exercise stands with it in its chapter. Backticks mark code, on a card and in plain text.
"""

STATES = {
    "unanswered": "Not answered yet",
    "uncheckable": "Cannot be checked",
    "misreading": "Not yet",
    "nearly": "Nearly",
    "not_yet": "Not yet",
    "right": "Right",
    "for_instructor": "For your instructor",
}

# Heads of the parts of a card.
DID = "What you did"
WHY = "Why it misleads here"
NEXT = "Next step"
GAP = "What to look at"
CHANGE = "What to change"
BECAUSE = "Why"
BECAUSE_COMPLETE = "What comes now"
NOT_SHOWN = "What it does not show"
GIVEN_HEAD = "What was given"
WANTED_HEAD = "What is wanted"
HINT_HEAD = "Hint"
MISSING_HEAD = "Still missing"
REMARKS_HEAD = "Look again"
RUBRIC_HEAD = "Your instructor reads for"
SOURCES_HEAD = "Rows behind this"
CITED_HEAD = "Rows that you cite"
MORE_DOCUMENTS = 'and {number} more: `cb.show("{key}")`'
BY_CHECK = "the check"
BY_INSTRUCTOR = "an instructor"
ONE_WAY_HEAD = "One way to answer"
HINT = "Hint {number} of {most}"
LAST_HINT = "This was the last one."
SOLUTION = "Solution"
TRY_FIRST = 'Try it once first, with an answer of your own: `cb.check("{key}", ...)`. A wrong one will do.'
NO_SOLUTION = "The notebook for instructors, which holds the solution, is not here."

# What each kind of answer wants.
WANTED = {
    "number": "One number, without quotation marks.",
    "text": "A word or a short text between quotation marks.",
    "day": 'A day, written like "2024-01-18".',
    "letter": "One letter, {first} to {last}.",
    "set": "A set: values between braces, or `set(...)` around a column.",
    "set of ids": "A set of values of `{column}`: between braces, or `set(...)` around a column.",
    "list": "A list, in order: values between square brackets.",
    "series": "A column: `pd.Series([...])`.",
    "labelled series": "A column with the labels {labels}: `pd.Series({{...}})`.",
    "table": "A table (DataFrame) with the columns {columns}.",
    "tables": "A dict of tables by name: {columns}.",
    "chart": "An Altair chart.",
    "prose": "A text of {least} to {most} words between three quotation marks, which cites its rows like [C014].",
}

# What was given, in words that fit after "You gave".
GIVEN = "You gave {given}."
ONE_WANTED = "You gave {given}, and one value is wanted."
PAIRS = "You gave {given}, which holds names with a value each, and one value is wanted."
TOO_LONG = "You gave more values than any answer here has: {length:,}."
A_TABLE = "a table (rows: {rows}, columns: {columns})"
A_COLUMN = "a column (values: {length})"
TRUTHS = "a column of True or False (values: {length})"
A_CONTAINER = "a {name} of {length}"
A_TEXT = "a text"
TRUE = "True"
FALSE = "False"
A_NUMBER = "a number"
A_MISSING = "a missing value"
A_DURATION = "a length of time; `.total_seconds() / 3600` makes hours of it"
LAZY = "something that has not been worked out yet; `list(...)` or `set(...)` around it does that"
A_FUNCTION = "a function; brackets after its name call it"
AN_OBJECT = "an object of the type `{name}`"
NO_SUCH_LETTER = "You gave “{given}”, which is none of the options."
TRUTHS_FOR_IDS = (
    "You gave True and False, which say for each row whether it is meant. Use them as a filter and take the ids."
)
IDS_FROM_TABLE = 'You gave {given}. Take one column of it and make a set: `set(rows["..."])`.'
SET_HAS_NO_ORDER = "You gave a set, and a set has no order. Square brackets make a list."
NOTHING_GIVEN = "The three dots are still there, or nothing stands in their place."
RUN_AGAIN = '{wanted} Then run both cells again. If you are stuck: `cb.hint("{key}")`.'

# Slips: the answer is right but for its form.
INSIDE = "One value is wanted by itself; yours stands in {given}."
NUMBER_IN_QUOTES = "A number is written without quotation marks."
MISSING_AMONG = "There is a missing value among yours: `.dropna()` leaves it out."
SET_FROM = "You gave {given}; put `set(...)` around it."
SET_FROM_TEXT = "You gave one text; write a set, each id in quotation marks of its own."
SPACES = "There are spaces around a value."
CAPITALS = "Capitals: write each value as the tables do."
REVERSED = "The right values in the opposite order: turn the list round."

SERIES_FROM = "You gave {given}; put `pd.Series(...)` around it."
SPELLING = "Spelling: write each word as the tables do, with its underscores and without capitals."
COLUMN_NAME = "Name the column `{column}`, as the tables do."

# What keeps an answer of the right kind from being read.
LABELS_LACKING = "You gave no cell with the label {labels}."
COLUMNS_LACKING = "You gave a table without the column {columns}."
TABLES_LACKING = "You gave no table called {names}."
CHART_NOT_DRAWN = (
    "You gave a chart that Altair cannot draw. Make it the last line of a cell: Altair then says what is wrong."
)
NO_MARKS = "You gave a chart without a mark, such as `.mark_bar()`."
NO_ROWS = "You gave a chart whose rows are not in it. Draw from a table: `alt.Chart(rows)`."
FILTER_IN_CHART = "You gave a chart that filters by itself. Filter the table with pandas, then draw it."
TOO_MANY_CITED = "You gave a text that cites {cited} rows, more than anybody can look up."
TEXT_TOO_LONG = "You gave a text that is longer than any answer here."

# Form of a text.
LENGTH = "Words in the text, citations not counted: {length}. Wanted: {least} to {most}."
UNKNOWN_ROWS = "In no table: {rows}. Each id in square brackets is a row: `cb.show(...)` finds it."
ROUND_BRACKETS = (
    "Not read as cited, because the brackets are round: {rows}. A citation stands in square ones: [{first}]."
)
ECHOES = "A row and its echo count as one report: {rows}. At least {least} are wanted that do not repeat each other."
SIDES = "No account from the side of {sides} is cited: a statement, or a report of casualties, by one of its bodies."
AVOIDS = "In your own voice: {words}. Say whose word it is, in quotation marks, or choose another."
A_DAY = "No day or month is named: when was it said?"
FIGURES = "In none of the rows that you cite: {words}. Whose figure is it?"
COMPLETE = "The form is complete. How good the text is, your instructor says; the points are theirs as well."
FORM_ONLY = "The check looked at length, citations and wording only. It did not read what you say."

# The options of an exercise as a form.
CHECK_THIS = "Check this option"
ASK_KEEPS_NOTHING = 'Nothing here is kept. Your record is the cell with `cb.check("{key}", ...)`.'
CHOOSE_IN_CODE = 'Write your letter in the cell with `cb.check("{key}", ...)`; run this cell to try the options here.'
NOTHING_TO_CHOOSE = "No options"
NO_OPTIONS = 'This exercise has no options to choose from: its answer goes into `cb.check("{key}", ...)`.'

# When something is not there, or cannot be computed.
NO_SUCH_KEY = "There is no exercise with this key."
CHAPTER_NOT_READ = "The exercises of chapter {number} cannot be read. Python says: {reason}"
INSTALL_AGAIN = "Your answer has not been looked at. Show this card to your instructor, or install the casebook again."
NEAREST = "Nearest: {keys}."
ALL_KEYS = "`cb.exercises()` lists all keys."
NOT_COMPUTED = "The tables in use do not give an answer to this exercise. `cb.use()` turns back to the casebook's own."
NOT_READ = "Something in this answer cannot be read."
KEY_IS_TEXT = "The key of an exercise is a text between quotation marks."
