"""The cells under gVisor, in an engine of the tests' own: verdicts and isolation hold there too.

A chosen part: sections 3 (how programs end) and 5 (files and paths), which end in seconds. The whole catalogue is
    EQUIJUDGE_RUNTIME=runsc EQUIJUDGE_CELL_CPUSET= python -m equijudge_verifier.selftest --driver docker
against an engine that knows the runtime; sandbox/README.md has what does not hold there.
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

LIMIT_S = 150  # a runsc that is stuck burns a core until it is ended


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(runtimes=GVISOR) as engine:
        engine.load("equijudge-cell:latest")
        yield engine


@pytest.mark.parametrize("section", ["3", "5"])
def test_every_property_of_a_section_holds_under_gvisor(engine: Engine, section: str) -> None:
    settings = {"DOCKER_HOST": engine.url, "EQUIJUDGE_RUNTIME": "runsc", "EQUIJUDGE_CELL_CPUSET": ""}
    command = [sys.executable, "-m", "equijudge_verifier.selftest", "--driver", "docker", "--json"]
    process = subprocess.Popen(
        [*command, "--section", section], env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True
    )
    try:
        said, _ = process.communicate(timeout=LIMIT_S)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    about, *found = [json.loads(line) for line in said.splitlines()]
    assert about["isolation"] == "recycled/runsc"
    assert len(found) == about["total"]
    assert [each for each in found if not each["held"]] == []
