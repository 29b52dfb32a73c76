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
NOT_SHOWN = "What it does not show"
GIVEN_HEAD = "What was given"
WANTED_HEAD = "What is wanted"
HINT_HEAD = "Hint"
MISSING_HEAD = "Still missing"
REMARKS_HEAD = "Look again"
RUBRIC_HEAD = "Your instructor reads for"
SOURCES_HEAD = "Rows behind this"
CITED_HEAD = "Rows that you cite"

# What each kind of answer wants.
WANTED = {
    "number": "One number, without quotation marks.",
    "text": "A word or a short text between quotation marks.",
    "day": 'A day, written like "2024-01-18".',
    "letter": "One letter, {first} to {last}.",
    "set": "A set: values between braces, or `set(...)` around a column.",
    "set of ids": "A set of values of `{column}`: between braces, or `set(...)` around a column.",
    "list": "A list, in order: values between square brackets.",
}

# What was given, in words that fit after "You gave".
GIVEN = "You gave {given}."
ONE_WANTED = "You gave {given}, and one value is wanted."
TOO_LONG = "You gave {length:,} values, which is more than any answer here has."
A_TABLE = "a table of {rows} rows and {columns} columns"
A_COLUMN = "a column of {length} values"
TRUTHS = "a column of {length} times True or False"
A_CONTAINER = "a {name} of {length}"
A_TEXT = "a text"
A_TRUTH = "{value}"
A_NUMBER = "a number"
A_MISSING = "a missing value"
A_DURATION = "a length of time; `.total_seconds() / 3600` makes hours of it"
LAZY = "something that has not been worked out yet; `list(...)` or `set(...)` around it does that"
A_FUNCTION = "a function; brackets after its name call it"
AN_OBJECT = "an object of the type `{name}`"
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
SET_FROM = "You gave {given}; put `set(...)` around it."
SET_FROM_TEXT = "You gave one text; write a set, each id in quotation marks of its own."
SPACES = "There are spaces around a value."
CAPITALS = "Capitals: write each value as the tables do."
REVERSED = "The right values in the opposite order: turn the list round."

# When something is not there, or cannot be computed.
NO_SUCH_KEY = "There is no exercise with this key."
NEAREST = "Nearest: {keys}."
ALL_KEYS = "`cb.exercises()` lists all keys."
NOT_COMPUTED = "The tables in use do not give an answer to this exercise. `cb.use()` turns back to the casebook's own."
NOT_READ = "Something in this answer cannot be read."
KEY_IS_TEXT = "The key of an exercise is a text between quotation marks."
