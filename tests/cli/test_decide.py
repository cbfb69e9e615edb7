"""Decisions about a promise itself: new terms, pauses, withdrawals, the promise made again."""

import json

import pytest


def row(desk, ref="PK-CN-1"):
    """The row of a commitment."""
    return next(one for one in desk.rows("list") if one["ref"] == ref)


def dues(desk, ref="PK-CN-1", day="2027-12-31"):
    """The due dates of a commitment as they are shown on a day."""
    return [one["due_on"] for one in json.loads(desk(f"show {ref} --as-of {day} --format json"))["occurrences"]]


def test_new_terms_hold_from_their_day_on_and_what_fell_due_before_keeps_its_date(bilateral):
    said = bilateral("amend PK-CN-1 --every '6 months' --from 2026-11-01 --reason {}", "too often")
    assert said.startswith("PK-CN-1 amended from 1 November 2026 on: every 6 months, first due 1 May 2027.")
    expected = ["2026-04-07", "2026-07-07", "2026-10-07", "2027-05-01", "2027-11-01", "2028-05-01"]
    assert expected == dues(bilateral)
    assert expected[:3] == dues(bilateral, day="2026-10-31")[:3]
    assert "2027-01-07" == dues(bilateral, day="2026-10-31")[3]


def test_an_amendment_decided_now_for_later_is_seen_in_what_comes_after_it(bilateral):
    bilateral("amend PK-CN-1 --every '6 months' --first-due 2027-03-01 --from 2027-01-01")
    assert ["2026-10-07", "2027-03-01", "2027-09-01"] == dues(bilateral, day="2027-06-01")[2:]
    assert "2027-03-01" == row(bilateral)["next_due_on"]


def test_the_end_of_a_rhythm_can_be_changed_and_its_grid_goes_on(bilateral):
    bilateral("amend PK-CN-1 --until 2027-08-01")
    assert ["2027-01-07", "2027-04-07", "2027-07-07"] == dues(bilateral, day="2028-12-31")[3:]
    bilateral("amend PK-CN-1 --lead {} --grace 14", "Ministry of Interior")
    assert ("Ministry of Interior", "2026-10-21") == (row(bilateral)["lead"], row(bilateral)["latest_on"])


def test_what_was_only_discussed_can_become_a_promise(bilateral):
    bilateral("add deliverable Lab --parties PK,CN --agreed-on 2026-02-10 --strength sought")
    bilateral("amend PK-CN-11 --strength agreed --due 2027-H1 --owed-by PK")
    found = row(bilateral, "PK-CN-11")
    assert ("agreed", "2027-06-30", "upcoming", "PK") == tuple(
        found[name] for name in ("strength", "due_on", "standing", "owed_by")
    )


def test_an_earlier_day_knows_nothing_of_an_amendment(bilateral):
    bilateral("amend PK-CN-1 --lead {} --owed-by CN --from 2026-11-01", "Ministry of Interior")
    before = next(one for one in bilateral.rows("list --as-of 2026-10-31") if one["ref"] == "PK-CN-1")
    assert ("joint", "") == (before["owed_by"], before["lead"])
    assert ["PK-CN-1", "PK-CN-9"] == [one["ref"] for one in bilateral.rows("list --owed-by CN")]
    assert ["PK-CN-9"] == [one["ref"] for one in bilateral.rows("list --owed-by CN --as-of 2026-10-31")]


@pytest.mark.parametrize(
    ("line", "code", "why"),
    [
        ("amend PK-CN-1 --owed-by joint", 2, "PK-CN-1 has these terms already. Nothing was changed."),
        ("amend PK-CN-1 --lead X --from 2025-12-31", 4, "it was agreed only on 7 January 2026"),
        ("amend PK-CN-1 --every monthly --due 2027", 2, "--every and --due exclude each other"),
        ("amend PK-CN-1 --reading rolling", 2, "--reading needs --every"),
        ("amend PK-CN-3 --until 2027-01-01", 2, "--until needs --every"),
        ("amend PK-CN-1#3 --lead X", 2, "This is about the whole promise, not about PK-CN-1#3. Type PK-CN-1"),
        ("amend PK-CN-1 --owed-by TR", 2, "'TR' is not among the parties PK, CN."),
        ("amend PK-CN-1 --lead X --decided-on 2026-12-01", 2, "that day is still to come"),
    ],
)
def test_terms_that_change_nothing_or_cannot_be_are_refused(bilateral, line, code, why):
    assert why in bilateral.refuses(line, exits=code)


def test_a_later_amendment_goes_first(bilateral):
    bilateral("amend PK-CN-1 --lead X --from 2027-01-01")
    refusal = bilateral.refuses("amend PK-CN-1 --lead Y", exits=4)
    assert "PK-CN-1 was amended from 1 January 2027 on; what is decided now begins then or later." in refusal
    bilateral("undo 15")
    bilateral("amend PK-CN-1 --lead Y")


def test_an_amendment_cannot_take_an_occurrence_from_its_sitting(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-29")
    bilateral("held PK-CN-1 --on 2026-07-09")
    refusal = bilateral.refuses("amend PK-CN-1 --every '1 year' --from 2026-05-01", exits=4)
    assert "It would take PK-CN-1#2 from what is on record for 9 July 2026. Nothing was changed." in refusal


def test_what_was_withdrawn_is_owed_no_more_and_stays_on_record(bilateral):
    said = bilateral("withdraw PK-CN-1 --reason {} --superseded-by PK-CN-2", "merged")
    assert (
        "PK-CN-1 withdrawn from 24 November 2026 on: nothing is owed any more. PK-CN-2 took its place. "
        "Undo with: bilateral undo\n"
    ) == said
    assert ("withdrawn", 2, None) == tuple(row(bilateral)[name] for name in ("standing", "missed", "next_due_on"))
    assert [] == bilateral.rows("overdue")
    assert ["PK-CN-1"] == [one["ref"] for one in bilateral.rows("overdue --as-of 2026-11-23")]
    assert "already on record as withdrawn" in bilateral.refuses("withdraw PK-CN-1", exits=4)
    assert "it was withdrawn from 24 November 2026 on" in bilateral.refuses("held PK-CN-1 --on 2026-11-24", exits=4)
    bilateral("undo")
    assert "overdue" == row(bilateral)["standing"]


def test_a_withdrawal_with_notice_is_chased_until_it_takes_effect(bilateral):
    bilateral("withdraw PK-CN-1 --from 2027-02-01")
    assert ["PK-CN-1"] == [one["ref"] for one in bilateral.rows("overdue")]
    assert ["PK-CN-2"] == [one["ref"] for one in bilateral.rows("overdue --as-of 2027-02-01")]


@pytest.mark.parametrize(
    ("line", "code", "why"),
    [
        ("withdraw PK-CN-1 --superseded-by PK-CN-1", 2, "PK-CN-1 cannot take its own place."),
        ("withdraw PK-CN-1 --superseded-by PK-CN-99", 3, "No commitment PK-CN-99."),
        ("withdraw PK-CN-1 --from 2025-12-31", 4, "it was agreed only on 7 January 2026"),
        ("resume PK-CN-1 --forgive", 4, "PK-CN-1 is not paused."),
        ("pause PK-CN-8", 4, "PK-CN-8 was only discussed"),
        ("pause PK-CN-1 --from 2026-12-01", 2, "that day is still to come"),
        ("pause nothing-1", 3, "No commitment NOTHING-1."),
        ("resume PK-CN --forgive", 4, "Of 10 commitments there is none that it fits. Nothing was changed."),
        ("resume PK-CN-1", 2, "Say what becomes of the due dates: --shift"),
        ("restated PK-CN-1 --on 2026-09-01", 2, "Say where it was announced again"),
        ("restated PK-CN-1 --on 2027-09-01 --source 2026-01-07-beijing --quote x", 2, "that day is still to come"),
    ],
)
def test_decisions_that_cannot_be_are_refused(bilateral, line, code, why):
    assert why in bilateral.refuses(line, exits=code)


def test_while_a_pause_lasts_nothing_is_chased_and_it_comes_up_for_review(bilateral):
    said = bilateral("pause PK-CN-1 --from 2026-09-01 --reason flood")
    assert "PK-CN-1 paused from 1 September 2026 on: nothing is chased. It comes up for review on 1 March 2027." in said
    assert ("on_hold", 1, "2027-03-01") == tuple(row(bilateral)[name] for name in ("standing", "missed", "review_on"))
    assert [] == bilateral.rows("overdue")
    bilateral.today = "2027-03-01"
    assert "PK-CN-1" in [one["ref"] for one in bilateral.rows("status") if one["standing"] == "review_due"]
    assert "has been paused since 1 September 2026" in bilateral.refuses("pause PK-CN-1", exits=4)


def test_a_pause_puts_off_what_was_to_come_by_its_length(bilateral):
    bilateral("pause PK-CN-1 --from 2026-09-01")
    said = bilateral("resume PK-CN-1 --on 2026-11-01 --shift")
    assert "resumed on 1 November 2026 after 61 days: what was to come is put off by 61 days." in said
    assert ["2026-04-07", "2026-07-07", "2026-12-07", "2027-03-09"] == dues(bilateral, day="2027-01-31")


def test_a_pause_forgives_what_fell_due_in_it(bilateral):
    bilateral("pause PK-CN-1 --from 2026-09-01")
    said = bilateral("resume PK-CN-1 --on 2026-11-01 --forgive")
    assert "what fell due in it is forgiven" in said
    shown = json.loads(bilateral("show PK-CN-1 --format json"))["occurrences"]
    assert ["missed", "missed", "waived", "upcoming"] == [one["standing"] for one in shown]


def test_a_relationship_or_everything_is_paused_and_resumed_at_once_or_not_at_all(bilateral):
    bilateral("parties add TJ --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe")
    bilateral("add meeting {} --parties PK,TJ --agreed-on 2026-01-10 --every '1 month'", "Commission")
    said = bilateral("pause pk-cn --from 2026-10-01")
    assert said.startswith("7 commitments (PK-CN-1, PK-CN-2, PK-CN-3, PK-CN-4, PK-CN-5, PK-CN-6, PK-CN-7) paused")
    assert ["PK-TJ-1"] == [one["ref"] for one in bilateral.rows("overdue")]
    assert bilateral("pause all --from 2026-11-01").startswith("PK-TJ-1 paused from 1 November 2026 on")
    assert [] == bilateral.rows("overdue")
    assert "8 commitments" in bilateral("resume all --forgive")
    assert "ok     journal" in bilateral("check")


def test_a_promise_announced_again_is_counted(bilateral):
    said = bilateral("restated PK-CN-7 --on 2024-06-27 --source {} --locator {}", "Readout, New York", "paragraph 2")
    assert "PK-CN-7 was promised 2 times by now, first on 27 June 2024, last on 7 January 2026." in said
    assert "2024-06-27" in [one["id"] for one in bilateral.rows("sources")]
    again = "restated PK-CN-7 --on 2024-06-27 --source 2024-06-27 --locator x"
    assert "is already on record as promised again on 27 June 2024, in 2024-06-27" in bilateral.refuses(again, exits=4)
    number = bilateral.rows("history 2024-06-27")[0]["number"]
    assert "Source 2024-06-27 is cited." in bilateral.refuses(f"undo {number}", exits=4)


def test_decisions_that_others_rest_on_are_undone_after_them(bilateral):
    bilateral("pause PK-CN-1 --from 2026-09-01")
    paused = bilateral.rows("history PK-CN-1")[-1]["number"]
    bilateral("resume PK-CN-1 --on 2026-11-01 --forgive")
    assert "has later ones that rest on it" in bilateral.refuses(f"undo {paused}", exits=4)
    bilateral("undo")
    bilateral("undo")
    assert "overdue" == row(bilateral)["standing"]
    assert "ok     index, replayed from the journal" in bilateral("check")
