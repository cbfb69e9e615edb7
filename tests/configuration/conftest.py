"""A configuration file of a test's own, at the place that the environment names."""

import pytest

from bilateral_tracker.configuration.configuration import read_configuration
from bilateral_tracker.errors import TrackerError


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The file that BILATERAL_CONFIG names; there is none yet."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("BILATERAL_CONFIG", str(path))
    return path


@pytest.fixture
def read(place):
    """Writes the file, and reads the configuration from it."""

    def written(text):
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        place.chmod(0o600)
        return read_configuration()

    return written


@pytest.fixture
def wrong(read, place):
    """Writes a file that cannot be used, and gives the lines on what is wrong in it."""

    def said(text):
        with pytest.raises(TrackerError) as caught:
            read(text)
        first, *problems = str(caught.value).split("\n")
        assert f"The configuration {place} cannot be used. Wrong in it:" == first
        assert 2 == caught.value.exit_code
        return [problem.strip() for problem in problems]

    return said
