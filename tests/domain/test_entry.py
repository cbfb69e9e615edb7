"""The journal is chained by seals; what was undone is not in force, unless the undoing was undone."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.entry import GENESIS, Act, Entry, in_force
from tests.changing import replace

HELD = Entry(1, Act.HELD, "PK-CN-1", '{"happened_on":"2026-04-29"}', "Ayesha", "2026-04-29T10:30:00+05:00")


def entry(number: int, undoes: int | None = None) -> Entry:
    """A sitting, or the undoing of another entry."""
    if undoes is None:
        return replace(HELD, number=number)
    return replace(HELD, number=number, act=Act.UNDONE, body=json.dumps({"entry": undoes}))


def chain(*undoes: int | None) -> list[Entry]:
    """Entries numbered from 1; a number says which one is undone."""
    return [entry(number, undone) for number, undone in enumerate(undoes, 1)]


def stands_by_definition(entries: list[Entry], one: Entry) -> bool:
    """Whether no undoing of it is itself in force."""
    undoing = [other for other in entries if other.act is Act.UNDONE and json.loads(other.body)["entry"] == one.number]
    return not any(stands_by_definition(entries, other) for other in undoing)


@st.composite
def chains(draw) -> list[Entry]:
    """Up to twelve entries, of which many undo an earlier one."""
    length = draw(st.integers(0, 12))
    return chain(*(draw(st.none() | st.integers(1, number)) if number else None for number in range(length)))


def test_a_seal_is_the_sha256_of_all_that_an_entry_says():
    """Computed with sha256sum(1): a register written today must still verify in twenty years."""
    assert "122dc5836fcc6b6c1d46e0b429d827b5fb0b151aa77a4a596bc10e11077d86bc" == HELD.seal(GENESIS)


@pytest.mark.parametrize(
    "change",
    [
        {"number": 2},
        {"act": Act.DELIVERED},
        {"subject": "PK-CN-2"},
        {"body": '{"happened_on":"2026-04-28"}'},
        {"author": "ayesha"},
        {"recorded_at": "2026-04-29T10:30:01+05:00"},
    ],
)
def test_whatever_is_changed_breaks_the_seal(change):
    assert HELD.seal(GENESIS) != replace(HELD, **change).seal(GENESIS)


def test_a_seal_depends_on_the_one_before():
    assert HELD.seal(GENESIS) != HELD.seal(HELD.seal(GENESIS))


def test_text_moved_from_one_field_to_the_next_breaks_the_seal():
    one, other = replace(HELD, body="ab", author="c"), replace(HELD, body="a", author="bc")
    assert one.seal(GENESIS) != other.seal(GENESIS)


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_can_be_sealed(body, author):
    assert 64 == len(replace(HELD, body=body, author=author).seal(GENESIS))


def test_an_entry_is_recorded_on_the_civil_day_of_the_registers_home():
    assert date(2026, 4, 29) == replace(HELD, recorded_at="2026-04-29T01:30:00+05:00").recorded_on


@pytest.mark.parametrize(
    ("undoes", "expected"),
    [
        ([], []),
        ([None, None], [1, 2]),
        ([None, None, 1], [2]),
        ([None, 1, 2], [1]),
        ([None, 1, 2, 3], []),
        ([None, 1, 1], []),
        ([None, 1, 1, 2], []),
        ([None, 1, 1, 2, 3], [1]),
        ([None, None, 2, 1, 4], [1]),
    ],
)
def test_an_undoing_can_itself_be_undone(undoes, expected):
    assert expected == [one.number for one in in_force(chain(*undoes))]


@given(chains(), st.randoms())
def test_what_is_in_force_is_what_no_undoing_in_force_undoes(entries, random):
    expected = [one.number for one in entries if one.act is not Act.UNDONE and stands_by_definition(entries, one)]
    random.shuffle(shuffled := list(entries))
    assert expected == [one.number for one in in_force(shuffled)]
