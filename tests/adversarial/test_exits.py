"""How programs end: exit codes and signals."""

from __future__ import annotations

import signal

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from tests.cells import LIMITS, judge_program, run_all, run_one, still_works


@pytest.mark.parametrize("code", [1, 2, 3, 42, 43, 120])
def test_any_exit_code_but_zero_is_re(sandbox: Sandbox, code: int) -> None:
    result = judge_program(sandbox, f"import sys\nprint(1)\nsys.exit({code})", "1\n")
    assert (result.verdict, result.exit_code) == (Verdict.RE, code)


@pytest.mark.parametrize("name", ["SIGFPE", "SIGSEGV", "SIGABRT", "SIGKILL", "SIGTERM"])
def test_a_signal_is_re_and_named(sandbox: Sandbox, name: str) -> None:
    result = judge_program(
        sandbox, f"import os, signal\nprint(1, flush=True)\nos.kill(os.getpid(), signal.{name})", "1\n"
    )
    assert (result.verdict, result.reason, result.signal) == (
        Verdict.RE,
        f"killed by {name}",
        signal.Signals[name],
    )


def test_a_gigantic_traceback_is_cut(sandbox: Sandbox) -> None:
    result = judge_program(sandbox, "raise Exception('x' * (5 << 20))")
    assert result.verdict == Verdict.RE
    assert len(result.stderr or "") <= LIMITS.stderr_bytes


def test_killing_everything_in_sight_ends_only_oneself(sandbox: Sandbox) -> None:
    source = "import os\nfor pid in (1, os.getppid()):\n    try:\n        os.kill(pid, 9)\n    except PermissionError:\n        print('denied')\n"
    assert run_one(sandbox, source).output == b"denied\ndenied\n"
    assert judge_program(sandbox, "import os\nos.kill(-1, 9)\nprint('spared')").signal in (None, 9)
    assert still_works(sandbox)


def test_a_failing_test_does_not_keep_the_next_one_from_running(sandbox: Sandbox) -> None:
    outcomes = run_all(sandbox, "print(1 // int(input()))", [b"0\n", b"1\n"])
    assert [outcome.exit_code for outcome in outcomes] == [1, 0]
