"""Action points: raised under a commitment, due on a day or hung on a sitting, done."""

import pytest

RAISE = "follow-up add PK-CN-1 {}"
TEXT = "Send the draft agenda"


def due_on(desk):
    return [row["due_on"] for row in desk.rows("follow-up list")]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2026-12-01", "2026-12-01"),
        ("1 Dec 2026", "2026-12-01"),
        ("+90d", "2027-02-22"),
        ("friday", "2026-11-27"),
        ("2026-Q4", "2026-12-31"),
        ("14 days before the next sitting", "2026-12-24"),
        ("two weeks before the next meeting", "2026-12-24"),
        ("1 month after the next sitting", "2027-02-07"),
        ("30 days after it was held", None),
        ("", None),
    ],
)
def test_a_due_date_is_a_day_or_hangs_on_a_sitting(bilateral, due, expected):
    bilateral(f"{RAISE} --due {{}}", TEXT, due)
    assert [expected] == due_on(bilateral)


def test_the_answer_says_when_it_is_due_and_what_it_hangs_on(bilateral):
    expected = (
        "PK-CN-1.1 (Send the draft agenda) recorded, due 24 December 2026 (14 days before #4 is expected). "
        "Undo with: bilateral undo\n"
    )
    assert expected == bilateral(f"{RAISE} --due '14 days before the next sitting'", TEXT)
    assert "; it is due 30 days after #4 was held." in bilateral(f"{RAISE} --due '30 days after it was held'", TEXT)
    assert "recorded, without a due date." in bilateral(RAISE, TEXT)


def test_it_moves_with_the_sitting_it_hangs_on(bilateral):
    bilateral("follow-up add PK-CN-1#4 {} --due '14 days before the next sitting'", TEXT)
    bilateral("postpone PK-CN-1#4 --to 2027-02-01")
    assert ["2027-01-18"] == due_on(bilateral)
    bilateral("defer PK-CN-1#4")
    assert [None] == due_on(bilateral)


def test_after_a_sitting_it_runs_from_the_day_it_was_held(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-29")
    bilateral(f"{RAISE} --due '30 days after it was held'", TEXT)
    bilateral("follow-up add PK-CN-1#3 {} --due '1 month after it was held'", TEXT)
    assert ["2026-05-29", None] == due_on(bilateral)
    bilateral("held PK-CN-1 --on 2026-10-31")
    assert ["2026-05-29", "2026-11-30"] == due_on(bilateral)


def test_what_is_not_done_in_time_is_overdue(bilateral):
    bilateral(f"{RAISE} --due 2026-11-20 --on 2026-11-01 --owner PK", TEXT)
    row = bilateral.rows("overdue")[-1]
    expected = ("PK-CN-1.1", "follow_up", TEXT, "PK", "", 4, "2026-11-20")
    columns = ("ref", "kind", "title", "owed_by", "lead", "days_late", "due_on")
    assert expected == tuple(row[column] for column in columns)
    assert [] == bilateral.rows("overdue --as-of 2026-10-07")


def test_an_owner_that_is_no_party_leads_it(bilateral):
    bilateral(f"{RAISE} --owner {{}}", TEXT, "Consular Section")
    [row] = bilateral.rows("follow-up list")
    assert ("joint", "Consular Section") == (row["owed_by"], row["lead"])
    assert "joint: Consular Section" in bilateral("follow-up list")


def test_done_in_time_done_late_and_not_yet_done_as_of_the_day_before(bilateral):
    bilateral(f"{RAISE} --due 2026-11-20 --on 2026-11-01", TEXT)
    said = bilateral("follow-up done pk-cn-1.1 --on 2026-11-22")
    assert "PK-CN-1.1 (Send the draft agenda) recorded as done on 22 November 2026, 2 days late." in said
    bilateral(f"{RAISE} --due 2026-12-20", "Book the hall")
    bilateral("follow-up done PK-CN-1.2")
    assert ["kept_late", "kept"] == [row["standing"] for row in bilateral.rows("follow-up list")]
    assert ["overdue"] == [row["standing"] for row in bilateral.rows("follow-up list --as-of 2026-11-21")]


def test_action_points_of_one_commitment_are_listed_or_those_of_all(bilateral):
    bilateral(RAISE, TEXT)
    bilateral("follow-up add PK-CN-2 {}", "Fix a date")
    assert ["PK-CN-1.1", "PK-CN-2.1"] == [row["ref"] for row in bilateral.rows("follow-up list")]
    assert ["PK-CN-2.1"] == [row["ref"] for row in bilateral.rows("follow-up list PK-CN-2")]
    assert "No follow-up is on record.\n" == bilateral("follow-up list PK-CN-3")


def test_a_follow_up_is_named_and_shown_with_its_commitment(bilateral):
    bilateral(RAISE, TEXT)
    assert bilateral("show PK-CN-1") == bilateral("show PK-CN-1.1")
    assert TEXT in bilateral("show PK-CN-1")
    refusal = bilateral.refuses("held PK-CN-1.1 --on 2026-04-29", exits=2)
    assert "PK-CN-1.1 is a follow-up. Record it with: bilateral follow-up done PK-CN-1.1\n" in refusal


@pytest.mark.parametrize(
    ("line", "exits", "said"),
    [
        ("follow-up done PK-CN-1.2", 3, "has no follow-up PK-CN-1.2. See those it has with: bilateral follow-up list"),
        ("follow-up done PK-CN-1", 2, "PK-CN-1 is not a follow-up; they look like PK-CN-1.1."),
        ("follow-up done PK-CN-1.1 --on 2026-10-31", 2, "Give a day from 1 November 2026 to 24 November 2026."),
        ("follow-up done PK-CN-1.1 --on tomorrow", 2, "Give a day from 1 November 2026 to 24 November 2026."),
        ("follow-up add PK-CN-1.1 x", 2, "is a follow-up already. Raise the new one under PK-CN-1\n"),
        ("follow-up add PK-CN-1#3 x --due 2026-12-01", 2, "No due date hangs on PK-CN-1#3."),
        ("follow-up add PK-CN-1#999999 x --due '1 day before the sitting'", 3, "has no occurrence #999999."),
        ("follow-up add PK-CN-6 x --due '1 day before the sitting'", 4, "expects no further sitting to count from."),
        ("follow-up add PK-CN-1 x --due someday", 2, "'someday' cannot be read as a day."),
        ("follow-up add PK-CN-1 x --on tomorrow", 2, "cannot have been raised on 25 November 2026."),
        ("follow-up add PK-CN-1 x --on 2026-01-06", 2, "cannot have been raised on 6 January 2026."),
        ("show PK-CN-1.2", 3, "has no follow-up PK-CN-1.2."),
    ],
)
def test_what_cannot_be_is_refused(bilateral, line, exits, said):
    bilateral(f"{RAISE} --on 2026-11-01", TEXT)
    assert said in bilateral.refuses(line, exits=exits)


def test_it_is_done_once(bilateral):
    bilateral(RAISE, TEXT)
    bilateral("follow-up done PK-CN-1.1")
    refusal = bilateral.refuses("follow-up done PK-CN-1.1", exits=4)
    assert "PK-CN-1.1 is already on record as done on 24 November 2026." in refusal


@pytest.mark.parametrize("line", [f"{RAISE} --due 2026-12-01", "follow-up done PK-CN-1.1 --on {}"])
def test_a_rehearsal_changes_nothing(bilateral, line):
    bilateral(RAISE, TEXT)
    before = bilateral.content()
    assert "recorded" in bilateral(f"{line} --dry-run", "today")
    assert before == bilateral.content()


def test_a_follow_up_to_what_is_only_on_file_is_chased_all_the_same(bilateral):
    """The sister cities were only discussed; that somebody was to ask about them was decided."""
    bilateral('follow-up add PK-CN-8 "Ask the mayor" --due 2026-11-01 --on 2026-10-12')
    assert "PK-CN-8.1" in bilateral("overdue")
    assert "PK-CN-8.1" in bilateral("status")
