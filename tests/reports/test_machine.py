"""Any program can read our JSON, and a terminal that shows it is not acted on."""

import json
import math
from datetime import date
from itertools import islice, repeat
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.reports.machine import json_array, json_object
from bilateral_tracker.reports.visible import visible

# Text holds no surrogates here: two halves side by side are one character in JSON, and only there.
texts = st.text() | st.text(st.sampled_from('\x00\x1b\n\x7f\x85\x9b\u2028\u202e\u2069\\"u工'), max_size=8)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
values = st.none() | st.booleans() | numbers | texts
nested = st.recursive(values, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=8)


def test_one_object_stands_on_each_line():
    rows: list[list[object]] = [
        ["PK-CN-1", "联合工作组", date(2026, 10, 7), 48, None],
        ["PK-CN-2", 'a "b"', None, -1.5, True],
    ]
    expected = (
        "[\n"
        '{"ref": "PK-CN-1", "title": "联合工作组", "due_on": "2026-10-07", "days": 48, "source": null},\n'
        '{"ref": "PK-CN-2", "title": "a \\"b\\"", "due_on": null, "days": -1.5, "source": true}\n'
        "]\n"
    )
    assert expected == "".join(json_array(["ref", "title", "due_on", "days", "source"], rows))


def test_no_rows_are_an_empty_array():
    assert ["[]\n"] == list(json_array(["ref"], []))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (r"\u001b[31m", "\x1b[31m"),
        (r"\n\t\r\u0000", "\n\t\r\x00"),
        (r"\u007f\u0080\u009f", "\x7f\x80\x9f"),
        (r"\u202a\u202e\u2066\u2069", "\u202a\u202e\u2066\u2069"),
        (r"\u2028\u2029", "\u2028\u2029"),
        (r"\ud800\udfff!", "\ud800\udfff!"),
        (r"\\\u007f", "\\\x7f"),
        ("中文 اُردو\u200c 👍", "中文 اُردو\u200c 👍"),
    ],
)
def test_only_what_acts_on_a_terminal_is_escaped(expected, text):
    assert f'[\n{{"title": "{expected}"}}\n]\n' == "".join(json_array(["title"], [[text]]))
    assert f'{{\n  "{expected}": "{expected}"\n}}\n' == json_object({text: text})


@given(st.lists(st.tuples(values, values)))
def test_an_array_read_back_is_what_was_written(rows):
    expected = [{"ref": ref, "title": title} for ref, title in rows]
    assert expected == json.loads("".join(json_array(["ref", "title"], rows)))


@given(st.dictionaries(texts, nested))
def test_an_object_read_back_is_what_was_written(value):
    assert value == json.loads(json_object(value))


@given(st.text(st.characters()))
def test_no_line_acts_on_a_terminal(text):
    lines = [*"".join(json_array([text], [[text]])).split("\n"), *json_object({text: [text]}).split("\n")]
    assert lines == list(map(visible, lines))


@pytest.mark.parametrize("character", list(map(chr, [0xD800, 0xDCFF, 0xDFFF])))
def test_half_a_character_survives(character):
    assert [{"title": character}] == json.loads("".join(json_array(["title"], [[character]])))


def test_an_object_is_indented_and_its_dates_are_text_however_deep():
    expected = (
        "{\n"
        '  "ref": "PK-CN-1",\n'
        '  "cadence": {\n'
        '    "anchor": "2026-01-07"\n'
        "  },\n"
        '  "occurrences": [\n'
        "    {\n"
        '      "due_on": "2026-04-07",\n'
        '      "settled_on": null\n'
        "    }\n"
        "  ]\n"
        "}\n"
    )
    value = {
        "ref": "PK-CN-1",
        "cadence": MappingProxyType({"anchor": date(2026, 1, 7)}),
        "occurrences": ({"due_on": date(2026, 4, 7), "settled_on": None},),
    }
    assert expected == json_object(value)
    assert expected == json_object(MappingProxyType(value))


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1000, 2600])
def test_no_row_is_lost_between_chunks(count):
    chunks = list(json_array(["number"], ([number] for number in range(count))))
    assert [{"number": number} for number in range(count)] == json.loads("".join(chunks))
    assert len(chunks) <= 2 + count // 400
    assert count + 2 == "".join(chunks).count("\n")


def test_rows_are_read_only_as_they_are_written():
    endless = json_array(["ref"], repeat(["PK-CN-1"]))
    assert ['[\n{"ref"', ',\n{"ref"'] == [chunk[:8] for chunk in islice(endless, 2)]


@pytest.mark.parametrize("row", [["PK-CN-1"], ["PK-CN-1", "Annual", "more"]])
def test_a_row_of_another_length_than_the_columns_is_refused(row):
    with pytest.raises(ValueError, match="zip"):
        list(json_array(["ref", "title"], [row]))


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_json_does_not_know_is_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        list(json_array(["days"], [[number]]))
    with pytest.raises(ValueError, match="JSON"):
        json_object({"days": number})


def test_a_value_that_json_does_not_know_is_refused():
    with pytest.raises(TypeError, match="JSON cannot hold a set"):
        json_object({"parties": {"PK"}})
