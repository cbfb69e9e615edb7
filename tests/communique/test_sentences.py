"""Sentences in the texts that come: abbreviations, lists of all sorts, headings, lines broken to fit a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.sentences import sentences

DIVIDED = {
    "They met. They agreed.": ["They met.", "They agreed."],
    "The U.S. side and the U.A.E. delegation met.": ["The U.S. side and the U.A.E. delegation met."],
    "They met in the U.S. The next session is in May.": ["They met in the U.S.", "The next session is in May."],
    "It was agreed under para. 3.2 and Art. 14(2). It stands.": [
        "It was agreed under para. 3.2 and Art. 14(2).",
        "It stands.",
    ],
    "See No. 5 of the list. No. They said no. Then they left.": [
        "See No. 5 of the list.",
        "No.",
        "They said no.",
        "Then they left.",
    ],
    "H.E. Mr. Li received Dr. Nur, Gen. Ode and Hon. (Prof.) K.T. Peri. Both smiled.": [
        "H.E. Mr. Li received Dr. Nur, Gen. Ode and Hon. (Prof.) K.T. Peri.",
        "Both smiled.",
    ],
    "It begins in Jan. 2027 at 5 p.m. The sides will confirm.": [
        "It begins in Jan. 2027 at 5 p.m.",
        "The sides will confirm.",
    ],
    "Trade grew by 3.5 percent. It was US$ 1.2 billion.": ["Trade grew by 3.5 percent.", "It was US$ 1.2 billion."],
    "“It is done,” he said. “We agree.” They rose.": ["“It is done,” he said.", "“We agree.”", "They rose."],
    "Will it hold? It must! They know.": ["Will it hold?", "It must!", "They know."],
    "Officials meet monthly; ministers meet yearly.": ["Officials meet monthly;", "ministers meet yearly."],
    "The annexes (Annex I; Annex II) stand.": ["The annexes (Annex I; Annex II) stand."],
    "They visited i.e. the port, cf. the map, etc. The tour ended.": [
        "They visited i.e. the port, cf. the map, etc.",
        "The tour ended.",
    ],
    "Signed by the\nMinistry of Ports on the part of the first\nside. Next.": [
        "Signed by the\nMinistry of Ports on the part of the first\nside.",
        "Next.",
    ],
    "One paragraph\n\nAnother one here.": ["One paragraph", "Another one here."],
    "Labour: done. - Trade: they will meet. - Ports: they will not.": [
        "Labour: done.",
        "Trade: they will meet.",
        "Ports: they will not.",
    ],
    "They shall: (a) meet; (b) report; and (c) rest.": ["They shall:", "meet;", "report;", "rest."],
    "It ended. 2. The Committee shall meet.": ["It ended.", "The Committee shall meet."],
    "They agreed:\r\n1) one\r\n2) two": ["They agreed:", "one", "two"],
    "Points\n- one,\n- two": ["Points", "one,", "two"],
    "â€¢ first ï‚· second": ["first", "second"],
    "1. First point.\n2. Second point.\n10. Tenth point.": ["First point.", "Second point.", "Tenth point."],
    "i) one thing;\nii) another thing": ["one thing;", "another thing"],
    "Prof. A. B. Noor spoke. Mr. C. Odum Jr. agreed.": ["Prof. A. B. Noor spoke.", "Mr. C. Odum Jr. agreed."],
    "Minutes vol. 2, pp. 3-4, ref. 7. They were read.": ["Minutes vol. 2, pp. 3-4, ref. 7.", "They were read."],
    "THE SIDES AGREED. THEY WILL MEET.": ["THE SIDES AGREED.", "THEY WILL MEET."],
    "Concluded in 2026. 45 experts came.": ["Concluded in 2026.", "45 experts came."],
    "A fund ... was set up.": ["A fund ... was set up."],
    "": [],
    " \n\t\n ": [],
}

LISTED = """JOINT MINUTES

The two sides agreed to:
- open a bridge;
- hold talks
  every year:
   (i) in spring;
   (ii) in autumn;
• share data.

They also met the press.

Article 3
Reports
The Parties shall

Hold a review.
"""


@pytest.mark.parametrize(("text", "expected"), DIVIDED.items())
def test_a_text_is_divided_where_its_author_would(text, expected):
    assert expected == [sentence.text for sentence in sentences(text)]


def test_an_item_knows_what_leads_into_it():
    led_in = {sentence.text: sentence.lead_in for sentence in sentences(LISTED)}
    agreed = "The two sides agreed to:"
    assert agreed == led_in["open a bridge;"]
    assert agreed == led_in["share data."]
    assert f"{agreed} hold talks\n  every year:" == led_in["in spring;"] == led_in["in autumn;"]
    assert "" == led_in["They also met the press."]


def test_items_without_markers_are_led_in_too():
    text = "They decided to:\n\nopen a bridge;\n\nbuild a road.\n\nThe weather was fine."
    assert ["", "They decided to:", "They decided to:", ""] == [sentence.lead_in for sentence in sentences(text)]


def test_after_a_semicolon_what_stood_before_leads_in():
    [first, second] = sentences("They agreed to open a bridge; to build a road.")
    assert "" == first.lead_in
    assert "They agreed to open a bridge;" == second.lead_in


def test_a_sentence_knows_the_heading_above_it():
    found = sentences(LISTED)
    assert ["JOINT MINUTES", "Article 3", "Reports"] == [sentence.text for sentence in found if sentence.is_heading]
    assert "JOINT MINUTES" == next(sentence for sentence in found if "press" in sentence.text).heading
    assert "Reports" == found[-1].heading


@given(st.text())
def test_no_text_is_refused_and_every_sentence_stands_where_it_says(text):
    end = 0
    for sentence in sentences(text):
        assert sentence.text == text[sentence.start : sentence.end]
        assert end <= sentence.start < sentence.end
        end = sentence.end


@given(
    st.lists(
        st.sampled_from(["The U.S.", "\n", "- ", "(a) ", "1. ", "; ", ": ", "They met.", "•", " and ", "\r\n", "("])
    )
)
def test_no_letter_is_lost_but_those_of_markers(parts):
    text = " ".join(parts)
    kept = "".join(sentence.text for sentence in sentences(text))
    assert kept.count("They") == text.count("They")
    assert kept.count("U.S") == text.count("U.S")
