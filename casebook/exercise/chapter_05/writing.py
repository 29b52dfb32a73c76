"""One call as both sides tell it, and nothing decided."""

from casebook.exercise.exercise import Exercise
from casebook.exercise.form import Avoids, Cites, EachSentence, Says
from casebook.exercise.kinds import Prose

ACCOUNTS = ("readout", "readouts", "account", "accounts", "version", "versions", "according to", "in the telling of")
DOUBT = ("claimed", "claims", "alleged", "alleges", "insisted", "insists", "admitted", "admits", "conceded", "boasted")
SETTLED = ("actually", "in fact", "in reality", "really", "the truth", "lied", "lies", "true version")

TWO_READOUTS = Exercise(
    key="two-readouts-one-call",
    asks="The call of 17 January as both sides tell it, for readers who know neither capital.",
    kind=Prose(
        words=(100, 150),
        checks=(
            Cites(1, "Cite Pakistan's account of the call: [S076].", among=("S076",)),
            Cites(1, "Cite Iran's account of the call: [S077] or [S078].", among=("S077", "S078")),
            Says(ACCOUNTS, "Say at least twice whose account it is: account, readout, version, according to.", least=2),
            EachSentence(
                ("Jilani", "Amir-Abdollahian"), "SE", "A sentence names {word} and cites no row: from which account?"
            ),
            Avoids(
                DOUBT,
                "One verb of saying for both sides. {words}: such a word makes one of them sound doubtful; “said” does "
                "not.",
            ),
            Avoids(SETTLED, "{words}: these words decide what the rows leave open."),
        ),
        rubric={
            "R1": "a sentence that does not say whose account it is",
            "R2": "one verb for one side, another for the other",
            "R3": "what the one account tells and the other does not is passed over",
            "R4": "the path of S078, translated and at second hand, is left out",
            "R5": "something is settled, or a motive made up",
            "R6": "the people killed the day before are a clause in a story about diplomats",
        },
    ),
    because="The form is complete. Swap with a neighbour: can they tell from your text which side you come from? Your "
    "instructor reads it, and gives the points.",
    not_shown="The check did not read what you say. A fair form can hold an unfair text.",
    hints=[
        "Two columns in the same order: what each account says of the strike, of sovereignty, of what comes next.",
        "Worked on the call of 19 January: “In Pakistan's account the ministers spoke of working together if "
        "sovereignty is respected [S118]; in Iran's, of camps in Pakistan that were to be destroyed, a point that the "
        "other account does not have [S119, E103].”",
    ],
    minutes=12,
)
