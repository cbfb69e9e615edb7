"""A spreadsheet shows our rows and runs none of them, and every text comes back as it went in."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from itertools import islice, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.reports.spreadsheet import csv_lines, guarded, unguarded

anything = st.text(st.characters())
texts = anything | st.text(st.sampled_from("=+-@'\t\r\n\0＝＋－＠\",; a"), max_size=6)


def parsed(lines: Iterator[str]) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(lines), newline="")))


@pytest.mark.parametrize("first", list("=+-@\t\r\n\0＝＋－＠'"))
def test_what_a_spreadsheet_might_run_gets_an_apostrophe(first):
    assert f"'{first}1+1" == guarded(f"{first}1+1")
    assert f"'{first}" == guarded(first)


@pytest.mark.parametrize("cell", ["", "PK-CN-1", "a=b", " =1", "外交部", "7 October", '"', "\u2019tis"])
def test_other_text_is_left_alone(cell):
    assert cell == guarded(cell)


@pytest.mark.parametrize("cell", ["", "'", "'tis", "PK-CN-1", "=1"])
def test_an_apostrophe_that_guards_nothing_is_not_taken_away(cell):
    assert cell == unguarded(cell)


@given(texts)
def test_unguarding_restores_every_text(text):
    assert text == unguarded(guarded(text))


@given(texts)
def test_nothing_guarded_begins_like_a_formula(text):
    assert guarded(text)[:1] not in {*"=+-@\t\r\n\0＝＋－＠"}


def test_rows_stand_under_their_header_and_only_text_is_guarded():
    rows = [
        ["PK-CN-1", -48, date(2026, 10, 7), None, "=HYPERLINK()"],
        ["PK-CN-2", 7, date(2027, 1, 7), 1.5, 'a "b", c'],
    ]
    expected = (
        "ref,days_left,due_on,ratio,title\n"
        "PK-CN-1,-48,2026-10-07,,'=HYPERLINK()\n"
        'PK-CN-2,7,2027-01-07,1.5,"a ""b"", c"\n'
    )
    assert expected == "".join(csv_lines(["ref", "days_left", "due_on", "ratio", "title"], rows))


def test_the_header_is_there_even_without_rows():
    assert ["ref,title\n"] == list(csv_lines(["ref", "title"], []))


def test_a_row_whose_only_cell_is_empty_is_not_lost():
    assert [["title"], [""], ["x"]] == parsed(csv_lines(["title"], [[None], ["x"]]))


@given(st.lists(st.tuples(texts, texts)))
def test_what_is_read_back_is_what_was_written(rows):
    header, *back = parsed(csv_lines(["ref", "title"], rows))
    assert ["ref", "title"] == header
    assert [list(row) for row in rows] == [[unguarded(cell) for cell in row] for row in back]


@pytest.mark.parametrize("count", [0, 1, 498, 499, 500, 501, 1000, 2600])
def test_no_row_is_lost_between_chunks(count):
    rows = [[str(number)] for number in range(count)]
    chunks = list(csv_lines(["number"], rows))
    assert [["number"], *rows] == parsed(iter(chunks))
    assert len(chunks) <= 1 + count // 400


def test_rows_are_read_only_as_they_are_written():
    endless = csv_lines(["ref"], repeat(["PK-CN-1"]))
    assert ["ref\n", "PK-"] == [chunk[:size] for chunk, size in zip(islice(endless, 2), (4, 3), strict=True)]


@pytest.mark.parametrize("value", [["PK"], {}, b"PK", object()])
def test_what_is_neither_text_number_nor_date_is_refused(value):
    with pytest.raises(TypeError, match="CSV cell cannot hold"):
        list(csv_lines(["parties"], [[value]]))
