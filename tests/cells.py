"""Running small programs in real cells and judging them, for the tests of the sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CheckerSpec, TestResult
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.decisions import judge_test
from equijudge_core.judging.problem import Test
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Outcome, Program

MIB = 1 << 20
# Of local sandboxes that compile: what is prepared for compilers takes half a minute, once for each such folder.
CACHE = Path(__file__).parents[1] / "build" / "cells"
# For docker cells that run more than Python.
LANGUAGES_IMAGE = os.environ.get("EQUIJUDGE_LANGUAGES_IMAGE", "equijudge-cell:languages")
LIMITS = Limits(cpu_time_s=2.0, wall_time_s=4.0, memory_bytes=128 * MIB, output_bytes=16 * MIB)
# For sleepers, and for programs that burn CPU: the latter must get there on a loaded machine too.
QUICK = Limits(cpu_time_s=0.5, wall_time_s=1.0, memory_bytes=128 * MIB, output_bytes=16 * MIB)
BUSY = Limits(cpu_time_s=0.5, wall_time_s=20.0, memory_bytes=128 * MIB, output_bytes=16 * MIB)


def run_all(
    sandbox: Sandbox, source: str | bytes, inputs: Iterable[bytes], limits: Limits = LIMITS, **names: str
) -> list[Outcome]:
    """Run one candidate, which must compile, on every input."""
    text = source if isinstance(source, bytes) else source.encode()
    with sandbox.run(Program(text, **cast("dict[str, Any]", names)), limits) as run:
        assert run.compile_outcome.ok, run.compile_outcome.message
        return list(run.outcomes(inputs))


def run_one(
    sandbox: Sandbox, source: str | bytes, stdin: bytes = b"", limits: Limits = LIMITS, **names: str
) -> Outcome:
    """Run one candidate on one input."""
    return run_all(sandbox, source, [stdin], limits, **names)[0]


def read_output(sandbox: Sandbox, source: str | bytes, stdin: bytes = b"", **names: str) -> str:
    """Run a program that must end well; what it writes."""
    outcome = run_one(sandbox, source, stdin, LIMITS, **names)
    assert outcome.exit_code == 0, outcome.stderr.decode()
    assert outcome.output is not None
    return outcome.output.decode()


def judge_program(
    sandbox: Sandbox,
    source: str,
    expected: str = "",
    limits: Limits = LIMITS,
    stdin: bytes = b"",
    **names: str,
) -> TestResult:
    """Run and judge one program under the default checker."""
    applied = AppliedLimits(
        cpu_time_s=limits.cpu_time_s,
        wall_time_s=limits.wall_time_s,
        memory_limit_bytes=limits.memory_bytes,
        output_limit_bytes=limits.output_bytes,
    )
    outcome = run_one(sandbox, source, stdin, limits, **names)
    test = Test("public/0", stdin, expected.encode())
    return judge_test(test, outcome, applied, make_checker(CheckerSpec()), with_outputs=True)


def verdict_of(sandbox: Sandbox, source: str, expected: str = "", limits: Limits = LIMITS, **names: str) -> Verdict:
    """Run and judge one program; the verdict alone."""
    return judge_program(sandbox, source, expected, limits, b"", **names).verdict


def still_works(sandbox: Sandbox) -> bool:
    """Whether the next candidate is judged as if nothing had been."""
    return read_output(sandbox, "print(sum(map(int, input().split())))", b"20 22\n") == "42\n"
