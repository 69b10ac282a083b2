"""How programs end, and how they fail to compile."""

from __future__ import annotations

import signal

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import LIMITS, MIB, judged, run_one, works_still


@pytest.mark.parametrize("code", [1, 2, 3, 42, 43, 120])
def test_any_exit_code_but_zero_is_re(sandbox: Sandbox, code: int) -> None:
    result = judged(sandbox, f"import sys\nprint(1)\nsys.exit({code})", "1\n")
    assert (result.verdict, result.exit_code) == (Verdict.RE, code)


@pytest.mark.parametrize("name", ["SIGFPE", "SIGSEGV", "SIGABRT", "SIGKILL", "SIGTERM"])
def test_a_signal_is_re_and_named(sandbox: Sandbox, name: str) -> None:
    result = judged(sandbox, f"import os, signal\nprint(1, flush=True)\nos.kill(os.getpid(), signal.{name})", "1\n")
    assert (result.verdict, result.reason, result.signal) == (
        Verdict.RE,
        f"killed by {name}",
        signal.Signals[name],
    )


def test_a_gigantic_traceback_is_cut(sandbox: Sandbox) -> None:
    result = judged(sandbox, "raise Exception('x' * (5 << 20))")
    assert result.verdict == Verdict.RE
    assert len(result.stderr or "") <= LIMITS.stderr_bytes


@pytest.mark.parametrize(
    "source",
    [
        b"x =\n",
        b"print 'old'\n",
        b"if 1:\n\tx\n        y\n",
        b"x = 1\0\n",
        b"'\xff'\n",
        b"\x7fELF\x02\x01",
        b"return 1\n",
    ],
    ids=["half a line", "python 2", "tabs", "nul", "not utf-8", "binary", "return"],
)
def test_what_is_no_python_3_does_not_compile(sandbox: Sandbox, source: bytes) -> None:
    with sandbox.run(Program(source), LIMITS) as run:
        assert not run.compile_outcome.ok
        assert run.compile_outcome.message
    assert works_still(sandbox)


@pytest.mark.parametrize(
    "source",
    [
        "(" * 100_000,
        "-" * 1_000_000 + "1",
        "x = " + "[" * 90 + "]" * 90 + "\n" + "if 1:\n " * 50,
        "9" * 5000 + "**" * 2,
    ],
    ids=["parentheses", "minus signs", "nesting", "digits"],
)
def test_source_that_strains_the_compiler_ends_as_a_compile_error_or_compiles(sandbox: Sandbox, source: str) -> None:
    with sandbox.run(Program(source.encode()), LIMITS) as run:
        assert not run.compile_outcome.ok
    assert works_still(sandbox)


def test_constant_folding_cannot_fill_the_memory(sandbox: Sandbox) -> None:
    source = "x = (" + "*".join(["'" + "a" * 4000 + "'"] + ["4000"] * 3) + ")"
    limits = Limits(2.0, 4.0, 128 * MIB, compile_memory_bytes=256 * MIB, compile_time_s=2.0)
    with sandbox.run(Program(source.encode()), limits) as run:
        assert run.compile_outcome.cpu_time_s < 3
    assert works_still(sandbox)


def test_a_compile_step_that_takes_too_long_is_ended(sandbox: Sandbox) -> None:
    source = "\n".join(f"def f{n}(a, b=lambda: [x for x in range({n})]): return a + {n}" for n in range(200_000))
    limits = Limits(2.0, 4.0, 128 * MIB, compile_time_s=0.3)
    with sandbox.run(Program(source.encode()), limits) as run:
        assert not run.compile_outcome.ok
        assert "too long" in run.compile_outcome.message
    assert works_still(sandbox)


def test_killing_everything_in_sight_ends_only_oneself(sandbox: Sandbox) -> None:
    source = "import os\nfor pid in (1, os.getppid()):\n    try:\n        os.kill(pid, 9)\n    except PermissionError:\n        print('denied')\n"
    assert run_one(sandbox, source).output == b"denied\ndenied\n"
    assert judged(sandbox, "import os\nos.kill(-1, 9)\nprint('spared')").signal in (None, 9)
    assert works_still(sandbox)


def test_a_failing_test_does_not_keep_the_next_one_from_running(sandbox: Sandbox) -> None:
    from tests.cells import run_all

    outcomes = run_all(sandbox, "print(1 // int(input()))", [b"0\n", b"1\n"])
    assert [outcome.exit_code for outcome in outcomes] == [1, 0]
