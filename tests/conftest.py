"""What holds for every test: properties have no deadline, and where all is required nothing is skipped."""

import os

import hypothesis
import pytest

hypothesis.settings.register_profile("bilateral", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("bilateral")


def refuse_skip(report):
    """The report; a skip becomes a failure with its reason where BILATERAL_REQUIRE_ALL is set."""
    if os.environ.get("BILATERAL_REQUIRE_ALL") and report.skipped and not hasattr(report, "wasxfail"):
        path, line, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{path}:{line}: {reason} (BILATERAL_REQUIRE_ALL is set: nothing may be skipped)"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return refuse_skip((yield))
