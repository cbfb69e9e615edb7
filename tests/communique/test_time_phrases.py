"""What running prose says of time, phrase by phrase."""

from datetime import date

from bilateral_tracker.communique.time_phrases import cadences, deadlines, venues

DATED_ON = date(2026, 1, 7)


def test_a_phrase_knows_where_it_stands():
    text = "The Working Group shall meet every\u00a0three\nmonths."
    [phrase] = cadences(text, DATED_ON)
    assert "every\u00a0three\nmonths" == text[phrase.start : phrase.end]
    assert "every three months" == phrase.words


def test_several_cadences_in_a_sentence_each_have_their_place():
    text = "It meets annually at ministerial level and semi-annually at the level of deputies."
    assert ["FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6"] == [phrase.recurrence for phrase in cadences(text, DATED_ON)]


def test_a_deadline_and_a_venue_rule_are_found_in_their_sentences():
    text = "A roadmap shall be adopted by the end of 2026. Sessions shall be held alternately in Oslo and Lima."
    assert ["2026-12-31"] == [phrase.deadline for phrase in deadlines(text, DATED_ON)]
    assert ["alternating"] == [phrase.rule for phrase in venues(text)]
