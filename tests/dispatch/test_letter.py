"""A letter carries what the message says, and nothing in the message can become anything else."""

from dataclasses import replace
from email.parser import BytesParser
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral_tracker.dispatch.letter import letter, sender_address
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from tests.dispatch.letters import REMINDER

HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Bilateral-Register",
    "MIME-Version",
    "Content-Type",
]
ANY_TEXT = st.text(st.characters(), max_size=300) | st.text("From .\r\n=-_\0\t\x85\u2028外交و", max_size=300)
HOSTILE = "a\r\n.\r\nFrom b\r\n--=_\r\n..c\r\n\r\nFrom: d\n.e\n" + "f" * 2000 + "\n外交部 وزارت\x00\x0c\x85 \t \n"


def written(**changes) -> bytes:
    return letter(replace(REMINDER, **changes), "desk@example.org", "Desk of treaties")


def parsed(octets: bytes):
    return BytesParser(policy=default).parsebytes(octets)


def as_lines(text: str) -> list[str]:
    """The lines of a text that was sent: a lone surrogate stands in no text, and is sent as ?."""
    sent = text.encode(errors="replace").decode()
    return sent.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def test_a_letter_reads_so():
    assert written(text="Wei, due on 7 October.\n.\nFrom here on 1 = 1.", html="").decode().split("\r\n") == [
        'From: "Desk of treaties" <desk@example.org>',
        'To: "Li Wei" <li.wei@example.org>',
        "Subject: bilateral: 1 overdue (24 November 2026)",
        "Date: Tue, 24 Nov 2026 08:00:00 +0500",
        "Message-ID: <0f1e2d3c@bilateral.example>",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        "Bilateral-Register: register.db",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Wei, due on 7 October.",
        "=2E",
        "=46rom here on 1 =3D 1.",
        "",
    ]


@given(subject=ANY_TEXT, to_name=ANY_TEXT, register=ANY_TEXT, text=ANY_TEXT, html=ANY_TEXT)
@example(subject="a\r\nBcc: x@y", to_name='"<x@y>', register="\n\nbody", text=HOSTILE, html=HOSTILE)
@example(subject="", to_name="", register="", text="", html="x")
def test_whatever_the_message_its_letter_has_these_headers_and_says_that(subject, to_name, register, text, html):
    letter_read = parsed(written(subject=subject, to_name=to_name, register=register, text=text, html=html))
    assert HEADERS == [name for name in letter_read.keys() if name != "Content-Transfer-Encoding"]  # noqa: SIM118
    assert [] == letter_read.defects
    plain = letter_read.get_body(("plain",))
    assert as_lines(text) == as_lines(plain.get_content())[: len(as_lines(text))]
    if html:
        assert as_lines(html) == as_lines(letter_read.get_body(("html",)).get_content())[: len(as_lines(html))]
        assert 2 == len(list(letter_read.iter_parts()))


@given(text=ANY_TEXT)
@example(text=HOSTILE)
@example(text=f"From {'x' * 200}")
def test_its_lines_are_short_and_harmless_to_mail_servers_and_mailboxes(text):
    lines = written(text=text, html=f"<p>{text}", subject=text).split(b"\r\n")
    assert all(len(line) <= 78 and line.isascii() for line in lines)
    assert all(len(line) <= 76 for line in lines[lines.index(b"") :])
    assert all(b"\n" not in line and b"\r" not in line and b"\0" not in line for line in lines)
    assert not any(line.startswith((b"From ", b".")) for line in lines)


def test_chinese_and_urdu_arrive():
    letter_read = parsed(written(subject="外交部 逾期 1 项", to_name="وزارتِ خارجہ", text="李伟\nوزارتِ\u200cخارجہ\n"))
    assert "外交部 逾期 1 项" == letter_read["Subject"]
    assert "وزارتِ خارجہ" == letter_read["To"].addresses[0].display_name
    assert ["李伟", "وزارتِ\u200cخارجہ", ""] == as_lines(letter_read.get_body(("plain",)).get_content())


def test_the_same_message_is_the_same_letter():
    assert written() == written()


def test_the_best_part_comes_last():
    assert ["text/plain", "text/html"] == [part.get_content_type() for part in parsed(written()).iter_parts()]


def test_an_address_that_cannot_be_read_stops_that_letter_alone():
    with pytest.raises(Undelivered, match="'Li Wei' cannot be written to") as refusal:
        written(to_address="li.wei@example.org\r\nBcc: all@example.org")
    assert type(refusal.value) is Undelivered


def test_a_sender_that_cannot_be_read_stops_the_channel():
    with pytest.raises(ChannelDown, match="'mail' has a sender that cannot be read"):
        sender_address("mail", "nobody")


@pytest.mark.parametrize("made", ["1@example.org", "<1>", "<1@a>\r\nBcc: x", "<1 2@a>", "<李@a>", f"<{'1' * 250}@a>"])
def test_an_id_that_is_none_is_a_bug(made):
    with pytest.raises(ValueError, match="not a Message-ID"):
        replace(REMINDER, id=made)


@pytest.mark.parametrize("made", ["2026-11-24T08:00:00", "yesterday"])
def test_a_moment_without_an_offset_is_a_bug(made):
    with pytest.raises(ValueError, match=made):
        replace(REMINDER, sent_at=made)
