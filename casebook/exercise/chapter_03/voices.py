"""Two strikes in sentences that name body, place and labels with those who give them."""

import pandas as pd

from casebook.datapackage import table
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import Avoids, BothSides, Cites, EachSentence, Says
from casebook.exercise.kinds import Prose

STRIKES = ("E081", "E092")
# Who is neither a government nor a body of one, nor an association of governments.
NO_GOVERNMENT = ("armed_group", "other")


def _of_no_government(statement: pd.Series) -> bool:
    kinds = table("actors").set_index("actor_id")["kind"]
    return kinds[statement["speaks_for_id"]] in NO_GOVERNMENT


TWO_STRIKES_TWO_SENTENCES = Exercise(
    key="two-strikes-two-sentences",
    asks="Who carried out each strike, where, against whom by whose account, and what is said from the other end.",
    kind=Prose(
        words=(90, 140),
        checks=[
            Cites(2, "Both strikes are to be cited, each by its event.", among=STRIKES),
            BothSides(),
            Cites(
                1,
                "Nobody but governments speaks: cite a statement by an armed group or a Baloch organisation.",
                tables=["statements"],
                when=_of_no_government,
            ),
            Says(["Panjgur", "Saravan"], "Name each place with its district: Panjgur, Saravan.", least=2),
            Avoids(["terroris-", "separatis-", "martyr-"]),
            EachSentence(
                ["km", "kilometre-"], cites="F", says="“{word}”: a distance needs the fact that gives it, like [F91]."
            ),
        ],
        rubric={
            "R1": "A body: each strike has the body that acted and its state, not “the army” for both.",
            "R2": "Targets: who was aimed at is given as somebody's account.",
            "R3": "People: what those hit, or those who speak for them, say is there, with its giver.",
            "R4": "Place: village, district, country; and that the point is borrowed, if a map is mentioned.",
            "R5": "Labels: listings have an owner and a date, and none is carried from a group to those hit.",
            "R6": "Balance: neither account settles the other; no verb decides (“hit bases”, “murdered”).",
        },
    ),
    because="The form is complete. Before you hand it in, underline every noun for a person or a group, and write "
    "beside it who uses it.",
    hints=[
        "Begin both sentences with the same grammar: body, verb, place, “according to”.",
        "Worked on Kastag: “The Guards' ground forces reported a clash at Kastag in Rask county on 17 January with a "
        "team of Jaish al-Adl, of whom they said one was killed [E088]; no account by the group is in the tables.”",
    ],
    sources=[],
    minutes=12,
)
