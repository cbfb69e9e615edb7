"""A reminder goes out once; what was begun and not finished is begun again under the same Message-ID."""

import re
from datetime import date, timedelta

import pytest

from bilateral_tracker.domain.batch import Message, message_id, messages
from bilateral_tracker.domain.ledger import Line, free
from bilateral_tracker.domain.reminder import Reminder

WORKING_GROUP = Reminder("PK-CN-1#3", date(2026, 10, 7), 42, "a.khan", "mail")
MINISTERS = Reminder("PK-CN-2#1", date(2027, 1, 7), -45, "a.khan", "mail")
NOW, LEASE = "2026-11-24T08:00:00+05:00", timedelta(minutes=15)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line(WORKING_GROUP, "2026-11-24T07:59:00+05:00", sent_at="2026-11-24T07:59:01+05:00"), False),
        (Line(WORKING_GROUP, "2026-11-01T07:59:00+05:00", sent_at="2026-11-24T07:59:01+05:00"), False),
        (Line(WORKING_GROUP, "2026-11-24T08:00:00+05:00"), False),
        (Line(WORKING_GROUP, "2026-11-24T07:45:01+05:00"), False),
        (Line(WORKING_GROUP, "2026-11-24T07:45:00+05:00"), True),
        (Line(WORKING_GROUP, "2026-11-24T03:00:00+00:00"), False),
        (Line(WORKING_GROUP, "2026-11-24T07:59:59+05:00", failure="refused"), True),
        (Line(WORKING_GROUP, "2026-11-24T08:00:01+05:00"), True),
        (Line(WORKING_GROUP, "2031-01-01T00:00:00+05:00"), True),
    ],
)
def test_a_claim_is_left_to_its_run_for_the_length_of_the_lease(line, expected):
    """Fifteen minutes; a claim from the future was made by a clock that was wrong."""
    assert expected is line.is_free(NOW, LEASE)
    assert ([WORKING_GROUP] if expected else []) == free([WORKING_GROUP], {WORKING_GROUP: line}, NOW, LEASE)


def test_what_nobody_claimed_is_free():
    assert [WORKING_GROUP] == free([WORKING_GROUP], {}, NOW, LEASE)


def test_what_one_recipient_is_told_on_one_channel_is_one_message():
    others = [WORKING_GROUP._replace(recipient="b.noor"), WORKING_GROUP._replace(channel="hook")]
    sent = messages([WORKING_GROUP, *others, MINISTERS], {}, "seal")
    told = [(one.recipient, one.channel, one.reminders) for one in sent]
    assert [
        ("a.khan", "mail", (WORKING_GROUP, MINISTERS)),
        ("b.noor", "mail", (others[0],)),
        ("a.khan", "hook", (others[1],)),
    ] == told
    assert 3 == len({one.id for one in sent})


def test_a_message_that_was_begun_keeps_its_id_whatever_came_to_it():
    begun = {WORKING_GROUP: Line(WORKING_GROUP, NOW, "<begun@desk>")}
    expected = [
        Message("<begun@desk>", "a.khan", "mail", (WORKING_GROUP,)),
        Message(message_id([MINISTERS], "seal"), "a.khan", "mail", (MINISTERS,)),
    ]
    assert expected == messages([WORKING_GROUP, MINISTERS], begun, "seal")


def test_a_message_id_follows_from_what_is_said():
    same = message_id([WORKING_GROUP, MINISTERS], "seal")
    assert same == message_id([MINISTERS, WORKING_GROUP], "seal")
    others = [message_id([WORKING_GROUP], "seal"), message_id([WORKING_GROUP, MINISTERS], "another register")]
    assert 3 == len({same, *others})
    assert re.fullmatch(r"<[0-9a-f]{40}@bilateral-tracker\.localdomain>", same)
