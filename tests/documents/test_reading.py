"""Files are read whole and right, or refused with a reason."""

import io
import os
import sys

import pytest

from bilateral_tracker.documents import reading
from bilateral_tracker.documents.reading import read_document
from bilateral_tracker.errors import NotFound, TrackerError

PROMISE = "The two sides agreed to meet twice a year — alternately.\n"


def write(folder, octets, name="text.txt"):
    (folder / name).write_bytes(octets)
    return str(folder / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_in_the_usual_encodings(tmp_path, encoding):
    found = read_document(write(tmp_path, PROMISE.encode(encoding)))
    assert (PROMISE, "text", ()) == (found.text, found.kind, found.notes)


def test_an_older_encoding_is_told(tmp_path):
    found = read_document(write(tmp_path, PROMISE.encode("cp1252")))
    assert PROMISE == found.text
    assert "it was read as Windows-1252" in found.notes[0]


def test_lines_may_end_in_any_way(tmp_path):
    assert "a\nb\nc\n" == read_document(write(tmp_path, b"a\r\nb\rc\n")).text


def test_what_is_piped_in_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROMISE.encode())))
    assert PROMISE == read_document("-").text


def test_other_scripts_are_read(tmp_path):
    text = "中巴双方同意每年举行一次会议。\nدونوں ممالک نے اتفاق کیا۔\n"
    assert text == read_document(write(tmp_path, text.encode())).text


def test_of_a_page_what_is_seen_is_read(tmp_path):
    page = (
        "<!DOCTYPE html><html><head><title>Joint &amp; press</title><style>p {}</style></head><body>"
        "<script>agree()</script><p>Both&nbsp;sides <b>agreed</b> to:</p><ul><li>meet yearly</li><li>train</ul>"
        '<div style="display: none">hidden <p>more</p></div><p hidden>unseen</p><table><tr><td>a<td>b</table>'
        "<p>Done</body></html>"
    )
    found = read_document(write(tmp_path, page.encode(), "page.html"))
    assert ("html", "Joint & press") == (found.kind, found.title)
    assert "Both sides agreed to:\n\n• meet yearly\n• train\n" in found.text
    assert "a b" in found.text
    assert "Done" in found.text
    assert not [word for word in ("agree()", "hidden", "unseen", "more", "p {}") if word in found.text]


@pytest.mark.parametrize(
    ("octets", "why"),
    [
        (b"", "has no text in it"),
        (b" \n\t\n", "has no text in it"),
        (b"<html><script>x</script></html>", "has no text in it"),
        (b"%PDF-1.7\n", "it is damaged"),
        (b"PK\x03\x04\x00", "is damaged, or no DOCX"),
        (b"\xd0\xcf\x11\xe0", "is an old Word file"),
        (bytes(range(256)) * 10, "is no text"),
        (b"\x00" * 100, "is no text"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, octets, why):
    with pytest.raises(TrackerError, match=why):
        read_document(write(tmp_path, octets))


def test_too_much_is_refused_before_it_is_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1024)
    with pytest.raises(TrackerError, match="is larger than"):
        read_document(write(tmp_path, b"a" * 1025))
    with pytest.raises(TrackerError, match="is no regular file"):
        read_document("/dev/zero")


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name, why in ((tmp_path, "is a folder"), (tmp_path / "pipe", "is no regular file")):
        with pytest.raises(TrackerError, match=why):
            read_document(str(name))
    with pytest.raises(NotFound, match="There is no file"):
        read_document(str(tmp_path / "none"))
