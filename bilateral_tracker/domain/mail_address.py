"""What a mail address is: one mailbox, `name@domain`, written so that any mail server understands it.

After RFC 5321, without what nobody has: quoted names with blanks in them, and numbers in brackets for a domain.
"""

import re

from bilateral_tracker.errors import WrongUsage, quoted

LONGEST_LOCAL_PART = 64
LONGEST_ADDRESS = 254
"""In octets, as LONGEST_LOCAL_PART (RFC 5321 4.5.3.1: a path of 256 with its angle brackets)."""

_TOO_LONG = f"is too long ({LONGEST_LOCAL_PART} before the @, {LONGEST_ADDRESS} in all)"
_ATOM = r"(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\x00-\x7f])+"
_LOCAL_PART = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")


def read_address(text: str) -> str:
    """The address, its domain in small ASCII letters (`bücher.example` is `xn--bcher-kva.example`).

    Only the part before the @ may be other than ASCII (RFC 6531). WrongUsage if it is no single, bare address.
    """
    if not text:
        raise WrongUsage("The mail address is empty. Give one such as li.wei@example.org")
    if not text.isprintable() or " " in text:
        raise _wrong(text, "holds a blank or a character that cannot be shown")
    if len(text) > LONGEST_ADDRESS:
        raise _wrong(text, _TOO_LONG)
    local_part, at, domain = text.rpartition("@")
    if not at or "@" in local_part:
        raise _wrong(text, "does not have exactly one @")
    if not _LOCAL_PART.fullmatch(local_part):
        raise _wrong(text, "cannot be read before the @")
    address = f"{local_part}@{_ascii_domain(text, domain)}"
    if len(local_part.encode()) > LONGEST_LOCAL_PART or len(address.encode()) > LONGEST_ADDRESS:
        raise _wrong(text, _TOO_LONG)
    return address


def _ascii_domain(address: str, domain: str) -> str:
    try:
        ascii_domain = domain.lower() if domain.isascii() else domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        ascii_domain = ""
    if not _DOMAIN.fullmatch(ascii_domain):
        raise _wrong(address, "has no domain after the @ that can be read")
    return ascii_domain


def _wrong(text: str, what: str) -> WrongUsage:
    return WrongUsage(
        f"The mail address {quoted(text)} {what}. Give the bare address, without a name: li.wei@example.org"
    )
