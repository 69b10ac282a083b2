"""Programs beside a crowd that wants every core. What they measure is how the machine is shared out: these run alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import KilledFor, Limits
from tests.cells import MIB, run_one

pytestmark = [pytest.mark.alone, pytest.mark.usefixtures("crowd")]


@pytest.fixture
def crowd() -> Iterator[None]:
    """Two processes on every core that want all of it, each in a scheduling group of its own."""
    hogs = [
        subprocess.Popen([sys.executable, "-S", "-c", "while True: pass"], start_new_session=True)
        for _ in range(2 * len(os.sched_getaffinity(0)))
    ]
    yield
    for hog in hogs:
        hog.kill()
        hog.wait()


def test_time_spent_waiting_for_a_core_is_not_the_programs(sandbox: Sandbox) -> None:
    limits = Limits(cpu_time_s=1.0, wall_time_s=0.5, memory_bytes=128 * MIB)
    outcome = run_one(sandbox, "import time\nwhile time.process_time() < 0.4: pass\nprint(1)", limits=limits)
    assert (outcome.killed_for, outcome.output) == (None, b"1\n")
    assert outcome.wall_time_s > limits.wall_time_s


def test_a_sleeper_gains_nothing_from_a_crowd(sandbox: Sandbox) -> None:
    limits = Limits(cpu_time_s=1.0, wall_time_s=0.5, memory_bytes=128 * MIB)
    outcome = run_one(sandbox, "import time\ntime.sleep(60)", limits=limits)
    assert outcome.killed_for == KilledFor.WALL
    assert outcome.wall_time_s < 3 * limits.wall_time_s
