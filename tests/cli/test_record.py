"""Recording what became of a promise: one sentence on what is now true, and the way back."""

import json

import pytest

REPORT = "add report {} --parties PK,CN --agreed-on 2026-02-10 --every quarterly --owed-by CN"


def occurrence(desk, number, ref="PK-CN-1"):
    """One occurrence as it is shown."""
    occurrences = json.loads(desk(f"show {ref} --format json"))["occurrences"]
    return next(one for one in occurrences if one["number"] == number)


def test_a_sitting_settles_the_nearest_date_and_the_answer_says_which(bilateral):
    said = bilateral("held PK-CN-1 --on 2026-07-20")
    expected = (
        "PK-CN-1#2, due 7 July 2026, recorded as held on 20 July 2026 (13 days late). #3 is overdue by 48 days. "
        "Next due 7 January 2027. Undo with: bilateral undo\n"
    )
    assert expected == said
    assert ("kept_late", 13, "2026-07-20") == tuple(
        occurrence(bilateral, 2)[name] for name in ("standing", "days_late", "settled_on")
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "held PK-CN-1 --on 2026-10-07",
            "PK-CN-1#3, due 7 October 2026, recorded as held on 7 October 2026 (on time).",
        ),
        ("held PK-CN-1 --on 2026-10-01", "(6 days early)."),
        ("held PK-CN-1 --on '8 Oct 2026'", "(1 day late)."),
        ("held PK-CN-1#1 --on 2026-10-01", "PK-CN-1#1, due 7 April 2026,"),
        ("held PK-CN-1 --number 2 --on 2026-10-01", "PK-CN-1#2, due 7 July 2026,"),
        ("held PK-CN-1#2 --number 2 --on 2026-10-01", "PK-CN-1#2, due 7 July 2026,"),
        (
            "held PK-CN-1 --additional --on 2026-10-01",
            "an additional sitting recorded on 1 October 2026; it settles no",
        ),
        ("held PK-CN-1 --on yesterday", "held on 23 November 2026"),
        ("held PK-CN-1 --on -1m", "held on 24 October 2026"),
    ],
)
def test_the_answer_says_what_was_settled_and_how_late(bilateral, line, said):
    assert said in bilateral(line)


def test_place_mode_and_minutes_are_kept_with_the_sitting(bilateral):
    bilateral(
        "held PK-CN-1 --on 2026-04-29 --place Islamabad --mode virtual --minutes {} --note {}", "a/b.pdf", "brief"
    )
    first = occurrence(bilateral, 1)
    assert ("Islamabad", "virtual", "a/b.pdf") == (first["place"], first["mode"], first["evidence"])
    assert "virtual; Islamabad; minutes: a/b.pdf; brief" in bilateral("show PK-CN-1")
    assert bilateral.rows("history PK-CN-1")[-1]["says"].endswith(": brief")


def test_a_second_sitting_near_the_same_date_has_to_say_what_it_is(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-09")
    refusal = bilateral.refuses("held PK-CN-1 --on 2026-04-20", exits=4)
    assert "20 April 2026 is nearest to PK-CN-1#1, which is already settled (held on 9 April 2026)." in refusal
    bilateral("held PK-CN-1 --on 2026-04-20 --additional")


def test_a_report_is_delivered_and_the_others_stay_owed(bilateral):
    bilateral(REPORT, "Progress report")
    said = bilateral("delivered PK-CN-11 --on 2026-08-12 --minutes report-2.pdf")
    assert "PK-CN-11#2, due 10 August 2026, recorded as delivered on 12 August 2026 (2 days late)." in said
    assert "#1 is overdue by 198 days." in said
    assert [1, 3] == [row["number"] for row in bilateral.rows("overdue") if row["ref"] == "PK-CN-11"]


def test_a_promise_without_a_date_can_be_delivered(bilateral):
    said = bilateral("delivered PK-CN-6 --on 2026-06-30")
    assert "PK-CN-6 recorded as delivered on 30 June 2026. Nothing further is due. Undo with: bilateral undo\n" == said
    assert ["kept"] == [row["standing"] for row in bilateral.rows("list --text strategy")]


def test_a_postponed_sitting_is_chased_from_its_new_date_and_late_from_the_old(bilateral):
    said = bilateral("postpone PK-CN-1 --to 2026-12-15 --reason {}", "dates not agreed")
    assert "PK-CN-1#3, due 7 October 2026, recorded as postponed to 15 December 2026, 69 days after" in said
    assert "Next due 15 December 2026." in said
    assert [] == bilateral.rows("overdue")
    [row] = bilateral.on("2026-12-16").rows("overdue")
    assert (70, "2026-10-07", "2026-12-15") == (row["days_late"], row["due_on"], row["postponed_to"])
    assert "dates not agreed" in bilateral("history PK-CN-1")


def test_a_sitting_can_be_postponed_again_and_again(bilateral):
    bilateral("postpone PK-CN-1 --to 2026-12-01")
    assert "75 days after the agreed date" in bilateral("postpone PK-CN-1#3 --to 2026-12-21")
    moves = (
        "Postponed to 1 December 2026 (55 days later), then 21 December 2026 (20 days later): a slip of 75 days in all."
    )
    assert moves in " ".join(bilateral("explain PK-CN-1").split())


def test_a_postponement_can_be_told_when_the_new_date_is_over_too(bilateral):
    bilateral("postpone PK-CN-1#2 --to 2026-09-15")
    assert "#2 postponed to 15 September 2026 on 7 July 2026" in " ".join(bilateral("history PK-CN-1").split())
    bilateral("held PK-CN-1 --on 2026-09-16")
    assert "kept_late" == occurrence(bilateral, 2)["standing"]


@pytest.mark.parametrize(
    ("line", "standing", "said"),
    [
        ("defer PK-CN-1 --reason election", "deferred", "recorded as deferred without a new date."),
        ("cancel PK-CN-1 --reason security", "cancelled", "recorded as cancelled on 24 November 2026."),
        ("waive PK-CN-1 --reason agreed --on 2026-10-01", "waived", "recorded as waived on 1 October 2026."),
        ("waive PK-CN-1#3", "waived", "recorded as waived on 24 November 2026."),
    ],
)
def test_nothing_is_overdue_of_what_was_released(bilateral, line, standing, said):
    assert f"PK-CN-1#3, due 7 October 2026, {said} Next due 7 January 2027." in bilateral(line)
    assert standing == occurrence(bilateral, 3)["standing"]
    assert [] == bilateral.rows("overdue")


def test_what_was_deferred_finds_a_new_date(bilateral):
    bilateral("defer PK-CN-1")
    assert "Next due 20 December 2026." in bilateral("postpone PK-CN-1#3 --to 2026-12-20")


def test_a_review_brings_a_promise_up_again_one_rhythm_later(bilateral):
    said = bilateral("reviewed PK-CN-3 --note {}", "nothing new since January")
    expected = (
        "PK-CN-3 recorded as reviewed on 24 November 2026. It comes up for review on 24 May 2027. "
        "Undo with: bilateral undo\n"
    )
    assert expected == said
    assert ["undated"] == [row["standing"] for row in bilateral.rows("list --text institutional")]
    assert "It comes up for review on 1 April 2027." in bilateral("reviewed PK-CN-4 --on 2026-10-01")


def test_a_review_is_recorded_once_a_day(bilateral):
    bilateral("reviewed PK-CN-3")
    expected = (
        "Error: PK-CN-3 is already on record as reviewed on 24 November 2026. "
        "See the entry with: bilateral history PK-CN-3\n"
    )
    assert expected == bilateral.refuses("reviewed PK-CN-3", exits=4)


def test_what_is_already_settled_is_not_released_and_the_way_back_is_named(bilateral):
    bilateral("held PK-CN-1 --on 2026-10-01")
    for line in ("cancel PK-CN-1#3", "waive PK-CN-1#3", "defer PK-CN-1#3", "postpone PK-CN-1#3 --to 2026-12-01"):
        refusal = bilateral.refuses(line, exits=4)
        assert "PK-CN-1#3 is already on record as held on 1 October 2026." in refusal
        assert "take it back with: bilateral undo 15\n" in refusal


@pytest.mark.parametrize(
    "line",
    [
        "held PK-CN-1 --on 2026-04-29",
        "delivered PK-CN-6 --on 2026-04-29",
        "postpone PK-CN-1 --to 2026-12-15",
        "defer PK-CN-1",
        "cancel PK-CN-1",
        "waive PK-CN-1",
        "reviewed PK-CN-3",
    ],
)
def test_a_rehearsal_says_what_would_be_recorded_and_changes_nothing(bilateral, line):
    before = bilateral.content()
    rehearsed = bilateral(f"{line} --dry-run")
    assert "This was a rehearsal (--dry-run): nothing was recorded.\n" == bilateral.said
    assert before == bilateral.content()
    assert rehearsed.removesuffix("\n") + " Undo with: bilateral undo\n" == bilateral(line)
    assert "" == bilateral.said
