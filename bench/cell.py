"""The docker driver with one slot against an unguarded process per test."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, paired
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.outcome import Limits, Program

SOURCE = b"n = int(input())\nprint(sum(map(int, input().split())))\n"
INPUT = b"5\n1 2 3 4 5\n"
OUTPUT = b"15\n"
LIMITS = Limits(cpu_time_s=3.0, wall_time_s=11.0, memory_bytes=256 << 20)
CANDIDATES, TESTS = 20, 100
SINGLES = 30
OTHER = "/usr/bin/python3"
CORE = str(max(os.sched_getaffinity(0)))  # as the verifier gives each slot its core


def figures() -> list[Figure]:
    """Throughput and latency, recycled and fresh, docker and local."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "sol.py"
        script.write_bytes(SOURCE)
        recycled = DockerSandbox(DockerSettings(cpuset=CORE))
        fresh = DockerSandbox(DockerSettings(isolation="fresh", cpuset=CORE))
        local = LocalSandbox(LocalSettings(cache_dir=Path(folder), lock_dir=Path(folder) / "locks"))
        try:
            return measured(recycled, fresh, local, script)
        finally:
            for sandbox in (recycled, fresh, local):
                sandbox.close()


def measured(recycled: Sandbox, fresh: Sandbox, local: Sandbox, script: Path) -> list[Figure]:
    """Every figure of this part."""
    bare = lambda: 1 / seconds_a_test(lambda: run_bare(script), TESTS)  # noqa: E731
    single = lambda: p50_ms(lambda: run_bare(script), SINGLES)  # noqa: E731
    many = f"{CANDIDATES} candidates x {TESTS} small tests, one slot"
    one = f"1 candidate x 1 test, p50 of {SINGLES}"
    return [
        paired("throughput, docker recycled", lambda: throughput(recycled), bare, "tests/s", many, ">= 6"),
        paired("throughput, local recycled", lambda: throughput(local), bare, "tests/s", many),
        paired("one test, docker recycled", lambda: p50_of(recycled), single, "ms", one, "<= 0.8"),
        paired("one test, local recycled", lambda: p50_of(local), single, "ms", one),
        paired("one test, docker fresh", lambda: p50_of(fresh, 8), single, "ms", one.replace("30", "8")),
    ]


def run_bare(script: Path) -> None:
    """What a judge without walls does for one test."""
    done = subprocess.run([OTHER, str(script)], input=INPUT, stdout=subprocess.PIPE, check=True)
    assert done.stdout == OUTPUT


def run_candidate(sandbox: Sandbox, tests: int) -> None:
    """One candidate in a cell, every output compared."""
    with sandbox.run(Program(SOURCE), LIMITS) as run:
        count = 0
        for outcome in run.outcomes(INPUT for _ in range(tests)):
            assert outcome.output == OUTPUT
            count += 1
        assert count == tests


def throughput(sandbox: Sandbox) -> float:
    """Tests a second."""
    return TESTS / seconds_a_test(lambda: run_candidate(sandbox, TESTS), CANDIDATES)


def p50_of(sandbox: Sandbox, times: int = SINGLES) -> float:
    """Milliseconds for one candidate with one test, a new candidate each time."""
    return p50_ms(lambda: run_candidate(sandbox, 1), times)


def seconds_a_test(run: Callable[[], object], times: int) -> float:
    """Mean seconds a call."""
    started = time.perf_counter()
    for _ in range(times):
        run()
    return (time.perf_counter() - started) / times


def p50_ms(run: Callable[[], object], times: int) -> float:
    """Median milliseconds a call."""
    return statistics.median(seconds_a_test(run, 1) for _ in range(times)) * 1000
