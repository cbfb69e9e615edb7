"""The names of events from which prose counts time."""

import re

import pytest

from bilateral_tracker.communique.event_phrases import EVENT, OCCASION, event_name

NAMES = {
    "the entry into force of this agreement": "entry into force",
    "this protocol enters into force": "entry into force",
    "the date this mou becomes operative": "operative date",
    "the date of its signature": "signature",
    "the agreement is signed": "signature",
    "its first meeting": "first meeting",
    "the next session of the commission": "next session of the commission",
    "his proposed visit to the republic of utopia": "visit to utopia",
    "receipt of the request": "receipt of the request",
}


@pytest.mark.parametrize(("words", "name"), NAMES.items())
def test_an_event_has_a_short_name(words, name):
    assert name == event_name(words)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("the entry into force and shall meet", "the entry into force"),
        ("receipt of a request, unless agreed", "receipt of a request"),
        ("signature", "signature"),
    ],
)
def test_an_event_ends_with_its_clause(text, event):
    found = re.match(EVENT, text)
    assert found is not None
    assert event == found[0]


def test_an_occasion_is_one_of_a_row_or_still_to_come():
    assert re.match(OCCASION, "the next round of talks")
    assert not re.match(OCCASION, "the meeting")
