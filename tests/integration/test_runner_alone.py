"""runner.py needs nothing but an interpreter: a lone copy of it, an empty environment, a pid namespace."""

from __future__ import annotations

import subprocess
import sys

from equijudge_sandbox import runner
from equijudge_sandbox.outcome import Limits, Program
from tests.lone_cell import lone_cell

LIMITS = Limits(cpu_time_s=2.0, wall_time_s=5.0, memory_bytes=64 << 20)


def test_a_lone_copy_in_an_empty_environment_runs_programs() -> None:
    with lone_cell(f"{sys.base_prefix}/bin/python3.{sys.version_info.minor}") as cell:
        assert cell.begin(Program(b"print(input()[::-1])"), LIMITS).ok
        outcomes = [outcome.output for outcome in cell.outcomes([b"abc\n", b"xyz\n"])]
    assert outcomes == [b"cba\n", b"zyx\n"]


def test_it_refuses_to_run_outside_a_pid_namespace() -> None:
    """It kills every process it can see: outside, that would be the host's."""
    done = subprocess.run(
        [sys.executable, "-s", "-S", "-P", runner.__file__, "1", "1"],
        capture_output=True,
        env={},
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert b"process 1" in done.stderr
