"""Text as it comes out of PDFs and web pages, mended letter by letter without losing its places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.clean_text import clean_text

MENDED = {
    "every\u00a0three\u2009months": "every three months",
    "every \n  three\r\nmonths": "every three months",
    "quar-\nterly": "quarterly",
    "QUAR-\n  TERLY": "QUARTERLY",
    "semi-\nannually": "semi-annually",
    "twenty-\nfour": "twenty-four",
    "semi\u2011annually": "semi-annually",
    "quar\u00adterly": "quarterly",
    "one year\u2019s time": "one year's time",
    "the Parties\u00e2\u20ac\u2122 reports": "the Parties' reports",
    "2026\u00e2\u20ac\u201c2028": "2026-2028",
    "e\ufb03cient": "efficient",
    "zero\u200bwidth": "zerowidth",
    "short- and long-term": "short- and long-term",
    "as it is": "as it is",
    "": "",
}


@pytest.mark.parametrize(("text", "words"), MENDED.items())
def test_a_flaw_is_mended(text, words):
    assert words == clean_text(text).words


def test_every_place_leads_back_to_the_text_as_it_came():
    text = "They\u00a0\n meet quar-\nterly,  always."
    clean = clean_text(text)
    start = clean.words.index("quarterly")
    first, last = clean.original_span(start, start + len("quarterly"))
    assert "quar-\nterly" == text[first:last]
    start = clean.words.index("always")
    assert "always" == text[slice(*clean.original_span(start, start + len("always")))]


@given(st.text(alphabet=st.sampled_from("ab -\n\u00a0\u2019\u00ad\u200b\u00e2\u20ac\u2122\u201c\ufb03Z\u0130")))
def test_places_never_leave_the_text_nor_go_back(text):
    clean = clean_text(text)
    places = [clean.original(place) for place in range(len(clean.words))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert len(clean.small) == len(clean.words)
