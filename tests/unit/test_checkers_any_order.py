"""tokens and float in any order: by hand, and against every order tried."""

from __future__ import annotations

import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.judging.checkers import make_checker


def says(expected: str, got: str, **spec: object) -> str:
    result = make_checker(CheckerSpec.model_validate(spec)).check(expected.encode(), got.encode())
    return "loose" if result.loose else "AC" if result.ok else "WA"


WORDS = {"name": "tokens", "any_order": "words"}
LINES = {"name": "tokens", "any_order": "lines"}
NUMBERS = {"name": "float", "any_order": "words"}


@pytest.mark.parametrize(
    ("spec", "expected", "got", "verdict"),
    [
        (WORDS, "a b\nc\n", "c b a", "loose"),
        (WORDS, "a b b", "a a b", "WA"),
        (WORDS, "a b", "A b", "WA"),
        (WORDS | {"ignore_case": True}, "a B", "b A", "loose"),
        (WORDS | {"ignore_case": True}, "a B", "A b", "AC"),
        (LINES, "1 2\n3\n", "3\n\n1  2", "loose"),
        (LINES, "1 2\n3\n", "3\n2 1\n", "WA"),
        (LINES, "1\n1\n2\n", "1\n2\n2\n", "WA"),
        (LINES, "1\n \n2\n", "2\n1\n", "loose"),
        (LINES | {"ignore_case": True}, "A\nb\n", "B\na\n", "loose"),
        (NUMBERS, "1 2 3", "3.0000001 1 2", "loose"),
        (NUMBERS, "1 2 3", "3.1 1 2", "WA"),
        (NUMBERS, "1 2 x", "x 2 1", "loose"),
        (NUMBERS, "1 2 x", "X 2 1", "WA"),
        (NUMBERS | {"ignore_case": True}, "1 2 x", "X 2 1", "loose"),
        (NUMBERS, "1 2", "1 2 2", "WA"),
        (NUMBERS, "1 2 2", "1 2", "WA"),
        (NUMBERS, "1e400 2", "2 1e500", "WA"),  # no finite numbers, so words
        (NUMBERS, "", "1", "WA"),
        (NUMBERS | {"abs": 0.5, "rel": 0}, "1 2", "2.4 1.4", "loose"),
        (NUMBERS | {"abs": 0, "rel": 0.5}, "-4 1", "0.5 -2", "loose"),
    ],
)
def test_by_hand(spec: dict[str, object], expected: str, got: str, verdict: str) -> None:
    assert says(expected, got, **spec) == verdict


NUMBER = st.integers(-8, 8).map(lambda quarters: quarters / 4)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(NUMBER, max_size=5),
    st.lists(NUMBER, max_size=5),
    st.sampled_from([0, 0.25, 0.5]),
    st.sampled_from([0, 0.5, 1]),
)
def test_numbers_match_wherever_some_order_does(
    wanted: list[float], written: list[float], absolute: float, relative: float
) -> None:
    expected, in_order = " ".join(map(str, wanted)), {"name": "float", "abs": absolute, "rel": relative}
    orders = {" ".join(map(str, order)) for order in permutations(written)}
    by_order = any(says(expected, order, **in_order) != "WA" for order in orders)
    by_size = says(expected, " ".join(map(str, written)), **in_order, any_order="words") != "WA"
    assert by_size == by_order


def test_a_flood_is_read_as_far_as_it_counts() -> None:
    """A million numbers where ten are expected: none of them is kept, and the time is that of one look."""
    checker = make_checker(CheckerSpec.model_validate(NUMBERS))
    flood = b"1 2 3\n" * (1 << 20)
    began = time.process_time()
    assert not checker.check(b"1 2 3 4 5 6 7 8 9 10", flood).ok
    assert time.process_time() - began < 10


def test_floats_have_any_order_of_words_alone() -> None:
    with pytest.raises(ValidationError, match="any order of words alone"):
        CheckerSpec.model_validate({"name": "float", "any_order": "lines"})
    with pytest.raises(ValidationError, match="no flag of the checker exact"):
        CheckerSpec.model_validate({"name": "exact", "any_order": "lines"})
