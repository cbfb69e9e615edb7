"""The head of a text tells when, where and between whom, as far as it does."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.document import about
from bilateral_tracker.domain.source import SourceKind

TODAY = date(2026, 11, 24)


def test_a_report_tells_its_day_and_place_in_its_dateline():
    document = about("NAIROBI, 12 March 2025: Ministers of Kenya and Ethiopia met on Wednesday.", TODAY)
    assert (date(2025, 3, 12), "Nairobi") == (document.dated_on, document.place)
    assert (("Kenya", "Ethiopia"), SourceKind.NEWS_REPORT) == (document.parties, document.kind)


def test_a_title_tells_kind_and_parties():
    text = "Joint Statement of Chile and Norway\n\nOslo, June 4, 2019\n\nThe Prime Ministers met. Sweden was discussed."
    document = about(text, TODAY)
    assert ("Joint Statement of Chile and Norway", SourceKind.JOINT_STATEMENT) == (document.title, document.kind)
    assert (("Chile", "Norway"), date(2019, 6, 4)) == (document.parties, document.dated_on)


def test_a_day_that_is_to_come_does_not_date_a_text():
    document = about("The session opens on 3 May 2031. Signed on 2 May 2020.", TODAY)
    assert date(2020, 5, 2) == document.dated_on


def test_a_day_that_does_not_exist_does_not_date_a_text():
    assert not about("31 February 2020", TODAY).is_dated


def test_what_is_not_found_stays_empty_and_the_day_is_that_of_reading():
    document = about("Nothing of interest.", TODAY)
    assert (TODAY, False, (), "", SourceKind.OTHER) == (
        document.dated_on,
        document.is_dated,
        document.parties,
        document.place,
        document.kind,
    )


def test_the_place_of_signature_is_a_place():
    assert "Zagreb" == about("Treaty on rivers\n\nDone at Zagreb on 12 June 2003.", TODAY).place


@given(st.text())
def test_no_text_is_too_strange(text):
    assert text == about(text, TODAY).text
