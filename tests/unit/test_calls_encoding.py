"""The typed encoding: what the harness writes of a value, what is read of it, and what becomes of other bytes."""

from __future__ import annotations

import itertools
import json
import sys
import time
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from equijudge_core.judging.calls import harness as untyped
from equijudge_core.judging.calls.encoding import (
    DEEPEST,
    NoAnswer,
    count_nodes,
    decode,
    dump,
    encode_json,
    number_of,
    parse_json,
)

harness: Any = untyped


class Colour(IntEnum):
    RED = 1


class Liar(int):
    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __int__(self) -> int:
        return 99

    def __repr__(self) -> str:
        return "99"


class LyingList(list[int]):
    def __iter__(self) -> Any:
        return iter([9, 9])

    def __len__(self) -> int:
        return 2

    def __getitem__(self, key: Any) -> Any:
        return 9


class LyingText(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "other"

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


class Claims:
    """Not an int, whatever it says."""

    __class__ = int  # type: ignore[assignment]


Point = namedtuple("Point", "x y")
WRITTEN: dict[str, tuple[object, object]] = {
    "none": (None, None),
    "truth": (True, True),
    "integer": (-5, -5),
    "largest plain": (2**62 - 1, 2**62 - 1),
    "large": (2**62, {"i": "0x4000000000000000"}),
    "large negative": ([-(2**70)], [{"i": "-0x400000000000000000"}]),
    "float": (0.1, 0.1),
    "whole float": (2.0, 2.0),
    "nan": ([float("nan")], [{"f": "nan"}]),
    "infinity": (float("-inf"), {"f": "-inf"}),
    "half a character": ("a\ud800", "a\ud800"),
    "mixed list": ([1, "a", None, 2.5, [True]], [1, "a", None, 2.5, [True]]),
    "tuple": ((1, (2,)), {"t": [1, {"t": [2]}]}),
    "named tuple": (Point(1, 2), {"t": [1, 2]}),
    "set": ({7}, {"s": [7]}),
    "frozen set": (frozenset(["a"]), {"z": ["a"]}),
    "deque": (deque([1, 2], 5), {"q": [1, 2]}),
    "dictionary": ({1: "a", "1": [2]}, {"d": [[1, "a"], ["1", [2]]]}),
    "default dictionary": (defaultdict(int, a=1), {"d": [["a", 1]]}),
    "counter": (Counter("aa"), {"d": [["a", 2]]}),
    "ordered dictionary": (OrderedDict(b=1), {"d": [["b", 1]]}),
    "bytes": (b"\0\xff", {"b": "00ff"}),
    "byte array": (bytearray(b"a"), {"b": "61"}),
    "complex": (1 - 2j, {"c": [1.0, -2.0]}),
    "fraction": (Fraction(1, 3), {"r": [1, 3]}),
    "decimal": (Decimal("1.50"), {"D": "1.50"}),
    "generator": ((n * n for n in range(3)), {"g": [0, 1, 4]}),
    "map": (map(str, [1]), {"g": ["1"]}),
    "range": (range(3), {"g": [0, 1, 2]}),
    "keys": ({1: 2}.keys(), {"g": [1]}),
    "items": ({1: 2}.items(), {"g": [{"t": [1, 2]}]}),
    "chain": (itertools.chain([1], [2]), {"g": [1, 2]}),
    "enumeration": (Colour.RED, 1),
    "a number that claims to be equal": (Liar(5), 5),
    "a list that shows others": (LyingList([1, 2, 3]), [1, 2, 3]),
    "a text that says otherwise": (LyingText("true"), "true"),
    "numpy scalar": (np.int64(3), 3),
    "numpy truth": (np.bool_(True), True),
    "numpy float": (np.float32(0.5), 0.5),
    "numpy array": (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
}


def write(value: object) -> Any:
    return harness.Writer().write_kind(value, "value")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_value_is_written_as_what_it_is(name: str) -> None:
    value, wanted = WRITTEN[name]
    assert write(value) == wanted
    assert decode(dump(wanted), dump(wanted)) == wanted


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


def in_itself() -> list[Any]:
    value: list[Any] = [1]
    value.append({"a": (value,)})
    return value


def doubled(times: int) -> list[Any]:
    value: list[Any] = [1, 2]
    for _ in range(times):
        value = [value, value]
    return value


REFUSED: dict[str, tuple[Any, bytes]] = {
    "object": (object(), b"tobject"),
    "function": (write, b"tfunction"),
    "class": (int, b"ttype"),
    "claims to be an int": (Claims(), b"tClaims"),
    "holds itself": (in_itself(), b"c"),
    "deep": (nested(300), b"d"),
    "without an end": (itertools.count(), b"m"),
    "the same again and again": (doubled(40), b"m"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_value_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(harness, "MOST_NODES", 50_000)
    value, wanted = REFUSED[name]
    with pytest.raises(harness.Unwritten) as refused:
        write(value)
    assert refused.value.args[0] == wanted


def test_expected_values_are_written_as_the_harness_writes_them() -> None:
    text = b'[1, 2.0, true, null, "\xc3\xa9", {"a": [1e400, NaN]}, 123456789012345678901234567890]'
    value = parse_json(text)
    encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
    assert dump(encode_json(value)) == encode(write(value)).encode()


def test_an_integer_of_any_length_is_read() -> None:
    digits = "7" * 20_000
    number = number_of(encode_json(parse_json(digits.encode())))
    assert isinstance(number, int)
    assert number % 10**9 == 777_777_777
    assert number.bit_length() == 66_439


HOSTILE: dict[str, bytes] = {
    "no JSON": b"\xff\xfe",
    "nothing": b"",
    "two values": b"1 2",
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "deep but closed early": b'{"t":[' * 5_000,
    "no such tag": b'{"x":[1]}',
    "two tags": b'{"t":[],"s":[]}',
    "no tag": b"{}",
    "a tag of a text with a list": b'{"i":[1]}',
    "no hex": b'{"i":"12"}',
    "a number of many digits": b"1" * 5_000,
    "nan": b"NaN",
    "no pairs": b'{"d":[[1]]}',
    "complex of one": b'{"c":[1]}',
    "no bytes": b'{"b":"0"}',
    "levels of tuples": b'{"t":[' * (DEEPEST + 5) + b"]}" * (DEEPEST + 5),
    "too many values": b"[" + b"[]," * 40_000 + b"[]]",
    "too long": b'"' + b"a" * 200_000 + b'"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_other_bytes_are_no_answer(name: str) -> None:
    began = time.process_time()
    with pytest.raises(NoAnswer):
        decode(HOSTILE[name], b"[0,1]")
    assert time.process_time() - began < 1.0


def test_a_flood_is_refused_before_it_is_read() -> None:
    """64 MiB of empty lists would be gigabytes of objects."""
    flood = b"[" + b"[]," * 20_000_000 + b"[]]"
    began = time.process_time()
    with pytest.raises(NoAnswer):
        decode(flood, b"[%s0]" % (b"0," * 2_000_000))
    assert time.process_time() - began < 2.0


def test_nodes_are_never_counted_too_few() -> None:
    node = [1, {"t": [1, 2]}, {"d": [[1, [2]], ["a", None]]}]
    assert count_nodes(dump(node)) >= 8


@pytest.mark.parametrize(
    ("node", "wanted"),
    [
        ({"i": "-0xff"}, -255),
        ({"f": "inf"}, float("inf")),
        ({"r": [1, 4]}, 0.25),
        ({"r": [6, 1]}, 6),
        ({"r": [1, 0]}, None),
        ({"D": "1.5"}, 1.5),
        ({"D": "NaN"}, None),
        ({"D": "9" * 50_000}, None),
        (True, None),
        ("1", None),
    ],
)
def test_what_stands_for_a_number(node: Any, wanted: object) -> None:
    assert number_of(node) == wanted


def test_arguments_in_the_typed_encoding_become_what_was_written() -> None:
    for value, _ in WRITTEN.values():
        if isinstance(value, float | complex) or type(value).__name__ in ("generator", "map", "chain", "ndarray"):
            continue
        again = harness.read_typed(write(value))
        assert write(again) == write(value)


def test_nodes_of_lists_and_trees_go_there_and_back() -> None:
    target = {"typed": False, "integer_keys": False}
    writer = harness.Writer()
    for kind, value in (
        ("ListNode", [1, 2, 3]),
        ("ListNode", []),
        ("TreeNode", [1, None, 2, 3]),
        ("TreeNode", [5, 4, 7, 3, None, 2, None, -1, None, 9]),
        ("ListNode[]", [[1], [], [2, 3]]),
    ):
        assert writer.write_kind(harness.read_kind(value, kind, target, harness.NODES), kind) == value


def test_a_circle_of_nodes_is_named() -> None:
    node = harness.ListNode(1)
    node.next = node
    tree = harness.TreeNode(1)
    tree.left = tree
    for value, kind in ((node, "ListNode"), (tree, "TreeNode")):
        with pytest.raises(harness.Unwritten) as refused:
            harness.Writer().write_kind(value, kind)
        assert refused.value.args[0] == b"c"


def test_the_reader_does_not_depend_on_how_deep_its_caller_is() -> None:
    deepest = dump(encode_json(json.loads("[" * 190 + "]" * 190)))
    limit = sys.getrecursionlimit()
    assert limit >= 1000
    assert decode(deepest, deepest) is not None
