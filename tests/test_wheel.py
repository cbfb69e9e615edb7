"""What we ship is whole: the wheel and the sdist hold all that a register starts from."""

import configparser
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def built(target: str, folder: Path) -> Path:
    """The one file that building `target` (wheel or sdist) leaves in `folder`."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    [file] = folder.iterdir()
    return file


def files_under(folder: str) -> set[str]:
    """Every file of this folder of the checkout, by its path from the root."""
    found = {path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert found, f"{folder}/ is empty"
    return {path.relative_to(ROOT).as_posix() for path in found}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    with zipfile.ZipFile(built("wheel", tmp_path_factory.mktemp("wheel"))) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel):
    """The text of each metadata file of the wheel, by its name within the dist-info folder."""
    names = [name for name in wheel.namelist() if ".dist-info/" in name]
    return {name.split(".dist-info/")[1]: wheel.read(name).decode() for name in names}


def test_the_wheel_holds_the_package_with_its_seeds_and_data_and_nothing_else(wheel):
    shipped = {f"bilateral_tracker/{name}" for folder in ("seeds", "data") for name in files_under(folder)}
    expected = files_under("bilateral_tracker") | shipped
    assert expected == {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_the_wheel_says_that_it_is_typed(wheel):
    assert "bilateral_tracker/py.typed" in wheel.namelist()


def test_the_wheel_installs_the_command(metadata):
    entry_points = configparser.ConfigParser()
    entry_points.read_string(metadata["entry_points.txt"])
    assert {"bilateral": "bilateral_tracker.__main__:main"} == dict(entry_points["console_scripts"])


def test_the_wheel_carries_its_licence(metadata):
    assert (ROOT / "LICENSE").read_text(encoding="utf-8") == metadata["licenses/LICENSE"]
    assert "License-Expression: MIT" in metadata["METADATA"].splitlines()


def test_the_sdist_holds_all_that_its_tests_need(tmp_path):
    with tarfile.open(built("sdist", tmp_path)) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    folders = ("bilateral_tracker", "data", "seeds", "tests", ".ci")
    expected = set().union(*map(files_under, folders)) | {"LICENSE", "README.md", "pyproject.toml"}
    assert expected <= held
