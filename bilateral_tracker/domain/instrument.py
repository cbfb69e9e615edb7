"""The life of a treaty, an agreement, a memorandum: how long it is valid, how it renews itself, when notice is due.

Terms are counted from the entry into force, never from the term before: one in force since 29 February 2024, valid for
a year and renewed for a year at a time, ends its fourth term on 28 February 2028 and its fifth on 27 February 2029.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage

_MONTH = Period(1, Unit.MONTH)
_ANY_DAY = date(2001, 1, 1)
"""From here periods are compared; no leap day is near."""


class Life(NamedTuple):
    """What an instrument says about its own validity. A term's last day is the day before the next one begins."""

    valid_for: Period | None = None
    """How long its first term is; None if it is valid until it is terminated."""
    renews_for: Period | None = None
    """For how long it renews itself, again and again; None if it ends with its first term."""
    notice: Period | None = None
    """How long before the end of a term notice is to be given, lest it renew itself."""

    def valid_until(self, in_force_on: date, term: int) -> date | None:
        """The last day of the `term`-th term; None where there is no such term, or it goes beyond the year 9999."""
        if self.valid_for is None or term < 1 or (term > 1 and self.renews_for is None):
            return None
        try:
            return self._following(self.valid_for, in_force_on, term - 1) - timedelta(1)
        except OverflowError:
            return None

    def notice_by(self, in_force_on: date, term: int) -> date | None:
        """The last day to give notice in the `term`-th term; without such a rule, the last day of the term itself."""
        last = self.valid_until(in_force_on, term)
        return _counted_back(last, self.notice) if last and self.notice else last

    def terms_over(self, in_force_on: date, day: date) -> int:
        """How many terms have ended by `day`: their last day is over or is that day."""
        if self.valid_for is None:
            return 0
        following = shifted(day, 1)
        if self.valid_for.months and self.renews_for and self.renews_for.months:
            renewals = (_MONTH.times_between(in_force_on, following) - self.valid_for.months) // self.renews_for.months
            return max(0, renewals + 1)
        try:
            first = self.valid_for.after(in_force_on)
        except OverflowError:
            return 0
        renewals = self.renews_for.times_between(first, following) if self.renews_for else 0
        return max(0, renewals + 1) if first <= following else 0

    def notices_over(self, in_force_on: date, day: date) -> int:
        """In how many terms the last day to give notice is over, or is `day`."""
        return self.terms_over(in_force_on, _latest_counted_back_to(day, self.notice) if self.notice else day)

    def _following(self, valid_for: Period, in_force_on: date, renewals: int) -> date:
        """The day after so many renewals; months are added up first, and clamped once."""
        if not renewals or self.renews_for is None:
            return valid_for.after(in_force_on)
        if valid_for.months and self.renews_for.months:
            return _MONTH.after(in_force_on, valid_for.months + renewals * self.renews_for.months)
        return self.renews_for.after(valid_for.after(in_force_on), renewals)


class Terms(NamedTuple):
    """The last days to give notice as due times, one in each term after those `skipped`."""

    life: Life
    in_force_on: date
    skipped: int = 0

    def window(self, number: int) -> Window | None:
        """The last day to give notice in a term; None if there is no such term."""
        day = self.life.notice_by(self.in_force_on, number + self.skipped) if number > 0 else None
        return Window.day(day) if day else None

    def opened(self, day: date) -> int:
        """In how many terms that day has come by `day`."""
        return max(0, self.life.notices_over(self.in_force_on, day) - self.skipped)

    def over(self, day: date) -> int:
        """The same: it is one day."""
        return self.opened(day)

    def since(self, day: date) -> "Terms":
        """Those whose last day to give notice is not over before `day`, numbered from 1."""
        return self._replace(skipped=self.life.notices_over(self.in_force_on, shifted(day, -1)))


def refuse_life(life: Life) -> None:
    """WrongUsage for a life that no instrument can have: it renews itself without an end, or too soon for notice."""
    if life.renews_for and not life.valid_for:
        raise WrongUsage(
            f"What is valid until it is terminated renews itself never. Say how long it is valid first: "
            f'--valid-for "{life.renews_for}". Or leave out --renews-for.'
        )
    for name, term in (("valid for", life.valid_for), ("renewed for", life.renews_for)):
        if life.notice and term and life.notice.after(_ANY_DAY) >= term.after(_ANY_DAY):
            raise WrongUsage(
                f"Notice of {life.notice} cannot be given in time if the instrument is {name} {term}. "
                'Notice is shorter than every term, for example: --notice "6 months". Check both.'
            )


def _counted_back(day: date, notice: Period) -> date:
    try:
        return notice.after(day, -1)
    except OverflowError:
        return date.min


def _latest_counted_back_to(day: date, notice: Period) -> date:
    """The latest day from which the notice counts back to `day` or earlier.

    Counting months back clamps: from 31 May, 30 May and 29 May three months lead to 28 February alike.
    """
    try:
        latest = notice.after(day)
    except OverflowError:
        return date.max
    is_last_of_month = day.day == monthrange(day.year, day.month)[1]
    if notice.months and is_last_of_month:
        return latest.replace(day=monthrange(latest.year, latest.month)[1])
    return latest
