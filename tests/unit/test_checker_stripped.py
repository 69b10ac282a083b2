"""code-judge's comparison, `stdout.strip() == expected.strip()`, on bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.judging.checkers import make_checker

CHECKER = make_checker(CheckerSpec(name="stripped"))
# every white space of Python's, letters of one to four bytes, and line ends between them
TEXTS = st.text(st.sampled_from("a\n\r\t \v\f\x1c\x85\xa0 \u3000éж\U0001f600"), max_size=8)


@given(TEXTS, TEXTS)
def test_it_says_what_the_strip_of_strings_says(expected: str, got: str) -> None:
    assert CHECKER.check(expected.encode(), got.encode()).ok == (expected.strip() == got.strip())


@pytest.mark.parametrize(
    ("expected", "got", "ok"),
    [
        (b"1\n2\n", b"\n 1\n2", True),
        (b"1\n2\n", b"1\r\n2\r\n", False),  # only the ends are stripped
        (b"\xff", b"\xff\n", True),
        (b"\xff", b"\xfe", False),
        (b"1\xa0", b"1", False),  # no UTF-8, so no white space
        (b"\xc2\xa01", b"1", True),
    ],
)
def test_bytes_that_are_no_text_are_compared_as_they_are(expected: bytes, got: bytes, ok: bool) -> None:
    assert CHECKER.check(expected, got).ok is ok


def test_the_difference_is_told_where_it_is() -> None:
    difference = CHECKER.check("\xa0one two\n".encode(), b"\n\none too\n").difference
    assert difference is not None
    assert (difference.expected, difference.got) == (r"\xa0one two\n", r"\n\none too\n")
