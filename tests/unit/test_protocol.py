"""What comes out of a cell is a claim: frames that no honest runner sends are refused."""

from __future__ import annotations

import pytest

from equijudge_sandbox import protocol, runner
from equijudge_sandbox.errors import BadReport
from equijudge_sandbox.outcome import KilledFor, Limits, Program

LIMITS = Limits(cpu_time_s=1.0, wall_time_s=2.0, memory_bytes=1 << 20, output_bytes=10, stderr_bytes=5)


def outcome(
    code: int = 0, signal: int = 0, killed: int = 0, flags: int = 8, error: int = 0, out: int = 2, name: bytes = b""
) -> bytes:
    measured = (1_500_000_000, 2_000_000_000, 4096)
    head = runner.OUTCOME_HEAD.pack(code, signal, killed, flags, error, *measured, len(name), out, 1)
    return head + name + b"4\n" + b"e"


def test_an_outcome_is_read_in_seconds_and_bytes() -> None:
    got = protocol.unpack_outcome(outcome(), LIMITS)
    assert (got.exit_code, got.signal, got.output, got.stderr) == (0, None, b"4\n", b"e")
    assert (got.cpu_time_s, got.wall_time_s, got.memory_peak_bytes) == (1.5, 2.0, 4096)


def test_a_signal_leaves_no_exit_code() -> None:
    got = protocol.unpack_outcome(outcome(code=-1, signal=9, killed=1), LIMITS)
    assert (got.exit_code, got.signal, got.killed_for) == (None, 9, KilledFor.CPU)


def test_the_exception_is_an_identifier() -> None:
    assert protocol.unpack_outcome(outcome(code=1, name=b"ZeroDivisionError"), LIMITS).exception == "ZeroDivisionError"
    assert protocol.unpack_outcome(outcome(code=1), LIMITS).exception == ""


def test_no_output_file_is_not_an_empty_one() -> None:
    assert protocol.unpack_outcome(outcome(flags=0, error=1), LIMITS).output is None


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        outcome()[:-1],
        outcome() + b"x",
        outcome(out=11),
        outcome(killed=len(runner.KILLED_FOR)),
        outcome(error=len(runner.OUTPUT_ERRORS)),
        outcome(name=b"A" * 65),
        outcome(name=b"Error: 42"),
        outcome(name=b"\xc3\xa9"),
    ],
    ids=["empty", "short", "long", "over the limit", "unknown kill", "unknown error", "long name", "text", "not ascii"],
)
def test_an_outcome_that_does_not_add_up_is_a_bad_report(payload: bytes) -> None:
    with pytest.raises(BadReport):
        protocol.unpack_outcome(payload, LIMITS)


def test_a_frame_of_an_unknown_type_is_a_bad_report() -> None:
    with pytest.raises(BadReport):
        protocol.unpack_header(runner.FRAME.pack(b"X", 0), 100)


def test_a_frame_larger_than_agreed_is_refused_before_it_is_read() -> None:
    with pytest.raises(BadReport, match="at most 100"):
        protocol.unpack_header(runner.FRAME.pack(runner.OUTCOME, 101), 100)


def test_a_compile_report_cut_short_is_a_bad_report() -> None:
    with pytest.raises(BadReport):
        protocol.unpack_compiled(b"\1")


def test_a_name_too_long_for_its_field_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="255"):
        protocol.pack_program(Program(b"", output_file="x" * 256), LIMITS)
