"""What has no date is looked at again one rhythm after it was last looked at."""

from datetime import date

import pytest

from bilateral_tracker.domain.review import review_on
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
        ("9999-08-01 agreed standing", None),
    ],
)
def test_a_review_comes_one_rhythm_after_the_last_look(text, expected):
    """Six months where no rhythm was agreed; a deferral is a look, a postponement has a date of its own."""
    assert expected == review_on(told(text))
