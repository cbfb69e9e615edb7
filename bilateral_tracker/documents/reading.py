"""A file or what is piped in, as plain text; what cannot be read whole and right is refused, never guessed at."""

import os
import sys
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from bilateral_tracker.errors import NotFound, TrackerError, quoted

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is read: a treaty of ten thousand pages is smaller."""

STDIN = "-"

_PDF, _ZIP, _OLD_WORD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MOST_ODD = 0.02
"""Of all characters, the share of control characters above which it is no text."""


class PlainText(NamedTuple):
    """What stands in a document."""

    text: str
    kind: str
    """`text`, `html`, `pdf` or `docx`."""
    sha256: str
    """Of the bytes as they came, in hexadecimal."""
    title: str = ""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was read."""


def read_document(file: str) -> PlainText:
    """The text of a file, or of what is piped in. NotFound or TrackerError say what is in the way."""
    import hashlib

    octets = _bytes(file)
    digest = hashlib.sha256(octets).hexdigest()
    if octets.startswith((_PDF, _ZIP)):
        return _office_document(octets, file, digest)
    text, notes = _decoded(octets, file)
    if _looks_like_html(text):
        from bilateral_tracker.documents.html import visible_text

        shown, title = visible_text(text)
        return PlainText(_some(shown, file), "html", digest, title, notes)
    return PlainText(_some(text, file), "text", digest, "", notes)


def _office_document(octets: bytes, file: str, digest: str) -> PlainText:
    """The text of a PDF or a DOCX, by libraries that not everybody has installed."""
    from importlib.util import find_spec

    is_pdf = octets.startswith(_PDF)
    if find_spec("pypdf" if is_pdf else "docx") is None:
        what = "PDFs" if is_pdf else "DOCX files"
        raise TrackerError(
            f"{quoted(file)} cannot be read: what reads {what} is not installed. Type: "
            "pip install 'bilateral-tracker[documents]', or save it as plain text"
        )
    if is_pdf:
        from bilateral_tracker.documents.pdf import pdf_text

        found = pdf_text(octets, file)
        return PlainText(found.text, "pdf", digest, found.title)
    from bilateral_tracker.documents.docx import docx_text

    text, title = docx_text(octets, file)
    return PlainText(_some(text, file), "docx", digest, title)


def _bytes(file: str) -> bytes:
    octets = sys.stdin.buffer.read(MOST_BYTES + 1) if file == STDIN else _file_bytes(file)
    if len(octets) > MOST_BYTES:
        raise TrackerError(
            f"{quoted(file)} is larger than {MOST_BYTES >> 20} MB, and is not read. Give the part that matters."
        )
    return octets


def _file_bytes(file: str) -> bytes:
    try:
        # Without waiting: a named pipe would keep us waiting for ever.
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as opened:
            mode = os.fstat(descriptor).st_mode
            if not S_ISREG(mode):
                what = "a folder" if S_ISDIR(mode) else "no regular file"
                raise TrackerError(f"{quoted(file)} is {what}. Name a file, or pipe the text in and type - for it.")
            return opened.read(MOST_BYTES + 1)
    except FileNotFoundError as problem:
        raise NotFound(f"There is no file {quoted(file)}. Check its name, or pipe the text in and type -") from problem
    except IsADirectoryError as problem:
        raise TrackerError(f"{quoted(file)} is a folder. Name a file, or pipe the text in and type -") from problem
    except OSError as problem:
        raise TrackerError(f"{quoted(file)} cannot be read: {problem.strerror}. Name a file that can be.") from problem


def _decoded(octets: bytes, file: str) -> tuple[str, tuple[str, ...]]:
    """The characters, and a note if their encoding had to be assumed."""
    if octets.startswith(_OLD_WORD):
        raise TrackerError(
            f"{quoted(file)} is an old Word file, which is not read. Save it as plain text or DOCX first."
        )
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _if_text(octets.decode("utf-16", "replace"), file), ()
    try:
        return _if_text(octets.decode("utf-8-sig"), file), ()
    except UnicodeDecodeError:
        text = _if_text(octets.decode("cp1252", "replace"), file)
        return text, (f"{quoted(file)} is not in UTF-8; it was read as Windows-1252. Check names with accents.",)


def _if_text(text: str, file: str) -> str:
    """The text with plain line breaks. TrackerError if it is none."""
    odd = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\r\f\v") + text.count("\ufffd")
    if odd > _MOST_ODD * len(text):
        raise TrackerError(f"{quoted(file)} is no text. Save it as plain text in UTF-8, or as HTML.")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in plain if c in "\t\n" or ord(c) >= 32) if odd else plain


def _some(text: str, file: str) -> str:
    if not text.strip():
        raise TrackerError(f"{quoted(file)} has no text in it. Give the file that has.")
    return text


def _looks_like_html(text: str) -> bool:
    opening = text[:2000].lstrip().lower()
    return opening.startswith(("<!doctype html", "<html", "<?xml")) or "<body" in opening or "<p>" in opening
