"""A path is a whole one, from wherever the program is started."""

from pathlib import Path

import pytest

from bilateral_tracker.dispatch.local_path import local_path
from bilateral_tracker.dispatch.message import ChannelDown


def test_a_whole_path_is_taken_and_a_tilde_is_the_home(monkeypatch):
    monkeypatch.setenv("HOME", "/home/desk")
    assert Path("/srv/box") == local_path("/srv/box", "box")
    assert Path("/home/desk/box") == local_path("~/box", "box")


@pytest.mark.parametrize("text", ["", "box", "./box", "~nobody-has-this-name/box", "/srv/\0box"])
def test_any_other_is_refused(text):
    with pytest.raises(ChannelDown, match=r"The channel 'box' has the path .* not a whole one"):
        local_path(text, "box")
