"""How a text becomes a line of a letter's head, so that nothing in it can begin another line.

After RFC 5322 2.2.3 (folding) and RFC 2047 (encoded words). Python 3.11's own header classes leave gaps here: they let
some line breaks through, and fold long words into something that reads differently.
"""

import re
from base64 import b64encode
from collections.abc import Iterator

from bilateral_tracker.domain.plain_text import BEYOND_C0

LINE = 78
"""Where a line of the head is folded, if it can be."""

_LONGEST_WORD = 50
"""Longer words are encoded, since there is nowhere to fold them."""
_ENCODED_OCTETS = 33
"""What one encoded word holds: 56 columns, which leaves room for the name of any header of ours before it."""

_BLANKS = re.compile(r"[ \t\n\v\f\r\u2028\u2029]+")
_ACTING = re.compile(rf"[\x00-\x1f{BEYOND_C0}]")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_SPECIAL = re.compile(r'["\\]')


def one_line(text: str) -> str:
    r"""`text` without breaks, single blanks between its words, what would act on a screen spelled out as `\x1b`."""
    spaced = _BLANKS.sub(" ", text).strip(" ")
    return _ACTING.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), spaced)


def text_header(name: str, text: str) -> str:
    """A header of free text (RFC 5322 3.6.5), folded; what is read back is `one_line(text)`."""
    line = one_line(text)
    words = line.split() if _may_stand_plain(line) else list(_encoded_words(line))
    return _folded([f"{name}:", *words])


def mailbox_header(name: str, display_name: str, address: str) -> str:
    """A header with one mailbox (RFC 5322 3.4); the address has been read by `read_address`."""
    line = one_line(display_name)
    if not line:
        return f"{name}: {address}"
    words = [_quoted_string(line)] if _may_stand_plain(line) and len(line) <= _LONGEST_WORD else _encoded_words(line)
    return _folded([f"{name}:", *words, f"<{address}>"])


def _may_stand_plain(line: str) -> bool:
    """Whether it is read back as it stands, and can be folded at its blanks."""
    if not line:
        return True
    return bool(_PLAIN.fullmatch(line)) and "=?" not in line and max(map(len, line.split(" "))) <= _LONGEST_WORD


def _quoted_string(line: str) -> str:
    return '"' + _SPECIAL.sub(r"\\\g<0>", line) + '"'


def _encoded_words(line: str) -> Iterator[str]:
    """RFC 2047 section 5: a character is never parted; blanks between encoded words are not read."""
    held = b""
    for character in map(str.encode, line):
        if len(held) + len(character) > _ENCODED_OCTETS:
            yield _encoded_word(held)
            held = b""
        held += character
    yield _encoded_word(held)


def _encoded_word(octets: bytes) -> str:
    return f"=?utf-8?b?{b64encode(octets).decode('ascii')}?="


def _folded(words: list[str]) -> str:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > LINE:
            lines.append("")
        lines[-1] += f" {word}"
    return "\r\n".join(lines)
