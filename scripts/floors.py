"""Runs tests with the lowest versions that pyproject.toml admits: `floors.py [--all]`, by the lowest Python it admits.

A bound that nobody tries is soon wrong: another dependency wants more, or the newest release of a third one no longer
works with it. Every requirement `name>=VERSION` of the package and its extras is installed as `name==VERSION`, all of
them in one environment (build/floors), what they need in turn as new as it comes; bounds that exclude each other are
an error. Without --all: what the judge, the client and the command need; with it the trainer and build-sets too.

torch is the version that `dev` pins: older ones come as builds for GPUs of several GB.
Exit status: pip's or pytest's; 2 for a Python that is not the lowest one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / "build" / "floors"
TOOLS = ("pytest", "pytest-asyncio", "hypothesis", "psutil")  # of `dev`, as new as they come
QUICK = ("embedded", "plots")
QUICK_TESTS = (
    "tests/unit/test_api_http.py",
    "tests/unit/test_cli_commands.py",
    "tests/unit/test_cli_score.py",
    "tests/unit/test_client_calls.py",
    "tests/unit/test_plots.py",
    "tests/integration/test_embedded.py",
    "tests/integration/test_queue.py",
)
ALL_TESTS = (
    *QUICK_TESTS,
    "tests/unit/test_sets_files.py",
    "tests/integration/test_build_sets.py",
    "tests/trainer/test_tokens.py",
    "tests/trainer/test_generate_command.py",
    "tests/trainer/test_sampling.py",
    "tests/trainer/test_train_command.py",
    "tests/trainer/test_training.py",
    "tests/trainer/test_worker.py",
)
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extras>[\w,-]+)\])?(?:>=(?P<floor>[\w.]+))?(?P<marker>\s*;.*)?")


def main(arguments: Sequence[str]) -> int:
    """Make the environment anew and run the tests in it; the exit status."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lowest = project["requires-python"].removeprefix(">=")
    if sys.version.split(".")[:2] != lowest.split("."):
        print(f"floors are tried with Python {lowest}, the lowest one admitted; this is {sys.version.split()[0]}")
        return 2
    everything = "--all" in arguments
    extras = [name for name in project["optional-dependencies"] if name != "dev"] if everything else list(QUICK)
    pins = sorted(set(floors(project, extras)) | (pinned(project) if everything else set()))
    print(f"floors of {', '.join(extras)}: {', '.join(pins)}", flush=True)
    return install(pins, extras) or test(ALL_TESTS if everything else QUICK_TESTS)


def floors(project: Mapping[str, Any], extras: Sequence[str]) -> Iterator[str]:
    """`name==VERSION` of every requirement of the package and these extras."""
    for requirement in [*project["dependencies"], *required(project, extras)]:
        found = _REQUIREMENT.fullmatch(requirement)
        if found is None or found["floor"] is None:
            raise SystemExit(f"pyproject.toml: {requirement}: a lower bound and nothing else is expected")
        if found["name"] != "torch":
            yield f"{found['name']}=={found['floor']}{found['marker'] or ''}"


def required(project: Mapping[str, Any], extras: Sequence[str]) -> Iterator[str]:
    """What these extras require, and the extras of ours that they name."""
    for requirement in (each for extra in extras for each in project["optional-dependencies"][extra]):
        found = _REQUIREMENT.fullmatch(requirement)
        if found is not None and found["name"] == project["name"]:
            yield from required(project, found["extras"].split(","))
        else:
            yield requirement


def pinned(project: Mapping[str, Any]) -> set[str]:
    """The versions that `dev` pins."""
    return {requirement for requirement in project["optional-dependencies"]["dev"] if "==" in requirement}


def install(pins: Sequence[str], extras: Sequence[str]) -> int:
    """Make the environment and install these versions in it."""
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
    constraints = ENVIRONMENT / "floors.txt"
    constraints.write_text("\n".join(pins) + "\n", "utf-8")
    wanted = ["-c", str(constraints), "-e", f".[{','.join(extras)}]", *TOOLS]
    pip = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*pip, *wanted], cwd=ROOT).returncode


def test(paths: Sequence[str]) -> int:
    """Run these tests there. An old release may warn of what a newer one of another package deprecates."""
    pytest = [str(ENVIRONMENT / "bin" / "python"), "-m", "pytest", "-q", "-W", "default", "-p", "no:cacheprovider"]
    return subprocess.run([*pytest, *paths], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
