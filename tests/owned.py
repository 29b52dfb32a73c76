"""A reader's own folder for the practice text, with one event and one report in it."""

from pathlib import Path

import pandas as pd

import casebook as cb
from casebook.own.desk import Desk

SHOTS = {
    "date": "2031-03-11",
    "date_end": "2031-03-11",
    "date_precision": "day",
    "place_id": "timber-landing",
    "initiator_id": "thistermark-coast-guard",
    "target_id": "amberlow",
    "responsibility": "acknowledged",
    "event_type": "strike",
    "quad_class": "material_conflict",
    "phase": "exchange",
    "title": "Patrol boat fires on the Amberlow bank",
    "summary": "A patrol boat of Thistermark fires on the Amberlow bank.",
}
FOUR = {
    "event_id": "E901",
    "measure": "killed",
    "scope": "total",
    "count_low": 4,
    "count_high": 4,
    "qualifier": "exact",
    "count_is": "stated",
    "victims": "people",
    "victim_group": "not_stated",
    "nationality": "not_stated",
    "reporter_id": "low-sallow-health-office",
    "reporter_as_named": "the district health office",
    "date_reported": pd.Timestamp("2031-03-12"),
    "date_reported_precision": "day",
}
SAID = {
    "event_id": "E901",
    "date": "2031-03-12",
    "date_precision": "day",
    "speaker_id": "low-sallow-health-office",
    "speaks_for_id": "low-sallow-health-office",
    "medium": "not_stated",
    "audience": "not stated",
    "form": "indirect",
    "gist": "It has counted four dead.",
}


def practice_desk(folder: Path) -> Desk:
    desk = cb.practice(folder)
    desk.add("events", passage="Four days after", **SHOTS)
    desk.add("casualties", passage="counted four dead", **FOUR)
    return desk
