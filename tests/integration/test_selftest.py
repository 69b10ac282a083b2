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
from equijudge_selftest.service import tenants
from equijudge_selftest.service.own_service import own_service

PACKAGE = Path(equijudge_sandbox.__file__).parent


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


def test_a_missing_wall_is_broken_and_the_status_is_1(tmp_path: Path) -> None:
    proof = "        if not PROOF.holds():\n"
    weakened = without(tmp_path, proof, "        if False:\n")
    status, found, said = selftest("--section", "4", "--row", "66", sandbox=weakened)
    assert status == 1, said
    assert [(each["held"], each["broke"]) for each in found] == [(False, ["the verdict is WA"])]


def test_without_a_uid_of_the_candidates_own_no_cell_can_be_used(tmp_path: Path) -> None:
    drop = "os.setresuid(self.uid, self.uid, self.uid)"
    status, found, said = selftest("--row", "41", sandbox=without(tmp_path, drop, "pass"))
    assert (status, found) == (3, [])
    assert "cannot be emptied" in said


def test_a_judge_that_is_hurt_holds() -> None:
    status, found, said = selftest("--section", "9")
    assert (status, [each for each in found if not each["held"]]) == (0, []), said
    assert [each["row"] for each in found] == ["66", "94", "95", "96", "97", "98", "99", "100", "103", "104"]


def test_no_caller_gains_anything_of_another() -> None:
    with own_service("local", 2) as service:
        assert [(scenario.row, scenario.section) for scenario in tenants.SCENARIOS if scenario.play(service)] == [
            (row, 10) for row in ("116", "117", "118", "119", "120", "121", "122", "124", "125")
        ]


def test_a_container_killed_under_a_candidate_is_not_its_fault() -> None:
    status, found, said = selftest("--driver", "docker", "--row", "96")
    assert (status, [each["held"] for each in found]) == (0, [True]), said


def test_cells_that_cannot_be_had_are_neither_held_nor_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere/docker.sock")
    status, found, said = selftest("--driver", "docker", "--row", "43")
    assert (status, found) == (3, [])
    assert "Docker" in said


def test_a_row_that_is_not_there_is_a_usage_error() -> None:
    status, found, said = selftest("--row", "999")
    assert (status, found) == (2, [])
    assert "999" in said
