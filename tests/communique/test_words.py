"""Words know where they stand; abbreviations and compounds are one word each."""

from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.words import plain_forms, words


def test_abbreviations_and_compounds_are_one_word():
    assert ["The", "U.S.", "and", "Mr.", "O'Hara", "co-chair"] == [
        one.text for one in words("The U.S. and Mr. O'Hara co-chair")
    ]
    assert "u.s" == words("U.S.")[0].low


def test_a_verb_in_any_form_leads_to_its_plain_form():
    for low, verb in (("held", "hold"), ("submitting", "submit"), ("agreed", "agree"), ("supplies", "supply")):
        assert verb in plain_forms(low)


@given(st.text(), st.integers(min_value=0, max_value=99))
def test_each_word_stands_where_it_says(text, offset):
    for one in words(text, offset):
        assert one.text == text[one.start - offset : one.end - offset]
