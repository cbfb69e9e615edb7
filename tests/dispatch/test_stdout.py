"""A message is printed whole, or the channel is down."""

import errno

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.domain.channel_settings import StdoutSettings
from tests.dispatch.letters import REMINDER


def test_the_text_is_printed(capsys):
    channel(StdoutSettings()).send(REMINDER)
    assert REMINDER.text == capsys.readouterr().out


def test_it_goes_where_the_command_prints():
    printed: list[str] = []
    channel(StdoutSettings(), printed.append).send(REMINDER)
    assert [REMINDER.text.removesuffix("\n")] == printed


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), "Broken pipe"),
        (UnicodeEncodeError("ascii", "外", 0, 1, "no"), "lacks a character"),
    ],
)
def test_what_cannot_be_printed_stops_the_channel(problem, said):
    def fails(_: str) -> None:
        raise problem

    with pytest.raises(ChannelDown, match=said):
        channel(StdoutSettings(), fails).send(REMINDER)
