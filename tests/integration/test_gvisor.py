"""The cells under gVisor, in an engine of the tests' own: verdicts and isolation hold there too.

A chosen part, the topic `files` (paths, and what only an administrator may do). The whole catalogue is
    EQUIJUDGE_RUNTIME=runsc EQUIJUDGE_CELL_CPUSET= python -m equijudge_selftest --driver docker
against an engine that knows the runtime; docs/security.md has what came of it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.engine import GVISOR, Engine

IMAGE = os.environ.get("EQUIJUDGE_CELL_IMAGE", "equijudge-cell:latest")
LIMIT_S = 150  # a runsc that is stuck burns a core until it is ended


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(runtimes=GVISOR) as engine:
        engine.load(IMAGE)
        yield engine


# What gVisor of 2022 does otherwise, in its own kernel and not the host's.
OTHERWISE = {
    "raise-priority": "a priority is a number that nothing looks at",
    "kernel-devices": "it has a /dev/fuse of its own",
}


def test_files_paths_and_the_administrators_calls_hold_under_gvisor(engine: Engine) -> None:
    settings = {"DOCKER_HOST": engine.url, "EQUIJUDGE_RUNTIME": "runsc", "EQUIJUDGE_CELL_CPUSET": ""}
    command = [sys.executable, "-m", "equijudge_selftest", "--driver", "docker", "--json"]
    process = subprocess.Popen(
        [*command, "--topic", "files"], env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True
    )
    try:
        said, _ = process.communicate(timeout=LIMIT_S)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    about, *found = [json.loads(line) for line in said.splitlines()]
    assert about["isolation"] == "recycled/runsc"
    assert len(found) == about["total"]
    assert {each["slug"] for each in found if not each["held"]} <= set(OTHERWISE)
