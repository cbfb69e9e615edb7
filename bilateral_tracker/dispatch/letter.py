"""A message as mail: the octets of RFC 5322 and MIME, which every kind of mail server and mailbox takes unchanged.

Lines end in CR LF and are short, none begins with "From " or a dot, and all is ASCII but perhaps an address.
"""

import re
from base64 import encodebytes
from hashlib import sha256

from bilateral_tracker.dispatch.headers import mailbox_header, text_header
from bilateral_tracker.dispatch.message import ChannelDown, Message, Undelivered
from bilateral_tracker.domain.mail_address import read_address
from bilateral_tracker.errors import WrongUsage, quoted

_LINE_END = re.compile(r"\r\n|\r|\n")
_TO_BE_GUARDED = re.compile(r"^(?:F(?=rom )|\.)", re.MULTILINE)
_QUOTED_LINE = 74
"""Two short of the 76 that are allowed (RFC 2045 6.7): room for the guard at its beginning."""


def recipient_address(message: Message) -> str:
    """Where the letter goes. Undelivered if that is no address."""
    try:
        return read_address(message.to_address)
    except WrongUsage as problem:
        raise Undelivered(f"{quoted(message.to_name)} cannot be written to. {problem}") from problem


def sender_address(channel: str, address: str) -> str:
    """From where its letters come. ChannelDown if that is no address."""
    try:
        return read_address(address)
    except WrongUsage as problem:
        raise ChannelDown(f"The channel {quoted(channel)} has a sender that cannot be read. {problem}") from problem


def letter(message: Message, sender: str, sender_name: str = "") -> bytes:
    """The whole letter. Undelivered if the recipient's address cannot be read."""
    from email.utils import format_datetime

    head = [
        mailbox_header("From", sender_name, sender),
        mailbox_header("To", message.to_name, recipient_address(message)),
        text_header("Subject", message.subject),
        f"Date: {format_datetime(message.moment)}",
        f"Message-ID: {message.id}",
        # RFC 3834 5: nobody's absence notice shall answer; Exchange asks for a word of its own
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        text_header("Bilateral-Register", message.register),
        "MIME-Version: 1.0",
    ]
    return "\r\n".join([*head, *_body(message), ""]).encode()


def _body(message: Message) -> list[str]:
    """The lines from Content-Type on: plain text, and where there is HTML, both, the best last (RFC 2046 5.1.4)."""
    if not message.html:
        return _part("plain", message.text)
    # neither encoding of a part can hold "=_", so no part can hold the boundary
    boundary = "=_" + sha256(message.id.encode()).hexdigest()[:24]
    parts = (_part("plain", message.text), _part("html", message.html))
    lines = [f'Content-Type: multipart/alternative; boundary="{boundary}"', ""]
    for part in parts:
        lines += [f"--{boundary}", *part]
    return [*lines, f"--{boundary}--"]


def _part(subtype: str, text: str) -> list[str]:
    octets = "\r\n".join(_LINE_END.split(text)).encode(errors="replace")
    in_base64, as_quoted = encodebytes(octets).decode("ascii"), _quoted_printable(octets)
    encoding, body = ("base64", in_base64) if len(in_base64) < len(as_quoted) else ("quoted-printable", as_quoted)
    return [
        f"Content-Type: text/{subtype}; charset=utf-8",
        f"Content-Transfer-Encoding: {encoding}",
        "",
        *body.split("\n"),
    ]


def _quoted_printable(octets: bytes) -> str:
    """RFC 2045 6.7, with a line's first letter encoded where a mailbox or a mail server would take it for its own."""
    from email.quoprimime import body_encode

    encoded = body_encode(octets.decode("latin-1"), maxlinelen=_QUOTED_LINE)
    return _TO_BE_GUARDED.sub(lambda match: f"={ord(match[0]):02X}", encoded)
