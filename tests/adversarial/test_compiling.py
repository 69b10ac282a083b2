"""The compile step: what is no Python 3, and source that strains the compiler."""

from __future__ import annotations

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import LIMITS, MIB, still_works


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
    assert still_works(sandbox)


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
    assert still_works(sandbox)


def test_constant_folding_cannot_fill_the_memory(sandbox: Sandbox) -> None:
    source = "x = (" + "*".join(["'" + "a" * 4000 + "'"] + ["4000"] * 3) + ")"
    limits = Limits(2.0, 4.0, 128 * MIB, compile_memory_bytes=256 * MIB, compile_time_s=2.0)
    with sandbox.run(Program(source.encode()), limits) as run:
        assert run.compile_outcome.cpu_time_s < 3
    assert still_works(sandbox)


def test_a_compile_step_that_takes_too_long_is_ended(sandbox: Sandbox) -> None:
    source = "\n".join(f"def f{n}(a, b=lambda: [x for x in range({n})]): return a + {n}" for n in range(200_000))
    limits = Limits(2.0, 4.0, 128 * MIB, compile_time_s=0.3)
    with sandbox.run(Program(source.encode()), limits) as run:
        assert not run.compile_outcome.ok
        assert "too long" in run.compile_outcome.message
    assert still_works(sandbox)
