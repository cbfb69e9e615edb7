"""Letters reach mail servers as they are, and whatever a server does instead is told apart."""

import socket
import sys
from contextlib import contextmanager
from dataclasses import replace
from email.parser import BytesParser
from email.policy import default
from time import monotonic

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from bilateral_tracker.domain.channel_settings import Security, SmtpSettings
from tests.dispatch.letters import REMINDER, to
from tests.dispatch.servers import (
    PASSWORD,
    Postmaster,
    drip,
    free_port,
    hang,
    knows_the_password,
    mumbling,
    post_office,
    served,
)

GIVES_PASSWORD = (sys.executable, "-c", f"print({PASSWORD!r})")
GIVES_ANOTHER = (sys.executable, "-c", "print('battery staple')")
GREETING = b"220 mail.example\r\n"
OK = b"250 OK\r\n"


def settings(port: int = 25, **said) -> SmtpSettings:
    plain = SmtpSettings("mail", "localhost", "desk@example.org", "Desk", Security.NONE, port, timeout_seconds=10)
    return replace(plain, **said)


@contextmanager
def way_to(port: int, **said):
    way = channel(settings(port, **said))
    try:
        yield way
    finally:
        way.close()


def send_and_close(port: int, **said) -> None:
    with way_to(port, **said) as way:
        way.send(REMINDER)


def test_a_letter_arrives_octet_for_octet():
    postmaster = Postmaster()
    with post_office(postmaster) as port:
        send_and_close(port)
    [(recipient, octets)] = postmaster.letters
    assert "li.wei@example.org" == recipient
    assert b'To: "Li Wei" <li.wei@example.org>\r\n' in octets
    assert b"Message-ID: <0f1e2d3c@bilateral.example>\r\n" in octets


def test_dots_long_lines_chinese_and_urdu_arrive():
    text = f".\r\n..\r\nFrom here\r\n{'x' * 5000}\r\n外交部\r\nوزارت\r\n"
    postmaster = Postmaster()
    with post_office(postmaster) as port, way_to(port) as way:
        way.send(replace(REMINDER, text=text, subject="逾期"))
    letter = BytesParser(policy=default).parsebytes(postmaster.letters[0][1])
    plain, _ = letter.iter_parts()
    assert "逾期" == letter["Subject"]
    assert text.splitlines() == plain.get_content().splitlines()


def test_all_letters_of_a_run_go_over_one_connection_and_one_refusal_stops_no_other():
    postmaster = Postmaster({"gone@example.org": "550 5.1.1 no such \x1b[31muser"})
    with post_office(postmaster) as port, way_to(port) as way:
        way.send(to("first@example.org", 1))
        with pytest.raises(Undelivered) as refusal:
            way.send(to("gone@example.org", 2))
        way.send(to("third@example.org", 3))
    assert ["first@example.org", "third@example.org"] == [recipient for recipient, _ in postmaster.letters]
    assert 1 == len(postmaster.connections)
    assert type(refusal.value) is Undelivered
    assert str(refusal.value) == (
        f"The mail server 'localhost' (port {port}) does not take letters to gone@example.org: "
        "550 '5.1.1 no such \\x1b[31muser'. Check the address."
    )


@pytest.mark.parametrize(
    ("refused", "answer", "kind", "said"),
    [
        ("li.wei@example.org", "450 4.2.1 busy", Undelivered, "450 '4.2.1 busy'. It is tried again"),
        ("li.wei@example.org", "421 4.3.2 closing", ChannelDown, "closes down: 421 '4.3.2 closing'"),
        ("MAIL", "553 5.7.1 not yours", ChannelDown, "from desk@example.org: 553 '5.7.1 not yours'"),
        ("MAIL", "451 4.7.1 busy", ChannelDown, "451 '4.7.1 busy'. It is tried again"),
        ("MAIL", "421 4.7.0 too many", ChannelDown, "closes down"),
        ("DATA", "554 5.7.1 spam", Undelivered, "refused the letter to li.wei@example.org: 554 '5.7.1 spam'"),
        ("DATA", "451 4.3.0 disk full", Undelivered, "451 '4.3.0 disk full'"),
        ("DATA", "421 4.3.2 closing", ChannelDown, "closes down"),
    ],
)
def test_a_refusal_is_told_in_the_servers_words(refused, answer, kind, said):
    with post_office(Postmaster({refused: answer})) as port, pytest.raises(Undelivered) as refusal:
        send_and_close(port)
    assert type(refusal.value) is kind
    assert said in str(refusal.value)


def test_starttls_encrypts_and_checks_the_certificate(ca_file, server_context):
    postmaster = Postmaster()
    with post_office(postmaster, tls_context=server_context, require_starttls=True) as port:
        send_and_close(port, security=Security.STARTTLS, ca_file=ca_file)
    assert 1 == len(postmaster.letters)


def test_tls_from_the_first_octet(ca_file, server_context):
    postmaster = Postmaster()
    with post_office(postmaster, ssl_context=server_context) as port:
        send_and_close(port, security=Security.TLS, ca_file=ca_file)
    assert 1 == len(postmaster.letters)


@pytest.mark.parametrize(
    ("security", "option"), [(Security.STARTTLS, "tls_context"), (Security.TLS, "ssl_context")], ids=str
)
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_certificate_of_an_unknown_authority_or_for_another_name_is_not_trusted(
    security, option, host, ca_file, server_context
):
    postmaster = Postmaster()
    known = ca_file if host == "127.0.0.1" else ""
    with (
        post_office(postmaster, **{option: server_context}) as port,
        pytest.raises(ChannelDown, match="its certificate is not trusted"),
    ):
        send_and_close(port, host=host, security=security, ca_file=known)
    assert [] == postmaster.letters


def test_without_starttls_nothing_is_sent_where_it_was_asked():
    postmaster = Postmaster()
    with post_office(postmaster) as port, pytest.raises(ChannelDown, match="STARTTLS"):
        send_and_close(port, security=Security.STARTTLS)
    assert [] == postmaster.letters


def test_a_server_that_speaks_no_tls_is_told_apart(ca_file):
    with post_office(Postmaster()) as port, pytest.raises(ChannelDown, match="TLS failed"):
        send_and_close(port, security=Security.TLS, ca_file=ca_file)


def test_a_file_that_holds_no_certificates_is_named(tmp_path):
    (tmp_path / "ca.pem").write_text("nothing")
    with post_office(Postmaster()) as port, pytest.raises(ChannelDown, match=r"ca\.pem' of the channel 'mail' cannot"):
        send_and_close(port, security=Security.TLS, ca_file=str(tmp_path / "ca.pem"))


def test_the_login_uses_what_the_command_prints(ca_file, server_context):
    postmaster = Postmaster()
    office = {"authenticator": knows_the_password, "auth_required": True, "tls_context": server_context}
    login = {"username": "desk", "password_command": GIVES_PASSWORD, "security": Security.STARTTLS, "ca_file": ca_file}
    with post_office(postmaster, **office) as port:
        send_and_close(port, **login)
    assert 1 == len(postmaster.letters)


def test_a_refused_login_stops_the_channel_and_shows_no_password(ca_file, server_context):
    office = {"authenticator": knows_the_password, "auth_required": True, "tls_context": server_context}
    login = {"username": "desk", "password_command": GIVES_ANOTHER, "security": Security.STARTTLS, "ca_file": ca_file}
    with post_office(Postmaster(), **office) as port, pytest.raises(ChannelDown, match="refused the login: 535") as no:
        send_and_close(port, **login)
    assert "battery" not in str(no.value)
    assert no.value.__suppress_context__


def test_a_server_that_repeats_the_password_is_not_quoted():
    def repeats(caller, _):
        heard = caller.makefile("rb")
        caller.sendall(GREETING)
        heard.readline()
        caller.sendall(b"250-mail.example\r\n250 AUTH PLAIN\r\n")
        while said := heard.readline():
            caller.sendall(b"535 no such login: " + said.split()[-1] + b" (" + PASSWORD.encode() + b")\r\n")
        heard.close()

    with served(repeats) as port, pytest.raises(ChannelDown, match=r"535 'no such login: \.\.\. \(\.\.\.\)'") as no:
        send_and_close(port, username="desk", password_command=GIVES_PASSWORD)
    assert PASSWORD not in str(no.value)


def test_a_server_without_logins_is_told_apart():
    with post_office(Postmaster()) as port, pytest.raises(ChannelDown, match="AUTH"):
        send_and_close(port, username="desk", password_command=GIVES_PASSWORD)


def test_a_password_beyond_ascii_is_refused_unseen():
    gives = (sys.executable, "-c", r"import sys; sys.stdout.buffer.write('пароль\n'.encode())")
    with pytest.raises(ChannelDown, match="beyond ASCII") as no:
        send_and_close(free_port(), username="desk", password_command=gives)
    assert "пароль" not in str(no.value)


@pytest.mark.parametrize(
    ("said", "what_is_said"),
    [
        ({"host": "mail.example", "username": "desk", "password_command": ("pass",)}, "password in the clear"),
        ({"username": "desk"}, "only one of `username` and `password_command`"),
        ({"password_command": ("pass",)}, "only one of `username` and `password_command`"),
        ({"port": 0}, "no usable server"),
        ({"host": ""}, "no usable server"),
        ({"host": "mail.example\r\nX"}, "no usable server"),
        ({"port": 70000}, "no usable server"),
        ({"sender": "Desk <desk@example.org>"}, "'mail' has a sender that cannot be read"),
        ({"timeout_seconds": 0}, "cannot wait for 0 seconds"),
        ({"timeout_seconds": float("nan")}, "cannot wait for nan seconds"),
    ],
)
def test_what_cannot_work_is_said_before_anything_is_sent(said, what_is_said):
    with pytest.raises(ChannelDown, match=what_is_said):
        channel(settings(**said))


def test_a_name_that_nobody_has_is_said():
    with pytest.raises(ChannelDown, match="there is no machine of that name"):
        send_and_close(25, host=f"{'a' * 64}.invalid")


def test_a_port_where_nobody_listens_is_said():
    with pytest.raises(ChannelDown, match="connection refused"):
        send_and_close(free_port(), host="127.0.0.1")


@pytest.mark.parametrize("talk", [hang, mumbling(GREETING, OK, b""), mumbling(GREETING, OK, OK, b"")])
def test_a_server_that_falls_silent_is_left_in_time(talk):
    def silent(caller, evening):
        talk(caller, evening)
        evening.wait()

    started = monotonic()
    with served(silent) as port, pytest.raises(ChannelDown, match="did not answer in time"):
        send_and_close(port, timeout_seconds=0.2)
    assert monotonic() - started < 5


@pytest.mark.parametrize("greeted", [(), (GREETING,), (GREETING, OK)], ids=["first", "as it opens", "later"])
def test_a_server_that_drips_is_left_in_time(greeted):
    def talk(caller, evening):
        mumbling(*greeted)(caller, evening)
        drip(caller, evening)

    started = monotonic()
    with served(talk) as port, pytest.raises(ChannelDown, match="did not answer in time"):
        send_and_close(port, timeout_seconds=0.3)
    assert monotonic() - started < 5


def test_a_connection_lost_in_the_middle_of_a_letter_stops_that_letter_alone():
    with served(mumbling(GREETING, OK, OK, OK, b"354 go on\r\n", b"")) as port, way_to(port) as way:
        for _ in range(2):
            with pytest.raises(Undelivered, match=r"hung up during the letter .* it may have taken it") as lost:
                way.send(REMINDER)
            assert type(lost.value) is Undelivered


def test_a_connection_lost_between_two_letters_is_opened_again():
    postmaster = Postmaster()
    with post_office(postmaster) as port, way_to(port) as way:
        way.send(to("first@example.org", 1))
        way._server.sock.shutdown(socket.SHUT_RDWR)
        way.send(to("second@example.org", 2))
    assert ["first@example.org", "second@example.org"] == [recipient for recipient, _ in postmaster.letters]
    assert 2 == len(postmaster.connections)


def test_a_server_that_closes_down_at_the_first_letter_is_not_asked_again():
    postmaster = Postmaster({"MAIL": "421 4.3.2 closing"})
    with post_office(postmaster) as port, pytest.raises(ChannelDown):
        send_and_close(port)
    assert 1 == len(postmaster.connections)


class TakesOneLetterAConnection(Postmaster):
    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802  # aiosmtpd's name
        if session.peer in self.connections:
            return "421 4.7.0 one letter a connection"
        return await super().handle_MAIL(server, session, envelope, address, options)


def test_a_server_that_takes_one_letter_a_connection_gets_a_new_one_for_each():
    postmaster = TakesOneLetterAConnection()
    with post_office(postmaster) as port, way_to(port) as way:
        for number in range(3):
            way.send(to(f"{number}@example.org", number))
    assert ["0@example.org", "1@example.org", "2@example.org"] == [recipient for recipient, _ in postmaster.letters]


def test_an_address_beyond_ascii_goes_where_the_server_takes_it():
    postmaster = Postmaster()
    with post_office(postmaster, enable_SMTPUTF8=True) as port, way_to(port) as way:
        way.send(to("李伟@example.org"))
    assert ["李伟@example.org"] == [recipient for recipient, _ in postmaster.letters]


def test_an_address_beyond_ascii_is_refused_where_the_server_does_not():
    postmaster = Postmaster()
    with post_office(postmaster, enable_SMTPUTF8=False) as port, way_to(port) as way:
        with pytest.raises(Undelivered, match="beyond ASCII") as refusal:
            way.send(to("李伟@example.org"))
        way.send(REMINDER)
    assert type(refusal.value) is Undelivered
    assert 1 == len(postmaster.letters)


def test_closing_never_waits_for_long():
    with served(hang) as port:
        way = channel(settings(port, timeout_seconds=0.2))
        with pytest.raises(ChannelDown):
            way.send(REMINDER)
        way.close()
        way.close()
