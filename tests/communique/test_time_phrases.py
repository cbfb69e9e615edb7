"""What running prose says of time, phrase by phrase; most of it in data/time_phrases.tsv, a row for each sentence.

The rows are of a text dated 7 January 2026. Several phrases of a sentence are joined by " + ", in their order.
"""

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.communique.time_phrases import cadences, deadlines, venues
from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.window import Window

ROOT = Path(__file__).parents[2]
DATED_ON = date(2026, 1, 7)
SAID = {"cadence": "recurrence", "deadline": "deadline", "venue": "rule", "none": "words"}
FLAGS = "is_adjective is_duration is_floor is_soft is_unscheduled is_vague".split()
SHORTHAND = {r"\n": "\n", r"\u00a0": "\u00a0"}
"""What a table of one line a row cannot hold as it is."""


def rows_of_the_table():
    with (ROOT / "data" / "time_phrases.tsv").open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


def phrases(slot, text):
    found = {"cadence": cadences(text, DATED_ON), "deadline": deadlines(text, DATED_ON), "venue": venues(text)}
    return [one for kind in found.values() for one in kind] if slot == "none" else found[slot]


def flags(phrase):
    said = [name.removeprefix("is_") for name in FLAGS if getattr(phrase, name, False)]
    noun = getattr(phrase, "noun", "")
    return " ".join(said) + (f" noun={noun}" if noun else "")


@pytest.mark.parametrize("row", list(rows_of_the_table()), ids=lambda row: row["sentence"])
def test_the_grammar_reads_what_the_table_says(row):
    text = row["sentence"]
    for short, meant in SHORTHAND.items():
        text = text.replace(short, meant)
    found = phrases(row["slot"], text)
    assert row["found"] == " + ".join(phrase.words for phrase in found)
    assert row["expected"] == " + ".join(getattr(phrase, SAID[row["slot"]]) for phrase in found)
    assert sorted(row["flags"].split()) == sorted(" ".join(map(flags, found)).split())


@pytest.mark.parametrize("row", list(rows_of_the_table()), ids=lambda row: row["sentence"])
def test_how_often_is_never_taken_for_by_when(row):
    taken = {"cadence": deadlines, "deadline": cadences}.get(row["slot"])
    assert taken is None or () == taken(row["sentence"], DATED_ON)


def test_the_table_is_long_and_a_sentence_stands_in_it_once():
    rows = list(rows_of_the_table())
    assert len(rows) >= 150
    assert len({(row["slot"], row["sentence"]) for row in rows}) == len(rows)


def test_a_phrase_knows_where_it_stands():
    text = "The Working Group shall meet every\u00a0three\nmonths."
    [phrase] = cadences(text, DATED_ON)
    assert "every\u00a0three\nmonths" == text[phrase.start : phrase.end]
    assert "every three months" == phrase.words


def test_a_least_number_asks_for_one_in_each_period():
    [phrase] = cadences("They meet as required, but at least once a year.", DATED_ON)
    assert phrase.rhythm is not None
    assert (Period(1, Unit.YEAR), Reading.PERIOD, True, False) == (
        phrase.rhythm.period,
        phrase.rhythm.reading,
        phrase.is_floor,
        phrase.is_soft,
    )


def test_a_word_with_two_meanings_has_both_readings_and_no_rhythm():
    [phrase] = cadences("They meet biannually.", DATED_ON)
    assert phrase.rhythm is None
    assert ("every 6 months", "every 2 years") == phrase.readings


def test_a_range_is_kept_by_its_longer_bound():
    [phrase] = cadences("They meet every 3 or 4 months.", DATED_ON)
    assert phrase.rhythm is not None
    assert Period(4, Unit.MONTH) == phrase.rhythm.period


@pytest.mark.parametrize(
    ("words", "first_due"),
    [
        ("each year prior to 1 May", Window.day(date(2026, 4, 30))),
        ("each year by 1 January", Window.day(date(2027, 1, 1))),
        ("in 2028 and every three years thereafter", Window(date(2028, 1, 1), date(2028, 12, 31))),
        (
            "within a year of the entry into force and annually thereafter",
            EventDue("entry into force", Period(1, Unit.YEAR)),
        ),
    ],
)
def test_the_first_due_time_is_known_where_it_is_told(words, first_due):
    [phrase] = cadences(f"They report {words}.", DATED_ON)
    assert first_due == phrase.first_due


def test_a_first_time_counted_from_the_agreement_is_part_of_the_rhythm():
    [phrase] = cadences("They meet within six months, and every year thereafter.", DATED_ON)
    assert phrase.rhythm is not None
    assert Period(6, Unit.MONTH) == phrase.rhythm.first_within


def test_how_long_it_goes_on_is_not_how_long_a_sitting_lasts():
    [bounded] = cadences("They meet twice a year for a period of ten years.", DATED_ON)
    [unbounded] = cadences("They meet twice a year for a period of two days.", DATED_ON)
    assert (Period(10, Unit.YEAR), None) == (bounded.during, unbounded.during)


def test_by_begins_on_the_day_of_the_text():
    [phrase] = deadlines("A road map will be agreed by the end of June 2026.", DATED_ON)
    assert Window(DATED_ON, date(2026, 6, 30), "by the end of June 2026") == phrase.due


def test_a_lead_time_hangs_on_the_meeting_before_which_it_lies():
    [phrase] = deadlines("Papers circulate at least one month in advance of the meeting.", DATED_ON)
    assert EventDue("meeting", Period(1, Unit.MONTH), before=True) == phrase.due


def test_a_duration_has_no_due_time():
    [phrase] = deadlines("The truce holds for 90 days.", DATED_ON)
    assert (None, True) == (phrase.due, phrase.is_duration)


def test_a_month_without_its_year_is_the_next_one_that_is_not_over():
    text = "They meet in June."
    assert [["2026-06-01/2026-06-30"], ["2026-06-01/2026-06-30"], ["2027-06-01/2027-06-30"]] == [
        [phrase.deadline for phrase in deadlines(text, dated_on)]
        for dated_on in (date(2026, 1, 7), date(2026, 6, 30), date(2026, 7, 1))
    ]


def test_what_was_over_when_the_text_was_written_is_no_deadline():
    assert () == deadlines("It was opened by 1 December 2025, in 2024, and before 7 January 2026.", DATED_ON)


@given(st.text(), st.dates())
def test_no_text_is_refused(text, dated_on):
    for found in (cadences(text, dated_on), deadlines(text, dated_on), venues(text)):
        assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in found)


WORDS = (
    "every each year years month 0 1 12 31 2026 9999 1999 may february 29 30 by in on within before after of the end "
    "first second last quarter half entry into force next meeting at least once twice a an two hundred thousand days "
    "day until for period early late mid spring winter annual annually biannually regular and or to - , . ; ( ) \u00a0 "
    "\n -\n % thereafter later this week from starting request upon normally times per other 24 (24) 31.12.2026 "
    "2026-02-30 q3 h2 sept. day's decade friday intervals"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.dates())
def test_no_heap_of_time_words_is_refused_and_phrases_stand_apart(words, dated_on):
    text = " ".join(words)
    for found in (cadences(text, dated_on), deadlines(text, dated_on), venues(text)):
        end = 0
        for phrase in found:
            assert end <= phrase.start < phrase.end <= len(text)
            end = phrase.end


HOSTILE = {
    "one letter": "'a' * 100_000",
    "one digit": "'1' * 100_000",
    "blanks": "' ' * 100_000",
    "lines": "'\\n' * 100_000",
    "digits apart": "'1 ' * 50_000",
    "every": "'every ' * 17_000",
    "every 3 or": "'every 3 or 4 ' * 8_000",
    "within": "'within ' * 15_000",
    "within a day of": "'within 1 day of ' * 6_000",
    "within twelve months and": "'within twelve months and ' * 4_000",
    "a long event": "'within 1 day of ' + 'word ' * 20_000",
    "at least": "'at least ' * 12_000",
    "at its first": "'at its first ' * 8_000",
    "as soon as": "'as soon as ' * 9_000",
    "annual": "'annual ' * 14_000",
    "by may": "'by may ' * 15_000",
    "end of the": "'end of the ' * 9_000",
    "numbers in words": "'twenty-' * 15_000",
    "full stops": "'. ' * 50_000",
    "brackets and semicolons": "'(; ' * 33_000",
    "titles": "'Mr. ' * 25_000",
    "bullets": "'\u2022 ' * 50_000",
    "lead-ins": "'agreed:\\n- ' * 10_000",
    "broken words": "'a-\\n' * 30_000",
    "mojibake": "'\u00e2\u20ac' * 50_000",
}
LONGEST_SECONDS = 30
"""Of processor time. Each takes about one; what grows with the square of the text would take hours."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_100_kilobytes_takes_long(text):
    program = (
        f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({LONGEST_SECONDS}, {LONGEST_SECONDS}))\n"
        "from datetime import date\n"
        "from bilateral_tracker.communique.sentences import sentences\n"
        "from bilateral_tracker.communique.time_phrases import cadences, deadlines, venues\n"
        f"text, dated_on = {text}, date(2026, 1, 7)\n"
        "cadences(text, dated_on), deadlines(text, dated_on), venues(text), sentences(text)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert 0 == run.returncode
