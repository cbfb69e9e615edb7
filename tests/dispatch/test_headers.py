"""A text in a header stays in it, and is read back as it was."""

from email.header import decode_header, make_header
from email.parser import BytesParser
from email.policy import compat32, default
from email.utils import parseaddr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral_tracker.dispatch.headers import LINE, mailbox_header, one_line, text_header

ANY_TEXT = st.text(st.characters(), max_size=400) | st.text(
    'ab =?"\\<>@,:;\r\n\t\v\f\0\x85\u2028\u202e外交و', max_size=200
)


def parsed(header: str):
    return BytesParser(policy=default).parsebytes(f"{header}\r\n\r\n".encode())


def decoded_as_rfc_2047_says(header: str) -> str:
    [(_, value)] = BytesParser(policy=compat32).parsebytes(f"{header}\r\n\r\n".encode()).items()
    return str(make_header(decode_header(value.replace("\r\n", ""))))


def name_and_address(header: str) -> tuple[str, str]:
    value = header.removeprefix("To:").replace("\r\n", "").strip(" ")
    name, address = parseaddr(value)
    return str(make_header(decode_header(name))), address


@given(ANY_TEXT)
@example("a\r\nBcc: all@example.org")
@example("a\n\nbody")
@example("=?utf-8?q?a=0ABcc:_x?=")
@example("会晤" * 100)
@example("x" * 200)
@example("a  b " + "c" * 30 + " =?")
def test_whatever_the_subject_it_is_one_header_and_reads_as_it_was(text):
    header = text_header("Subject", text)
    assert ["Subject"] == parsed(header).keys()
    assert one_line(text) == parsed(header)["Subject"]
    assert one_line(text) == decoded_as_rfc_2047_says(header)


@given(ANY_TEXT)
def test_a_header_is_ascii_in_short_lines_each_a_folded_one(text):
    first, *folded = text_header("Bilateral-Register", text).split("\r\n")
    assert first.startswith("Bilateral-Register:")
    for line in (first, *folded):
        assert line.isascii()
        assert line.isprintable()
        assert len(line) <= LINE
    assert all(line.startswith(" ") and line.strip() for line in folded)


@given(ANY_TEXT)
@example('"Li" <other@example.org>, x')
@example("a\\")
@example("Li\r\nBcc: all@example.org")
def test_whatever_the_name_there_is_one_mailbox_and_it_is_that_of_the_address(text):
    header = mailbox_header("To", text, "li.wei@example.org")
    [mailbox] = parsed(header)["To"].addresses
    assert ["To"] == parsed(header).keys()
    assert "li.wei@example.org" == mailbox.addr_spec
    # the older functions: 3.11's parser of mailboxes reads a blank between folded encoded words, against RFC 2047 6.2
    assert (one_line(text), "li.wei@example.org") == name_and_address(header)
    assert all(len(line) <= LINE for line in header.split("\r\n"))


@given(ANY_TEXT)
def test_no_control_character_is_left_in_a_line(text):
    assert not any(character in one_line(text) for character in "\0\r\n\x1b\x7f\x85\u2028\u2029\u202e\u2066")


@pytest.mark.parametrize(
    ("header", "octets"),
    [
        (text_header("Subject", "2 overdue"), "Subject: 2 overdue"),
        (text_header("Subject", ""), "Subject:"),
        (text_header("Subject", "a\x1b[2J\nb\u202ec"), "Subject: a\\x1b[2J b\\u202ec"),
        (text_header("Subject", "外交"), "Subject: =?utf-8?b?5aSW5Lqk?="),
        (text_header("Subject", "word " * 20), f"Subject: {'word ' * 13}word\r\n {'word ' * 5}word"),
        (mailbox_header("To", "", "a@b.example"), "To: a@b.example"),
        (mailbox_header("To", "Li, Wei", "a@b.example"), 'To: "Li, Wei" <a@b.example>'),
        (mailbox_header("To", 'Li "W"', "a@b.example"), 'To: "Li \\"W\\"" <a@b.example>'),
        (mailbox_header("To", "李伟", "a@b.example"), "To: =?utf-8?b?5p2O5Lyf?= <a@b.example>"),
    ],
)
def test_headers_are_written_so(header, octets):
    assert octets == header
