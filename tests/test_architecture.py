"""The house keeps its own order: what STYLE asks of every module is asked here by machine."""

import ast
import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "bilateral_tracker"
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_IDS = [str(module.relative_to(ROOT)) for module in MODULES]
PURE_LAYERS = {"communique", "domain", "reports"}
NAMES_THAT_SAY_NOTHING = {"base", "common", "handler", "helpers", "manager", "misc", "service", "utils"}
LONGEST_MODULE = 300
CLOCK_READ = re.compile(
    r"\b(date|datetime)\.(today|now|utcnow)\b|\btime\.(time|time_ns|localtime|gmtime)\b"
    r"|\bcurrent_(date|time|timestamp)\b|\b(date|time|datetime|julianday|unixepoch|strftime)\(.*'now",
    re.IGNORECASE,
)

every_module = pytest.mark.parametrize("module", MODULES, ids=MODULE_IDS)
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public_definitions(body: list[ast.stmt]):
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body)


def code_without_docstrings(source: str) -> str:
    """The code as Python would write it: no comments, and no sentence that stands alone."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | Documented) and ast.get_docstring(node) is not None:
            node.body[0] = ast.Pass()
    return ast.unparse(tree)


def test_imports_keep_the_contracts():
    lint_imports = Path(sysconfig.get_path("scripts"), "lint-imports")
    run = subprocess.run(
        [lint_imports, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_pure_layer_there_is_stands_under_the_pure_contract():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = [c for c in settings["tool"]["importlinter"]["contracts"] if c["id"] == "pure"]
    present = {f"bilateral_tracker.{layer}" for layer in PURE_LAYERS if (PACKAGE / layer).is_dir()}
    assert present == set(contract["source_modules"])


@every_module
def test_a_module_opens_with_a_sentence(module):
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring, "no docstring"


@every_module
def test_a_module_stays_short(module):
    length = len(module.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST_MODULE


@every_module
def test_whatever_is_public_says_what_it_is(module):
    public = public_definitions(ast.parse(module.read_text(encoding="utf-8")).body)
    silent = [f"{node.name}, line {node.lineno}" for node in public if not ast.get_docstring(node)]
    assert silent == []


@every_module
def test_a_module_is_named_after_a_noun_of_the_field(module):
    names = set(module.relative_to(PACKAGE).with_suffix("").parts)
    assert names & NAMES_THAT_SAY_NOTHING == set()


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.name == "__init__.py"], ids=lambda m: str(m.relative_to(ROOT))
)
def test_a_package_opens_with_a_sentence_and_holds_nothing_else(module):
    assert len(ast.parse(module.read_text(encoding="utf-8")).body) == 1


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m != PACKAGE / "clock.py"], ids=lambda m: str(m.relative_to(ROOT))
)
def test_only_the_clock_reads_the_clock(module):
    code = code_without_docstrings(module.read_text(encoding="utf-8"))
    reads = [line.strip() for line in code.splitlines() if CLOCK_READ.search(line)]
    assert reads == []
