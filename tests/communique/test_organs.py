"""The bodies that meet and the ministries that act are told by their nouns."""

import pytest

from bilateral_tracker.communique.organs import lead_in, organ_in
from bilateral_tracker.communique.words import words


@pytest.mark.parametrize(
    ("organ", "text"),
    [
        ("joint working group", "The Joint Working Group on fisheries will meet"),
        ("joint commission", "a session of the Joint Commission"),
        ("steering committee", "the Steering Committee"),
        ("strategic dialogue", "the second Strategic Dialogue"),
        ("ministers", "the interior ministers of both countries"),
        ("", "a bridge over the river"),
    ],
)
def test_a_body_is_named_with_the_words_of_its_name(organ, text):
    assert organ == organ_in(words(text))


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        ("Ministry of Fisheries and Ocean Affairs", "the Ministry of Fisheries and Ocean Affairs will send a list"),
        ("Border Police", "officers of the Border Police"),
        ("", "the ministry will send a list"),
    ],
)
def test_an_authority_is_named_in_capitals(lead, text):
    assert lead == lead_in(words(text))
