"""Text meets a terminal without acting on it, and is cut where a reader would cut it."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

from bilateral_tracker.reports.visible import display_width, shorten, visible, wrapped

ROOT = Path(__file__).parents[2]
BLANKS = " \u3000"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PAKISTAN = "\U0001f1f5\U0001f1f0"
ACTING = {"Cc", "Cs", "Zl", "Zp", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

anything = st.text(st.characters())
awkward = f"ab,( \u3000工組、《گ\u0301\u200c\u200dि\x1b\n\u202e\ud800가{FAMILY}{PAKISTAN}"
texts = anything | st.text(st.sampled_from(awkward))


def acts(character: str) -> bool:
    return not ACTING.isdisjoint({unicodedata.category(character), unicodedata.bidirectional(character)})


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("", ""),
        (r"\x1b[31mred", "\x1b[31mred"),
        (r"\x00 \x07 \x7f \x9b", "\x00 \x07 \x7f \x9b"),
        (r"one\ttwo\r\nthree", "one\ttwo\r\nthree"),
        (r"\u202egnp.exe\u2069", "\u202egnp.exe\u2069"),
        (r"\u2028\u2029", "\u2028\u2029"),
        (r"\udcff", "\udcff"),
        (r"C:\new", r"C:\new"),
    ],
)
def test_what_acts_on_a_terminal_is_spelled_out(expected, text):
    assert expected == visible(text)


@pytest.mark.parametrize(
    "text", ["联合工作组", "مشترکہ\u200cورکنگ گروپ\u200f", "cafe\u0301", FAMILY, PAKISTAN, "a\u00a0b"]
)
def test_what_only_shows_stays_as_it_is(text):
    assert text == visible(text)


def test_of_all_characters_exactly_those_that_act_are_spelled_out():
    everything = [chr(point) for point in range(sys.maxunicode + 1)]
    harmless = "".join(character for character in everything if not acts(character))
    assert harmless == visible(harmless)
    assert [] == [character for character in filter(acts, everything) if character in visible(character)]


@given(texts)
def test_visible_text_can_be_printed_and_made_visible_again(text):
    once = visible(text)
    assert not any(map(acts, once))
    assert once == visible(once)
    assert once == once.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (0, ""),
        (3, "abc"),
        (4, "工作"),
        (4, "cafe\u0301"),
        (5, "\u0627\u064f\u0631\u062f\u0648 "),
        (2, FAMILY),
        (2, PAKISTAN),
        (2, "ہ\u200dو"),
    ],
)
def test_a_width_is_counted_in_columns(expected, text):
    assert expected == display_width(text)


@pytest.mark.parametrize(
    ("expected", "text", "width"),
    [
        ("Annual", "Annual", 6),
        ("Annu…", "Annual", 5),
        ("Joint…", "Joint working", 7),
        ("…", "Annual", 1),
        ("工作组", "工作组", 6),
        ("工作…", "工作组", 5),
        ("工…", "工作组", 4),
        ("cafe\u0301…", "cafe\u0301s noirs", 5),
        ("caf…", "cafe\u0301s", 4),
        (FAMILY + "…", FAMILY * 2, 3),
        (r"\x1b…", "\x1b[31m", 5),
    ],
)
def test_what_is_too_long_ends_in_an_ellipsis(expected, text, width):
    assert expected == shorten(text, width)


@given(texts, st.integers(1, 30))
def test_a_shortened_text_fits_and_begins_like_the_text(text, width):
    short = shorten(text, width)
    assert display_width(short) <= width
    assert short == visible(text) or visible(text).startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    ("expected", "text", "width"),
    [
        ([""], "", 20),
        ([""], "   ", 20),
        (["Joint working group"], " Joint working group ", 19),
        (["Joint", "working", "group"], "Joint working   group", 8),
        (["Joint  working"], "Joint  working", 14),
        (["Joint working", "group"], "Joint working group", 13),
        (["a", "bc \u0301d"], "a bc \u0301d", 4),
        (["a", "memor", "andum"], "a memorandum", 5),
        (["两国联合", "工作组会", "议"], "两国联合工作组会议", 8),
        (["两国", "工作组"], "两国\u3000工作组", 6),
        (["joint 工", "作组 2026"], "joint 工作组 2026", 9),
        (["a 2026", "工作"], "a 2026工作", 7),
        (["مشترکہ", "ورکنگ گروپ"], "مشترکہ ورکنگ گروپ", 10),
        (["बैठक", "हिन्दी"], "बैठक हिन्दी", 7),
    ],
)
def test_a_line_ends_at_a_blank_or_beside_a_chinese_character(expected, text, width):
    assert expected == wrapped(text, width)


@pytest.mark.parametrize(
    ("expected", "text", "width"),
    [
        (["两国会", "谈。"], "两国会谈。", 8),
        (["两国签", "《备忘", "录》"], "两国签《备忘录》", 8),
        (["两国签", "(MoU)"], "两国签(MoU)", 7),
        (["会谈,"], "会谈,", 5),
        (["，，", "，"], "，，，", 4),  # it cannot be helped
    ],
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(expected, text, width):
    assert expected == wrapped(text, width)


@pytest.mark.parametrize("cluster", ["e\u0301", "か\u3099", "हि", "न्दी", FAMILY, PAKISTAN, "گ\u200c"])
def test_what_a_reader_takes_for_one_character_is_never_parted(cluster):
    lines = wrapped(cluster * 20, 7)
    assert len(lines) > 1
    assert [""] * len(lines) == [line.replace(cluster, "") for line in lines]


@given(texts, st.integers(1, 30))
def test_no_line_is_wider_than_asked(text, width):
    assume(all(wcswidth(grapheme) <= width for grapheme in iter_graphemes(visible(text))))
    assert max(map(display_width, wrapped(text, width))) <= width


@given(texts, st.integers(1, 30))
def test_only_blanks_at_the_ends_of_lines_are_lost(text, width):
    rest = visible(text)
    for line in wrapped(text, width):
        rest = rest.lstrip(BLANKS)
        assert line == rest[: len(line)]
        assert line == line.strip(BLANKS)
        rest = rest[len(line) :]
    assert "" == rest.strip(BLANKS)


@given(texts, st.integers(2, 30))
def test_a_text_that_fits_is_one_line(text, width):
    stripped = visible(text).strip(BLANKS)
    assume(display_width(stripped) <= width)
    assert [stripped] == wrapped(text, width)


def test_ascii_never_pays_for_the_tables_of_unicode():
    code = """
import sys
from bilateral_tracker.reports import table, visible
visible.shorten("Annual ministerial", 9)
visible.wrapped("Annual ministerial", 9)
print({"wcwidth", "tabulate"} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "set()\n" == run.stdout
