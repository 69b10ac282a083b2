"""SandboxFusion's comparison of outputs, case by case; the differential tests have the rest."""

from __future__ import annotations

import time

import pytest

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.judging.checkers import make_checker

CHECKER = make_checker(CheckerSpec(name="sandbox-fusion"))


@pytest.mark.parametrize(
    ("expected", "got", "ok", "loose"),
    [
        ("Yes\nno\n", "\n  YES  \nNo", True, False),
        ("a b\n", "a  b\n", False, False),  # blanks inside a line count
        ("1\n\n2\n", "1\n2\n", False, False),  # and so do empty lines inside
        ("1\r\n2\r\n", "1\n2\n", True, False),
        ("3.14159\n", "3.1416\n", True, True),
        ("100000\n", "100001\n", False, False),  # 1e-5 itself is too far
        ("100001\n", "100000\n", True, True),
        ("1 2\n", "1.0 2.0\n", False, False),  # a line of two numbers is none
        ("0\n", "1e-16\n", True, True),
        ("0\n", "1e-15\n", False, False),
        ("1000\n", "1_000\n", True, True),
        ("nan\n", "NaN\n", True, False),
        ("inf\n", "infinity\n", False, False),
        ("inf\n", "1e400\n", False, False),
        ("É\n", "é\xa0\n", True, False),
        ("", "\n \n", True, False),
        ("", "x", False, False),
    ],
)
def test_lines_are_compared_as_there(expected: str, got: str, ok: bool, loose: bool) -> None:
    result = CHECKER.check(expected.encode(), got.encode())
    assert (result.ok, result.loose) == (ok, loose)


def test_the_difference_is_the_line_that_decides() -> None:
    difference = CHECKER.check(b"\n1.0\n2\n3\n", b"1\n2\n4\n").difference
    assert difference is not None
    assert (difference.line, difference.expected, difference.got) == (4, "3", "4")


@pytest.mark.parametrize(
    "text", [b"1" * (1 << 24), b"\n" * (1 << 22) + b"x", b"1_" * (1 << 22) + b"1", b"1\n" * (1 << 20)]
)
def test_a_flood_is_compared_in_time_linear_in_it(text: bytes) -> None:
    began = time.process_time()
    assert not CHECKER.check(text + b"0", text + b"1").ok  # numbers of so many digits are infinite
    assert time.process_time() - began < 10
