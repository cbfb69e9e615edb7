"""PDF and DOCX are read whole and right, or refused with a reason."""

import io
import json
import subprocess
import zipfile

import pytest
from docx import Document
from pypdf import PdfWriter

from bilateral_tracker.documents import reading
from bilateral_tracker.documents.reading import read_document
from bilateral_tracker.errors import TrackerError


def page_with(text: str, font: str = "/BaseFont /Helvetica /Encoding /WinAnsiEncoding") -> bytes:
    """A PDF of one page, written by hand."""
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {lines}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        f"<< /Type /Font /Subtype /Type1 {font} >>".encode(),
    ]
    octets, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(octets))
        octets += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(octets)
    octets += b"xref\n0 6\n0000000000 65535 f \n" + table
    return octets + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def written(folder, octets, name="file.pdf"):
    (folder / name).write_bytes(octets)
    return str(folder / name)


def test_the_text_of_a_pdf_is_read_with_parted_words_whole(tmp_path):
    found = read_document(written(tmp_path, page_with("The Parties shall meet quar-\nterly.\n7")))
    assert ("pdf", "The Parties shall meet quarterly.") == (found.kind, found.text.strip())


def test_a_scanned_pdf_is_refused(tmp_path):
    with pytest.raises(TrackerError, match="pictures of pages and no text"):
        read_document(written(tmp_path, page_with("")))


@pytest.mark.parametrize("letters", ["\ufffd\ufffd", "\ue012\ue013", "(cid:12)(cid:7)", "\ufe8d\ufedf\ufee4"])
def test_letters_that_are_lost_are_not_made_up(tmp_path, monkeypatch, letters):
    said = {"text": f"The Parties {letters * 5} shall meet.", "title": "", "problem": ""}
    answer = subprocess.CompletedProcess([], 0, json.dumps(said).encode(), b"")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: answer)
    with pytest.raises(TrackerError, match="which letters its signs are"):
        read_document(written(tmp_path, b"%PDF-1.4"))


def test_a_locked_pdf_is_refused(tmp_path):
    writer = PdfWriter(io.BytesIO(page_with("Secret")))
    writer.encrypt("password", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(TrackerError, match="locked with a password"):
        read_document(str(tmp_path / "locked.pdf"))


def test_a_pdf_that_takes_too_long_or_too_much_is_refused(tmp_path, monkeypatch):
    place = written(tmp_path, page_with("text"))
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(TrackerError, match="more time or memory"):
        read_document(place)


def test_a_damaged_pdf_is_refused(tmp_path):
    with pytest.raises(TrackerError, match="it is damaged"):
        read_document(written(tmp_path, page_with("text")[:150]))


def docx(*paragraphs, title=""):
    document = Document()
    document.core_properties.title = title
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "May", "Colombo"
    octets = io.BytesIO()
    document.save(octets)
    return octets.getvalue()


def test_the_text_of_a_docx_is_read_in_its_order(tmp_path):
    octets = docx(("Normal", "双方同意:"), ("List Bullet", "meet yearly"), ("List Bullet", "train"), title="Minutes")
    found = read_document(written(tmp_path, octets, "file.docx"))
    assert ("docx", "Minutes") == (found.kind, found.title)
    assert "双方同意:\n\n• meet yearly\n• train\nMay Colombo\n" == found.text


def test_another_archive_is_no_docx(tmp_path):
    octets = io.BytesIO()
    with zipfile.ZipFile(octets, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(TrackerError, match="is an archive and no DOCX"):
        read_document(written(tmp_path, octets.getvalue(), "file.zip"))


def test_without_the_extra_it_is_told_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(TrackerError, match=r"pip install 'bilateral-tracker\[documents\]'"):
        reading.read_document(written(tmp_path, page_with("text")))
