"""No output is too large or too odd: time is linear, memory a small multiple, and nothing raises."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from equijudge_core.contracts.verify import CheckerSpec
from equijudge_core.judging.checkers import make_checker

MIB = 1 << 20


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("name", ["codecontests", "exact", "tokens", "float"])
def test_a_line_of_64_mib_is_judged(name: str) -> None:
    checker = make_checker(CheckerSpec.model_validate({"name": name}))
    line = b"1" * (64 * MIB)

    assert not checker.check(line, line[:-1] + b"2").ok
    assert checker.check(line, line + b"\n").ok


@pytest.mark.parametrize("name", ["codecontests", "tokens", "float"])
def test_a_flood_of_tokens_is_left_at_the_first_difference(name: str) -> None:
    checker = make_checker(CheckerSpec.model_validate({"name": name}))
    flood = b"1 " * (32 * MIB)

    assert seconds(lambda: checker.check(b"1\n", flood)) < 0.5


@pytest.mark.parametrize("name", ["codecontests", "exact", "tokens", "float"])
def test_a_flood_of_tokens_costs_no_list_of_them(name: str) -> None:
    checker = make_checker(CheckerSpec.model_validate({"name": name}))
    expected, got = b"1 2 " * (MIB // 2), b"1\n2\n" * (MIB // 2 - 1) + b"1 3\n"

    tracemalloc.start()
    result = checker.check(expected, got)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert not result.ok
    assert peak < 3 * len(got)


@pytest.mark.parametrize(
    "piece",
    [b"1", b"1.", b"0x", b"e", b".x ", b"\0", b"\xff", b"\f", b"\n", b"-", b"1e9 ", b"nan ", b"9 "],
)
@pytest.mark.parametrize("name", ["codecontests", "float"])
def test_eight_times_the_output_takes_no_more_than_some_ten_times_the_time(name: str, piece: bytes) -> None:
    checker = make_checker(CheckerSpec.model_validate({"name": name}))

    def check(size: int) -> None:
        text = piece * (size // len(piece))
        checker.check(text + b" 1", text + b" 2")

    # Quadratic time would give 64; half a second allows for a busy machine.
    assert seconds(lambda: check(MIB)) < 20 * seconds(lambda: check(MIB // 8)) + 0.5
