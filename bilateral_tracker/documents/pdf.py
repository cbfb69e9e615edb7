"""The text of a PDF. It is read by a process of its own with little time and memory: a hostile file can waste no more.

What was meant cannot always be recovered: many PDFs do not say which letters their glyphs are, Chinese and Urdu ones
above all. Such a file is refused, for half a promise is worse than none.
"""

import json
import re
import subprocess
import sys
from typing import NamedTuple

from bilateral_tracker.errors import TrackerError, quoted

SECONDS, MEMORY = 30, 1 << 30
"""What one file may cost: seconds of computing, and octets."""
MOST_PAGES = 3_000
MOST_CHARACTERS = 20_000_000

_GARBAGE = re.compile(r"\ufffd|[\ue000-\uf8ff]|\(cid:\d+\)|[\ufb50-\ufdff\ufe70-\ufeff]")
_MOST_GARBAGE = 0.002
"""The share of characters that say nothing, or are Arabic letters as drawn (U+FB50 to U+FEFF), above which it is
refused."""


class Extracted(NamedTuple):
    """The text of a document, and its title where it says one."""

    text: str
    title: str


def pdf_text(octets: bytes, name: str) -> Extracted:
    """The text of a PDF. TrackerError if it cannot be read whole and right."""
    command = [sys.executable, "-m", "bilateral_tracker.documents.pdf"]
    try:
        run = subprocess.run(command, input=octets, capture_output=True, timeout=2 * SECONDS, check=False)
    except subprocess.TimeoutExpired as problem:
        raise _refusal(name, "it takes too long to read") from problem
    if run.returncode:
        raise _refusal(name, "it takes more time or memory to read than a document should")
    said = json.loads(run.stdout)
    if said["problem"]:
        raise _refusal(name, said["problem"])
    return Extracted(_right(said["text"], name), said["title"])


def _right(text: str, name: str) -> str:
    """The text, if its letters are letters."""
    if not text.strip():
        raise _refusal(name, "it holds pictures of pages and no text; have it recognised (OCR) first")
    if len(_GARBAGE.findall(text)) > _MOST_GARBAGE * len(text):
        raise _refusal(name, "it does not say which letters its signs are, so that names and words would be wrong")
    return text


def _refusal(name: str, why: str) -> TrackerError:
    return TrackerError(f"{quoted(name)} cannot be read: {why}. Save it as plain text or DOCX, and read that.")


def _extracted(octets: bytes) -> dict[str, str]:
    """What the process of its own answers."""
    from io import BytesIO

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(octets))
        if reader.is_encrypted and not reader.decrypt(""):
            return _answer(problem="it is locked with a password")
        if len(reader.pages) > MOST_PAGES:
            return _answer(problem=f"it has more than {MOST_PAGES:,} pages")
        pages, length = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > MOST_CHARACTERS:
                return _answer(problem="it holds more text than a document should")
        title = str(reader.metadata.title or "") if reader.metadata else ""
        return _answer(_joined(pages), title)
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as problem:
        return _answer(problem=f"it is damaged ({type(problem).__name__})")


def _answer(text: str = "", title: str = "", problem: str = "") -> dict[str, str]:
    return {"text": text, "title": title, "problem": problem}


def _joined(pages: list[str]) -> str:
    """The pages as one text: words that a line end parted are whole again, numbers of pages are left out."""
    text = "\n\n".join(re.sub(r"\A\s*\d{1,4}\s*\n|\n\s*\d{1,4}\s*\Z", "\n", page) for page in pages)
    return re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)


def _main() -> None:
    """Reads a PDF from standard input and answers as JSON."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(json.dumps(_extracted(sys.stdin.buffer.read())))


if __name__ == "__main__":
    _main()
