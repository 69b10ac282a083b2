"""`equijudge selftest` says BROKEN where a wall is missing, and ends with a status that says so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import equijudge_sandbox

PACKAGE = Path(equijudge_sandbox.__file__).parent
MUTATIONS = {
    "the seccomp filter": ("install_filter(seccomp_filter(os.uname().machine))", "pass", "64"),
    "the candidate's uid": ("os.setresuid(self.uid, self.uid, self.uid)", "pass", "41"),
    "the wipe": ("            wipe_box(self.uid)\n", "", "58"),
    "the end of orphans": ("os.kill(-1, signal.SIGKILL)  # all but", "pass  # all but", "3"),
    "the memory watch": ("memory > self.zygote.memory", "False", "8"),
}


def selftest(*arguments: str, sandbox: Path | None = None) -> tuple[int, list[dict[str, Any]], str]:
    """Exit status, what was found, stderr. `sandbox`: a folder whose equijudge_sandbox is taken."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EQUIJUDGE_")}
    if sandbox is not None:
        environment["PYTHONPATH"] = str(sandbox)
    command = [sys.executable, "-c", "from equijudge.cli.main import main; main()", "selftest", "--json", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def without(folder: Path, wall: str, by: str) -> Path:
    """A copy of the sandbox's package whose runner lacks something."""
    shutil.copytree(PACKAGE, folder / PACKAGE.name)
    runner = folder / PACKAGE.name / "runner.py"
    text = runner.read_text()
    assert text.count(wall) == 1
    runner.write_text(text.replace(wall, by))
    return folder


@pytest.mark.parametrize("wall", MUTATIONS)
def test_a_missing_wall_is_broken_and_the_status_is_1(tmp_path: Path, wall: str) -> None:
    line, by, row = MUTATIONS[wall]
    status, found, said = selftest("--row", row, sandbox=without(tmp_path, line, by))
    assert status == 1, said
    assert any(not each["held"] and each["broke"] for each in found)


@pytest.mark.parametrize("driver", ["local", "docker"])
def test_a_judge_that_is_hurt_holds(driver: str) -> None:
    status, found, said = selftest("--driver", driver, "--section", "9")
    assert (status, [each for each in found if not each["held"]]) == (0, []), said
    assert [each["row"] for each in found] == ["94", "95", "96", "97", "98", "99", "100", "103", "104"]


def test_cells_that_cannot_be_had_are_neither_held_nor_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere/docker.sock")
    status, found, said = selftest("--driver", "docker", "--row", "43")
    assert (status, found) == (3, [])
    assert "Docker" in said


def test_a_row_that_is_not_there_is_a_usage_error() -> None:
    status, found, said = selftest("--row", "999")
    assert (status, found) == (2, [])
    assert "999" in said
