"""A table fits the screen, its columns stand under each other, and its cells are what was put in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from bilateral_tracker.reports.table import quick_table, table
from bilateral_tracker.reports.visible import display_width, visible

HEADERS = ["ref", "days", "title"]
CHINESE = "两国联合工作组第三次会议"
URDU = "مشترکہ ورکنگ گروپ کا اجلاس"
LONG = "The joint working group is to meet every three months and to report to the ministers"


def is_counted_alike(text: str) -> bool:
    """Whether tabulate counts as we do: it takes a letter after a ZWJ for a part of the letter before."""
    return display_width(visible(text)) == wcswidth(visible(text))


cells = st.text(st.characters(), max_size=12).filter(is_counted_alike)
titles = st.text(st.characters()) | st.text(st.sampled_from("ab 工、گ\u0301\x1b\n"), max_size=120)


def test_headers_are_ruled_off_and_the_title_gives_way():
    expected = [
        "ref      days  title",
        "-------  ----  -----------------------",
        "PK-CN-1  48    The joint working group",
        "               is to meet every three",
        "               months and to report to",
        "               the ministers",
        "PK-CN-2  7     Annual ministerial",
    ]
    rows = [["PK-CN-1", "48", LONG], ["PK-CN-2", "7", "Annual ministerial"]]
    assert expected == table(HEADERS, rows, width=38).split("\n")


def test_a_table_takes_eighty_columns_unless_told_otherwise():
    lines = table(HEADERS, [["PK-CN-1", "48", LONG]]).split("\n")
    assert 80 == max(map(len, lines))


def test_any_column_can_be_the_one_that_gives_way():
    expected = [
        "title                   ref",
        "----------------------  ---",
        "两国联合工作组第三次会  x",
        "议",
    ]
    assert expected == table(["title", "ref"], [[CHINESE, "x"]], width=27, flexible=0).split("\n")


def test_a_table_without_rows_still_has_its_headers():
    assert "ref  days  title\n---  ----  -----" == table(HEADERS, [])


@pytest.mark.parametrize(
    "name",
    [
        "Beijing",
        "外交部",
        "دفتر خارجہ",
        "cafe\u0301",
        "हिन्दी",
        "\U0001f1f5\U0001f1f0",
        "\x1b[31m",
        "e\u0301" * 9,
        "",
    ],
)
def test_the_next_column_begins_in_the_same_place_whatever_the_script(name):
    lines = table(["lead", "title"], [[name, "X"], ["Islamabad", "X"]]).split("\n")
    starts = {display_width(line[: line.index("X")]) for line in lines[2:]}
    assert {max(len("Islamabad"), display_width(visible(name))) + 2} == starts


@pytest.mark.parametrize("cell", ["1e5", "007", "+90", "1,000", "nan", "1.50", "-", "0x1f", "True", "None"])
def test_a_cell_is_text_and_never_a_number(cell):
    assert cell == table(["number", "title"], [[cell, "x"]]).split("\n")[2].split()[0]


def test_control_characters_in_a_cell_or_a_header_are_spelled_out():
    expected = [
        r"\x1b[1m  title",
        r"-------  ----------",
        r"\x01     a\nb\u202e",
    ]
    assert expected == table(["\x1b[1m", "title"], [["\x01", "a\nb\u202e"]]).split("\n")


def test_below_twenty_columns_the_title_keeps_its_room():
    lines = table(HEADERS, [["PK-CN-1", "48", LONG]], width=10).split("\n")
    assert "-------  ----  --------------------" == lines[1]
    assert "PK-CN-1  48    The joint working" == lines[2]


def test_where_the_title_has_too_little_room_the_other_columns_are_broken_at_their_blanks():
    expected = [
        "ref      when        owed  title",
        "                     by",
        "-------  ----------  ----  --------------------",
        "PK-CN-1  2026-11-05  PK    The joint working",
        "         arranged          group is to meet",
    ]
    rows = [["PK-CN-1", "2026-11-05 arranged", "PK", "The joint working group is to meet"]]
    for draw in (table, quick_table):
        assert expected == draw(["ref", "when", "owed by", "title"], rows, width=47).split("\n")


def test_only_as_many_columns_are_broken_as_need_be():
    rows = [["PK-CN-1", "2026-11-05 arranged", "PK", "The joint working group is to meet"]]
    first, *_ = table(["ref", "when", "owed by", "title"], rows, width=50).split("\n")
    assert "ref      when        owed by  title" == first


def test_a_title_that_fits_is_not_padded_out_to_the_screen():
    assert "--  -----" == table(["no", "title"], [["1", "a b"]]).split("\n")[1]


@pytest.mark.parametrize("row", [["PK-CN-1", "48"], ["PK-CN-1", "48", "Annual", "more"]])
def test_a_row_of_another_length_than_the_headers_is_refused(row):
    with pytest.raises(ValueError, match="zip"):
        table(HEADERS, [row])


@given(st.lists(st.tuples(cells, cells, titles), max_size=5))
def test_no_line_is_wider_than_the_screen_or_than_its_cells_force_it_to_be(rows):
    fixed = sum(max(display_width(visible(row[index])) for row in [HEADERS, *rows]) for index in (0, 1))
    lines = table(HEADERS, rows).split("\n")
    assert max(map(display_width, lines)) <= max(80, fixed + 4 + 20)


@given(st.lists(st.tuples(cells, cells, titles), max_size=5))
def test_no_line_ends_in_a_blank_and_none_acts_on_the_terminal(rows):
    lines = table(HEADERS, rows).split("\n")
    assert [line.rstrip() for line in lines] == lines
    assert lines == list(map(visible, lines))


def holds_something(row: tuple[str, ...]) -> bool:
    """Whether tabulate shows the row: it leaves out one of nothing but blanks where another has several lines."""
    return any(visible(cell).strip() for cell in row)


@given(st.lists(st.tuples(cells, cells, titles).filter(holds_something), max_size=5), st.integers(20, 100))
def test_the_quick_table_is_the_same_to_the_letter(rows, width):
    assert table(HEADERS, rows, width) == quick_table(HEADERS, rows, width)
