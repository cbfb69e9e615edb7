"""The way to somebody else's server: whether it leaves this machine, whom it trusts, and why it failed."""

import socket
import ssl
from ipaddress import ip_address

from bilateral_tracker.dispatch.local_path import local_path
from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.errors import quoted


def is_this_machine(host: str) -> bool:
    """Whether what goes to `host` never leaves this machine (RFC 6761 6.3)."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def trusted(ca_file: str, channel: str) -> ssl.SSLContext:
    """What a server's certificate is checked against: the machine's authorities, and those in `ca_file`."""
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(local_path(ca_file, channel))
        except OSError as problem:
            raise ChannelDown(
                f"The certificates {quoted(ca_file, 200)} of the channel {quoted(channel)} cannot be read: "
                f"{reason(problem)}. Give a file in PEM."
            ) from problem
    return context


def reason(problem: OSError | UnicodeError) -> str:
    """Why a connection failed, in a few words."""
    match problem:
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted ({problem.verify_message})"
        case ssl.SSLError():
            return f"TLS failed ({(problem.reason or 'no reason given').replace('_', ' ').lower()})"
        case TimeoutError():
            return "it did not answer in time"
        case socket.gaierror() | UnicodeError():
            return "there is no machine of that name"
    return (problem.strerror or "").lower() or "the connection was closed"
