"""A draft becomes a commitment by a person's yes, once, and never otherwise."""

from datetime import date

import pytest

from bilateral_tracker.desk.drafts import accept, keep_drafts, reject
from bilateral_tracker.desk.undo import undo
from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.draft import Cue, Draft
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.kept_draft import DraftState
from bilateral_tracker.domain.rhythm import read_rhythm
from bilateral_tracker.domain.source import Source, SourceKind
from bilateral_tracker.domain.source_text import SourceText, sha256
from bilateral_tracker.errors import Conflict, NotFound, WrongUsage
from bilateral_tracker.store.audit import audit
from tests.store.conftest import UNCUT, desk, new_in_memory, rows_of_all_tables

DATED_ON = date(2026, 3, 3)
MINUTES = Source("2026-03-03-islamabad", SourceKind.AGREED_MINUTES, "Agreed minutes", DATED_ON, "Islamabad")
SITTINGS = Draft(
    "a border committee shall sit twice a year",
    12,
    53,
    "Border committee sits",
    Kind.MEETING,
    rhythm=read_rhythm("at least twice a year"),
    cues=(Cue("verb", "shall sit"), Cue("time", "twice a year")),
)
SURVEY = Draft(
    "Pakistan offered to survey the road by the end of 2026",
    60,
    114,
    "Survey the road",
    Kind.DELIVERABLE,
    Strength.OFFERED,
    "Pakistan",
    "Road Authority",
    due=read_due("by the end of 2026", DATED_ON),
)
DIALOGUE = Draft("meets biannually", 120, 136, "Dialogue meets", Kind.MEETING, question="Which is it?")


TEXT = (
    "Decided that a border committee shall sit twice a year. And "
    "Pakistan offered to survey the road by the end of 2026. The forum meets biannually."
)
KEPT = SourceText(MINUTES.id, sha256(TEXT), "en", date(2026, 3, 4), TEXT)
CODES = {"Pakistan": "PK", "China": "CN"}
SITTINGS, SURVEY, DIALOGUE = (
    one._replace(start=TEXT.index(one.quote), end=TEXT.index(one.quote) + len(one.quote))
    for one in (SITTINGS, SURVEY, DIALOGUE)
)


@pytest.fixture
def register():
    """A register with three drafts: a rhythm, a due date, a question."""
    with new_in_memory() as new:
        keep_drafts(desk(new), MINUTES, KEPT, [SITTINGS, SURVEY, DIALOGUE], CODES)
        yield new


def states(register):
    return [(one.number, one.state.value, one.ref) for one in register.drafts()]


def test_drafts_wait_with_their_times_in_words_that_can_be_typed(register):
    first, second, _ = register.drafts()
    assert ("at least once in every 6 months", "", "joint") == (first.every, first.due, first.owed_by)
    assert "the verb “shall sit”, the time “twice a year”" == first.why
    assert ("", "by the end of 2026", "PK") == (second.every, second.due, second.owed_by)
    assert [] == register.references("", most=-1)


def test_an_accepted_draft_is_a_commitment_of_the_day_of_its_source(register):
    [one] = accept(desk(register), [1], {})
    terms = one.history.commitment
    assert ("PK-CN-1", DATED_ON, "Border committee sits") == (terms.ref, terms.agreed_on, terms.title)
    assert terms.cadence is not None
    assert (Reading.PERIOD, 6, True) == (terms.cadence.reading, terms.cadence.period.count, terms.cadence.is_floor)
    [citation] = terms.citations
    assert (MINUTES.id, SITTINGS.quote) == (citation.source, citation.quote)
    [two] = accept(desk(register), [2], {})
    assert two.history.commitment.due is not None
    assert date(2026, 12, 31) == two.history.commitment.due.latest
    assert ("PK", Strength.OFFERED) == (two.history.commitment.owed_by, two.history.commitment.strength)
    assert [(1, "accepted", "PK-CN-1"), (2, "accepted", "PK-CN-2"), (3, "waiting", "")] == states(register)


def test_accepting_twice_changes_nothing(register):
    accept(desk(register), [1], {})
    before = rows_of_all_tables(register.database)
    [again] = accept(desk(register), [1], {})
    assert (False, "PK-CN-1") == (again.is_new, again.draft.ref)
    assert before == rows_of_all_tables(register.database)


def test_what_a_person_corrects_is_what_is_recorded(register):
    [one] = accept(desk(register), [1], {"title": "Border commission sits", "every": "every 4 months"})
    terms = one.history.commitment
    assert terms.cadence is not None
    assert ("Border commission sits", 4) == (terms.title, terms.cadence.period.count)


def test_a_question_is_answered_by_a_person(register):
    with pytest.raises(Conflict, match="Draft 3 has a question: Which is it"):
        accept(desk(register), [3], {})
    [one] = accept(desk(register), [3], {"every": "every 2 years", "question": ""})
    assert one.history.commitment.cadence is not None
    assert 2 == one.history.commitment.cadence.period.count


def test_all_are_accepted_or_none(register):
    before = rows_of_all_tables(register.database)
    with pytest.raises(Conflict):
        accept(desk(register), [1, 2, 3], {})
    assert before == rows_of_all_tables(register.database)


def test_a_rejected_draft_waits_no_more_and_may_still_be_accepted(register):
    reject(desk(register), 2, "a wish")
    assert [(2, "rejected", "a wish")] == [(n.number, n.state.value, n.reason) for n in register.drafts()[1:2]]
    accept(desk(register), [2], {})
    with pytest.raises(Conflict, match="was accepted as PK-CN-1"):
        reject(desk(register), 2, "a wish")


def test_an_undone_commitment_waits_again_as_a_draft(register):
    accept(desk(register), [1], {})
    undo(desk(register), None)
    assert DraftState.WAITING is register.drafts()[0].state
    assert register.history("PK-CN-1", UNCUT) is None
    assert [] == [one.subject for one in audit(register.database) if one.problems]
    [again] = accept(desk(register), [1], {})
    assert "PK-CN-2" == again.draft.ref


def test_drafts_are_kept_as_long_as_commitments_came_of_them(register):
    accept(desk(register), [1], {})
    drafted = next(one.number for one in register.entries() if one.act.value == "drafted")
    with pytest.raises(Conflict, match="has later ones that rest on it"):
        undo(desk(register), drafted)
    with pytest.raises(Conflict, match="is cited"):
        undo(desk(register), drafted - 2)


def test_a_number_that_no_draft_has_is_not_found(register):
    with pytest.raises(NotFound, match="There is no draft 9"):
        accept(desk(register), [9], {})


def test_terms_that_cannot_be_read_are_refused(register):
    with pytest.raises(WrongUsage, match="is not a rhythm"):
        accept(desk(register), [1], {"every": "every now and then, perhaps"})


def test_a_text_is_read_once(register):
    with pytest.raises(Conflict, match="is on record already"):
        keep_drafts(desk(register), MINUTES, KEPT, [SITTINGS], CODES)


def test_replayed_from_the_journal_the_drafts_are_the_same(register):
    accept(desk(register), [1], {})
    reject(desk(register), 2, "a wish")
    assert [] == [one.subject for one in audit(register.database) if one.problems]


def test_the_text_is_kept_whole_or_only_its_hash(register):
    assert KEPT == register.source_text(MINUTES.id)
    assert None is register.source_text("2026-01-07-beijing")
    unkept = MINUTES._replace(id="unkept")
    keep_drafts(desk(register), unkept, KEPT._replace(source="unkept", text=None), [], CODES)
    found = register.source_text("unkept")
    assert found is not None
    assert (None, KEPT.sha256, True) == (found.text, found.sha256, found.is_intact())


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("UPDATE citation SET quote = 'a border committee shall sit thrice a year'", "PK-CN-1 quotes 2026-03-03-islam"),
        ("UPDATE draft SET start_at = start_at + 1", "draft 1 was not found where it says"),
        (f"UPDATE source_text SET sha256 = '{sha256('another')}'", "the text of 2026-03-03-islamabad is not the one"),
    ],
)
def test_each_quote_is_proved_to_stand_in_its_text(register, change, problem):
    accept(desk(register), [1], {})
    assert () == quotes_wrong(register)
    register.database.change(change)
    assert problem in quotes_wrong(register)[0]


def quotes_wrong(register):
    return next(one.problems for one in audit(register.database) if one.subject == "quotes in their texts")
