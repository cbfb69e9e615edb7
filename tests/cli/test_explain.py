"""Explaining: how a date came about, how else the words can be read, what a fact would change. Nothing is written."""

import csv
import io
import json
import subprocess
import sys

import pytest

from bilateral_tracker.cli.explain import facts_joined

HELD = "held PK-CN-1 --on 2026-04-29"
SUPPOSED = "Held on 29 April 2026: it would settle PK-CN-1#1, due 7 April 2026, 22 days late."


def said(desk, line, *values):
    """The answer with its blanks put in order."""
    return " ".join(desk(line, *values).split())


# How a date came about.


def test_the_third_sitting_is_derived_from_its_promise(bilateral):
    answer = said(bilateral, "explain PK-CN-1")
    for sentence in (
        "PK-CN-1, Joint Working Group meets: as of 24 November 2026.",
        'see "Press report on the meeting of the interior ministers of Pakistan and China", paragraph 3.',
        'Read as a grid, from the words "every three months": due dates are counted from 7 January 2026',
        "#3: 7 January 2026 + 3 x 3 months = 7 October 2026. Overdue by 48 days;",
        "rolling 2026-04-07 overdue 231 days - 0",
    ):
        assert sentence in answer


def test_one_occurrence_is_derived_alone_if_it_is_named(bilateral):
    answer = bilateral("explain PK-CN-1#3")
    assert ("#3: " in answer, "#2: " in answer, "#4: " in answer) == (True, False, False)


def test_the_first_sitting_asked_about_on_the_day_after_it_depends_on_the_reading(bilateral):
    bilateral.on("2026-05-13")("held PK-CN-1 --on 2026-05-12")
    answer = said(bilateral, "explain PK-CN-1 --as-of 2026-05-13")
    for row in ("grid * 2026-07-07 in 55 days", "period 2026-09-30 in 140 days", "rolling 2026-08-12 in 91 days"):
        assert row in answer


def test_a_reason_for_a_delay_is_told_with_it(bilateral):
    bilateral("postpone PK-CN-1#3 --to 2026-12-15 --because election --reason {}", "caretaker cabinet")
    assert "15 December 2026 (election: caretaker cabinet): a slip of 69 days." in (said(bilateral, "explain PK-CN-1"))


# What speaks against the day.


NATIONAL_DAY = (
    "7 October 2026 falls in China's National Day week; "
    "nearest days on which both capitals work: 30 September, 8 October."
)


def test_a_due_day_on_which_a_capital_is_closed_is_told_with_the_nearest_that_serve(bilateral):
    assert said(bilateral, "explain PK-CN-1 --as-of 2026-09-01").endswith(NATIONAL_DAY)
    assert NATIONAL_DAY == json.loads(bilateral("explain PK-CN-1 --as-of 2026-09-01 --format json"))["obstacle"]
    assert NATIONAL_DAY not in said(bilateral, "explain PK-CN-1 --as-of 2026-10-08")


def test_a_supposed_day_is_looked_up_as_well(bilateral):
    answer = said(bilateral, "explain PK-CN-1#2 --if postponed 2026-10-07 --as-of 2026-07-01")
    assert answer.endswith(NATIONAL_DAY)


def test_a_party_whose_holidays_nobody_knows_fails_nothing(bilateral):
    bilateral("parties add SCO --name {} --capital Beijing --zone Asia/Shanghai", "Shanghai Cooperation Organisation")
    bilateral("add meeting Talks --parties PK,SCO --agreed-on 2026-02-10 --every {}", "3 months")
    assert "next due" in bilateral("explain PK-SCO-1")


def test_a_file_of_calendars_counts(bilateral, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[PK.days_off]\n2027-01-07 = "founding day"\n', encoding="utf-8")
    expected = "7 January 2027 is a public holiday in Pakistan (founding day);"
    assert expected in said(bilateral, "explain PK-CN-1 --calendars {}", str(own))


@pytest.mark.parametrize(("ref", "loaded"), [("PK-CN-1", True), ("PK-CN-3", False), ("PK-CN-11", False)])
def test_holidays_are_loaded_only_where_a_sitting_is_to_come(bilateral, ref, loaded):
    bilateral("add report Figures --parties PK,CN --agreed-on 2026-02-10 --every {}", "3 months")
    code = (
        "import sys; from bilateral_tracker.cli.main import bilateral\n"
        f"try: bilateral(['--register', {str(bilateral.register)!r}, 'explain', {ref!r}])\n"
        "except SystemExit: print('holidays' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert str(loaded) == run.stdout.splitlines()[-1]


# What a fact would change.


@pytest.mark.parametrize(
    "typed",
    [
        "explain PK-CN-1 --if held 2026-04-29",
        "explain PK-CN-1 --if 'held 2026-04-29'",
        "explain PK-CN-1 --if held on 29 April 2026 --as-of 2026-11-24",
        "explain PK-CN-1 --if=held 2026-04-29",
        "explain --if 'held 2026-04-29' --as-of 2026-11-24 PK-CN-1",
        "explain PK-CN-1#1 --if held 2026-04-29",
    ],
)
def test_a_fact_is_supposed_in_words_with_quotes_or_without_and_nothing_is_written(bilateral, typed):
    before = bilateral.content()
    assert SUPPOSED in said(bilateral, typed)
    assert "This was only supposed: nothing was recorded.\n" == bilateral.said
    assert before == bilateral.content()


def test_several_facts_are_supposed_together(bilateral):
    answer = said(bilateral, "explain PK-CN-1 --if {} --if cancelled #2 --if held 2026-10-09", "#1 waived")
    assert "- if so 2027-01-07 in 44 days 2027-01-07 0" in answer


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            ["PK-CN-1", "--if", "held", "2026-04-29", "--format", "json"],
            ["--if", "held 2026-04-29", "--format", "json"],
        ),
        (["PK-CN-1", "--if", "held", "-3m"], ["--if", "held -3m"]),
        (["PK-CN-1", "--if=waived", "--if", "#3", "held"], ["--if", "waived", "--if", "#3 held"]),
        (["PK-CN-1", "--if"], ["--if"]),
        (["PK-CN-1"], []),
    ],
)
def test_the_words_of_a_fact_go_up_to_the_next_option(typed, expected):
    assert ["PK-CN-1", *expected] == facts_joined(typed)


@pytest.mark.parametrize(
    ("recorded", "supposed", "code"),
    [
        (HELD, "held 2026-04-29", 4),
        ("held PK-CN-1 --on 2026-01-01", "held 2026-01-01", 4),
        ("delivered PK-CN-1 --on 2026-05-01", "delivered 2026-05-01", 2),
        ("waive PK-CN-1#1", "#1 waived", 4),
        ("postpone PK-CN-1#3 --to 2026-09-01", "#3 postponed 2026-09-01", 2),
        ("requested PK-CN-1 --on 2026-05-01", "requested 2026-05-01", 4),
        ("occurred PK-CN-1 --on 2026-05-01", "occurred 2026-05-01", 4),
        ("held PK-CN-1 --on 2026-04-30", "held 2026-04-30", 4),
    ],
)
def test_a_contradiction_is_refused_with_the_words_of_recording_it(bilateral, recorded, supposed, code):
    bilateral(HELD)
    assert bilateral.refuses(recorded, exits=code) == bilateral.refuses("explain PK-CN-1 --if {}", supposed, exits=code)


def test_what_cannot_be_supposed_is_refused_with_what_to_type(bilateral):
    refused = bilateral.refuses("explain PK-CN-1 --if hold 2026-04-29", exits=2)
    assert "'hold 2026-04-29' is not a fact that can be supposed. Begin with one of held," in refused
    assert "requires an argument" in bilateral.refuses("explain PK-CN-1 --if", exits=2)


# For other programs.


def test_a_derivation_is_data_too(bilateral):
    shown = json.loads(bilateral("explain PK-CN-1 --format json"))
    expected = {
        "from_number": 1,
        "from_on": "2026-01-07",
        "until_on": None,
        "reading": "grid",
        "every": "3 months",
        "anchor_on": "2026-01-07",
        "words": "every three months",
    }
    assert expected == {name: value for name, value in shown["terms"][0].items() if name != "said"}
    third = shown["occurrences"][2]
    assert ("anchor", "2026-01-07", 3, "3 months", "2026-10-07", "overdue", 48) == tuple(
        third[name] for name in ("origin", "counted_from", "steps", "every", "due_on", "standing", "days_late")
    )
    assert [("grid", True), ("period", False), ("rolling", False)] == [
        (one["reading"], one["is_recorded"]) for one in shown["readings"]
    ]
    assert (None, None) == (shown["obstacle"], shown["supposition"])


def test_what_would_be_is_data_too(bilateral):
    shown = json.loads(bilateral("explain PK-CN-1 --if held 2026-04-29 --format json"))["supposition"]
    assert [{"kind": "held", "on": "2026-04-29", "to": None, "number": 1}] == shown["facts"]
    rolling = shown["readings"][2]
    assert (("overdue", 231), ("overdue", 118)) == tuple(
        (rolling[state]["standing"], rolling[state]["days_late"]) for state in ("now", "then")
    )
    rows = list(csv.DictReader(io.StringIO(bilateral("explain PK-CN-1 --if held 2026-04-29 --format csv"))))
    assert [("grid", "now", "2"), ("grid", "then", "1")] == [
        (row["reading"], row["state"], row["missed"]) for row in rows[:2]
    ]


def test_derived_occurrences_are_rows(bilateral):
    rows = list(csv.DictReader(io.StringIO(bilateral("explain PK-CN-1 --format csv"))))
    assert [("PK-CN-1", str(n), "anchor", str(n)) for n in (1, 2, 3, 4)] == [
        (row["ref"], row["number"], row["origin"], row["steps"]) for row in rows
    ]


def test_what_is_only_on_file_has_no_rows(bilateral):
    assert [] == list(csv.DictReader(io.StringIO(bilateral("explain PK-CN-9 --format csv"))))
    assert [] == json.loads(bilateral("explain PK-CN-9 --format json"))["occurrences"]


# The two clocks.


def test_a_fact_is_supposed_of_what_was_known(bilateral):
    bilateral(HELD)
    assert SUPPOSED in said(bilateral, "explain PK-CN-1 --known-by 2026-11-23 --if held 2026-04-29")
    answer = said(bilateral, "explain PK-CN-1 --as-of 2026-03-01 --if held 2026-04-29")
    assert answer.startswith("PK-CN-1, Joint Working Group meets: as of 29 April 2026. Supposed Held on 29 April 2026:")
