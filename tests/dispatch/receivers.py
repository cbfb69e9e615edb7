"""Web servers of other people, on loopback, that keep what is posted to them."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Thread


class Receiver(ThreadingHTTPServer):
    """Keeps the requests it gets; answers what it is told to."""

    def __init__(self, status: int, answer: bytes, headers: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.status, self.answer, self.headers = status, answer, headers
        self.requests: list[tuple[str, dict[str, str], bytes]] = []


class _Desk(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.server.answer)))
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_: object) -> None:
        """Nothing is printed during tests."""


@contextmanager
def receiver(
    status: int = 204, answer: bytes = b"", context: SSLContext | None = None, **headers: str
) -> Iterator[Receiver]:
    """A web server that gives this answer to whatever is posted."""
    with Receiver(status, answer, headers) as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
