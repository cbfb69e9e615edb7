"""A commitment with all that is on record about it, for people and for programs."""

from datetime import date
from typing import Any

import pytest

from bilateral_tracker.domain.decision import Withdrawal
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.reports.dossier import Known, as_object, as_text
from bilateral_tracker.reports.machine import json_object
from bilateral_tracker.reports.occurrence_table import occurrences_csv
from tests.changing import replace
from tests.domain.conftest import known_on
from tests.reports.conftest import NOVEMBER, told

JWG = "2026-01-07 agreed JWG every 3 months"
HELD = f"{JWG}; 2026-10-09 held"
ALONE = Known({}, {"PK": "Pakistan", "CN": "China"}, (), "PK")
PUBLISHED = ["number", "due_on", "standing", "postponed_to", "settled_on", "days_late", "place", "mode", "evidence"]
ADDED = ["postponements", "because", "session", "host", "level", "chairs", "arranged_for", "proposed_for", "slips"]


def lines(text: str, day: date = NOVEMBER, known: Known = ALONE, **more) -> list[str]:
    """The lines for people, 200 columns wide."""
    return as_text(known_on(told(text, **more), day), known, day, 200).split("\n")


def said_of(text: str, name: str, day: date = NOVEMBER, known: Known = ALONE, **more) -> list[str]:
    """What stands beside a name."""
    return [line[10:] for line in lines(text, day, known, **more) if line[:10].rstrip() == name]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (JWG, NOVEMBER, "overdue. 2 sittings missed before it. #3 is overdue by 48 days. Next due 7 January 2027."),
        (
            f"{JWG}, soft",
            NOVEMBER,
            "slipped. 2 sittings slipped before it. #3 has slipped by 48 days. Next due 7 January 2027.",
        ),
        (
            "2025-03-01 agreed JWG every 1 year, reading period",
            NOVEMBER,
            "upcoming. The last one was missed, and it is now due by 31 December 2026.",
        ),
        (
            "2025-03-01 agreed JWG every 1 year, reading period, soft",
            NOVEMBER,
            "upcoming. The last one slipped, and it is now due by 31 December 2026.",
        ),
        (
            "2026-01-07 agreed JWG every 1 year; 2026-11-01 arranged #1 to 2026-12-05",
            NOVEMBER,
            "upcoming. It is arranged for 5 December 2026 (due by 7 January 2027).",
        ),
        (
            "2026-01-07 agreed JWG every 1 year; 2026-11-01 arranged #1 to 2026-12-05",
            date(2026, 12, 6),
            "upcoming. Next due 7 January 2027. It was arranged for 5 December 2026: was it held?",
        ),
        (
            "2026-01-07 agreed JWG every 1 year; 2026-11-01 proposed #1 to 2026-12-05 by CN",
            NOVEMBER,
            "upcoming. Next due 7 January 2027. China has proposed 5 December 2026: our answer is waited for.",
        ),
        (
            "2026-01-07 agreed JWG every 6 months; 2026-11-01 arranged #1 to 2026-12-05",
            NOVEMBER,
            "overdue. #1 is overdue by 140 days. Next due 7 January 2027. "
            "It is arranged for 5 December 2026 (due by 7 July 2026).",
        ),
        ("2026-01-07 agreed standing", NOVEMBER, "review due. It has been up for review since 7 July 2026."),
        ("2026-01-07 agreed JWG every 30 days, reading on_request", NOVEMBER, "undated. Nothing further is due."),
        ("2026-01-07 agreed JWG every 1 year; 2026-05-01 withdrawn", NOVEMBER, "withdrawn. Nothing is owed."),
        (f"{JWG}, strength noted", NOVEMBER, "on file. Nothing is owed."),
    ],
)
def test_how_it_stands(text, day, expected):
    assert [expected] == said_of(text, "stands", day)


def test_how_often_it_was_promised_and_where():
    text = f"{HELD}; 2026-05-03 restated; 2026-02-01 restated"
    assert ["promised 3 times: first on 7 January 2026, last on 3 May 2026"] == said_of(text, "repeated")
    assert ["3 May 2026: again", "1 February 2026: again"] == said_of(text, "again")
    assert [] == said_of(HELD, "repeated")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("2026-03-01 postponed #1 to 2026-05-07", ["postponed once, by 30 days"]),
        (
            "2026-03-01 postponed #1 to 2026-05-07; 2026-05-01 postponed #1 to 2026-06-06; "
            "2026-07-01 postponed #2 to 2026-07-08",
            ["postponed 3 times, by 61 days in all"],
        ),
        ("2026-04-07 held", []),
    ],
)
def test_delays_are_counted_and_added_up(facts, expected):
    assert expected == said_of(f"{JWG}; {facts}", "delays")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{JWG}, first session 9, first host CN", ["session 9, hosted by China"]),
        (f"{JWG}, first session 9; 2026-04-07 held in CN", ["session 10, hosted by Pakistan"]),
        (JWG, ["session 1"]),
        ("2026-01-07 agreed report every 3 months", []),
        (f"{JWG}; 2026-05-01 withdrawn", []),
        (f"{JWG}, strength noted", []),
    ],
)
def test_which_session_comes_next_and_whose_turn_it_is(text, expected):
    assert expected == said_of(text, "next")


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            f"{JWG}; 2026-06-20 amended from 2026-07-01: every 6 months, grace 14 days",
            "amended",
            "from 1 July 2026: every 6 months, first due 1 January 2027 (before: every 3 months, first due 7 April "
            "2026); grace 14 days (before: none). Both sides agreed on 20 June 2026.",
        ),
        (
            f"{HELD}; 2026-11-01 paused",
            "paused",
            "since 1 November 2026: nothing is chased. Both sides agreed.",
        ),
        (
            f"{JWG}; 2026-03-01 paused; 2026-05-01 resumed shifting",
            "paused",
            "from 1 March 2026 to 1 May 2026, 61 days: what was to come was put off by 61 days. Both sides agreed.",
        ),
        (
            f"{JWG}; 2026-03-01 paused; 2026-05-01 resumed forgiving",
            "paused",
            "from 1 March 2026 to 1 May 2026, 61 days: what fell due in it was forgiven. Both sides agreed.",
        ),
        (
            f"{HELD}; 2026-11-01 withdrawn from 2027-01-01",
            "withdrawn",
            "from 1 January 2027: nothing is owed any more. Both sides agreed on 1 November 2026.",
        ),
    ],
)
def test_what_was_decided_about_the_promise_itself(text, name, expected):
    assert [expected] == said_of(text, name)


def test_who_decided_and_why_and_what_took_its_place():
    withdrawal = Withdrawal(date(2026, 6, 1), date(2026, 5, 1), False, "new format", "PK-CN-9")
    history = replace(told(JWG), withdrawal=withdrawal)
    assert (
        "withdrawn from 1 June 2026: nothing is owed any more; PK-CN-9 took its place. "
        "One side said so on 1 May 2026: new format"
    ) in as_text(history, ALONE, NOVEMBER, 200)
    three = replace(told(JWG, parties=("PK", "CN", "TJ")), withdrawal=withdrawal._replace(both_agreed=True))
    assert "All sides agreed on 1 May 2026" in as_text(three, ALONE, NOVEMBER, 200)
    assert ["PK-CN-2, PK-CN-4"] == said_of(JWG, "replaces", known=ALONE._replace(supersedes=("PK-CN-2", "PK-CN-4")))


def sitting(**more) -> Outcome:
    return Outcome(OutcomeKind.HELD, date(2026, 4, 9), 1, **more)


FULL = {
    "place": "Beijing",
    "mode": Mode.IN_PERSON,
    "evidence": "minutes.pdf",
    "party": "CN",
    "level": "vice ministers",
    "chairs": "Ms Li and Mr Khan",
    "note": "joint statement",
}


def test_sittings_are_shown_with_host_level_chairs_and_minutes():
    extra = Outcome(OutcomeKind.HELD, date(2026, 5, 1), 2, additional=True, mode=Mode.VIRTUAL)
    history = replace(told(f"{JWG}, first session 7"), outcomes=(sitting(**FULL), extra))
    expected = [
        "session  held on     for    host  how",
        "-------  ----------  -----  ----  ---",
        "7        2026-04-09  #1     CN    in person; Beijing; level: vice ministers; chairs: Ms Li and Mr Khan; "
        "minutes: minutes.pdf; joint statement",
        "8        2026-05-01  extra        virtual",
    ]
    shown = as_text(history, ALONE, date(2026, 5, 2), 200).split("\n\n")[-1].split("\n")
    assert [expected[0], *expected[2:]] == [shown[0], *shown[2:]]


def test_the_agreed_day_the_new_ones_and_the_actual_one_stand_beside_each_other_with_their_reasons():
    moved = (
        Outcome(OutcomeKind.POSTPONED, date(2026, 4, 1), 1, 1, date(2026, 4, 20), because="dates_not_agreed"),
        Outcome(OutcomeKind.POSTPONED, date(2026, 4, 19), 2, 1, date(2026, 5, 12), reason="budget week"),
        Outcome(OutcomeKind.CANCELLED, date(2026, 7, 1), 3, 2, because="election", reason="in May"),
    )
    held = sitting()._replace(on=date(2026, 5, 12), entry=4, number=1)
    shown = as_text(replace(told(JWG), outcomes=(*moved, held)), ALONE, date(2026, 7, 2), 200).split("\n\n")[2]
    expected = [
        "#  due         moved to                settled     late  standing   remarks",
        "1  2026-04-07  2026-04-20, 2026-05-12  2026-05-12  35    kept late  "
        "postponed: dates not agreed; postponed: budget week; session 1",
        "2  2026-07-07                                            cancelled  cancelled: election, in May",
        "3  2026-10-07                                            upcoming",
    ]
    first, _, *rows = shown.split("\n")
    assert expected == [first, *rows]


def test_columns_that_hold_nothing_are_left_out():
    assert "#  due         late  standing" in lines("2026-01-07 agreed JWG every 3 months")


def test_what_a_pause_forgave_is_given_its_reason():
    history = told(f"{JWG}; 2026-03-01 paused; 2026-05-01 resumed forgiving")
    flood = replace(history, pauses=(history.pauses[0]._replace(reason="flood"),))
    rows = [" ".join(line.split()) for line in as_text(flood, ALONE, NOVEMBER, 90).split("\n")]
    assert "1 2026-04-07 waived waived: flood" in rows


# For programs.


def objects(history: History, known: Known = ALONE, day: date = NOVEMBER) -> dict[str, Any]:
    """The object that programs get."""
    return as_object(history, known, day)


def test_an_occurrence_keeps_its_published_keys_and_has_more_after_them():
    shown = objects(told(HELD), ALONE, NOVEMBER)
    assert [[*PUBLISHED, "slip_days", *ADDED]] * 4 == [list(one) for one in shown["occurrences"]]
    header = "".join(occurrences_csv(told(HELD), NOVEMBER)).split("\r\n")[0].split("\n")[0]
    assert ["ref", *PUBLISHED, "slip_days", *ADDED] == header.split(",")


def test_a_sitting_for_programs():
    history = replace(told(f"{JWG}, first session 7"), outcomes=(sitting(**FULL),))
    shown = objects(history, ALONE, date(2026, 5, 2))
    first = shown["occurrences"][0]
    told_of_it = {"place": "Beijing", "mode": "in_person", "evidence": "minutes.pdf", "session": 7, "host": "CN"}
    assert told_of_it == {key: first[key] for key in told_of_it}
    assert ("vice ministers", "Ms Li and Mr Khan") == (first["level"], first["chairs"])
    expected = {
        "session": 7,
        "on": date(2026, 4, 9),
        "number": 1,
        "additional": False,
        "host": "CN",
        "mode": "in_person",
        "place": "Beijing",
        "level": "vice ministers",
        "chairs": "Ms Li and Mr Khan",
        "evidence": "minutes.pdf",
        "note": "joint statement",
    }
    assert [expected] == shown["sessions"]
    assert (8, "PK") == (shown["next_session"], shown["next_host"])


def test_postponements_for_programs_and_in_one_cell():
    text = f"{JWG}; 2026-04-01 postponed #1 to 2026-04-20; 2026-04-19 postponed #1 to 2026-05-12"
    history = known_on(told(text), date(2026, 5, 1))
    first = objects(history, ALONE, date(2026, 5, 1))["occurrences"][0]
    moved = [(one["on"], one["to"]) for one in first["postponements"]]
    assert [(date(2026, 4, 1), date(2026, 4, 20)), (date(2026, 4, 19), date(2026, 5, 12))] == moved
    assert (2, 35, date(2026, 5, 12)) == (first["slips"], first["slip_days"], first["postponed_to"])
    assert ",2026-04-20 2026-05-12," in "".join(occurrences_csv(history, date(2026, 5, 1)))


def test_dates_to_come_for_programs():
    arranged = told(f"{HELD}; 2026-11-01 arranged #4 to 2026-12-05")
    proposed = told(f"{HELD}; 2026-11-01 proposed #4 to 2026-12-05 by CN")
    fourth = [objects(one, ALONE, NOVEMBER)["occurrences"][3] for one in (arranged, proposed)]
    day = date(2026, 12, 5)
    assert [(day, None), (None, day)] == [(one["arranged_for"], one["proposed_for"]) for one in fourth]


def test_decisions_for_programs():
    text = (
        f"{JWG}; 2026-02-01 restated; 2026-03-01 paused; 2026-05-01 resumed shifting; "
        "2026-06-20 amended from 2026-07-01: every 6 months, grace 14 days; 2026-11-01 withdrawn from 2027-01-01"
    )
    shown = objects(told(text), ALONE._replace(supersedes=("PK-CN-9",)), NOVEMBER)
    [amendment] = shown["amendments"]
    assert (date(2026, 7, 1), date(2026, 6, 20), True) == (
        amendment["from_on"],
        amendment["decided_on"],
        amendment["both_agreed"],
    )
    assert {"before": 0, "after": 14} == amendment["changes"]["grace_days"]
    assert {"before": "P3M", "after": "P6M"} == amendment["changes"]["every"]
    assert "title" not in amendment["changes"]
    pause = {"from_on": date(2026, 3, 1), "resumed_on": date(2026, 5, 1), "days": 61, "shifts": True}
    assert [pause | {"both_agreed": True, "reason": ""}] == shown["pauses"]
    assert date(2027, 1, 1) == shown["withdrawal"]["from_on"]
    assert [date(2026, 2, 1)] == [one["on"] for one in shown["restatements"]]
    assert ["PK-CN-9"] == shown["supersedes"]
    assert json_object(shown).startswith('{\n  "ref": "PK-CN-1"')


def test_what_nobody_decided_is_empty_for_programs():
    shown = objects(told(HELD), ALONE, NOVEMBER)
    assert ([], [], None, [], []) == tuple(
        shown[name] for name in ("amendments", "pauses", "withdrawal", "restatements", "supersedes")
    )
    lasting = objects(told(f"{HELD}; 2026-11-01 paused"), ALONE, NOVEMBER)["pauses"][0]
    assert (None, None, None) == (lasting["resumed_on"], lasting["days"], lasting["shifts"])
