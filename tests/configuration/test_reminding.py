"""When reminders are due can be said for everything, for a kind and for one commitment."""

import pytest

from bilateral_tracker.domain.stages import Counts, RemindSettings, Stages
from bilateral_tracker.domain.stages_change import Never, StagesChange


def test_everything_can_be_said_at_once(read):
    text = """
        [remind]
        before = [21, 3]
        every_days = 5
        director_after = 10
        head_after = "never"
        counts = "working"
        propose_before = 60
        lease_minutes = 30
        [remind.kinds.meeting]
        propose_before = "never"
        [remind.kinds.follow_up]
        before = []
        [remind.commitments."pk-cn-1"]
        director_after = 0
        [remind.commitments.PK-CN-KZ-12]
        counts = "calendar"
    """
    expected = RemindSettings(
        Stages((21, 3), 5, 10, None, Counts.WORKING, 60),
        kinds={"meeting": StagesChange(propose_before=Never.NEVER), "follow_up": StagesChange(before=())},
        commitments={"PK-CN-1": StagesChange(director_after=0), "PK-CN-KZ-12": StagesChange(counts=Counts.CALENDAR)},
        lease_minutes=30,
    )
    assert expected == read(text).remind


def test_the_days_before_may_stand_in_any_order_and_count_once(read):
    assert (30, 7, 0) == read("remind.before = [0, 7, 30, 7]").remind.default.before


WHOLE = "is no whole number from"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every_days = 0", f"'0' {WHOLE} 1 to 3,650. Write it like: every_days = 7"),
        ("every_days = -7", f"'-7' {WHOLE} 1 to 3,650. Write it like: every_days = 7"),
        ("every_days = 7.0", f"'7.0' {WHOLE} 1 to 3,650. Write it like: every_days = 7"),
        ("every_days = true", f"'true' {WHOLE} 1 to 3,650. Write it like: every_days = 7"),
        ('every_days = "never"', f"'never' {WHOLE} 1 to 3,650. Write it like: every_days = 7"),
        ("director_after = -1", f"'-1' {WHOLE} 0 to 3,650. Write it like: director_after = 30, or \"never\""),
        ("head_after = false", f"'false' {WHOLE} 0 to 3,650. Write it like: head_after = 30, or \"never\""),
        ("propose_before = 3651", f"'3651' {WHOLE} 0 to 3,650. Write it like: propose_before = 30, or \"never\""),
        ("lease_minutes = 0", f"'0' {WHOLE} 1 to 1,440. Write it like: lease_minutes = 7"),
        (
            "before = [7, -1]",
            "'[7, -1]' is no list of whole numbers from 0 to 3,650. Write it like: before = [30, 7, 0]",
        ),
        ("before = 7", "'7' is no list of whole numbers from 0 to 3,650. Write it like: before = [30, 7, 0]"),
        ('counts = "workng"', "'workng' is not one of its words. Did you mean working?"),
        ("counts = 3", "'3' is not one of its words. There are: calendar, working"),
        ("evry_days = 3", "no such key here. Did you mean every_days?"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_write(wrong, text, expected):
    assert [f"remind.{text.split(' ')[0]}: {expected}"] == wrong(f"[remind]\n{text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("remind = 3", "remind: '3' is no table. Write it like: [remind]"),
        ("[remind.kinds.meetin]", "remind.kinds.meetin: no kind of commitment. Did you mean meeting?"),
        (
            "remind.kinds.report = 3",
            "remind.kinds.report: '3' is no table. Write it like: [remind.kinds.report]",
        ),
        (
            "remind.kinds.report.lease_minutes = 3",
            "remind.kinds.report.lease_minutes: no such key here. There are: before, counts, director_after, "
            "every_days, head_after, propose_before",
        ),
        (
            '[remind.commitments."PK-CN-1#2"]',
            "remind.commitments.'PK-CN-1#2': 'PK-CN-1#2' names no commitment. They look like PK-CN-1",
        ),
        ("[remind.commitments.PK-CN]", "remind.commitments.PK-CN: 'PK-CN' names no commitment. They look like PK-CN-1"),
        (
            "[remind.commitments.PK-CN-1]\n[remind.commitments.pk-cn-1]",
            "remind.commitments.pk-cn-1: PK-CN-1 stands here twice.",
        ),
        ('"\\u001B[2J" = 1', r"'\x1b[2J': no such key here. There are: channel, default_channel, remind"),
    ],
)
def test_what_is_said_of_nothing_is_told(wrong, text, expected):
    assert [expected] == wrong(text)
