"""Where two outputs depart from each other, and how large outputs are compared."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import pytest

from equijudge_core.contracts.verify import CheckerSpec, FirstDifference
from equijudge_core.judging.checkers import make_checker


def difference(expected: bytes, got: bytes, name: str = "tokens") -> FirstDifference:
    found = make_checker(CheckerSpec.model_validate({"name": name})).check(expected, got).difference
    assert found is not None
    return found


def test_it_names_the_line_and_shows_both_lines() -> None:
    found = difference(b"1\n2 3 4\n5\n", b"1\n2 3 9\n5\n")

    assert found == FirstDifference(line=2, expected="2 3 4", got="2 3 9")


def test_a_missing_token_is_met_by_the_end_of_the_output() -> None:
    found = difference(b"1\n2\n3\n", b"1\n2\n")

    assert found == FirstDifference(line=3, expected="3", got="(end of output)")


def test_an_extra_token_is_placed_by_the_line_of_the_output() -> None:
    found = difference(b"1 2\n", b"1 2\n\n\n7\n")

    assert found == FirstDifference(line=4, expected="(end of output)", got="7")


def test_a_difference_inside_a_long_token_is_shown_with_what_is_around_it() -> None:
    found = difference(b"7" * 19_000 + b"1" * 1_000, b"7" * 19_000 + b"2" * 1_000)

    assert found.expected == "…" + "7" * 30 + "1" * 50 + "…"
    assert found.got == "…" + "7" * 30 + "2" * 50 + "…"


def test_numbers_within_tolerance_are_not_the_difference() -> None:
    found = difference(b"1.0\n2.0\n3.0\n", b"1.000001\n2.000001\n4\n", name="codecontests")

    assert found == FirstDifference(line=3, expected="3.0", got="4")


def test_case_is_not_the_difference_where_it_is_ignored() -> None:
    found = difference(b"YES abc\n", b"yes abd\n", name="codecontests")

    assert (found.expected, found.got) == ("YES abc", "yes abd")


def test_a_wrong_token_before_a_missing_one_is_the_difference() -> None:
    found = difference(b"1 2 3", b"1 9", name="codecontests")

    assert (found.expected, found.got) == ("1 2 3", "1 9")


def test_control_and_broken_bytes_are_escaped_and_utf8_is_not() -> None:
    found = difference("é".encode(), "é\x1b[2J\0\u2028".encode() + b"\xff")

    assert found.expected == "é"
    assert found.got == "é\\x1b[2J\\x00\\u2028\\xff"


def test_characters_are_not_cut_in_two() -> None:
    expected, got = "é" * 100 + "a", "é" * 100 + "b"

    assert difference(expected.encode(), got.encode()).expected == "…" + "é" * 15 + "a"


def test_exact_shows_line_ends_and_counts_lines() -> None:
    found = difference(b"a\nb\n", b"a\nb \n", name="exact")

    assert found == FirstDifference(line=2, expected="a\\nb\\n", got="a\\nb \\n")


def test_exact_with_nothing_written() -> None:
    found = difference(b"a\n", b"", name="exact")

    assert found == FirstDifference(line=1, expected="a\\n", got="(end of output)")


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
