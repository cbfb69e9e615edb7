"""What is known of what is to come: dates proposed and arranged, requests, events, whose turn it is."""

import pytest

REQUESTABLE = "add meeting Talks --parties PK,CN --agreed-on 2026-02-10 --every 'within 30 days of a request'"
WAITING = "add deliverable Plan --parties PK,CN --agreed-on 2026-02-10 --due '6 months after entry into force'"


def row(desk, ref="PK-CN-1"):
    """The row of a commitment."""
    return next(one for one in desk.rows("list") if one["ref"] == ref)


def test_a_date_that_one_side_proposes_waits_for_the_answer_of_the_other(bilateral):
    said = bilateral("arrange PK-CN-2 --for 2026-12-08 --proposed-by CN")
    assert (
        "PK-CN-2#1: CN has proposed 8 December 2026; the answer of PK is waited for. Undo with: bilateral undo\n"
    ) == said
    assert ("PK", "2026-12-08", None) == tuple(
        row(bilateral, "PK-CN-2")[name] for name in ("waits_for", "proposed_for", "arranged_for")
    )


def test_a_date_agreed_moves_no_due_date(bilateral):
    bilateral("arrange PK-CN-2 --for 2026-12-08 --proposed-by CN")
    said = bilateral("arrange PK-CN-2 --for 2026-12-09 --place Beijing")
    assert "PK-CN-2#1: arranged for 9 December 2026; it may take place until 7 January 2027." in said
    found = row(bilateral, "PK-CN-2")
    assert ("joint", None, "2026-12-09") == (found["waits_for"], found["proposed_for"], found["arranged_for"])
    assert ("2027-01-07", "upcoming", 15) == (found["due_on"], found["standing"], found["days_left"])


def test_a_date_after_the_last_allowed_day_is_a_postponement(bilateral):
    refusal = bilateral.refuses("arrange PK-CN-2 --for 2027-01-20", exits=2)
    assert "PK-CN-2#1 is to take place by 7 January 2027; a later date puts it off." in refusal
    assert "bilateral postpone PK-CN-2#1 --to 2027-01-20" in refusal


def test_what_is_overdue_can_be_given_a_date_all_the_same(bilateral):
    said = bilateral("arrange PK-CN-1 --for 2026-12-08")
    assert "PK-CN-1#3: arranged for 8 December 2026." in said
    assert "overdue" == row(bilateral)["standing"]


def test_a_postponement_ends_what_was_arranged_before_it(bilateral):
    bilateral("arrange PK-CN-1 --for 2026-12-08")
    bilateral("postpone PK-CN-1#3 --to 2026-12-15")
    assert None is row(bilateral)["arranged_for"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (
            "arrange PK-CN-1 --for 2026-11-01",
            "1 November 2026 was over when the date was arranged on 24",
        ),
        ("arrange PK-CN-1 --for 2026-12-08 --proposed-by TR", "TR is no party to PK-CN-1. Its parties are PK, CN"),
        ("swap PK-CN-1 --host TR", "TR is no party to PK-CN-1."),
        ("swap PK-CN-6 --host PK", "PK-CN-6 is no meeting, so nobody hosts it."),
    ],
)
def test_a_date_that_is_over_and_a_stranger_are_refused(bilateral, line, why):
    assert why in bilateral.refuses(line, exits=2)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("arrange PK-CN-3 --for 2026-12-08", "PK-CN-3 has no due date, so it cannot be recorded as arranged."),
        ("arrange PK-CN-8 --for 2026-12-08", "PK-CN-8 was only discussed"),
        ("requested PK-CN-1 --on 2026-11-01", "PK-CN-1 does not fall due on request."),
        ("occurred PK-CN-1 --on 2026-11-01", "PK-CN-1 hangs on no event."),
    ],
)
def test_what_it_does_not_fit_is_refused(bilateral, line, why):
    assert why in bilateral.refuses(line, exits=4)


def test_what_falls_due_on_request_runs_from_the_day_of_the_request(bilateral):
    bilateral(REQUESTABLE)
    assert ("undated", None) == (row(bilateral, "PK-CN-11")["standing"], row(bilateral, "PK-CN-11")["due_on"])
    refusal = bilateral.refuses("held PK-CN-11 --on 2026-11-20", exits=4)
    assert "Nobody has asked for PK-CN-11 yet. Record the request first: bilateral requested PK-CN-11" in refusal
    said = bilateral("requested PK-CN-11 --on 2026-10-01 --from CN")
    assert "PK-CN-11#1 requested on 1 October 2026 by CN: due by 31 October 2026." in said
    assert ("overdue", 24) == (row(bilateral, "PK-CN-11")["standing"], row(bilateral, "PK-CN-11")["days_late"])
    bilateral("held PK-CN-11 --on 2026-11-20")
    assert "kept_late" == row(bilateral, "PK-CN-11")["standing"]
    assert "already on record as requested on 1 October 2026" in bilateral.refuses(
        "requested PK-CN-11 --on 2026-10-01 --from CN", exits=4
    )


def test_a_request_that_would_change_numbers_on_record_is_refused(bilateral):
    bilateral(REQUESTABLE)
    bilateral("requested PK-CN-11 --on 2026-10-01")
    bilateral("postpone PK-CN-11#1 --to 2026-12-01")
    assert "would change the numbers" in bilateral.refuses("requested PK-CN-11 --on 2026-09-01", exits=4)


def test_what_hangs_on_an_event_does_not_run_until_its_day_is_on_record(bilateral):
    bilateral(WAITING)
    assert ("review_due", None) == (row(bilateral, "PK-CN-11")["standing"], row(bilateral, "PK-CN-11")["due_on"])
    said = bilateral("occurred PK-CN-11 --on 2026-10-01")
    assert "PK-CN-11: entry into force on 1 October 2026, so it is due by 1 April 2027." in said
    assert ("upcoming", "2027-04-01") == (row(bilateral, "PK-CN-11")["standing"], row(bilateral, "PK-CN-11")["due_on"])


def test_the_day_of_an_event_may_be_to_come_and_be_told_anew(bilateral):
    bilateral(WAITING)
    bilateral("occurred PK-CN-11 --on 2027-01-15")
    bilateral("occurred PK-CN-11 --on 2027-02-15")
    assert "2027-08-15" == row(bilateral, "PK-CN-11")["due_on"]
    assert "after the year 9999" in bilateral.refuses("occurred PK-CN-11 --on 9999-12-01", exits=2)


def test_hosts_alternate_by_sitting_and_a_swap_is_a_fact_of_its_own(bilateral):
    said = bilateral("held PK-CN-1 --on 2026-04-29 --place Islamabad")
    assert "It was session 1, hosted by PK; CN hosts the next." in said
    bilateral("held PK-CN-1 --on 2026-07-09 --mode virtual")
    assert ("CN", 3) == (row(bilateral)["next_host"], row(bilateral)["next_session"])
    assert "PK hosts the next sitting of PK-CN-1; after that they alternate again." in bilateral(
        "swap PK-CN-1 --host PK --on 2026-08-01"
    )
    assert "PK" == row(bilateral)["next_host"]
    bilateral("held PK-CN-1 --on 2026-10-09 --host PK --session 9 --level ministers --chairs {}", "both ministers")
    assert ("CN", 10) == (row(bilateral)["next_host"], row(bilateral)["next_session"])


def test_a_session_number_cannot_fall_behind_an_earlier_one(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-29 --session 7")
    refusal = bilateral.refuses("held PK-CN-1 --on 2026-07-09 --session 7", exits=4)
    assert "The sitting of 29 April 2026 is session 7; one on 9 July 2026 cannot be session 7." in refusal


def test_the_first_host_and_the_first_session_are_terms(bilateral):
    add = "add meeting Talks --parties PK,CN --agreed-on 2026-02-10 --every annually --first-host"
    bilateral(f"{add} CN --first-session 4")
    assert ("CN", 4) == (row(bilateral, "PK-CN-11")["next_host"], row(bilateral, "PK-CN-11")["next_session"])
    assert "'TR' is not among the parties PK, CN" in bilateral.refuses(f"{add} TR", exits=2)


def test_the_sort_of_reason_for_a_delay_is_one_that_the_register_knows(bilateral):
    refusal = bilateral.refuses("postpone PK-CN-1#3 --to 2026-12-15 --because rain", exits=3)
    assert "No reason 'rain' is known; there are awaiting_other_side, dates_not_agreed," in refusal
    bilateral("reasons add rain {}", "the roads were closed")
    bilateral("postpone PK-CN-1#3 --to 2026-12-15 --because Rain")
    assert "rain" == bilateral.rows("history PK-CN-1")[-1]["body"]["because"]
    assert ("rain", "the roads were closed") == tuple(bilateral.rows("reasons")[-1].values())
    assert "is not a word for a reason" in bilateral.refuses("reasons add {} {}", "Two words", "x", exits=2)
    assert 13 == len(bilateral.rows("reasons")) - 1


def test_an_occurrence_lapses_once_its_time_is_over_and_stays_missed(bilateral):
    assert "PK-CN-1#3, due 7 October 2026, recorded as lapsed on 24 November 2026." in bilateral("lapsed PK-CN-1")
    assert (4, "upcoming", 3) == tuple(row(bilateral)[name] for name in ("number", "standing", "missed"))
    refusal = bilateral.refuses("lapsed PK-CN-1#4", exits=2)
    assert "PK-CN-1#4 may still take place until 7 January 2027: it cannot have lapsed." in refusal
