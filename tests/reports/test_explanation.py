"""Every date is derived in sentences that are true, short, and fit the screen."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral_tracker.domain.source import Source, SourceKind
from bilateral_tracker.domain.supposition import WORDS, read_supposed, suppose
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.reports.explanation import MOST_STEPS, day_to_meet, explanation, supposition
from tests.domain.conftest import histories_by_a_day, known_on, told

JWG = "2026-01-07 agreed JWG every 3 months"
EVENT = "2026-01-07 agreed deliverable, due 6 months after entry into force"
READ, DUE, HOSTS, OTHERS = (
    "How it is read",
    "What falls due",
    "Sessions and hosts",
    "The same facts, read in other ways",
)
SUPPOSED, EFFECTS = "Supposed", "What is, and what would be"
TODAY = date(2026, 11, 24)


def explained(text: str, heading: str, number: int | None = None, as_of: date = TODAY) -> str:
    """The sentences under a heading, on one line; nothing if there is no such heading."""
    parts = explanation(known_on(told(text), as_of), {}, as_of, 80, number)
    lines = [line for part in parts if part.heading == heading for line in part.lines]
    return " ".join(" ".join(lines).split())


def would(text: str, *facts: str, heading: str = SUPPOSED) -> str:
    """What supposed facts would change, under a heading."""
    found = suppose(known_on(told(text), TODAY), [read_supposed(fact, TODAY) for fact in facts], TODAY)
    return "\n".join("\n".join(part.lines) for part in supposition(found, 120) if part.heading == heading)


# What was promised where.


def test_the_source_and_the_place_in_it_are_named_first():
    history = told(f"{JWG}; 2026-06-01 restated; 2026-08-01 restated")
    source = Source("again", SourceKind.READOUT, "Readout of the call", date(2026, 8, 1))
    first = next(explanation(history, {"again": source}, TODAY, 80))
    expected = (
        "PK-CN-1, JWG: as of 24 November 2026. It was agreed on 7 January 2026; no source is on record. It was "
        'promised again twice, last on 1 August 2026 ("Readout of the call"). That makes nothing new fall due.'
    )
    assert expected == " ".join(" ".join(first.lines).split())


def test_what_is_only_on_file_needs_no_more_than_that():
    parts = list(explanation(told("2026-01-07 agreed JWG, strength noted"), {}, TODAY, 120))
    assert [("PK-CN-1, JWG: as of 24 November 2026.", "It was noted on 7 January 2026; no source is on record.")] == [
        part.lines[:2] for part in parts
    ]
    assert "What was only noted is kept on file: nothing is due, and nobody is reminded." == parts[0].lines[2]


# How the words are read.


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (
            "JWG every 3 months",
            "Read as a grid: due dates are counted from 7 January 2026 in steps of 3 months; a late sitting moves none "
            "of them.",
        ),
        (
            "report every 1 year, first due 2026-05-12, arrears latest",
            "Read as a grid: due first on 12 May 2026, and every year after that day; a late report moves none of "
            "them. Only the latest is chased; earlier ones count as missed.",
        ),
        (
            "JWG every 1 year, first due 2026-11-01, lasts 1 month, soft, until 2030-12-31",
            "Read as a grid: due times open on 1 November 2026 and every year after, and last 1 month; a late sitting "
            "moves none of them. None begins after 31 December 2030. The words leave room: what is late has slipped, "
            "and breaks no promise.",
        ),
        (
            "JWG every 3 months, reading period, floor, times 5",
            "Read as periods: one sitting in each 3 months, the first from 1 January 2026 to 31 March 2026. The last "
            "day of each counts. There are 5 sittings in all. More are welcome.",
        ),
        (
            "JWG every 6 months, reading rolling, grace 14 days",
            "Read as rolling: each sitting falls due 6 months after the one before it was held, the first on 7 July "
            "2026. It is overdue only after 14 days of grace.",
        ),
        (
            "JWG every 30 days, reading on_request",
            "Read as on request: each sitting falls due 30 days after somebody asks for it.",
        ),
        ("deliverable, due 2026-09-30", "It falls due once, on 30 September 2026."),
        (
            "deliverable, due 2027-01-01/2027-06-30",
            "It falls due once, between 1 January 2027 and 30 June 2027; the last day counts.",
        ),
        (
            "deliverable, due 6 months after entry into force",
            "It falls due once, 6 months after entry into force. The time does not run yet: the day of that event is "
            "not on record.",
        ),
        ("standing", "It has no due date, so it is never overdue; it comes up for review instead."),
    ],
)
def test_the_rule_says_how_the_words_are_read_and_what_that_means(terms, expected):
    assert expected == explained(f"2026-01-07 agreed {terms}", READ, as_of=date(2026, 1, 8))


def test_amended_terms_are_told_apart_with_the_occurrences_that_fall_under_them():
    expected = (
        "At first, up to #2: read as a grid: due dates are counted from 7 January 2026 in steps of 3 months; a late "
        "sitting moves none of them. From 8 July 2026 on, for #3 and later: read as a grid: due dates are counted "
        "from 8 July 2026 in steps of 6 months; a late sitting moves none of them. Amended from 8 July 2026 on, as "
        "decided on 1 June 2026. An amendment changes nothing that was over or kept before it."
    )
    assert expected == explained(f"{JWG}; 2026-06-01 amended from 2026-07-08: every 6 months", READ)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("2026-06-01 paused", "Paused since 1 June 2026: nothing is chased until work is resumed."),
        (
            "2026-06-01 paused; 2026-06-29 resumed shifting",
            "Paused from 1 June 2026 until 29 June 2026: what was still to come moved by 28 days.",
        ),
        (
            "2026-06-01 paused; 2026-10-20 resumed forgiving",
            "Paused from 1 June 2026 until 20 October 2026: what fell due in that time was forgiven.",
        ),
        (
            "2026-06-01 withdrawn from 2026-09-01",
            "It was withdrawn from 1 September 2026 on: nothing is owed from that day.",
        ),
        (
            "2026-06-01 withdrawn from 2026-12-01",
            "It is withdrawn from 1 December 2026 on: nothing is owed from that day.",
        ),
        (
            "2026-10-01 postponed #3 to 2026-12-15",
            "A postponement moves the day on which it is expected. Lateness is still counted from the agreed day.",
        ),
    ],
)
def test_decisions_are_told_with_what_they_did(facts, expected):
    assert explained(f"{JWG}; {facts}", READ).endswith(expected)


def test_an_event_told_anew_keeps_both_days():
    facts = "2026-05-02 occurred to 2026-05-01; 2026-05-20 occurred to 2026-05-10"
    assert "The day of the event was given anew on 20 May 2026; before that it was 1 May 2026." in (
        explained(f"{EVENT}; {facts}", READ)
    )


# How each due date comes about, and what became of it.


@pytest.mark.parametrize(
    ("facts", "number", "expected"),
    [
        (
            JWG,
            3,
            "#3: 7 January 2026 + 3 x 3 months = 7 October 2026. Overdue by 48 days; it counts as missed from 7 "
            "January 2027, when #4 takes its place.",
        ),
        (
            JWG,
            2,
            "#2: 7 January 2026 + 2 x 3 months = 7 July 2026. Missed: nothing had settled it when #3 took its place.",
        ),
        (JWG, 4, "#4: 7 January 2026 + 4 x 3 months = 7 January 2027. Expected in 44 days."),
        (f"{JWG}, soft", 3, "Slipped by 48 days; it counts as missed from 7 January 2027, when #4 takes its place."),
        (f"{JWG}, arrears each", 1, "7 April 2026. Overdue by 231 days; it stays owed until it is held."),
        (
            "2026-01-31 agreed JWG every 3 months",
            4,
            "#4: 31 January 2026 + 4 x 3 months = 31 January 2027. Expected in 68 days.",
        ),
        (
            "2026-01-31 agreed JWG every 3 months; 2026-05-01 held",
            1,
            "#1: 31 January 2026 + 1 x 3 months = 30 April 2026, the last day of its month. Held on 1 May 2026, 1 day "
            "late. #1 is the nearest: 1 day away, #2 91 days.",
        ),
        (f"{JWG}, first due 2026-12-01", 1, "#1: First due 1 December 2026. Expected in 7 days."),
        (
            f"{JWG}, reading period; 2026-11-02 held",
            4,
            "#4: 1 October 2026 to 31 December 2026. Held on 2 November 2026, in time.",
        ),
        (f"{JWG}, reading period", 4, "#4: 1 October 2026 to 31 December 2026. 37 days are left."),
        (
            "2020-01-07 agreed JWG every 1 year, first due 2020-11-01, lasts 1 month",
            7,
            "#7: 1 November 2020 + 6 x 1 year = 1 November 2026, until 30 November 2026. 6 days are left.",
        ),
        (
            f"{JWG}, reading rolling; 2026-04-29 held",
            2,
            "#2: Held on 29 April 2026 + 3 months = 29 July 2026. Overdue by 118 days; it stays so until it is held; "
            "the next is counted from that day.",
        ),
        (
            f"{JWG}, reading rolling; 2026-04-29 held; 2026-08-01 waived #2",
            3,
            "#3: The one before, due 29 July 2026, was waived; 29 July 2026 + 3 months = 29 October 2026. Overdue by "
            "26 days; it stays so until it is held; the next is counted from that day.",
        ),
        (
            "2026-01-07 agreed JWG every 30 days, reading on_request; 2026-11-10 requested by CN",
            1,
            "#1: Requested by CN on 10 November 2026 + 30 days = 10 December 2026. 16 days are left.",
        ),
        (
            f"{JWG}; 2026-06-01 paused; 2026-06-29 resumed shifting",
            3,
            "#3: 7 January 2026 + 3 x 3 months = 7 October 2026; 28 days of pause put it off to 4 November 2026. "
            "Overdue by 20 days; it counts as missed from 4 February 2027, when #4 takes its place.",
        ),
        (
            f"{JWG}; 2026-06-01 paused; 2026-10-20 resumed forgiving",
            2,
            "7 July 2026. Forgiven with the pause that ended on 20 October 2026.",
        ),
        (f"{JWG}; 2026-06-01 paused", 2, "7 July 2026. On hold while the pause lasts."),
        (
            f"{JWG}; 2026-06-01 withdrawn from 2026-09-01",
            2,
            "7 July 2026. Not owed any more: the promise was withdrawn.",
        ),
        (f"{JWG}; 2026-08-02 lapsed #1", 1, "Lapsed on 2 August 2026: it stays missed, and is not chased any more."),
        (f"{JWG}; 2026-08-02 deferred #2", 2, "7 July 2026. Deferred on 2 August 2026, without a new date."),
        (f"{JWG}; 2026-08-02 waived #2", 2, "7 July 2026. Waived on 2 August 2026: it is not owed."),
        (f"{JWG}, grace 60 days; 2026-04-29 held", 1, "Held on 29 April 2026, 22 days late, within grace."),
        (f"{JWG}, grace 60 days", 3, "7 October 2026. Its days of grace end on 6 December 2026."),
        (
            f"{JWG}; 2026-10-01 arranged #3 to 2026-12-05",
            3,
            "7 October 2026. Arranged for 5 December 2026. Overdue by 48 days; it counts as missed from 7 January "
            "2027, when #4 takes its place.",
        ),
        (
            f"{JWG}; 2026-11-01 proposed #4 to 2026-12-05 by CN",
            4,
            "CN has proposed 5 December 2026; nothing is arranged yet. Expected in 44 days.",
        ),
        (f"{JWG}; 2026-01-20 held; 2026-05-01 held #3", 2, "Missed: nothing had settled it when #3 took its place."),
    ],
)
def test_an_occurrence_is_derived_and_its_fate_told(facts, number, expected):
    assert expected in explained(facts, DUE, number)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("2026-08-22 held", "#2 and #3 are equally near (46 days); a sitting settles the older."),
        ("2026-08-20 held", "#2 is the nearest: 44 days away, #3 48 days."),
        ("2026-06-30 held #1", "Held on 30 June 2026, 84 days late. It was recorded for #1, though #2 was nearer."),
        ("2026-04-08 held #1", "Held on 8 April 2026, 1 day late. 1 sitting missed so far."),
        ("2026-04-07 held", "Held on 7 April 2026, in time. 1 sitting missed so far."),
        ("2026-03-07 held", "Held on 7 March 2026, 31 days early. 1 sitting missed so far."),
    ],
)
def test_why_a_sitting_settled_that_occurrence_and_no_other(facts, expected):
    number = 2 if "2026-08" in facts else 1
    assert expected in explained(f"{JWG}; {facts}", DUE, number)


def test_why_a_report_settled_that_occurrence_is_told_of_the_day_on_which_it_came():
    facts = "2026-01-07 agreed report every 3 months; 2026-04-07 delivered; 2026-07-20 delivered; 2026-10-08 delivered"
    expected = "Delivered on 20 July 2026, 13 days late. #2 is the nearest: 13 days away, #3 79 days."
    assert expected in explained(facts, DUE, 2)


def test_what_is_overdue_counts_as_missed_once_the_next_time_begins():
    """In November each year: the time of #3 begins on 1 November 2026 and ends on the 30th."""
    facts = "2024-01-07 agreed JWG every 1 year, first due 2024-11-01, lasts 1 month"
    expected = "Overdue by 46 days; it counts as missed from 1 November 2026, when #3 takes its place."
    assert expected in explained(facts, DUE, 2, as_of=date(2026, 1, 15))


def test_what_is_due_once_is_not_derived_twice():
    facts = "2026-01-07 agreed deliverable, due 2026-09-30"
    assert "Overdue by 55 days; it stays owed until it is delivered." == explained(facts, DUE)
    facts = f"{EVENT}; 2026-05-02 occurred to 2026-05-01; 2026-11-11 delivered"
    assert (
        "Entry into force on 1 May 2026 + 6 months = 1 November 2026. Delivered on 11 November 2026, 10 days late."
        == (explained(facts, DUE))
    )


def test_postponements_are_told_one_after_another_with_each_slip_and_all_of_it():
    facts = "2026-09-20 postponed #3 to 2026-12-01; 2026-11-20 postponed #3 to 2026-12-21"
    expected = (
        "Postponed to 1 December 2026 (55 days later), then 21 December 2026 (20 days later): a slip of 75 days in "
        "all. Expected in 27 days."
    )
    assert expected in explained(f"{JWG}; {facts}", DUE, 3)


def test_of_many_postponements_the_first_and_the_last_are_told():
    facts = "; ".join(f"2026-09-{day} postponed #3 to 2026-12-{day}" for day in (10, 11, 12, 13, 14))
    expected = (
        "Postponed to 10 December 2026 (64 days later), then 3 more times, then 14 December 2026 (1 day later): a"
    )
    assert expected in explained(f"{JWG}; {facts}", DUE, 3)


def test_a_rhythm_of_twenty_years_prints_its_last_steps_and_counts_the_rest():
    said = explained("2006-01-07 agreed JWG every 1 week; 2026-11-10 held", DUE)
    assert said.startswith(
        "1,084 earlier occurrences not shown. #1085: 7 January 2006 + 1085 x 1 week = 24 October 2026."
    )
    assert MOST_STEPS == said.count(" x 1 week = ")
    assert said.endswith("1,087 sittings missed so far.")


def test_what_settles_none_is_told_apart():
    said = explained(f"{JWG}; 2026-04-07 held; 2026-04-20 held additional; 2026-04-21 held", DUE)
    assert "Settling none, on top of what was promised: 20 April 2026, 21 April 2026." in said


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("", "It was last looked at on 7 January 2026, so its review is due on 7 July 2026, 140 days ago."),
        ("; 2026-11-01 reviewed", "It was last looked at on 1 November 2026, so its review is due on 1 May 2027."),
    ],
)
def test_what_does_not_come_up_by_itself_comes_up_for_review(facts, expected):
    assert expected == explained(f"2026-01-07 agreed standing{facts}", DUE)


def test_what_is_on_hold_comes_up_for_review_counted_from_the_pause():
    expected = "It was last looked at on 1 June 2026, so its review is due on 1 December 2026."
    assert explained(f"{JWG}; 2026-06-01 paused", DUE).endswith(expected)


# Sessions and hosts.


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("", ""),
        (", first host CN", "CN hosts first, by the terms."),
        (", first host CN, first session 9", "The next will be session 9. CN hosts first, by the terms."),
        (
            "; 2026-04-29 held in PK",
            "Session 1 was held on 29 April 2026. The next will be session 2. It is the turn of CN to host, for PK "
            "hosted on 29 April 2026.",
        ),
        (
            "; 2026-04-29 held in PK; 2026-07-01 held in CN virtual",
            "Session 2 was held on 1 July 2026. The next will be session 3. It is the turn of CN to host, for PK "
            "hosted on 29 April 2026. The sitting of 1 July 2026 took no turn.",
        ),
        (
            "; 2026-04-29 held in PK; 2026-07-01 swapped in PK",
            "Session 1 was held on 29 April 2026. The next will be session 2. PK hosts next, as was agreed on 1 July "
            "2026, whoever's turn it was.",
        ),
    ],
)
def test_whose_turn_it_is_and_why(facts, expected):
    assert expected == explained(f"{JWG}{facts}", HOSTS)


# The readings side by side.


def test_the_readings_stand_side_by_side_and_the_recorded_one_is_marked():
    lines = next(
        part.lines
        for part in explanation(told(f"{JWG}; 2026-05-12 held"), {}, date(2026, 5, 13), 60)
        if part.heading == OTHERS
    )
    expected = (
        "read as  due         standing     next due    missed",
        "-------  ----------  -----------  ----------  ------",
        "grid *   2026-07-07  in 55 days   2026-07-07  0",
        "period   2026-09-30  in 140 days  2026-09-30  1",
        "rolling  2026-08-12  in 91 days   2026-08-12  0",
        "* as recorded",
    )
    assert expected == lines


def test_what_the_words_leave_room_for_has_slipped_under_every_reading():
    assert "grid * 2026-10-07 slipped 48 days 2027-01-07 2" in explained(f"{JWG}, soft", OTHERS)


def test_years_of_their_own_are_named_under_the_table():
    said = explained("2026-01-07 agreed PIC every 1 year, reading period, year from 04-01", OTHERS)
    assert said.endswith("* as recorded, with periods from 1 April")


def test_where_there_is_one_reading_there_is_no_table():
    assert "" == explained("2026-01-07 agreed JWG every 30 days, reading on_request", OTHERS)
    assert "" == explained(f"{JWG}; 2026-06-01 withdrawn from 2026-09-01", OTHERS)


# What a fact would change.


@pytest.mark.parametrize(
    ("terms", "fact", "expected"),
    [
        (
            f"{JWG}, first host PK",
            "held 2026-04-29 in PK",
            "Held on 29 April 2026: it would settle PK-CN-1#1, due 7 April 2026, 22 days late. #1 is the nearest: 22 "
            "days away, #2 69 days. The next session would be number 2 instead of 1. CN would host it instead of PK.",
        ),
        (
            f"{JWG}, first host PK",
            "held 2026-04-07 in PK virtual",
            "Held on 7 April 2026: it would settle PK-CN-1#1, due 7 April 2026, in time. The next session would be "
            "number 2 instead of 1. PK would still host it: no turn would be taken.",
        ),
        (
            JWG,
            "postponed 2026-12-15",
            "Postponed to 15 December 2026: PK-CN-1#3, due 7 October 2026, would be put off, a slip of 69 days.",
        ),
        (JWG, "#3 waived", "Waived on 24 November 2026: PK-CN-1#3, due 7 October 2026, would not be owed any more."),
        (
            JWG,
            "lapsed",
            "Lapsed on 24 November 2026: PK-CN-1#3, due 7 October 2026, would stay missed, and not be chased any more.",
        ),
        (
            JWG,
            "deferred",
            "Deferred on 24 November 2026: PK-CN-1#3, due 7 October 2026, would have no date until a new one is found.",
        ),
        (
            JWG,
            "held additional 2026-04-29",
            "Held on 29 April 2026: it would settle no occurrence, but come on top of what was promised. The next "
            "session would be number 2 instead of 1.",
        ),
        (EVENT, "occurred 2026-05-01", "The event on 1 May 2026: it would fall due on 1 November 2026."),
        (
            "2026-01-07 agreed JWG every 30 days, reading on_request",
            "requested 2026-11-20",
            "Requested on 20 November 2026: #1 would fall due on 20 December 2026.",
        ),
        (
            "2026-01-07 agreed deliverable",
            "delivered 2026-06-30",
            "Delivered on 30 June 2026: it would settle PK-CN-1.",
        ),
    ],
)
def test_a_supposed_fact_says_what_it_would_do(terms, fact, expected):
    assert expected == " ".join(would(terms, fact).split())


def test_what_is_and_what_would_be_stand_under_each_other():
    expected = [
        "read as  due         standing          next due    missed",
        "-------  ----------  ----------------  ----------  ------",
        "grid *   2026-10-07  overdue 48 days   2027-01-07  2",
        "- if so  2026-10-07  overdue 48 days   2027-01-07  1",
        "period   2026-12-31  in 37 days        2026-12-31  3",
        "- if so  2026-12-31  in 37 days        2026-12-31  2",
        "rolling  2026-04-07  overdue 231 days  -           0",
        "- if so  2026-07-29  overdue 118 days  -           0",
        "* as recorded",
    ]
    assert expected == would(JWG, "held 2026-04-29", heading=EFFECTS).split("\n")


# The day on which people are to meet.


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (JWG, date(2027, 1, 7)),
        (f"{JWG}; 2026-10-01 postponed #3 to 2026-12-15", date(2026, 12, 15)),
        (f"{JWG}; 2026-10-01 arranged #4 to 2026-12-05", date(2026, 12, 5)),
        (f"{JWG}; 2026-10-01 arranged #4 to 2026-11-20", date(2027, 1, 7)),
        (f"{JWG}; 2026-10-01 proposed #4 to 2026-12-05", date(2027, 1, 7)),
        (f"{JWG}, reading rolling; 2026-11-01 held", date(2027, 2, 1)),
        (f"{JWG}, reading period", None),
        ("2026-01-07 agreed report every 3 months", None),
        ("2026-01-07 agreed JWG, due 2027-01-01/2027-06-30", None),
        (f"{JWG}; 2026-06-01 paused", None),
        (f"{JWG}, strength noted", None),
    ],
)
def test_a_day_to_meet_is_one_day_that_is_arranged_or_due(facts, expected):
    assert expected == day_to_meet(told(facts), TODAY)


# Any history at all.


@given(histories_by_a_day(), st.sampled_from([40, 60, 80]), st.none() | st.integers(1, 4))
@settings(max_examples=150)
def test_any_history_is_explained_within_the_width(history_by_a_day, width, number):
    history, day = history_by_a_day
    for part in explanation(history, {}, day, width, number):
        lines = part.lines if part.heading != OTHERS else ()
        assert [] == [line for line in lines if len(line) > width or line != line.rstrip()]
        assert "None" not in " ".join(" ".join(lines).split()).replace("None begins", "")


@given(histories_by_a_day(), st.sampled_from(WORDS), st.integers(-300, 300))
@settings(max_examples=150)
def test_whatever_may_be_supposed_is_told_within_the_width(history_by_a_day, word, days):
    history, day = history_by_a_day
    try:
        found = suppose(history, [read_supposed(f"{word} {date.fromordinal(day.toordinal() + days)}", day)], day)
    except TrackerError:
        return
    lines = [line for part in supposition(found, 60) if part.heading != EFFECTS for line in part.lines]
    assert [] == [line for line in lines if len(line) > 60 or "None" in line]
