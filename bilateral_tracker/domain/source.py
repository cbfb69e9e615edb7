"""Where a promise stands written: documents, and the places in them."""

from datetime import date
from enum import Enum
from typing import NamedTuple

SOURCE_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
"""What a source's id looks like."""


class SourceKind(Enum):
    """What sort of document, in falling order of weight."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    MOU = "mou"
    AGREED_MINUTES = "agreed_minutes"
    JOINT_STATEMENT = "joint_statement"
    RECORD_OF_DISCUSSION = "record_of_discussion"
    READOUT = "readout"
    NEWS_REPORT = "news_report"
    OTHER = "other"


class Participant(NamedTuple):
    """Somebody who took part, with the office held on that day."""

    name: str
    office: str
    party: str


class Source(NamedTuple):
    """One document. `sha256` is the hash of the text that was read, where one was kept or seen."""

    id: str
    kind: SourceKind
    title: str
    dated_on: date
    place: str = ""
    location: str = ""
    """Where the document can be found: a URL, a file number, a shelf."""
    sha256: str = ""
    participants: tuple[Participant, ...] = ()


class Citation(NamedTuple):
    """A quote and its place in a source; where the text may not be kept, our paraphrase instead of the quote."""

    source: str
    locator: str = ""
    quote: str = ""
    paraphrase: str = ""
