"""runner.py needs nothing but an interpreter: a lone copy of it, an empty environment, a pid namespace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from equijudge_sandbox import runner
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.local import find_bwrap
from equijudge_sandbox.outcome import Limits, Program
from equijudge_sandbox.stream import Stream

LIMITS = Limits(cpu_time_s=2.0, wall_time_s=5.0, memory_bytes=64 << 20)


class ProcessHost:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def oom_killed(self) -> bool:
        return False


def test_a_lone_copy_in_an_empty_environment_runs_programs(tmp_path: Path) -> None:
    copy = shutil.copy(runner.__file__, tmp_path / "runner.py")
    python = f"{sys.base_prefix}/bin/python3.{sys.version_info.minor}"
    jail = [find_bwrap(), "--unshare-pid", "--as-pid-1", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev",
            "--tmpfs", "/tmp", "--tmpfs", "/run", "--ro-bind", str(copy), "/run/a/runner.py", "--clearenv"]  # fmt: skip
    command = [*jail, python, "-s", "-S", "-P", "/run/a/runner.py", "0", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        cell = Cell(ProcessHost(process), Stream(process.stdout.fileno(), process.stdin.fileno()), capacity=1)
        assert cell.begin(Program(b"print(input()[::-1])"), LIMITS).ok
        outcomes = [outcome.output for outcome in cell.outcomes([b"abc\n", b"xyz\n"])]
        cell.kill()
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
