"""A channel is opened once a run, and not tried for others when it is out."""

from datetime import date
from typing import Any

import pytest

from bilateral_tracker.configuration.configuration import Configuration
from bilateral_tracker.desk import post
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from bilateral_tracker.domain.batch import Message, message_id
from bilateral_tracker.domain.round import Round
from bilateral_tracker.reports.reminding import Known
from tests.desk.test_remind import AMINA, BILAL, DIRECTOR, ONE_OFF, WorkingWeek
from tests.domain.conftest import told

DAY = date(2026, 8, 3)


class Channel:
    """Fails as it is told to, and counts."""

    def __init__(self, failure=None):
        self.failure, self.sent, self.closed = failure, [], 0

    def send(self, message):
        self.sent.append(message)
        if self.failure:
            raise self.failure

    def close(self):
        self.closed += 1


@pytest.fixture
def letting_out(monkeypatch):
    """A way out through one channel, and what was opened."""

    def through(channel):
        opened = []

        def opening(settings, _):
            opened.append(settings.name)
            return channel

        monkeypatch.setattr(post, "channel", opening)
        due = Round(DAY, lambda _: DAY, WorkingWeek(), recipients=(AMINA, BILAL, DIRECTOR))
        moment = "2026-08-03T08:00:00+05:00"
        way: Any = post.Post(due, Configuration(), Known({}, {}, "PK"), "/r.db", lambda: moment, print)
        return way, opened

    return through


def message(recipient):
    """A message to the recipient, and what it says."""
    owed = [
        one
        for one in Round(DAY, lambda _: DAY, WorkingWeek(), recipients=(recipient,)).owed(told(ONE_OFF))
        if one.reminder.recipient == recipient.id
    ]
    reminders = tuple(one.reminder for one in owed)
    return Message(message_id(reminders, "seal"), recipient.id, "stdout", reminders), owed


def test_one_channel_serves_all_messages_of_a_run_and_is_closed_after(letting_out):
    channel = Channel()
    way, opened = letting_out(channel)
    for recipient in (AMINA, BILAL):
        way.send(*message(recipient))
    way.close()
    assert (["stdout"], 1) == (opened, channel.closed)
    assert ["amina", "bilal"] == [one.to_name for one in channel.sent]


def test_a_channel_that_is_out_is_not_tried_for_others(letting_out):
    channel = Channel(ChannelDown("The server is away."))
    way, _ = letting_out(channel)
    for recipient in (AMINA, BILAL):
        with pytest.raises(ChannelDown, match="The server is away"):
            way.send(*message(recipient))
    assert 1 == len(channel.sent)


def test_a_message_that_is_refused_keeps_no_other_from_being_tried(letting_out):
    channel = Channel(Undelivered("No such mailbox."))
    way, _ = letting_out(channel)
    for recipient in (AMINA, BILAL):
        with pytest.raises(Undelivered):
            way.send(*message(recipient))
    assert 2 == len(channel.sent)


def test_the_director_is_told_why(letting_out):
    channel = Channel()
    way, _ = letting_out(channel)
    for recipient in (AMINA, DIRECTOR):
        way.send(*message(recipient))
    why = "Told now: it has been overdue for 30 days or more"
    assert [False, True] == [why in one.text for one in channel.sent]
