"""Whatever runs there are, whatever fails and whatever happens meanwhile: each thing is said once, to the right person.

The register is a fake one that holds a history and the ledger; the days and the facts are random.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral_tracker.desk.remind import Run
from bilateral_tracker.desk.sending import send_owed
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.recipient import Recipient, Role
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.round import Round
from bilateral_tracker.domain.stages import Counts, RemindSettings, Stages
from bilateral_tracker.domain.stages_change import StagesChange
from bilateral_tracker.errors import TrackerError
from tests.changing import replace
from tests.domain.conftest import told

AGREED_ON = date(2026, 1, 7)
JWG = "2026-01-07 agreed JWG every 3 months"
HOLIDAYS = {"CN": [date(2026, 10, 1) + timedelta(n) for n in range(7)]}


def officer(name, **more):
    return Recipient(name, name, "", Role.OFFICER, "", "PK", "mail", None, None, False)._replace(**more)


AMINA, BILAL = officer("amina"), officer("bilal", party="CN")
DIRECTOR, HEAD = officer("director", role=Role.DIRECTOR), officer("head", role=Role.HEAD)


class WorkingWeek:
    """Capitals that are closed at weekends, and on their holidays."""

    def works(self, party, day):
        return day.weekday() < 5 and day not in HOLIDAYS.get(party, ())

    def left(self, parties, day, until):
        days = (day + timedelta(n) for n in range(1, (until - day).days + 1))
        return sum(all(self.works(party, one) for party in parties) for one in days)


@dataclass
class FakeRegister:
    """One history, and the ledger."""

    history: History
    ledger: dict[Reminder, Line] = field(default_factory=dict)
    seal: str = "seal"
    done: list[str] = field(default_factory=list)
    """What was asked and written in the transaction that lasts; nothing may be written outside of one."""

    def wanting_attention(self, view, _until):
        self.done.append("asked what is owed")
        known = self.history.as_of(view.as_of)
        return iter([known] if known else [])

    def lines(self, reminders):
        self.done.append("asked what was said")
        return {one: self.ledger[one] for one in reminders if one in self.ledger}

    def write_lines(self, lines):
        self.done.append("wrote")
        self.ledger |= {line.reminder: line for line in lines}

    @contextmanager
    def writing(self, _keep=True) -> Iterator[None]:
        self.done.clear()
        yield
        assert "wrote" == self.done.pop()
        assert "asked what was said" in self.done
        self.done.clear()


@dataclass
class Desk:
    """Runs on one day after another, and remembers what was said on which."""

    register: Any
    recipients: tuple[Recipient, ...] = ()
    rules: RemindSettings = field(default_factory=RemindSettings)
    said: list[tuple[date, Reminder]] = field(default_factory=list)
    ids: dict[Reminder, set[str]] = field(default_factory=dict)
    clock: str = ""

    def run(self, day: date, is_down: bool = False, hour: int = 8, ahead: int = 0) -> int:
        """One run; the number of messages that failed. In China it may be `ahead` a day already."""

        def today_in(party):
            return day + timedelta(ahead if party == "CN" else 0)

        def send(message, owed):
            assert message.reminders == tuple(one.reminder for one in owed)
            for one in message.reminders:
                self.ids.setdefault(one, set()).add(message.id)
            if is_down:
                raise TrackerError("The mail server is away.")
            self.said += [(day, one) for one in message.reminders]

        due = Round(day, today_in, WorkingWeek(), self.rules, self.recipients)
        moment = f"{day}T{hour:02}:00:00+05:00"
        failed = send_owed(self.register, Run(due, lambda: moment), send)
        assert "wrote" not in self.register.done
        return len(failed)

    def stages(self, recipient: str = "") -> list[int]:
        return [one.stage for _, one in self.said if one.recipient == recipient]


def desk(text: str, *recipients: Recipient, **more) -> Desk:
    return Desk(FakeRegister(told(text)), recipients, **more)


def days_from(first: date, count: int) -> list[date]:
    return [first + timedelta(n) for n in range(count)]


ONE_OFF = "2026-01-07 agreed deliverable, due 2026-06-30"
DUE_ON = date(2026, 6, 30)


def test_where_nobody_is_on_record_the_desk_is_told():
    alone = desk(ONE_OFF)
    for day in days_from(date(2026, 5, 1), 75):
        alone.run(day)
    assert [-30, -14, -7, -1, 0, 7, 14] == alone.stages()


def test_the_ladder_is_climbed_while_it_is_overdue():
    """The officer hears every week, from the thirtieth day on the director, from the sixtieth the head."""
    ladder = desk(ONE_OFF, AMINA, DIRECTOR, HEAD)
    for day in days_from(date(2026, 7, 13), 68):
        ladder.run(day)
    assert [7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77] == ladder.stages("amina")
    assert [30, 37, 44, 51, 58, 65, 72, 79] == ladder.stages("director")
    assert [60, 67, 74] == ladder.stages("head")
    assert [] == ladder.stages()


def test_a_capital_that_is_closed_is_told_on_its_next_working_day():
    """Stages on 30 September, 6 and 7 October; China is closed from the first to the seventh."""
    told_of = desk("2026-01-07 agreed deliverable, due 2026-10-07", AMINA, BILAL)
    for day in days_from(date(2026, 9, 30), 10):
        told_of.run(day)
    assert [(30, -7), (6, -1), (7, 0)] == [(on.day, one.stage) for on, one in told_of.said if one.recipient == "amina"]
    assert [(30, -7), (8, 0)] == [(on.day, one.stage) for on, one in told_of.said if one.recipient == "bilal"]


def test_lead_times_can_count_common_working_days():
    """The seventh day before 7 October on which both capitals work is 21 September."""
    rules = RemindSettings(Stages(before=(7,), counts=Counts.WORKING))
    told_of = desk("2026-01-07 agreed deliverable, due 2026-10-07", AMINA, rules=rules)
    for day in days_from(date(2026, 9, 14), 24):
        told_of.run(day)
    assert [(date(2026, 9, 21), -7)] == [(on, one.stage) for on, one in told_of.said]


def test_today_is_the_day_in_the_recipient_s_capital():
    """Late in the evening it is the due day in Beijing already, and in Islamabad the day before."""
    told_of = desk(ONE_OFF, AMINA, BILAL)
    told_of.run(date(2026, 6, 29), ahead=1)
    assert {"amina": [-1], "bilal": [0]} == {name: told_of.stages(name) for name in ("amina", "bilal")}


def test_what_somebody_learns_on_their_day_is_not_known_to_others_yet():
    """It is settled on a day that has not begun in Islamabad."""
    told_of = desk(f"{ONE_OFF}; 2026-06-30 delivered", AMINA, BILAL)
    told_of.run(date(2026, 6, 29), ahead=1)
    assert ([-1], []) == (told_of.stages("amina"), told_of.stages("bilal"))


def test_the_desk_is_told_on_its_own_day_alone():
    """The director sits in Beijing, where it is the due day already; no officer is on record."""
    told_of = desk(ONE_OFF, replace(DIRECTOR, party="CN"))
    told_of.run(date(2026, 6, 29), ahead=1)
    assert [-1] == told_of.stages()


def test_those_further_up_are_told_whatever_the_officer_has_acknowledged():
    quiet = desk(f"{JWG}; 2026-05-08 acknowledged #1 about 2026-04-07", AMINA, DIRECTOR)
    for day in days_from(date(2026, 5, 8), 8):
        quiet.run(day)
    assert ([30, 37], []) == (quiet.stages("director"), [one for one in quiet.stages("amina") if one > 0])


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (RemindSettings(), 45),
        (RemindSettings(Stages(before=(60, 7))), 60),
        (RemindSettings(Stages(propose_before=None)), 30),
        (RemindSettings(kinds={"report": StagesChange(before=(120,))}), 120),
        (RemindSettings(commitments={"PK-CN-1": StagesChange(counts=Counts.WORKING)}), 94),
    ],
)
def test_far_enough_ahead_is_looked_for_whatever_may_be_owed_by_now(rules, expected):
    """Of working days a year has 230 that two capitals share, and long closures have none."""
    assert expected == Round(DUE_ON, lambda _: DUE_ON, WorkingWeek(), rules).horizon_days


def test_a_successor_is_told_of_all_that_is_open():
    until, since = date(2026, 6, 24), date(2026, 6, 25)
    post = desk(ONE_OFF, replace(AMINA, until_on=until), officer("noor", from_on=since))
    for day in days_from(date(2026, 6, 22), 8):
        post.run(day)
    assert ([-14, -7], [-7, -1]) == (post.stages("amina")[:2], post.stages("noor"))


def test_a_fortnight_without_a_run_ends_with_one_message_an_item():
    late = desk(f"{JWG}; 2026-04-20 raised .1 draft, due 2026-04-24")
    late.run(date(2026, 4, 23))
    said = len(late.said)
    late.run(date(2026, 5, 8))
    assert [("PK-CN-1#1", 28), ("PK-CN-1.1", 14)] == [(one.item, one.stage) for _, one in late.said[said:]]
    late.run(date(2026, 5, 9))
    assert said + 2 == len(late.said)


def test_a_date_to_be_proposed_is_reminded_of():
    waiting = desk(f"{JWG}; 2026-04-07 held")
    for day in days_from(date(2026, 5, 20), 10):
        waiting.run(day)
    assert [(date(2026, 5, 23), -45)] == [(on, one.stage) for on, one in waiting.said]


def test_a_message_that_failed_goes_out_with_the_next_run_under_the_same_id():
    out = desk(ONE_OFF, AMINA)
    assert 1 == out.run(date(2026, 6, 30), is_down=True)
    assert 0 == out.run(date(2026, 6, 30))
    assert [0] == out.stages("amina")
    assert [1] == [len(ids) for ids in out.ids.values()]


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.parametrize(("minutes", "expected"), [(14, []), (15, [0])])
def test_a_run_that_was_killed_is_taken_over_when_its_lease_ends(minutes, expected):
    history: Any = FakeRegister(told(ONE_OFF))
    moments = iter(["2026-06-30T08:00:00+05:00"] * 2)
    due = Round(date(2026, 6, 30), lambda _: date(2026, 6, 30), WorkingWeek())

    def die(_message, _owed):
        raise Killed

    with pytest.raises(Killed):
        send_owed(history, Run(due, lambda: next(moments)), die)
    said: list[int] = []
    later = Run(due, lambda: f"2026-06-30T08:{minutes}:00+05:00")
    send_owed(history, later, lambda _, owed: said.extend(one.reminder.stage for one in owed))
    assert expected == said


def test_a_channel_that_is_out_does_not_block_the_others():
    history: Any = FakeRegister(told(ONE_OFF))
    said: list[str] = []

    def send(message, _):
        if message.channel == "mail":
            raise TrackerError("The mail server is away.")
        said.append(message.recipient)

    recipients = (AMINA, officer("hook", channel="hook"))
    due = Round(date(2026, 6, 30), lambda _: date(2026, 6, 30), WorkingWeek(), recipients=recipients)
    failed = send_owed(history, Run(due, lambda: "2026-06-30T08:00:00+05:00"), send)
    assert [("amina", "The mail server is away.")] == [(one.message.recipient, one.why) for one in failed]
    assert ["hook"] == said


# Whatever happens

facts = st.lists(
    st.sampled_from(
        [
            "held",
            "postponed #1 to 2026-05-20",
            "arranged #2 to 2026-06-22",
            "proposed #2 to 2026-06-20 by CN",
            "raised .1 draft terms, due 2026-06-01",
            "paused",
        ]
    ),
    max_size=3,
    unique=True,
)


@st.composite
def histories(draw):
    """A working group with up to three facts, about a month apart."""
    days = (AGREED_ON + timedelta(90 + 25 * n + draw(st.integers(0, 20))) for n in count())
    lines = (f"{day} {fact}" for day, fact in zip(days, draw(facts), strict=False))
    return told("; ".join([JWG, *lines]))


posts = st.sampled_from([(), (AMINA,), (BILAL, DIRECTOR), (AMINA, BILAL, DIRECTOR, HEAD)])
rules = st.sampled_from(
    [
        RemindSettings(),
        RemindSettings(Stages(before=(10, 3), every_days=3, director_after=5, counts=Counts.WORKING)),
        RemindSettings(Stages(before=(), propose_before=None, director_after=None)),
    ]
)
FIRST, LENGTH = date(2026, 2, 1), 240


@st.composite
def quiet_times(draw, history):
    """The history with a wish or two to hear nothing of an occurrence."""
    wishes = [
        Quiet(
            f"PK-CN-1#{draw(st.integers(1, 2))}",
            draw(st.sampled_from([date(2026, 4, 7), date(2026, 7, 7), date(2026, 5, 20), date(2026, 6, 22)])),
            on := FIRST + timedelta(draw(st.integers(0, LENGTH))),
            draw(st.none() | st.dates(on + timedelta(1), on + timedelta(40))),
            entry,
        )
        for entry in range(90, 90 + draw(st.integers(0, 2)))
    ]
    return history._replace(quiets=tuple(wishes))


@st.composite
def lives(draw):
    """A desk before its first run, and the days on which cron runs, some of them more than once."""
    history = draw(quiet_times(draw(histories())))
    runs = sorted(draw(st.lists(st.integers(0, LENGTH), min_size=1, max_size=40)))
    return history, draw(posts), draw(rules), [FIRST + timedelta(n) for n in runs]


@given(lives())
@settings(max_examples=60, deadline=None)
def test_nothing_is_said_twice_and_nothing_owed_is_left_unsaid(life):
    history, recipients, rules, runs = life
    out = Desk(FakeRegister(history), recipients, rules)
    for day in runs:
        out.run(day)
        owed = Round(day, lambda _: day, WorkingWeek(), rules, recipients)  # noqa: B023  # asked before the next day
        known = history.as_of(day)
        assert {one.reminder for one in owed.owed(known)} <= {one for _, one in out.said}
    reminders = [one for _, one in out.said]
    assert len(reminders) == len(set(reminders))


@given(lives())
@settings(max_examples=60, deadline=None)
def test_what_is_said_on_a_day_does_not_depend_on_how_often_cron_ran(life):
    """On each of its days, a desk that runs seldom says the latest of what the daily one said since its last run."""
    history, recipients, rules, runs = life
    seldom, daily = Desk(FakeRegister(history), recipients, rules), Desk(FakeRegister(history), recipients, rules)
    for day in runs:
        seldom.run(day)
    for day in days_from(FIRST, (runs[-1] - FIRST).days + 1):
        daily.run(day)
    said_daily = {one for _, one in daily.said}
    assert {one for _, one in seldom.said} <= said_daily
    on_the_last = {one for on, one in seldom.said if on == runs[-1]}
    before = {one for on, one in seldom.said if on < runs[-1]}
    known = history.as_of(runs[-1])
    owed = {one.reminder for one in Round(runs[-1], lambda _: runs[-1], WorkingWeek(), rules, recipients).owed(known)}
    assert owed - before == on_the_last


@given(lives(), st.lists(st.booleans(), min_size=40, max_size=40))
@settings(max_examples=60, deadline=None)
def test_through_any_outages_each_thing_is_said_once_under_one_id(life, outages):
    history, recipients, rules, runs = life
    out = Desk(FakeRegister(history), recipients, rules)
    for day, is_down in zip(runs, outages, strict=False):
        out.run(day, is_down)
    out.run(runs[-1], hour=20)
    reminders = [one for _, one in out.said]
    assert len(reminders) == len(set(reminders))
    assert all(len(ids) == 1 for ids in out.ids.values())
    owed = Round(runs[-1], lambda _: runs[-1], WorkingWeek(), rules, recipients).owed(history.as_of(runs[-1]))
    assert {one.reminder for one in owed} <= set(reminders)
