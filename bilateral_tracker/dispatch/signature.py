"""How a posted message proves whose it is: the headers of Standard Webhooks 1.0, with HMAC-SHA256."""

from base64 import b64decode, b64encode
from binascii import Error
from hashlib import sha256
from hmac import digest

from bilateral_tracker.dispatch.message import ChannelDown, Message
from bilateral_tracker.errors import quoted

_PREFIX = "whsec_"
_SHORTEST_KEY = 24


def signing_key(text: str, channel: str) -> bytes:
    """The key in a secret such as `whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`. ChannelDown if it is none."""
    try:
        key = b64decode(text.strip().removeprefix(_PREFIX), validate=True)
    except (Error, ValueError):
        key = b""
    if len(key) < _SHORTEST_KEY:
        raise ChannelDown(
            f"The secret of the channel {quoted(channel)} is none: it is `{_PREFIX}` and base64, of "
            f"{_SHORTEST_KEY} octets or more. Copy it again from the receiver."
        )
    return key


def identity(message: Message) -> dict[str, str]:
    """The id, the same for a retry, and the moment of this attempt; neither may hold a full stop."""
    return {
        "webhook-id": f"msg_{sha256(message.id.encode()).hexdigest()[:32]}",
        "webhook-timestamp": str(int(message.moment.timestamp())),
    }


def signature(key: bytes, said: dict[str, str], body: bytes) -> dict[str, str]:
    """What the receiver works out again from the identity and the body as they arrive."""
    signed = f"{said['webhook-id']}.{said['webhook-timestamp']}.".encode() + body
    return {"webhook-signature": f"v1,{b64encode(digest(key, signed, 'sha256')).decode('ascii')}"}
