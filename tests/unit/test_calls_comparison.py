"""When a value that a call gave is the one that is expected."""

from __future__ import annotations

import time
from typing import Any

import pytest

from equijudge_core.contracts.calls import CallComparison
from equijudge_core.judging.calls.comparison import Comparison
from equijudge_core.judging.calls.encoding import Node, encode_json
from equijudge_core.judging.checkers.result import CheckResult


def compare(expected: Any, got: Node, **rules: Any) -> CheckResult:
    return Comparison(CallComparison(**rules)).check(encode_json(expected), got)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (None, None),
        (True, True),
        (1, 1),
        (1, 1.0),
        (1.0, 1),
        (2**70, {"i": hex(2**70)}),
        (2.0**70, {"i": hex(2**70)}),
        (0.3, 0.30000000000000004),
        (float("inf"), {"f": "inf"}),
        (float("nan"), {"f": "nan"}),
        (0.5, {"r": [1, 2]}),
        (3, {"D": "3"}),
        ([1, [2]], {"t": [1, {"t": [2]}]}),
        ([1, 2], {"g": [1, 2]}),
        ([1, 2], {"q": [1, 2]}),
        ([], {"t": []}),
        ({"a": [1, 2], "b": 0.1}, {"d": [["b", 0.1], ["a", {"t": [1, 2]}]]}),
        ("é", "é"),
    ],
)
def test_the_same_value_in_another_form_is_right(expected: Any, got: Node) -> None:
    assert compare(expected, got).ok


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (True, 1),
        (1, True),
        (0, False),
        (0, None),
        ([], None),
        (None, []),
        (1, "1"),
        ("1", 1),
        ("a", "A"),
        (1, 1.0000001),
        (-1000000, -1000001),
        (1.0, 1.1),
        (1.0, {"f": "nan"}),
        (float("inf"), {"f": "-inf"}),
        (float("inf"), 1e308),
        (2.0**70, {"i": hex(10**400)}),
        ([1, 2], [2, 1]),
        ([1, 2], [1, 2, 3]),
        ([1, 2, 3], [1, 2]),
        ([1, 2], {"s": [1, 2]}),
        ([1, 2], {"d": [[1, 2]]}),
        ({"1": 2}, {"d": [[1, 2]]}),
        ({"a": 1}, {"d": [["a", 1], ["b", 2]]}),
        ({"a": 1, "b": 2}, {"d": [["a", 1]]}),
        ({"a": 1}, {"d": [["a", 2]]}),
        ("ab", {"b": "6162"}),
        ([["a"]], [[["a"]]]),
        (1.5, {"c": [1.5, 0.0]}),
    ],
)
def test_another_value_is_wrong_and_says_where(expected: Any, got: Node) -> None:
    result = compare(expected, got)
    assert not result.ok
    assert result.difference is not None


@pytest.mark.parametrize(
    ("rules", "expected", "got"),
    [
        ({"bool_is_int": True}, [True, 0], [1, False]),
        ({"abs": 0.01, "rel": 0}, 5.0, 5.009),
        ({"abs": 0, "rel": 0.01}, 500.0, 504.0),
        ({"order": "outer"}, [[1, 2], [3]], [{"t": [3]}, [1, 2]]),
        ({"order": "any"}, [[1, 2], [3]], [[3], [2, 1]]),
        ({"order": "any"}, {"a": [1, 2]}, {"d": [["a", [2, 1]]]}),
        ({"or_wrapped": True}, [[1, 2]], [1, 2]),
        ({"or_wrapped": True}, [[1, 2]], [[1, 2]]),
    ],
)
def test_a_rule_allows_what_it_says(rules: dict[str, Any], expected: Any, got: Node) -> None:
    assert compare(expected, got, **rules).ok
    assert not compare(expected, got).ok or rules == {"or_wrapped": True}


@pytest.mark.parametrize(
    ("rules", "expected", "got"),
    [
        ({"int_is_float": False}, 1, 1.0),
        ({"int_is_float": False}, 1.0, 1),
        ({"tuple_is_list": False}, [1], {"t": [1]}),
        ({"iterator_is_list": False}, [1], {"g": [1]}),
        ({"abs": 0, "rel": 0}, 0.3, 0.30000000000000004),
        ({"order": "outer"}, [[1, 2]], [[2, 1]]),
        ({"order": "any"}, [1, 1, 2], [1, 2, 2]),
        ({"order": "any"}, [True], [1]),
        ({"or_wrapped": True}, [[1], [2]], [1]),
    ],
)
def test_a_rule_that_is_stricter_is_kept(rules: dict[str, Any], expected: Any, got: Node) -> None:
    assert not compare(expected, got, **rules).ok


def test_sets_have_no_order_and_are_sets() -> None:
    rules = Comparison(CallComparison())
    assert rules.check({"s": [1, {"t": [2]}]}, {"s": [{"t": [2]}, 1]}).ok
    assert rules.check({"s": [1]}, {"z": [1]}).ok
    assert not rules.check({"s": [1, 2]}, [1, 2]).ok
    assert not rules.check({"s": [1, 2]}, {"s": [1, 3]}).ok


@pytest.mark.parametrize(
    ("expected", "got", "loose"),
    [
        ([1], [1], False),
        ([1], {"t": [1]}, False),
        (0.3, 0.30000000000000004, True),
        ([1], {"g": [1]}, True),
        (1, 1.0, True),
    ],
)
def test_what_needed_more_than_the_value_is_loose(expected: Any, got: Node, loose: bool) -> None:
    assert compare(expected, got).loose == loose


def test_wrapping_is_the_format_s_own_and_not_loose() -> None:
    assert not compare([[1, 2]], [1, 2], or_wrapped=True).loose
    assert compare([[1, 2]], {"g": [1, 2]}, or_wrapped=True).loose


def test_the_first_difference_is_shown_with_its_place() -> None:
    difference = compare({"a": [[1, 2], [3, "x\x1b"]]}, {"d": [["a", [[1, 2], [3, "y" * 500]]]]}).difference
    assert difference is not None
    assert difference.expected == "['a'][1][1]: 'x\\x1b'"
    assert len(difference.got) < 120


def test_values_that_would_have_the_same_hash_cost_no_more() -> None:
    """Integers that are the same modulo 2**61 - 1 have one hash in Python."""
    count = 20_000
    expected = list(range(count))
    got: list[Node] = [{"i": hex(n * (2**61 - 1))} if n > 1 else n * (2**61 - 1) for n in range(count)]
    began = time.process_time()
    assert not compare(expected, got, order="any").ok
    assert time.process_time() - began < 2.0


def test_deep_values_are_compared() -> None:
    expected: Any = 1
    for _ in range(195):
        expected = [expected]
    for order in ("kept", "any"):
        assert compare(expected, expected, order=order).ok
