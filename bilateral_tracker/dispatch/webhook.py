"""Messages posted to a web address as JSON, signed so that the receiver knows who sent them.

No redirect is followed and no proxy of the environment is asked: what is sent goes to the address that was set, or
nowhere. Errors name that address by its host alone, since the rest of it is often a secret.
"""

import json
import re
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, urlsplit

from bilateral_tracker.dispatch.connection import is_this_machine, reason, trusted
from bilateral_tracker.dispatch.deadline import deadline
from bilateral_tracker.dispatch.message import ChannelDown, Message, Undelivered
from bilateral_tracker.dispatch.secret import secret
from bilateral_tracker.dispatch.signature import identity, signature, signing_key
from bilateral_tracker.domain.channel_settings import WebhookSettings
from bilateral_tracker.errors import quoted

_ADDRESS = re.compile(r"https?://[^\x00-\x20\x7f-\U0010ffff@/?#]+(?:[/?][^\x00-\x20\x7f-\U0010ffff]*)?")
_MOST_OF_AN_ANSWER = 300
_TOO_MANY_REQUESTS = 429


class WebhookChannel:
    """The address; each message is a request of its own."""

    def __init__(self, settings: WebhookSettings) -> None:
        self._settings = settings
        self._url = _read_url(settings)
        self._host = quoted(self._url.hostname or "", 100)
        self._key: bytes | None = None

    def send(self, message: Message) -> None:
        """Deliver it: an answer from 200 to 299 says that it was."""
        body = payload(message)
        headers = self._headers(message, body)
        with closing(self._connection()) as connection:
            try:
                status, words = self._posted(connection, body, headers)
            except (HTTPException, OSError, UnicodeError) as problem:
                raise ChannelDown(f"The web address at {self._host} cannot be used: {_why(problem)}.") from problem
        if not 200 <= status < 300:
            raise self._refused(status, words)

    def close(self) -> None:
        """Nothing was held open."""

    def _connection(self) -> HTTPConnection:
        host, seconds = self._url.hostname or "", self._settings.timeout_seconds
        # the port is said in any case: without one, http.client looks for it behind the last colon of ::1
        if self._url.scheme == "http":
            return HTTPConnection(host, self._url.port or 80, timeout=seconds)
        context = trusted(self._settings.ca_file, self._settings.name)
        return HTTPSConnection(host, self._url.port or 443, timeout=seconds, context=context)

    def _headers(self, message: Message, body: bytes) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "User-Agent": "bilateral-tracker", **identity(message)}
        if self._settings.secret_command and self._key is None:
            said = secret(self._settings.secret_command, self._settings.name, self._settings.timeout_seconds)
            self._key = signing_key(said, self._settings.name)
        return headers | signature(self._key, headers, body) if self._key else headers

    def _posted(self, connection: HTTPConnection, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """The status of the answer and, if it is a refusal, how its text begins."""
        connection.connect()
        # kept here, since the connection lets go of it before the answer is read
        line = connection.sock
        target = (self._url.path or "/") + (f"?{self._url.query}" if self._url.query else "")
        with deadline(self._settings.timeout_seconds, lambda: line) as limit:
            try:
                connection.request("POST", target, body, headers)
                with connection.getresponse() as answer:
                    return answer.status, _first_words(answer)
            except (HTTPException, OSError):
                if limit.passed:
                    raise TimeoutError from None
                raise

    def _refused(self, status: int, words: str) -> Undelivered:
        if 300 <= status < 400:
            return Undelivered(
                f"The web address at {self._host} has moved ({status}), and redirects are not followed. "
                f"Set its new address as `url` of the channel {quoted(self._settings.name)}."
            )
        said = f"The web address at {self._host} answered {status}{words and f' {quoted(words, _MOST_OF_AN_ANSWER)}'}."
        if status >= 500 or status == _TOO_MANY_REQUESTS:
            return ChannelDown(f"{said} It is tried again at the next run.")
        return Undelivered(f"{said} Check `url` and the secret of the channel {quoted(self._settings.name)}.")


def payload(message: Message) -> bytes:
    """The JSON that is posted, in ASCII: `type`, `timestamp` and `data`, as Standard Webhooks has them."""
    data = {
        "message_id": message.id,
        "register": message.register,
        "to": {"name": message.to_name, "address": message.to_address},
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
    }
    return json.dumps({"type": "reminder", "timestamp": message.sent_at, "data": data}).encode("ascii")


def _read_url(settings: WebhookSettings) -> SplitResult:
    """The parts of the address. ChannelDown if messages may not go there, or it is none."""
    try:
        url = urlsplit(settings.url)
        is_address = _ADDRESS.fullmatch(settings.url) and url.hostname and url.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise _unusable(settings, "has no web address that can be used. Give `url` as https://host/path")
    if url.scheme == "http" and not is_this_machine(url.hostname or ""):
        raise _unusable(settings, "would send in the clear. Begin its `url` with https")
    return url


def _unusable(settings: WebhookSettings, what: str) -> ChannelDown:
    return ChannelDown(f"The channel {quoted(settings.name)} {what}.")


def _first_words(answer: HTTPResponse) -> str:
    if 200 <= answer.status < 400:
        return ""
    with suppress(HTTPException, OSError):
        return " ".join(answer.read(_MOST_OF_AN_ANSWER).decode(errors="replace").split())
    return ""


def _why(problem: HTTPException | OSError | UnicodeError) -> str:
    return "it does not speak HTTP" if isinstance(problem, HTTPException) else reason(problem)
