"""What a dot claims: points that are borrowed, and distances between them."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Letter, Number, holding
from casebook.registers import places
from casebook.tables import claims, events, facts

STRIKES = ("E081", "E092")
OWN_POINT = {"exact", "town"}


def _places_with_the_point_of(place: str) -> pd.DataFrame:
    rows = places()
    point = rows.set_index("place_id").loc[place]
    return rows[(rows["latitude"] == point["latitude"]) & (rows["longitude"] == point["longitude"])]


def _at_the_point_of(place: str) -> pd.DataFrame:
    return events().merge(_places_with_the_point_of(place), on="place_id")


def _text_of_events() -> pd.Series:
    rows = events()
    return rows["title"] + " " + rows["summary"].fillna("")


def _look_closer(given: float) -> str:
    marks = len(_at_the_point_of("turbat"))
    return (
        f"You gave {given:g}; the table above has {marks} rows, and an event counts if its own place is the town. "
        "Keep three things apart: a mark at these coordinates, a mention of the name, an event placed there."
    )


DOTS_ON_TURBAT = Exercise(
    key="dots-on-turbat",
    asks="How many events in the tables happened in the town of Turbat.",
    kind=Number(),
    answer=lambda: int((events()["place_id"] == "turbat").sum()),
    misreadings=[
        Misreading(
            "counted-the-marks",
            lambda: len(_at_the_point_of("turbat")),
            did="You counted the rows that share the town's point.",
            why="A place that is not in the gazetteer borrows the point of its seat, so a mark on a town need not be "
            "in it.",
            next="Read `place_id` in each of the rows.",
        ),
        Misreading(
            "counted-the-places",
            lambda: len(_places_with_the_point_of("turbat")),
            did="You counted the places that share this point, the town among them.",
            why="That a place has this point does not yet say that an event happened there.",
            next="Count the events whose `place_id` is the town.",
        ),
        Misreading(
            "title-names-it",
            lambda: int(events()["title"].str.contains("Turbat").sum()),
            did="You counted a title that names the town.",
            why="Something can be agreed about a town in another city.",
            next="Look at where that event is placed.",
        ),
        Misreading(
            "mentioned-anywhere",
            lambda: int(_text_of_events().str.contains("Turbat").sum()),
            did="You counted mentions in titles and summaries.",
            why="A mention is not a location.",
            next="Use `place_id`.",
        ),
    ],
    gap=_look_closer,
    because="The marks there are Mand, Zamuran, Buleda, Dasht, Jalgai and Singwan (E016, E021, E048, E051, E055, "
    "E058). None of them is in the gazetteer, so each has the point of the seat of its district.",
    not_shown="It does not show that Turbat was quiet: only that no row of these tables is placed in the town.",
    hints=[
        "Compare the column `place_id` with the word `turbat`.",
        "Worked on Quetta: the rows of `placed` with Quetta's latitude are E002, E005 and E047. E002 is placed in the "
        "province, whose point is borrowed from its capital; the other two have the `place_id` of the city.",
    ],
    sources=["turbat", "mand", "zamuran", "buleda", "E117"],
    minutes=4,
)


def _strike_places() -> pd.DataFrame:
    rows = events().merge(places(), on="place_id")
    return rows[rows["event_id"].isin(STRIKES)]


def _distance_is_known() -> bool:
    return facts().set_index("fact_id")["value"].notna()["F91"]


def _what_may_be_said() -> str:
    own = set(_strike_places()["precision"]) <= OWN_POINT
    one_region = claims().set_index("claim_id")["verdict"]["K18"] == "consistent"
    return holding(
        A=own and _distance_is_known(),
        B=not own and _distance_is_known(),
        C=one_region,
        D=not own and not _distance_is_known(),
    )


HOW_FAR_APART = Exercise(
    key="how-far-apart",
    asks="What a report may say about the distance between the two strikes.",
    kind=Letter(
        {
            "A": "The strikes hit places 180 km apart.",
            "B": "The district towns lie about 180 km apart; how far apart the places hit were is not known from these "
            "tables.",
            "C": "Both strikes fell in Balochistan, so close to one another.",
            "D": "Nothing can be said about distance, since the villages have no coordinates.",
        }
    ),
    answer=_what_may_be_said,
    misreadings=[
        Misreading(
            "borrowed-point-taken-as-place",
            lambda: "A",
            did="You used the coordinates as if they were the places.",
            why="Both points are seats of districts, and one village is reported some 90 km from its seat.",
            next="Say what the number measures, before you use it.",
        ),
        Misreading(
            "one-name-one-place",
            lambda: "C",
            did="You let one name stand for two provinces.",
            why="They lie in two states (K18).",
            next="Put the district and the country of each strike where the name stands: is the sentence still true?",
        ),
        Misreading(
            "no-point-no-knowledge",
            lambda: "D",
            did="You refused every statement.",
            why="Something is known, about other places than those that were hit.",
            next="Look for the sentence that says what the figure does measure.",
        ),
    ],
    because="180 km is exact for two towns (F73, F76, F91) and silent about the villages (F88): one is reported some "
    "90 km from its seat, and the others 3-4 km or 80 km from the border (E092).",
    not_shown="It does not show that the places hit were far apart, or near.",
    hints=[
        '`cb.show("koh-e-sabz")` prints the note on the point.',
        "Worked on the liaison officers: F92 gives 444 km from Turbat to Zahedan. These towns are themselves the "
        "places that were named (E117), so there the figure may be used as it is.",
    ],
    sources=["F91", "F88", "koh-e-sabz", "saravan-border-villages"],
    minutes=4,
)
