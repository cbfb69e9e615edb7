"""What is shipped is what the sources say, and a record with a mistake in it is refused by name."""

import re
from datetime import date

import pytest

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Arrears, Kind, Strength
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.source import SOURCE_ID, SourceKind
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store.seeds import read_record, shipped, shipped_parties, shipped_records
from tests.store.conftest import new_in_memory, problems, take_in_seeds

CADENCES = {
    "Joint Working Group meets": (Period(3, Unit.MONTH), date(2026, 4, 7), "every three months"),
    "Interior ministers meet": (Period(1, Unit.YEAR), date(2027, 1, 7), "annually"),
}
MEETING, STANDING, DELIVERABLE = Kind.MEETING, Kind.STANDING, Kind.DELIVERABLE
TERMS = [
    ("Joint Working Group meets", MEETING, Strength.AGREED, "joint", "paragraph 3"),
    ("Interior ministers meet", MEETING, Strength.AGREED, "joint", "paragraph 3"),
    (
        "Strengthen institutional mechanisms and operational coordination",
        STANDING,
        Strength.AGREED,
        "joint",
        "paragraph 2",
    ),
    (
        "Improve joint and rapid-response mechanisms against terrorism and crime",
        STANDING,
        Strength.AGREED,
        "joint",
        "paragraph 5",
    ),
    ("Widen police training and exchange programmes", STANDING, Strength.AGREED, "joint", "paragraph 5"),
    (
        "Joint strategy for training and professional capacity of police",
        DELIVERABLE,
        Strength.AGREED,
        "joint",
        "paragraph 6",
    ),
    ("Special protection unit for Chinese nationals in Islamabad", DELIVERABLE, Strength.OFFERED, "PK", "paragraph 8"),
    ("Sister-city cooperation of Islamabad and Beijing", STANDING, Strength.DISCUSSED, "joint", "paragraph 6"),
    (
        "Chinese support for the National Cyber Crimes Investigation Agency",
        STANDING,
        Strength.SOUGHT,
        "CN",
        "paragraph 9",
    ),
    (
        "AI-based technologies against terrorism and new security challenges",
        STANDING,
        Strength.NOTED,
        "joint",
        "paragraph 9",
    ),
]


# What is shipped


def test_the_shipped_parties_are_china_and_pakistan_with_the_zones_of_their_capitals():
    expected = [
        Party("CN", "China", "Beijing", "Asia/Shanghai"),
        Party("PK", "Pakistan", "Islamabad", "Asia/Karachi"),
    ]
    assert expected == shipped_parties()


def test_one_source_is_shipped_dated_and_hashed():
    [record] = shipped_records()
    source = record.source
    assert ("2026-01-07-beijing", SourceKind.NEWS_REPORT, date(2026, 1, 7)) == (source.id, source.kind, source.dated_on)
    assert "Beijing, Ministry of Public Security" == source.place
    assert "9d31761eb684a468258b12d3c3b6eeb3934b0dd4947a14e8c1bf59d9cdaa237e" == source.sha256


def test_fourteen_people_took_part_in_the_meeting_seven_from_each_side():
    [record] = shipped_records()
    present = record.source.participants
    assert (14, 7, 7) == (len(present), *[sum(one.party == code for one in present) for code in ("PK", "CN")])
    assert ("Mohsin Naqvi", "Federal Minister for Interior", "PK") == (
        present[0].name,
        present[0].office,
        present[0].party,
    )
    assert ("Wang Xiaohong", "Minister of Public Security", "CN") == (
        present[1].name,
        present[1].office,
        present[1].party,
    )
    assert len(present) == len({one.name for one in present})
    assert all(one.office for one in present)


def test_ten_commitments_are_shipped_as_firm_as_they_were_made():
    [record] = shipped_records()
    told = [(one.title, one.kind, one.strength, one.owed_by, one.citations[0].locator) for one in record.commitments]
    assert TERMS == told


def test_two_of_them_have_a_rhythm_and_their_first_due_dates():
    [record] = shipped_records()
    rhythms = {one.title: one.cadence for one in record.commitments if one.cadence}
    assert {title: (c.period, c.due(1), c.words) for title, c in rhythms.items()} == CADENCES
    assert [date(2026, 1, 7)] * 2 == [cadence.anchor_on for cadence in rhythms.values()]
    assert all(one.is_undated for one in record.commitments if one.title not in CADENCES)


def test_all_of_them_were_agreed_on_the_day_between_the_two_and_wait_for_a_reference():
    [record] = shipped_records()
    assert {("", ("PK", "CN"), date(2026, 1, 7))} == {
        (one.ref, one.parties, one.agreed_on) for one in record.commitments
    }


def test_all_of_them_are_cited_once_in_our_own_words():
    [record] = shipped_records()
    cited = [citation for one in record.commitments for citation in one.citations]
    assert 10 == len(cited)
    assert {("2026-01-07-beijing", "")} == {(citation.source, citation.quote) for citation in cited}
    assert all(len(citation.paraphrase) > 40 for citation in cited)


def test_every_shipped_record_has_the_name_of_its_file_and_fits_the_register():
    assert [
        path.stem.startswith(record.source.id)
        for path, record in zip(sorted(shipped("seeds").glob("*.toml")), shipped_records(), strict=True)
    ] == [True]
    assert all(re.fullmatch(SOURCE_ID, record.source.id) for record in shipped_records())
    with new_in_memory() as register:
        take_in_seeds(register)
        assert {} == problems(register.database)


# A record of one's own

WHOLE = """
id = "2026-05-minutes"
kind = "agreed_minutes"
title = "Agreed minutes"
dated_on = 2026-05-12

[[participant]]
name = "Khurram Agha"
office = "Federal Secretary, Interior"
party = "PK"

[[commitment]]
kind = "report"
title = "Yearly report"
parties = ["PK", "CN"]
every = "1 year"
locator = "article 2"
paraphrase = "They report."
"""


@pytest.fixture
def file(tmp_path):
    """Writes a record: the whole one, a part of it replaced."""

    def write(old: str = "", new: str = ""):
        assert old in WHOLE
        path = tmp_path / "minutes.toml"
        path.write_text(WHOLE.replace(old, new) if old else WHOLE, encoding="utf-8")
        return path

    return write


def test_a_record_says_little_and_the_rest_is_the_usual(file):
    record = read_record(file())
    [commitment] = record.commitments
    assert (SourceKind.AGREED_MINUTES, "", "", "") == (
        record.source.kind,
        record.source.place,
        record.source.location,
        record.source.sha256,
    )
    assert Cadence(Period(1, Unit.YEAR), date(2026, 5, 12)) == commitment.cadence
    assert (Strength.AGREED, "joint", "", Arrears.EACH) == (
        commitment.strength,
        commitment.owed_by,
        commitment.lead,
        commitment.arrears,
    )


def test_a_record_may_say_more(file):
    more = 'due_on = 2026-09-30\nstrength = "offered"\nowed_by = "CN"\nlead = "Ministry"\narrears = "latest"'
    [commitment] = read_record(file('every = "1 year"', more)).commitments
    assert Window.day(date(2026, 9, 30)) == commitment.due
    assert commitment.cadence is None
    assert ("offered", "CN", "Ministry", "latest") == (
        commitment.strength.value,
        commitment.owed_by,
        commitment.lead,
        commitment.arrears.value,
    )
    [undated] = read_record(file('every = "1 year"', 'review_every = "2 months"')).commitments
    assert Period(2, Unit.MONTH) == undated.review_every
    [later] = read_record(file('every = "1 year"', 'every = "1 year"\nfirst_due_on = 2026-12-31')).commitments
    assert later.cadence is not None
    assert date(2026, 12, 31) == later.cadence.due(1)


def test_a_record_words_its_rhythm_and_its_due_time_as_people_do(file):
    rhythm = 'every = "at least once a year"\nyear_start = "1 April"\ntimes = 5\nuntil = 2030-12-31'
    [each_year] = read_record(file('every = "1 year"', rhythm)).commitments
    assert each_year.cadence is not None
    assert (Reading.PERIOD, True, 5, date(2030, 12, 31)) == (
        each_year.cadence.reading,
        each_year.cadence.is_floor,
        each_year.cadence.times,
        each_year.cadence.until,
    )
    assert Window(date(2026, 4, 1), date(2027, 3, 31)) == each_year.cadence.window(1)
    [window] = read_record(file('every = "1 year"', 'due = "first half of 2027"')).commitments
    assert window.due is not None
    assert (date(2027, 1, 1), date(2027, 6, 30)) == (window.due.earliest, window.due.latest)
    [waiting] = read_record(file('every = "1 year"', 'due = "6 months after entry into force"')).commitments
    assert EventDue("entry into force", Period(6, Unit.MONTH)) == waiting.due_after


def test_a_record_may_have_no_participants_and_no_commitments(tmp_path):
    path = tmp_path / "minutes.toml"
    path.write_text(WHOLE.partition("[[")[0], encoding="utf-8")
    assert ((), ()) == (read_record(path).source.participants, read_record(path).commitments)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "Agreed minutes"', 'title = "Agreed minutes', "cannot be read"),
        ("[[commitment]]", "[commitment", "cannot be read"),
        ('kind = "report"', 'kind = "report"\nkind = "report"', "cannot be read"),
        ("dated_on = 2026-05-12", "dated_on = 2026-02-30", "cannot be read"),
        ('id = "2026-05-minutes"', "", "'id' is missing"),
        ('title = "Yearly report"', "", "'title' is missing"),
        ('parties = ["PK", "CN"]', "", "'parties' is missing"),
        ('locator = "article 2"', "", "'locator' is missing"),
        ('paraphrase = "They report."', "", "'paraphrase' is missing"),
        ('office = "Federal Secretary, Interior"', "", "'office' is missing"),
        ("dated_on = 2026-05-12", "", "'dated_on' is missing"),
        ("dated_on = 2026-05-12", 'dated_on = "2026-05-12"', "'2026-05-12' is not a date; write it like 2026-01-07"),
        ("dated_on = 2026-05-12", "dated_on = 20260512", "20260512 is not a date; write it like 2026-01-07"),
        ('every = "1 year"', 'every = "1 year"\nfirst_due_on = "soon"', "'soon' is not a date"),
        ('every = "1 year"', "due_on = true", "True is not a date"),
        ("dated_on = 2026-05-12", "dated_on = 2026-05-12T09:00:00Z", "is not a date"),
        ('kind = "agreed_minutes"', 'kind = "gossip"', "'gossip' is not a valid SourceKind"),
        ('kind = "report"', 'kind = "gossip"', "'gossip' is not a valid Kind"),
        ('kind = "report"', 'kind = "report"\nstrength = "strong"', "'strong' is not a valid Strength"),
        ('kind = "report"', 'kind = "report"\narrears = "all"', "'all' is not a valid Arrears"),
        ('every = "1 year"', 'every = "now and then"', "'now and then' is not a rhythm"),
        ('every = "1 year"', "every = 3", "'3' is not a rhythm"),
        ('every = "1 year"', 'every = "1 year"\nyear_start = "April"', "--year-start says when the years begin"),
        ('every = "1 year"', 'due = "soon"', "'soon' names no day"),
        ('every = "1 year"', 'evry = "1 year"', "a commitment has no 'evry'; it may have arrears, due, due_on, every,"),
        ('parties = ["PK", "CN"]', 'parties = "PK,CN"', 'where there may be several, write: parties = ["PK", "CN"]'),
        ("[[commitment]]", "[commitment]", "where there may be several, write: [[commitment]]"),
        ("[[participant]]", "[participant]", "where there may be several, write: [[participant]]"),
    ],
)
def test_a_record_with_a_mistake_is_refused_with_its_file_and_the_mistake(file, old, new, words):
    path = file(old, new)
    with pytest.raises(TrackerError) as caught:
        read_record(path)
    assert TrackerError is caught.type
    assert str(caught.value).startswith(f"{path} ")
    assert words in str(caught.value)


def test_a_record_that_is_not_there_or_no_utf_8_is_refused_by_name(tmp_path):
    path = tmp_path / "minutes.toml"
    with pytest.raises(TrackerError, match=f"{path} cannot be read: .*No such file"):
        read_record(path)
    path.write_bytes(b'title = "\xff"')
    with pytest.raises(TrackerError, match=f"{path} cannot be read: "):
        read_record(path)
