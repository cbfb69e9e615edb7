"""Text as it comes out of PDFs and web pages, mended letter by letter without losing its places."""

import re

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


def test_what_is_found_leads_back_to_the_text_as_it_came():
    text = "They\u00a0\n meet Quar-\nterly,  for twenty-four (24) hours."
    clean = clean_text(text)
    for pattern, came, said in (
        ("quarterly", "Quar-\nterly", "Quarterly"),
        ("24", "twenty-four (24)", "twenty-four (24)"),
        ("hours", "hours", "hours"),
    ):
        found = re.search(pattern, clean.small)
        assert found is not None
        assert came == text[slice(*clean.span(found))]
        assert said == clean.said(found)


@given(st.text(alphabet=st.sampled_from("ab -\n\u00a0\u2019\u00ad\u200b\u00e2\u20ac\u2122\u201c\ufb03Z\u0130one(1)")))
def test_places_never_leave_the_text_nor_go_back(text):
    clean = clean_text(text)
    spans = [clean.span(found) for found in re.finditer(r"(?s).", clean.small)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
