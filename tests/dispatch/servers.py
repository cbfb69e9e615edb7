"""Servers of other people, on loopback: they take letters, or behave as badly as real ones do."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

PASSWORD = "correct horse"  # noqa: S105  # a server in a test knows it


@dataclass
class Postmaster:
    """Takes letters, and keeps what it saw; refuses what it is told to refuse."""

    refusals: dict[str, str] = field(default_factory=dict)
    """Answers, by recipient, by `MAIL` or by `DATA`."""
    letters: list[tuple[str, bytes]] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.connections.add(session.peer)
        envelope.mail_from = address
        return self.refusals.get("MAIL", "250 OK")

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if "DATA" in self.refusals:
            return self.refusals["DATA"]
        self.letters += [(address, envelope.original_content) for address in envelope.rcpt_tos]
        return "250 OK"


class _Post(Controller):
    """On a port that the system chose, so that tests can run beside each other."""

    def __init__(self, postmaster: Postmaster, **options) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        super().__init__(postmaster, hostname="127.0.0.1", port=self.listening.getsockname()[1], **options)

    def _create_server(self):
        return self.loop.create_server(self._factory_invoker, sock=self.listening, ssl=self.ssl_context)


@contextmanager
def post_office(postmaster: Postmaster, **options) -> Iterator[int]:
    """The port on which the postmaster sits."""
    office = _Post(postmaster, **options)
    office.start()
    try:
        yield office.port
    finally:
        office.stop()


def knows_the_password(server, session, envelope, mechanism, credentials) -> AuthResult:
    right = LoginPassword(b"desk", PASSWORD.encode())
    return AuthResult(success=credentials == right, handled=False)


@contextmanager
def served(talk: Callable[[socket.socket, Event], None]) -> Iterator[int]:
    """The port on which `talk` is held with whoever calls, one after the other; the event says when to go home."""
    evening = Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=_serve, args=(listening, talk, evening))
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            evening.set()
            # wakes accept(), which closing alone does not
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(listening: socket.socket, talk: Callable[[socket.socket, Event], None], evening: Event) -> None:
    while not evening.is_set():
        with suppress(OSError):
            caller, _ = listening.accept()
            with caller:
                caller.settimeout(5)
                talk(caller, evening)


def hang(caller: socket.socket, evening: Event) -> None:
    """Say nothing, and never hang up."""
    evening.wait()


def drip(caller: socket.socket, evening: Event) -> None:
    """Say one letter at a time, so that no single wait is long."""
    while not evening.wait(0.02):
        caller.sendall(b"2")


def mumbling(*answers: bytes) -> Callable[[socket.socket, Event], None]:
    """One who gives these answers, one for each thing said, and then hangs up."""

    def talk(caller: socket.socket, evening: Event) -> None:
        heard = caller.makefile("rb")
        for answer in answers:
            caller.sendall(answer)
            if not heard.readline():
                break
        heard.close()

    return talk


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
    return port
