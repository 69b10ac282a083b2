"""The default checker is the data set's own tester, bit for bit.

The answers below are not ours: they are what the tester's comparison says when it is compiled against
Abseil 20220623 (hexadecimal floats are numbers there; nan, infinity and 1e400 spoil a changed output).
"""

from __future__ import annotations

import math

import pytest

from equijudge_core.judging.checkers import CodeContestsChecker
from equijudge_core.judging.numeric_tokens import DECIMAL_DIGIT_LIMIT, HEX_DIGIT_LIMIT, reference_number

NINES = b"9" * 400

TEXTS = [
    (b"abc def", b"abc def", True),
    (b"abc deg", b"abc def", False),
    (b"abc def", b"abc def 123", False),
    (b"abc DEF", b"abc def", True),
    (b"YES\n", b"yes", True),
    (b"\xc3\x89", b"\xc3\xa9", False),  # É and é: only ASCII case is ignored
    (b"\xff\xfe", b"\xff\xfe", True),
    (b"\xff", b"\xfe", False),
    (b" \r\n\t", b"", True),
    (b"1 2 3", b"1 2", False),
    (b"1 2", b"1 2 3", False),
    (b"5\v6", b"5 6", True),
    (b"5\f6", b"5 6", False),
    (b"5\f", b"5", True),  # a form feed does not split, but it is white space to the number parser
    (b"5\x00", b"5", False),
    (b"5\xc2\xa0", b"5", False),
    (b"a\x1cb", b"a b", False),
    (b"a\xe2\x80\xa8b", b"a b", False),
]

NUMBERS = [
    (b"abc 123", b"abc 123.000001", True),
    (b"abc 123", b"abc 123.1", False),
    (b"1", b"1.0", True),
    (b"0.5", b".5", True),
    (b"5.", b"5", True),
    (b"+5", b"5", True),
    (b"+-5", b"-5", False),
    (b"-0", b"0", True),
    (b"007", b"7", True),
    (b"1E+3", b"1000", True),
    (b"1e", b"1", False),
    (b".", b"0", False),
    (b"1_000", b"1000", False),
    (b"1,5", b"1.5", False),
    (b"0x10", b"16", True),
    (b"0x1.8p1", b"3", True),
    (b"0X1P-1", b"0.5", True),
    (b"0x", b"0", False),
    (b"0b1", b"1", False),
    (b"0.00001", b"0", False),
    (b"0.000009", b"0", True),
    (b"100.00001", b"100", False),
    (b"9007199254740993", b"9007199254740992", True),
    (b"1000000000000.0001", b"1000000000000", False),
    (b"1e-400", b"0", True),
]

NOT_FINITE = [
    (b"nan", b"nan", True),
    (b"nan 1", b"nan 1.0", False),
    (b"nan", b"0", False),
    (b"nan(1)", b"nan", False),
    (b"inf 1", b"inf 1.0", False),
    (b"inf", b"infinity", False),
    (b"1e400", b"1e400", True),
    (b"1e400 1", b"1e400 1.0", False),
    (b"1e400", b"1e401", False),
    (NINES, NINES, True),
    (NINES + b" 1", NINES + b" 1.0", False),
]


@pytest.mark.parametrize(("got", "expected", "right"), TEXTS + NUMBERS + NOT_FINITE)
def test_it_answers_as_the_data_sets_tester_does(got: bytes, expected: bytes, right: bool) -> None:
    result = CodeContestsChecker().check(expected, got)

    assert result.ok is right
    assert (result.difference is None) is right


@pytest.mark.parametrize(
    ("expected", "got", "loose"),
    [
        (b"1 2\n", b"1 2", False),
        (b"Yes", b"YES", False),
        (b"1", b"1.0", True),
        (b"9007199254740993", b"9007199254740992", True),
    ],
)
def test_loose_marks_what_only_the_tolerance_let_through(expected: bytes, got: bytes, loose: bool) -> None:
    result = CodeContestsChecker().check(expected, got)

    assert (result.ok, result.loose) == (True, loose)


@pytest.mark.parametrize(
    ("token", "value"),
    [
        (b"0x1p1024", math.inf),
        (b"-0x1p99999999999", -math.inf),
        (b"-1e999", -math.inf),
        (b"+Infinity", math.inf),
        (b"-inf", -math.inf),
        (b"infinit", None),
        (b"0xinf", None),
        (b"nan(", None),
    ],
)
def test_numbers_out_of_range_are_infinite_and_broken_ones_are_text(token: bytes, value: float | None) -> None:
    assert reference_number(token) == value


@pytest.mark.parametrize("token", [b"nan", b"-NaN", b"+nan(a_1)"])
def test_nan_is_a_number_in_every_spelling(token: bytes) -> None:
    value = reference_number(token)

    assert value is not None
    assert math.isnan(value)


@pytest.mark.parametrize(("digits", "number"), [(DECIMAL_DIGIT_LIMIT - 1, True), (DECIMAL_DIGIT_LIMIT, False)])
def test_fifty_million_digits_in_a_row_are_text(digits: int, number: bool) -> None:
    assert (reference_number(b"1" * digits) is not None) is number


@pytest.mark.parametrize(
    ("token", "number"),
    [
        (b"0" * DECIMAL_DIGIT_LIMIT + b".5", True),  # leading zeros are free before the point
        (b"0." + b"0" * DECIMAL_DIGIT_LIMIT + b"1", False),
        (b"0x" + b"f" * HEX_DIGIT_LIMIT, False),
    ],
    ids=["zeros before the point", "zeros after the point", "hexadecimal"],
)
def test_the_digit_limit_counts_as_abseil_counts(token: bytes, number: bool) -> None:
    assert (reference_number(token) is not None) is number
