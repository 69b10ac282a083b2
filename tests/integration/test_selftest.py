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
from equijudge_selftest.service import faults, tenants
from equijudge_selftest.service.own_service import start_own_service

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
    status, found, said = selftest("--topic", "forging", "--attack", "count-own-runs", sandbox=weakened)
    assert status == 1, said
    assert [(each["held"], each["broke"]) for each in found] == [(False, ["the verdict is WA"])]


def test_without_a_uid_of_the_candidates_own_no_cell_can_be_used(tmp_path: Path) -> None:
    drop = "os.setresuid(self.uid, self.uid, self.uid)"
    status, found, said = selftest("--attack", "signal-parent", sandbox=without(tmp_path, drop, "pass"))
    assert (status, found) == (3, [])
    assert "cannot be emptied" in said


def test_a_judge_that_is_hurt_holds() -> None:
    status, found, said = selftest("--topic", "service")
    assert (status, [each for each in found if not each["held"]]) == (0, []), said
    assert [each["slug"] for each in found] == [scenario.slug for scenario in faults.SCENARIOS]


def test_no_caller_gains_anything_of_another() -> None:
    with start_own_service("local", 2) as service:
        assert all(scenario.run(service) for scenario in tenants.SCENARIOS)


def test_a_container_killed_under_a_candidate_is_not_its_fault() -> None:
    status, found, said = selftest("--driver", "docker", "--attack", "kill-cell")
    assert (status, [each["held"] for each in found]) == (0, [True]), said


def test_cells_that_cannot_be_had_are_neither_held_nor_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere/docker.sock")
    status, found, said = selftest("--driver", "docker", "--attack", "os-exit-before-output")
    assert (status, found) == (3, [])
    assert "Docker" in said


def test_an_attack_that_is_not_there_is_a_usage_error() -> None:
    status, found, said = selftest("--attack", "no-such-attack")
    assert (status, found) == (2, [])
    assert "no-such-attack" in said


def test_an_old_number_still_selects_and_is_said_to_be_old() -> None:
    status, [found], said = selftest("--section", "3", "--row", "45")
    assert (status, found["held"]) == (0, True)
    assert (found["slug"], found["topic"], found["row"], found["section"]) == ("close-stdout", "exits", "45", 3)
    assert "deprecated" in said
