"""A cell that is nothing but runner.py and an interpreter, in a pid namespace of this host."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from equijudge_sandbox import runner
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.drivers import uids
from equijudge_sandbox.drivers.local import WITH_STACK, find_bwrap
from equijudge_sandbox.stream import Stream

RUNNER_AT, PYTHON_AT = "/run/a/runner.py", "/run/python"


class ProcessHost:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def oom_killed(self) -> bool:
        return False


@contextmanager
def lone_cell(python: str, *environment: str, candidates: int = 1, first_uid: int = 0) -> Iterator[Cell]:
    """A cell under this interpreter for so many candidates. Without uids to give (0) there can be but one."""
    place = Path(os.path.realpath(python))
    jail = [find_bwrap(), "--unshare-pid", "--as-pid-1", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev",
            "--perms", "1777", "--tmpfs", "/tmp", "--tmpfs", "/run", "--perms", "0700", "--tmpfs", runner.PRIVATE,
            "--tmpfs", "/sys/fs/cgroup",  # the memory of the whole host is not its own
            "--unshare-net", "--ro-bind", runner.__file__, RUNNER_AT,
            "--ro-bind", str(place.parent.parent), PYTHON_AT, "--clearenv", *environment]  # fmt: skip
    stack = ["/bin/sh", "-c", WITH_STACK, str(runner.STACK_ROOM >> 10), ""]  # no cgroup
    command = [*stack, *jail, f"{PYTHON_AT}/bin/{place.name}", "-s", "-S", "-P", RUNNER_AT]
    with subprocess.Popen(
        [*command, str(first_uid), str(candidates)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        stream = Stream(process.stdout.fileno(), process.stdin.fileno())
        cell = Cell(ProcessHost(process), stream, capacity=candidates)
        try:
            yield cell
        finally:
            cell.kill()


AS_DRIVERS_DO = (
    "--setenv", "PYTHONHASHSEED", "0", "--setenv", "PYTHONINTMAXSTRDIGITS", "0",
    "--setenv", "LD_LIBRARY_PATH", f"{PYTHON_AT}/lib",
)  # fmt: skip


@contextmanager
def cell_of_many(python: str, folder: Path, candidates: int) -> Iterator[Cell]:
    """A lone cell for many candidates, each with a uid of its own; this needs root."""
    slot = uids.LocalSlot(folder)
    try:
        with lone_cell(python, *AS_DRIVERS_DO, candidates=candidates, first_uid=slot.first_uid) as cell:
            yield cell
    finally:
        slot.release()
