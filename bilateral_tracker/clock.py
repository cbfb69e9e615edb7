"""The only reader of the clock. "Today" is the civil date in the register's home time zone, and can be set."""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bilateral_tracker.errors import WrongUsage, quoted

TODAY = "BILATERAL_TODAY"
"""The environment variable that sets today, as an ISO date: for tests, for rehearsals, for missions abroad."""


def today(zone: str) -> date:
    """Today in the IANA time zone `zone`, unless BILATERAL_TODAY says otherwise."""
    told = os.environ.get(TODAY)
    return _told_day(told) if told else _now(zone).date()


def now(zone: str) -> str:
    """This moment in the zone, to the second, with its offset, in ISO 8601; the date is `today`."""
    moment = _now(zone)
    return datetime.combine(today(zone), moment.time(), moment.tzinfo).isoformat(timespec="seconds")


def _now(zone: str) -> datetime:
    try:
        return datetime.now(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise WrongUsage(
            f"There is no time zone {quoted(zone)}. Zones are named like Asia/Karachi or Europe/Vienna."
        ) from problem


def _told_day(told: str) -> date:
    try:
        return date.fromisoformat(told)
    except ValueError as problem:
        raise WrongUsage(f"{TODAY} is {quoted(told)}, which is no date. Set it like: {TODAY}=2026-11-24") from problem
