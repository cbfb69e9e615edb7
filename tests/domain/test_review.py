"""What has no date is looked at again one rhythm after it was last looked at."""

from datetime import date

import pytest

from bilateral_tracker.domain.review import review_on, waits_for_review
from bilateral_tracker.domain.schedule import schedule
from tests.domain.conftest import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-07 agreed standing", date(2026, 7, 7)),
        ("2025-08-31 agreed standing", date(2026, 2, 28)),
        ("2026-01-07 agreed standing, review every 3 months", date(2026, 4, 7)),
        ("2026-01-07 agreed standing; 2026-05-01 reviewed", date(2026, 11, 1)),
        ("2026-01-07 agreed standing; 2026-05-01 reviewed; 2026-03-01 reviewed", date(2026, 11, 1)),
        ("2026-01-07 agreed JWG, due 2026-09-30; 2026-09-01 deferred #1", date(2027, 3, 1)),
        ("2026-01-07 agreed JWG, due 2026-09-30; 2026-09-01 deferred #1; 2026-10-01 reviewed", date(2027, 4, 1)),
        ("2026-01-07 agreed JWG, due 2026-09-30; 2026-09-01 postponed #1 to 2026-10-30", date(2026, 7, 7)),
        ("2026-01-07 agreed JWG every 3 months; 2026-02-01 paused", date(2026, 8, 1)),
        ("2026-01-07 agreed standing; 2026-02-01 paused; 2026-03-01 resumed shifting", date(2026, 9, 1)),
        ("9999-08-01 agreed standing", None),
    ],
)
def test_a_review_comes_one_rhythm_after_the_last_look(text, expected):
    """Six months where no rhythm was agreed; a deferral is a look, a postponement has a date of its own."""
    assert expected == review_on(told(text))


JWG = "2026-01-07 agreed JWG every 3 months"
FROM_LAST = f"{JWG}, reading rolling; 2026-04-07 held"
TWICE = f"{JWG}, times 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JWG, False),
        (f"{JWG}; 2026-04-01 deferred #1", False),
        (f"{JWG}; 2026-04-01 paused", True),
        (f"{JWG}; 2026-04-01 paused; 2026-05-01 resumed shifting", False),
        ("2026-01-07 agreed standing", True),
        ("2026-01-07 agreed standing; 2026-02-01 delivered", False),
        ("2026-01-07 agreed deliverable, due before the summit", True),
        ("2026-01-07 agreed deliverable, due before the summit; 2026-02-01 occurred to 2026-05-01", False),
        (FROM_LAST, False),
        (f"{FROM_LAST}; 2026-06-25 deferred #2", True),
        (f"{FROM_LAST}; 2026-06-25 deferred #2; 2026-08-01 postponed #2 to 2026-09-01", False),
        (f"{FROM_LAST}; 2026-06-25 deferred #2; 2026-08-01 held", False),
        ("2026-01-07 agreed JWG every 30 days, reading on_request", False),
        ("2026-01-07 agreed JWG every 30 days, reading on_request; 2026-03-01 requested; 2026-03-09 deferred #1", True),
        (TWICE, False),
        (f"{TWICE}; 2026-04-07 held; 2026-07-01 deferred #2", True),
        (f"{TWICE}; 2026-04-01 deferred #1; 2026-07-07 held", False),
        (f"{TWICE}, arrears each; 2026-04-01 deferred #1; 2026-07-07 held", True),
        (f"{TWICE}; 2026-04-07 held; 2026-07-07 held", False),
    ],
)
def test_only_what_does_not_come_up_by_itself_waits_for_a_review(text, expected):
    """A sitting put off without a date, after which nothing is due, would else be forgotten."""
    assert expected == waits_for_review(schedule(told(text)))
