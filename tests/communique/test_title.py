"""A title is short, begins with a capital and says what is to be done."""

from datetime import date

import pytest

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.extract import drafts
from bilateral_tracker.domain.draft import LONGEST_TITLE


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Joint Working Group meets", "The Joint Working Group shall meet every three months."),
        ("Foreign ministers meet", "The foreign ministers will meet annually."),
        (
            "Next session of Joint Commission takes place",
            "The next session of the Joint Commission will be held in Lima.",
        ),
        ("Establish a customs liaison office in Lima", "A customs liaison office is being established in Lima."),
        ("Submit a report", "Both sides committed to submitting a report by 1 May 2026."),
        ("Hold an exhibition in Quito", "It was agreed that an exhibition would be held in Quito in 2026."),
        ("Do not impose fees on students", "The Parties shall not impose fees on students."),
        ("Business forum meets", "They announced the creation of a business forum, which will meet every year."),
    ],
)
def test_a_title_is_made_of_the_words_of_the_promise(title, text):
    [one] = drafts(Document(text, date(2026, 1, 7), ("Peru", "Ecuador")))
    assert title.lower() == one.title.lower()
    assert one.title[0].isupper()


def test_a_long_title_is_cut_between_words():
    text = f"The Parties shall exchange {'very ' * 60}long lists."
    [one] = drafts(Document(text, date(2026, 1, 7), ()))
    assert len(one.title) <= LONGEST_TITLE
    assert one.title.endswith("very…")
