"""Instruments as a desk officer tells them, and at random: with lives, days of entry into force, terminations."""

from datetime import date, timedelta

from hypothesis import strategies as st

from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind
from bilateral_tracker.domain.decision import Amendment, Withdrawal
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.period import Period, Unit, read_period
from tests.changing import replace

EDGES = [date(2024, 2, 29), date(2023, 12, 31), date(2025, 1, 31), date(2026, 8, 31), date(2020, 3, 1)]


def life(valid_for: str = "", renews_for: str = "", notice: str = "") -> Life:
    """A life from periods as people write them."""
    return Life(*(read_period(text) if text else None for text in (valid_for, renews_for, notice)))


def signed(signed_on: date, terms: Life) -> History:
    """An instrument that is not known to be in force."""
    return History(
        Commitment(
            ref="PK-CN-1",
            kind=Kind.INSTRUMENT,
            title="Extradition treaty",
            parties=("PK", "CN"),
            agreed_on=signed_on,
            arrears=Arrears.NONE,
            life=terms,
        )
    )


def in_force(history: History, in_force_on: date, known_on: date | None = None) -> History:
    """The instrument in force from a day on, which became known on that day or before."""
    entry = Outcome(OutcomeKind.OCCURRED, known_on or in_force_on, entry=len(history.outcomes) + 1, to=in_force_on)
    return replace(history, outcomes=(*history.outcomes, entry))


def terminated(history: History, from_on: date, decided_on: date) -> History:
    """The instrument, ended by notice."""
    return replace(history, withdrawal=Withdrawal(from_on, decided_on, both_agreed=False, entry=41))


days = st.sampled_from(EDGES) | st.dates(date(2000, 1, 1), date(2032, 12, 31))
terms_of_life = st.builds(Period, st.integers(1, 15), st.sampled_from([Unit.YEAR, Unit.MONTH])) | st.builds(
    Period, st.integers(7, 800), st.just(Unit.DAY)
)
notices = st.builds(Period, st.integers(1, 12), st.just(Unit.MONTH)) | st.builds(
    Period, st.integers(1, 200), st.just(Unit.DAY)
)
lives = st.builds(Life, terms_of_life, st.none() | terms_of_life, st.none() | notices) | st.builds(
    Life, st.none(), st.none(), st.none() | notices
)


@st.composite
def instruments(draw) -> History:
    """An instrument: signed, mostly in force, now and then extended or terminated, now and then paused in vain."""
    history = signed(draw(days), draw(lives))
    agreed_on = history.commitment.agreed_on
    if draw(st.integers(0, 5)):
        known_on = agreed_on + timedelta(draw(st.integers(0, 400)))
        history = in_force(history, known_on + timedelta(draw(st.sampled_from([0, 0, 30]))), known_on)
    if draw(st.integers(0, 4)) == 0:
        decided_on = agreed_on + timedelta(draw(st.integers(0, 4000)))
        history = terminated(history, decided_on + timedelta(draw(st.integers(0, 200))), decided_on)
    if draw(st.integers(0, 3)) == 0:
        from_on = agreed_on + timedelta(draw(st.integers(0, 4000)))
        terms = replace(history.commitment, life=draw(lives))
        amendment = Amendment(from_on, terms, from_on, both_agreed=True, entry=21)
        history = replace(history, commitment=terms, amendments=(amendment,), first_terms=history.commitment)
    return history


@st.composite
def instruments_by_a_day(draw) -> tuple[History, date]:
    """An instrument cut at a day, and that day."""
    history = draw(instruments())
    day = history.commitment.agreed_on + timedelta(draw(st.integers(0, 9000)))
    known = history.as_of(day)
    assert known is not None
    return known, day
