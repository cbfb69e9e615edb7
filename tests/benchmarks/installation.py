"""The program as users have it: a wheel, installed into an environment of its own, compiled."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def installed(folder: Path) -> Path:
    """The scripts of an environment in `folder` that holds the checkout's present state and what it needs."""
    wheels, scripts = folder / "wheel", folder / "environment" / "bin"
    for old in wheels.glob("*.whl"):
        old.unlink()
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", wheels)
    [wheel] = wheels.glob("*.whl")
    if not scripts.exists():
        _run(sys.executable, "-m", "venv", scripts.parent)
        _install(scripts, wheel)
    # Once more without what it needs: the version is the same, the code may not be.
    _install(scripts, "--force-reinstall", "--no-deps", wheel)
    return scripts


def _install(scripts: Path, *what: str | Path) -> None:
    _run(scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def _run(*command: str | Path) -> None:
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
