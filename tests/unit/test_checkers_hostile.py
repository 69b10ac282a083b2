"""Large and hostile outputs: every checker takes time linear in them, and no list of their tokens."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable

import pytest

from equijudge.cli.options import parse_checker
from equijudge_core.contracts.checkers import CHECKER_NAMES, CheckerSpec
from equijudge_core.judging.checkers import Checker, make_checker

KIB = 1 << 10
ALL = [*CHECKER_NAMES, "kattis:float_tolerance=1e-6", "kattis:space_change_sensitive", "dmoj.rstripped:filter_new_line"]
# One of each implementation; the others differ from one of these in a number or in a rule for one token.
DISTINCT = ["kattis:float_tolerance=1e-6", "kattis:space_change_sensitive", "testlib.wcmp", "testlib.lcmp"]
DISTINCT += ["testlib.fcmp", "testlib.hcmp", "testlib.ncmp", "testlib.uncmp", "testlib.rcmp6", "testlib.nyesno"]
DISTINCT += ["dmoj.standard", "dmoj.easy", "dmoj.floats", "dmoj.linematches", "dmoj.rstripped", "dmoj.sorted"]
DISTINCT += ["dmoj.unordered"]
ANY_ORDER = {"dmoj.easy", "dmoj.sorted", "dmoj.unordered", "testlib.uncmp"}


def checker_of(text: str) -> Checker:
    return make_checker(CheckerSpec.model_validate(parse_checker(text)))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


PIECES = [
    b"1",
    b"1 ",
    b"1\n",
    b"1e",
    b"0x",
    b"_1",
    b"nan ",
    b"YES ",
    b"\r",
    b"\ra",
    b"\n",
    b" ",
    b"\0",
    b" \n",
    b"a \t",
]


@pytest.mark.parametrize("name", DISTINCT)
def test_eight_times_the_output_takes_no_more_than_some_ten_times_the_time(name: str) -> None:
    checker = checker_of(name)

    def seconds_for(piece: bytes, size: int) -> float:
        text = piece * (size // len(piece))
        pairs = [(text + b" 1", text + b" 2"), (b"1", text), (text, b"")]
        return seconds(lambda: [checker.check(*pair) for pair in pairs])

    for piece in PIECES:
        # Quadratic time would give 64; half a second allows for a busy machine.
        assert seconds_for(piece, 128 * KIB) < 20 * seconds_for(piece, 16 * KIB) + 0.5, piece


@pytest.mark.parametrize("name", DISTINCT)
def test_a_flood_of_tokens_costs_no_list_of_them(name: str) -> None:
    """A list would take some 14 times the text: each token of two bytes is an object of 35 with a reference of 8. What
    is allowed are two batches of tokens and a few copies of the text."""
    checker, flood = checker_of(name), (b"YES " if name == "testlib.nyesno" else b"17 ") * (256 * KIB)
    gc.collect()
    tracemalloc.start()
    checker.check(flood + b"1", flood + b"2")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000 + 6 * len(flood)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("digits", [4_301, 1_000_000])
def test_integers_longer_than_python_reads_are_no_trouble(name: str, digits: int) -> None:
    """int() refuses more than 4,300 digits, and takes time by their square."""
    checker, number = checker_of(name), b"7" * digits
    assert seconds(lambda: checker.check(number, number[:-1] + b"8")) < 0.5


@pytest.mark.parametrize("name", ["testlib.hcmp", "testlib.wcmp", "kattis", "dmoj.standard"])
def test_a_million_digits_are_compared_to_the_last(name: str) -> None:
    checker, number = checker_of(name), b"-" + b"7" * 1_000_000
    assert checker.check(number, number + b"\n").ok
    assert not checker.check(number, number[:-1] + b"8").ok


@pytest.mark.parametrize("name", sorted(set(ALL) - ANY_ORDER - {"exact", "dmoj.identical"}))
def test_ten_million_tokens_are_left_at_the_first_difference(name: str) -> None:
    checker, flood = checker_of(name), b"1 " * 10_000_000
    assert seconds(lambda: checker.check(b"2\n", flood)) < 1.0


@pytest.mark.parametrize("name", sorted(ANY_ORDER))
def test_ten_million_tokens_in_any_order_are_left_when_none_is_left(name: str) -> None:
    checker, flood = checker_of(name), b"1\n" * 10_000_000
    assert seconds(lambda: checker.check(b"1\n2\n", flood)) < 2.0


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("blank", [b" ", b"\n", b"\r", b" \n", b"\r\n", b"\t\r"])
def test_eight_million_blanks_around_a_right_answer_cost_little(name: str, blank: bytes) -> None:
    checker, flood = checker_of(name), blank * (8_000_000 // len(blank))
    assert seconds(lambda: checker.check(b"1\n", b"1\n" + flood)) < 2.0
    assert seconds(lambda: checker.check(b"1\n", flood + b"1\n")) < 2.0
