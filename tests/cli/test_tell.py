"""Carrying the register elsewhere: CSV that a spreadsheet shows and does not run."""

import csv
import io
from pathlib import Path

import pytest

from bilateral_tracker.reports.listing import COLUMNS

FORMULA = '=HYPERLINK("http://example.org";"agenda")'
ADD = "add standing --parties PK,CN --agreed-on 2026-02-10 -- {}"


def told(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_all_commitments_are_written_with_the_published_columns(bilateral):
    first, *rows = bilateral("export csv").splitlines()
    assert ",".join(COLUMNS) == first
    assert [f"PK-CN-{n}" for n in range(1, 11)] == [row.split(",")[0] for row in rows]
    assert (
        "PK-CN-1,Joint Working Group meets,meeting,agreed,PK-CN,joint,,3,2026-10-07,2026-10-07,overdue,48,,2,"
        "2027-01-07,,2026-01-07-beijing,,,date,,,0,0,false,1,,"
    ) == rows[0]


def test_it_says_what_the_list_says(bilateral):
    assert bilateral("list --format csv") == bilateral("export csv") == bilateral("export csv --to -")
    assert bilateral("list --format csv --as-of 2026-04-08") == bilateral("export csv --as-of 2026-04-08")
    assert not list(Path().iterdir())


def test_a_file_begins_with_the_mark_that_excel_knows_and_standard_output_does_not(bilateral):
    assert "" == bilateral("export csv --to commitments.csv")
    assert "10 commitments written to commitments.csv.\n" == bilateral.said
    text = Path("commitments.csv").read_bytes()
    assert "\N{BOM}".encode() + bilateral("export csv").encode() == text
    assert ["commitments.csv"] == [path.name for path in Path().iterdir()]


def test_an_older_file_is_replaced(bilateral):
    Path("commitments.csv").write_text("old", encoding="utf-8")
    bilateral("export csv --to commitments.csv")
    assert 10 == len(told(Path("commitments.csv").read_text(encoding="utf-8-sig")))


@pytest.mark.parametrize("title", [FORMULA, "+1", "-1", "@SUM(A1)", "'tis agreed", "''", "＝1+1", 'He said "yes", 是'])
def test_a_title_comes_back_as_it_was_once_the_apostrophe_is_taken_away(bilateral, title):
    bilateral(ADD, title)
    [row] = [row for row in told(bilateral("export csv")) if row["ref"] == "PK-CN-11"]
    assert title == row["title"].removeprefix("'")
    assert row["title"][0] not in "=+-@＝"


def test_a_title_that_is_harmless_has_no_apostrophe(bilateral):
    bilateral(ADD, "中巴 working group")
    assert "中巴 working group" in [row["title"] for row in told(bilateral("export csv"))]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("missing/commitments.csv", "No such file or directory"),
        ("letter/commitments.csv", "Not a directory"),
        (".", "it is a folder"),
        ("", "it is a folder"),
        ("x" * 300, "File name too long"),
    ],
)
def test_where_it_cannot_be_written_nothing_is_left(bilateral, target, why):
    Path("letter").touch()
    refusal = bilateral.refuses("export csv --to {}", target, exits=1)
    assert f"Error: Cannot write {Path(target)}: {why}. Choose another place: --to FILE\n" == refusal
    assert ["letter"] == [path.name for path in Path().iterdir()]
