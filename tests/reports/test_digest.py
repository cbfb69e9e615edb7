"""A digest says all that wants attention, in lines that fit and in HTML that holds no mark-up but its own."""

import re
from datetime import date
from html.parser import HTMLParser
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.reports.digest import Item, digest
from bilateral_tracker.reports.visible import display_width, visible
from tests.reports.conftest import NOVEMBER, row_of

JWG = "2026-01-07 agreed JWG every 3 months"
HELD = f"{JWG}; 2026-10-09 held"
ROWS = {
    "overdue": row_of(JWG),
    "slipped": row_of(f"{JWG}, soft"),
    "today": row_of("2026-01-07 agreed deliverable, due 2026-11-24"),
    "arranged for today": row_of(f"{HELD}; 2026-11-01 arranged #4 to 2026-11-24"),
    "coming": row_of("2026-01-07 agreed report, due 2026-12-24"),
    "to be recorded": row_of(f"{HELD}; 2026-11-01 arranged #4 to 2026-11-20"),
    "review": row_of("2026-01-07 agreed standing"),
    "without a date": row_of(HELD),
}


def item_of(text: str, day: date = NOVEMBER, title: str = "JWG", **more: Any) -> Item:
    return Item(row_of(text, day, title=title), **more)


def text_of(*items: Item, **more: Any) -> str:
    said = {"to_name": "Asma Khan", "day": NOVEMBER, "register_name": "Interior desk", **more}
    return digest(items, **said).text


def subject_of(*rows: str) -> str:
    return digest([Item(ROWS[row]) for row in rows], "Asma Khan", NOVEMBER, "Interior desk").subject


ENGLISH = """\
For Asma Khan
24 November 2026: 1 overdue, 1 coming, 1 up for review.

Overdue
-------

PK-CN-1#3 Joint Working Group meets
  Overdue by 48 days (due 7 October 2026, 2 sittings missed before it).
  Owed jointly.
  Told now: 4 stages since 1 November
  Promised in: Joint press release, Beijing, 7 January 2026, paragraph 3
    "The two sides agreed to convene the Joint Working Group every three
    months and to report its results."
  Next: Find a day on which both capitals work: bilateral propose PK-CN-1
  Record it: bilateral held PK-CN-1 --on DATE

Coming
------

PK-CN-1#1 Annual report on visas
  Due 24 December 2026, in 30 days.
  Owed jointly.
  Next: Ask for the figures.
  Record it: bilateral delivered PK-CN-1#1 --on DATE

Review due
----------

PK-CN-1 Strengthen cooperation
  Up for review since 7 July 2026.
  Owed jointly.
  Record it: bilateral reviewed PK-CN-1

-- 
Register: Interior desk
To hear less of something you know:
  bilateral acknowledge REF
  bilateral snooze REF --until DATE
"""  # noqa: W291  # the line before a footer ends in a blank: RFC 3676 4.3


def test_a_digest_in_english():
    report = item_of("2026-01-07 agreed report, due 2026-12-24", title="Annual report on visas")
    items = [
        item_of("2026-01-07 agreed standing", title="Strengthen cooperation"),
        report._replace(next_step="Ask for the figures."),
        Item(
            row_of(JWG, title="Joint Working Group meets"),
            told="4 stages since 1 November",
            where="Joint press release, Beijing, 7 January 2026, paragraph 3",
            quote='"The two sides agreed to convene the Joint Working Group every three months and to report its '
            'results."',
            next_step="Find a day on which both capitals work: bilateral propose PK-CN-1",
        ),
    ]
    assert ENGLISH == text_of(*items)


@pytest.mark.parametrize(
    ("title", "quote", "expected"),
    [
        (
            "双方同意每三个月举行一次联合工作组会议，并向部长报告进展情况，以便及时落实重要共识",
            "“双方同意每三个月举行一次联合工作组会议，并向部长报告进展情况，以便及时落实重要共识。”",
            """\
PK-CN-1#3 双方同意每三个月举行一次联合工作组会议，并向部长报告进展情况，以
    便及时落实重要共识
  Overdue by 48 days (due 7 October 2026, 2 sittings missed before it).
  Owed jointly.
    “双方同意每三个月举行一次联合工作组会议，并向部长报告进展情况，以便及时落
    实重要共识。”
""",
        ),
        (
            "مشترکہ ورکنگ گروپ کا اجلاس",
            "دونوں فریقین نے ہر تین ماہ بعد مشترکہ ورکنگ گروپ کا اجلاس منعقد کرنے پر اتفاق کیا",
            """\
PK-CN-1#3 مشترکہ ورکنگ گروپ کا اجلاس
  Overdue by 48 days (due 7 October 2026, 2 sittings missed before it).
  Owed jointly.
    دونوں فریقین نے ہر تین ماہ بعد مشترکہ ورکنگ گروپ کا اجلاس منعقد کرنے پر
    اتفاق کیا
""",
        ),
    ],
    ids=["Chinese", "Urdu"],
)
def test_chinese_and_urdu_are_wrapped_by_the_columns_that_they_take(title, quote, expected):
    assert expected in text_of(item_of(JWG, title=title, quote=quote))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["overdue", "overdue", "today", "coming"], "2 overdue, 1 due today, 1 coming"),
        (["arranged for today", "slipped"], "1 slipped, 1 due today"),
        (["without a date"], "1 date to be proposed"),
        (["without a date", "review", "without a date"], "1 up for review, 2 dates to be proposed"),
        (["to be recorded"], "1 to be recorded"),
        ([], "nothing to be reminded of"),
    ],
)
def test_the_subject_says_how_many_of_each(rows, expected):
    assert f"bilateral: {expected} (24 November 2026)" == subject_of(*rows)


def test_the_most_urgent_comes_first():
    text = text_of(*(Item(row) for row in reversed(ROWS.values())))
    expected = ["Overdue", "Slipped", "Due today", "Coming", "To be recorded", "Review due", "Date to be proposed"]
    assert expected == re.findall(r"\n\n(.+)\n-+\n", text)


def test_under_a_heading_items_stand_by_due_date_then_reference():
    rows = [
        row_of("2026-01-07 agreed report, due 2026-12-24", ref="PK-CN-10"),
        row_of("2026-01-07 agreed report, due 2026-12-24", ref="PK-CN-9"),
        row_of("2026-01-07 agreed report, due 2026-12-02", ref="PK-CN-11"),
    ]
    assert ["PK-CN-11#1", "PK-CN-9#1", "PK-CN-10#1"] == re.findall(
        r"^PK-CN\S+", text_of(*map(Item, rows)), re.MULTILINE
    )


def test_a_date_that_was_proposed_is_told_as_the_reader_s_side_sees_it():
    proposed = item_of(f"{HELD}; 2026-11-20 proposed #4 to 2026-12-20 by CN")
    expected = "China has proposed 20 December 2026: our\n  answer is waited for."
    assert expected in text_of(proposed, we="PK", names={"PK": "Pakistan", "CN": "China"})


def test_a_command_that_does_not_fit_stands_below_whole():
    sentence = "Both capitals work on few of the days that are left, so ask the other side soon"
    expected = """\
  Next: Both capitals work on few of the days that are left, so ask the other
  side soon:
    bilateral propose PK-CN-1
"""
    assert expected in text_of(item_of(JWG, next_step=f"{sentence}: bilateral propose PK-CN-1"))


def test_a_command_acts_on_no_terminal():
    long = f"{'word ' * 15}: bilateral show \x1b[2J"
    assert r"bilateral show \x1b[2J" in text_of(item_of(JWG, next_step=long))


@pytest.mark.parametrize("around", ["{}", "见 {}。", "see ({}), paragraph 3"])
def test_a_web_address_is_never_broken(around):
    address = f"https://www.example.org/{'joint-statements/' * 5}2026.html"
    assert address in text_of(item_of(JWG, where=around.format(address)))


def test_a_letter_without_a_name_or_a_source_leaves_them_out():
    text = text_of(item_of(JWG), to_name="")
    assert text.startswith("24 November 2026: 1 overdue.\n")
    assert "Promised in" not in text


# What a page may hold: everything else would have come from a text.
TAGS = set("html head meta title body table tr td p h2 strong span blockquote code hr".split())
ATTRIBUTES = set("lang charset name content role width cellpadding cellspacing style dir".split())


class Page(HTMLParser):
    """What a mail program finds in a page: tags, their attributes and the words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        self.words.append(data)


def page_of(item: Item, **more: Any) -> Page:
    said = {"to_name": "Asma Khan", "day": NOVEMBER, "register_name": "Interior desk", **more}
    return Page(digest([item], **said).html)


HOSTILE = '</title></td><script src="https://example.org/x.js">a()</script><img src=x onerror="a()">&lt;b>\x1b[2J\n'


def test_no_text_becomes_mark_up():
    hostile = item_of(JWG, title=HOSTILE, told=HOSTILE, where=HOSTILE, quote=HOSTILE, next_step=HOSTILE)
    plain, page = (
        page_of(item_of(JWG, told="a", where="a", quote="a", next_step="a")),
        page_of(hostile, to_name=HOSTILE, register_name=HOSTILE),
    )
    assert plain.tags == page.tags
    assert visible(HOSTILE).strip() in "".join(page.words)


def test_nothing_is_fetched_and_no_colour_is_set():
    html = digest([item_of(JWG)], "Asma Khan", NOVEMBER, "Interior desk").html
    assert not re.search(r"url\(|href|src=|@import|https?:|background|[; \"]color:", html)


def test_what_others_wrote_finds_its_own_direction():
    html = digest([item_of(JWG, title="اجلاس", quote="اتفاق")], "", NOVEMBER, "").html
    assert '<span dir="auto">اجلاس</span>' in html
    assert re.search(r'<blockquote dir="auto"[^>]*>اتفاق</blockquote>', html)


words = st.text(st.characters() | st.sampled_from("ab,( \u3000工組、《گ\u0301\u200c<&\"'>:/"), max_size=120)
items = st.builds(
    lambda row, title, fields: Item(row._replace(title=title), *fields),
    st.sampled_from(sorted(ROWS.values(), key=lambda row: row.order)),
    words,
    st.tuples(words, words, words, words),
)


@given(st.lists(items, max_size=4), words, words)
def test_every_line_fits_unless_it_holds_what_must_not_be_broken(some, to_name, register_name):
    letter = digest(some, to_name, NOVEMBER, register_name)
    for line in letter.text.split("\n"):
        must_not_be_broken = "bilateral " in line or re.fullmatch(r" *[!-~]*://[!-~]+", line)
        assert display_width(line) <= 78 or must_not_be_broken
    assert letter.text == "\n".join(visible(line) for line in letter.text.split("\n"))
    assert all(item.row.ref in letter.text for item in some)
    assert letter.subject == visible(letter.subject)


@given(st.lists(items, max_size=4), words, words)
def test_every_page_is_whole_and_holds_only_its_own_mark_up(some, to_name, register_name):
    page = Page(digest(some, to_name, NOVEMBER, register_name).html)
    assert [] == page.open
    assert set(page.tags) <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert page.tags.count("h2") <= len(some)


@pytest.mark.parametrize(("told", "where"), [*product(["", "4 stages"], ["", "Minutes, paragraph 3"])])
def test_what_is_not_known_takes_no_line(told, where):
    lines = text_of(item_of(JWG, told=told, where=where)).splitlines()
    assert bool(told) + bool(where) == sum(line.startswith(("  Told now:", "  Promised in:")) for line in lines)
