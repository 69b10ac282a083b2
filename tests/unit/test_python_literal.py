"""Literals as Python writes them, read without a syntax tree: the same values as Python's own reader gives."""

from __future__ import annotations

import ast
import contextlib
import time
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.formats.numerals import BadText
from equijudge_core.formats.python_literal import parse_literal

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(SCALARS, inner) | st.sets(SCALARS, min_size=1)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_what_python_writes_is_read_back(value: Any) -> None:
    assert parse_literal(repr(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[1, 2,]",
            "(1,)",
            "()",
            "(1)",
            "{}",
            "{1: 2,}",
            " [ ] ",
            "{'a': [1, (2, 3)], 'b': None}",
            "1e5",
            "+1",
            "-.5",
        ),
        *(r"'\x41\u00e9\U0001F600\101\n\'\"\q'", "'a\\\nb'", '"\'"', "{1, 2}", "'\\ud800'", "1.", "'é'"),
    ],
)
def test_ways_of_writing_are_read_as_python_reads_them(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert parse_literal(text) == ast.literal_eval(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[", "]", "[1 2]", "[,]", "[1,,2]", "{1: }", "{1: 2, 3}", "{1, 2: 3}", "{[]: 1}", "{[1], 2}", "1 2", "a"),
        *("f()", "1+1", "--1", "'a", "'a\nb'", "b'a'", "r'a'", "'''a'''x", "'a' 'b'", "inf", "nan", "1_0", "0x1", "1j"),
        *("'\\N{DIGIT ONE}'", "'\\x4'", "'\\U00110000'", "[" * 101 + "]" * 101, "[" * 100_000, "lambda: 1", "x[0]"),
    ],
)
def test_what_is_no_plain_literal_is_refused(text: str) -> None:
    with pytest.raises(BadText):
        parse_literal(text)


@pytest.mark.parametrize(
    "text", ["[" + "1," * 200_000 + "]", "[" + "[]," * 100_000 + "]", "'" + "\\" * 400_000 + "'", "'" + "\\'" * 400_000]
)
def test_time_does_not_run_away(text: str) -> None:
    began = time.process_time()
    with contextlib.suppress(BadText):
        parse_literal(text)
    assert time.process_time() - began < 3
