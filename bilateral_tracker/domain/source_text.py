"""The text of a source as it was read: kept, so that each quote can be looked up where it stands."""

import base64
import hashlib
import zlib
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.fields import Field, Fields

TEXT_SUBJECT = "text:"
"""What the journal puts before the id of the source whose text it keeps."""


class SourceText(NamedTuple):
    """A text, or only its hash where the text may not be kept."""

    source: str
    sha256: str
    """Of the text in UTF-8, in hexadecimal."""
    language: str
    """ISO 639-1: `en`."""
    retrieved_on: date
    text: str | None

    def is_intact(self) -> bool:
        """Whether the text is the one that was read; one that was not kept cannot be another."""
        return self.text is None or self.sha256 == sha256(self.text)

    def place(self, quote: str) -> tuple[int, int] | None:
        """From where to where a quote stands in the text, in characters; None if it does not."""
        start = self.text.find(quote) if self.text is not None and quote else -1
        return None if start < 0 else (start, start + len(quote))


def sha256(text: str) -> str:
    """The hash of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fields_of_text(text: SourceText) -> Fields:
    """What is on record of a text; it is compressed (zlib, RFC 1950) and written in base64 (RFC 4648)."""
    packed = None if text.text is None else zlib.compress(text.text.encode("utf-8", "surrogatepass"), 9)
    return {
        "source": text.source,
        "sha256": text.sha256,
        "language": text.language,
        "retrieved_on": text.retrieved_on.isoformat(),
        "text": None if packed is None else base64.b64encode(packed).decode("ascii"),
    }


def text_from(fields: Mapping[str, Field]) -> SourceText:
    """The text that has these fields."""
    packed = fields["text"]
    text = None if packed is None else zlib.decompress(base64.b64decode(str(packed))).decode("utf-8", "surrogatepass")
    day = date.fromisoformat(str(fields["retrieved_on"]))
    return SourceText(str(fields["source"]), str(fields["sha256"]), str(fields["language"]), day, text)
