"""What the reader finds in communiqués, treaties, minutes and reports, and what it leaves alone."""

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.extract import drafts
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.draft import LONGEST_TITLE, Cue, DraftType
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.source import SourceKind
from tests.communique.scoring import passages, total

FLOORS = {"precision": 0.99, "recall": 0.99, "f1": 0.99}
PIECES = (
    "The two sides agreed to",
    "It was agreed that",
    "hold",
    "the Joint Commission",
    "shall meet",
    "every three months",
    "by the end of 2026",
    "and",
    ";",
    ":",
    "\n- ",
    "will",
    "that",
    ",",
    "Pakistan",
    "is being established",
    "which",
    "to",
    "(",
    "agreed",
)


def read(text, *, parties=("Pakistan", "China"), on=date(2026, 1, 7), kind=SourceKind.JOINT_STATEMENT):
    return drafts(Document(text, on, parties, kind=kind))


def test_the_published_figures_are_reached():
    tally, errors = total()
    reached = {name: getattr(tally, name) >= floor for name, floor in FLOORS.items()}
    assert {"precision": True, "recall": True, "f1": True} == reached, errors
    assert tally.rhythm / tally.rhythms >= 0.95, errors
    assert tally.time / tally.times >= 0.95, errors
    assert tally.strength / tally.pairs >= 0.95, errors
    assert tally.type / tally.pairs >= 0.95, errors


def test_there_are_enough_passages_and_enough_without_a_promise():
    found = passages()
    assert len(found) >= 60
    assert sum(not one.labels for one in found) >= 20


def test_each_quote_stands_where_the_draft_says():
    for passage in passages():
        for one in drafts(passage.document):
            assert one.quote == passage.document.text[one.start : one.end]
            assert 0 < len(one.title) <= LONGEST_TITLE


def test_one_sentence_may_hold_two_promises():
    meeting, ministers = read(
        "Both governments reached a consensus to hold working group meetings every three months, "
        "while the interior ministers will meet annually."
    )
    assert ("FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY") == (meeting.recurrence, ministers.recurrence)
    assert "the interior ministers will meet annually." == ministers.quote
    assert "Interior ministers meet" == ministers.title
    assert {Kind.MEETING} == {meeting.kind, ministers.kind}


def test_a_rule_of_venues_goes_to_the_meeting_before_it():
    [one] = read(
        "The Joint Commission shall meet once a year. Its sessions will be held alternately in the two capitals."
    )
    assert ("alternating", "joint commission") == (one.venue, one.organ)


def test_what_one_side_undertakes_is_offered_and_owed_by_it():
    [one] = read("The Chinese side informed that it would train forty officers by the end of 2026.")
    assert (Strength.OFFERED, "China", "2026-12-31") == (one.strength, one.owed_by, one.deadline)
    assert DraftType.DEADLINE_DELIVERABLE is one.type


def test_a_capital_stands_for_its_government():
    [one] = read("Islamabad will open a consulate in Kashgar.")
    assert "Pakistan" == one.owed_by


def test_what_was_discussed_is_told_only_beside_a_promise():
    discussed, agreed = read("The ministers discussed tourism and agreed to sign a protocol.")
    assert (Strength.DISCUSSED, Strength.AGREED) == (discussed.strength, agreed.strength)
    assert () == read("The ministers discussed tourism and sport.")


def test_what_is_asked_for_is_sought():
    [one] = read("Pakistan is seeking support from China for its cyber crime agency.")
    assert Strength.SOUGHT is one.strength


def test_the_items_of_a_list_are_bound_by_its_lead_in():
    first, second = read("The two sides agreed to:\n- open a direct line;\n- exchange lists by 1 May 2026.")
    assert ("open a direct line", "2026-05-01") == (first.quote.rstrip(";"), second.deadline)
    assert "list" in {cue.sort for cue in first.cues}


def test_a_word_with_two_meanings_is_asked():
    [one] = read("The committee will meet biannually.")
    assert 2 == len(one.readings)
    assert one.question.startswith("'biannually' can mean ")
    assert one.rhythm is None


def test_a_time_hung_on_an_event_keeps_its_event():
    [one] = read("The Parties shall exchange lists within six months of the entry into force of this Treaty.")
    assert isinstance(one.due, EventDue)


def test_a_draft_says_why_it_is_one():
    [one] = read("The two countries agreed to convene the Joint Committee every two years.")
    assert Cue("organ", "joint committee") in one.cues
    assert Cue("party", "The two countries") in one.cues
    assert {"verb", "time"} <= {cue.sort for cue in one.cues}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\ufffd",
        "The two sides had agreed to meet in 2019.",
        "The tariff quota is reckoned on an annual basis.",
        "The Committee shall consist of four members.",
        "They welcomed the decision of Japan to open an embassy.",
        "They welcomed the news that both countries will open an embassy.",
        "The ministers recalled that the two sides will sign a protocol.",
        "The parties reaffirmed their commitment to peace.",
        "The ministers expressed satisfaction with the growth of trade.",
        "As agreed in 2023, the road was opened in May.",
        "The United Nations will hold a conference in June 2026.",
        "This Agreement shall enter into force on the date of signature.",
        "Both sides hope that trade will grow.",
    ],
)
def test_what_is_no_promise_is_left_alone(text):
    assert () == read(text)


HOSTILE = (
    "will ",
    "agreed to ",
    "agreed that ",
    "and hold meetings every year ",
    "approved by the Cabinet ",
    "India, ",
    "shall, ",
    "the two sides will meet in May and ",
    "to ",
    ", ",
    "; ",
    "\n- ",
)


def calls(text):
    """How many functions are called to read a text: its cost, without a clock."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_three_times_as_long_costs_no_more_than_three_times_as_much(words):
    read(words)  # what is built once, such as tables of names, is not counted
    once = words * (8_000 // len(words))
    assert calls(once * 3) < 3.3 * calls(once)


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text):
    for one in read(text):
        assert one.quote == text[one.start : one.end]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_order_of_words_is_too_strange(pieces):
    text = " ".join(pieces)
    found = read(text)
    assert found == read(text)
    assert all(one.quote == text[one.start : one.end] and one.quote for one in found)
