"""Milestones: steps on the way to a deliverable, numbered with its follow-ups, each with its own day."""

import json

import pytest

AGREE = "add deliverable {} --parties PK,CN --agreed-on 2026-02-10 --due 2027-H1"
SET = "milestone add PK-CN-11 {}"


@pytest.fixture
def desk(bilateral):
    """A desk with a deliverable that is due by 30 June 2027: PK-CN-11."""
    bilateral(AGREE, "Draft extradition agreement")
    return bilateral


def test_set_reached_and_counted(desk):
    expected = (
        "PK-CN-11.1 (First draft sent) recorded, due 20 November 2026. 0 of 1 milestone done. "
        "Undo with: bilateral undo\n"
    )
    assert expected == desk(f"{SET} --due 2026-11-20", "First draft sent")
    desk(f"{SET} --due 2026-12 --owner CN", "Experts agree")
    said = desk("milestone done pk-cn-11.1 --on 2026-11-24")
    assert "recorded as done on 24 November 2026, 4 days late. 1 of 2 milestones done. Undo with" in said


def test_follow_ups_and_milestones_share_numbers_and_no_list(desk):
    desk(f"{SET} --due 2026-12-01", "First draft sent")
    desk("follow-up add PK-CN-11 {}", "Ask the ministry")
    desk(f"{SET} --due 2026-12-15", "Experts agree")
    assert [("PK-CN-11.1", "milestone"), ("PK-CN-11.3", "milestone")] == [
        (row["ref"], row["kind"]) for row in desk.rows("milestone list PK-CN-11")
    ]
    assert ["PK-CN-11.2"] == [row["ref"] for row in desk.rows("follow-up list")]
    assert "No milestone is on record.\n" == desk("milestone list PK-CN-1")


def test_it_is_shown_with_its_deliverable(desk):
    desk(f"{SET} --due 2026-11-20 --on 2026-02-10", "First draft sent")
    desk(f"{SET} --due 2026-12-15", "Experts agree")
    desk("milestone done PK-CN-11.1 --on 2026-11-20")
    shown = desk("show PK-CN-11")
    assert "\n1 of 2 milestones done\nref " in shown
    assert "PK-CN-11.1  2026-11-20  kept " in shown
    told = json.loads(desk("show PK-CN-11 --format json"))
    assert (["PK-CN-11.1", "PK-CN-11.2"], []) == ([one["ref"] for one in told["milestones"]], told["follow_ups"])


def test_it_comes_up_as_a_follow_up_does(desk):
    desk(f"{SET} --due 2026-12-01", "First draft sent")
    assert ["PK-CN-11.1"] == [row["ref"] for row in desk.rows("upcoming --within 30d")]
    assert "PK-CN-11.1" in desk("status")
    assert "Record it: bilateral milestone done PK-CN-11.1" in desk("remind --dry-run")
    later = desk.on("2026-12-02")
    assert ("PK-CN-11.1", "milestone", 1) == tuple(
        later.rows("overdue")[-1][column] for column in ("ref", "kind", "days_late")
    )
    later("milestone done PK-CN-11.1 --on 2026-12-01")
    assert "PK-CN-11.1" not in later("overdue")


def test_the_journal_says_what_it_was_and_an_undo_takes_it_back(desk):
    desk(f"{SET} --due 2026-12-01", "First draft sent")
    desk("milestone done PK-CN-11.1")
    assert "milestone .1 set: First draft sent" in " ".join(desk("history PK-CN-11").split())
    desk("undo")
    assert [("due_soon")] == [row["standing"] for row in desk.rows("milestone list")]


@pytest.mark.parametrize(
    ("line", "exits", "said"),
    [
        ("milestone add PK-CN-11 x --due 2027-07-01", 4, "PK-CN-11 itself is due by 30 June 2027; a milestone on 1 "),
        ("milestone add PK-CN-11 x --due 2027", 4, "a milestone on 31 December 2027 would come after it."),
        ("milestone add PK-CN-11 x --due 2026-02-09", 2, "PK-CN-11 was agreed only on 10 February 2026;"),
        ("milestone add PK-CN-11 x", 2, "Missing option '--due'"),
        ("milestone add PK-CN-11 x --due someday", 2, "cannot be read as a day"),
        ("milestone add PK-CN-1 x --due 2026-12-01", 2, "PK-CN-1 is a meeting; milestones lead to"),
        ("milestone add PK-CN-3 x --due 2026-12-01", 2, "PK-CN-3 is conduct that has no end; milestones lead to"),
        ("milestone add PK-CN-11#1 x --due 2026-12-01", 2, "Set it under the commitment: PK-CN-11\n"),
        ("milestone add PK-CN-11.1 x --due 2026-12-01", 2, "PK-CN-11.1 cannot have milestones of its own."),
        ("milestone add PK-CN-11 x --due 2026-12-01 --on tomorrow", 2, "cannot have been set on 25 November 2026."),
        ("milestone add PK-CN-11 x --due 2026-12-01 --on 2026-02-09", 2, "Give a day from 10 February 2026 to 24 "),
        ("milestone done PK-CN-11", 2, "PK-CN-11 is not a milestone; they look like PK-CN-11.1."),
        ("milestone done PK-CN-11.2", 4, "PK-CN-11.2 is a follow-up. Record it with: bilateral follow-up done PK-CN"),
        ("follow-up done PK-CN-11.1", 4, "PK-CN-11.1 is a milestone. Record it with: bilateral milestone done PK-CN"),
        ("milestone done PK-CN-11.9", 3, "PK-CN-11.9"),
        ("milestone done PK-CN-11.1 --on tomorrow", 2, "Give a day from 24 November 2026 to 24 November 2026."),
    ],
)
def test_what_cannot_be_is_refused(desk, line, exits, said):
    desk(f"{SET} --due 2026-12-01", "First draft sent")
    desk("follow-up add PK-CN-11 {}", "Ask the ministry")
    assert said in desk.refuses(line, exits=exits)


@pytest.mark.parametrize("line", [f"{SET} --due 2026-12-15", "milestone done PK-CN-11.1 --on {}"])
def test_a_rehearsal_changes_nothing(desk, line):
    desk(f"{SET} --due 2026-12-01", "First draft sent")
    before = desk.content()
    assert "recorded" in desk(f"{line} --dry-run", "today")
    assert before == desk.content()
