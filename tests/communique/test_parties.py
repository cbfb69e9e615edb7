"""Whoever a document names in whichever way is one of its parties, both together, or somebody else."""

import pytest

from bilateral_tracker.communique.parties import Owner, owner, plain_name
from bilateral_tracker.communique.words import words
from bilateral_tracker.domain.party import JOINT

PARTIES = ("Pakistan", "China")


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("China", "China"),
        ("The Chinese side", "China"),
        ("Beijing", "China"),
        ("The People's Republic of China", "China"),
        ("The PRC", "China"),
        ("China's Ministry of Public Security", "China"),
        ("The Government of Pakistan", "Pakistan"),
        ("Islamabad", "Pakistan"),
        ("The two countries", JOINT),
        ("Both sides", JOINT),
        ("They", JOINT),
        ("We", JOINT),
        ("Each Party", JOINT),
        ("Pakistan and China", JOINT),
        ("The foreign ministers", JOINT),
        ("A bridge", ""),
    ],
)
def test_a_party_is_known_by_its_usual_names(named, name):
    assert Owner(name) == owner(words(named), PARTIES)


@pytest.mark.parametrize("named", ["Japan", "The United Nations", "The German ambassador"])
def test_a_state_that_is_no_party_is_a_third(named):
    assert owner(words(named), PARTIES).is_third


def test_a_party_keeps_the_name_that_the_document_gives_it():
    assert Owner("Republic of Korea") == owner(words("Seoul"), ("Sri Lanka", "Republic of Korea"))


def test_where_no_parties_are_known_each_state_may_be_one():
    assert Owner("Japan") == owner(words("Japan"), ())


def test_a_word_in_small_letters_names_no_state():
    assert Owner("") == owner(words("turkey with chad"), ())


def test_an_organisation_that_is_no_state_keeps_its_name():
    assert "Indus Water Body" == plain_name("Indus Water Body")
