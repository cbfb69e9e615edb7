"""References are read in any case, worded in capitals, and refused with what they look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.reference import Reference, read_number, read_reference, split_reference
from bilateral_tracker.errors import WrongUsage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PK-CN-1", Reference("PK-CN-1")),
        (" pk-cn-1 ", Reference("PK-CN-1")),
        ("PK-CN-1#2", Reference("PK-CN-1", number=2)),
        ("pk-cn-1.3", Reference("PK-CN-1", follow_up=3)),
        ("pk-cn-", Reference("PK-CN-")),
        ("pk", Reference("PK")),
        ("PK-ASEAN-12#100", Reference("PK-ASEAN-12", number=100)),
    ],
)
def test_a_reference_is_read_in_any_case_and_may_be_a_prefix(text, expected):
    assert expected == read_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#2",
        "-1",
        "PK--1",
        "PK CN 1",
        "PK-CN-1#",
        "PK-CN-1#0",
        "PK-CN-1#02",
        "PK-CN-1#-1",
        "PK-CN-1#1000000",
        "PK-CN-1#2.3",
        "PK-CN-1.x",
        "PK_CN_1",
        "PK-CN-١",
        "PK-CN-1;",
        "A" * 101,
    ],
)
def test_what_cannot_be_a_reference_is_refused_with_what_they_look_like(text):
    with pytest.raises(WrongUsage, match=r"is not a reference\. They look like PK-CN-1, PK-CN-1#2 or PK-CN-1\.3"):
        read_reference(text)


@pytest.mark.parametrize("text", ["PK-CN-1", "PK-CN-1#2", "PK-CN-1.3"])
def test_a_reference_is_worded_as_it_is_typed(text):
    assert text == str(read_reference(text.lower()))


@given(st.from_regex(r"[A-Z]{2}-[A-Z]{2}-[1-9][0-9]{0,4}(#[1-9][0-9]{0,4}|\.[1-9][0-9]{0,4})?", fullmatch=True))
def test_every_reference_is_read_again_from_its_own_words(text):
    assert text == str(read_reference(text))


@pytest.mark.parametrize(("text", "expected"), [("1", 1), (" 12 ", 12), ("999999", 999999)])
def test_the_number_of_an_occurrence_is_counted_from_one(text, expected):
    assert expected == read_number(text)


@pytest.mark.parametrize("text", ["", "0", "-1", "01", "1.5", "two", "#2", "٣", "1000000"])
def test_what_cannot_be_a_number_is_refused(text):
    with pytest.raises(WrongUsage, match="is not the number of an occurrence"):
        read_number(text)


@pytest.mark.parametrize(
    ("ref", "expected"),
    [("PK-CN-1", ("PK-CN", 1)), ("PK-CN-120", ("PK-CN", 120)), ("PK-CN-RU-3", ("PK-CN-RU", 3))],
)
def test_a_commitments_reference_is_its_relationship_and_a_number(ref, expected):
    assert expected == split_reference(ref)
