"""The text of a DOCX: its paragraphs, list items and tables in their order. What it links to is never fetched."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from bilateral_tracker.errors import TrackerError, quoted

MOST_OCTETS = 200 * 1024 * 1024
"""What its parts may come to when they are unpacked."""


def docx_text(octets: bytes, name: str) -> tuple[str, str]:
    """The text and the title. TrackerError if it is no DOCX, or unpacks to more than a document should."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with ZipFile(BytesIO(octets)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_OCTETS:
                raise TrackerError(f"{quoted(name)} unpacks to more than a document should. Save it as plain text.")
            if "word/document.xml" not in parts.namelist():
                raise TrackerError(f"{quoted(name)} is an archive and no DOCX. Give the text that is in it.")
        document = Document(BytesIO(octets))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as problem:
        raise TrackerError(f"{quoted(name)} is damaged, or no DOCX. Save it as plain text and read that.") from problem
    return "\n".join(_lines(document)) + "\n", str(document.core_properties.title or "")


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " ".join(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells))
        else:
            item = "• " if block.style is not None and "List" in str(block.style.name) else ""
            yield f"{item}{block.text}"
            if not item:
                yield ""
