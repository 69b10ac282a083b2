"""Answers to tests that are code that no harness gives: whatever a candidate says, the test ends with its own ruling."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from equijudge_selftest.test_code.attacks import SAY
from equijudge_selftest.test_code.case import Case
from equijudge_verifier.judge.judge import Judge
from tests.adversarial.test_test_code import fails, judge, judged  # noqa: F401 (a fixture)

SEEDS, ROUNDS = 12, 20
TAGS = "ifbtszqgdcrD&@oGFEBRynKTVZ"
LEAVES: tuple[Any, ...] = (
    *(None, True, 0, -1, 12, 1e308, 10**18, "", "int", "exit", "nan", "inf", "0x" + "f" * 2000, "Counter", "date"),
    *("keys", "f", "__class__", "1e99999", "\0", [], {}),
)
NAMES: tuple[Any, ...] = (
    *(["ValueError", "Exception"], ["E", "KeyError"], [], ["ExceptionGroup"], ["UnicodeDecodeError"], ["SystemExit"]),
    ["object"],
)
OPERATIONS = (
    *("repr(got)", "len(got)", "list(got)", "got[0]", "got.x", "got()", "got(1)", "got == got", "next(got)"),
    *("hash(got)", "{got: 1}", "sorted(got)", "max(got, 1)", "str(got)", "got + 1", "round(got)", "f'{got}'"),
    *("isinstance(got, int)", "got.append(1)", "float(got)", "dict(got)", "set(got)", "copy.deepcopy(got)"),
    *("json.dumps(got)", "math.isclose(got, 3)", "got in [1]", "1 in got", "fails(lambda: got.foo)"),
)
CODE = """
import copy, json, math, pytest

def fails(called):
    with pytest.raises(Exception):
        called()

def check(candidate):
    given = [1, {2: [3]}]
    got = candidate(given, lambda n: n)
    OPERATION
    assert got == 12345 and given
"""
PROGRAM = (
    SAY + "FRAMES = json.loads({})\ndef f(given, back):\n    for each in FRAMES: line().say(*each)\n    return 0\n"
)


def a_value(rng: random.Random, depth: int = 0) -> Any:
    kind = rng.random()
    if depth > 3 or kind < 0.35:
        return rng.choice(LEAVES)
    if kind < 0.6:
        return [a_value(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {rng.choice(TAGS): a_value(rng, depth + 1)}


def a_frame(rng: random.Random) -> list[Any]:
    """An answer to the second request, which is the call, or nearly."""
    kind = rng.random()
    changes = [] if rng.random() < 0.7 else a_value(rng)
    if kind < 0.5:
        return [2, "v", a_value(rng), changes]
    if kind < 0.7:
        return [2, "e", rng.choice([0, 5, -1, "x"]), rng.choice(NAMES), "m", a_value(rng), a_value(rng), changes]
    if kind < 0.8:
        return [2, "u", a_value(rng)]
    if kind < 0.9:
        return [0, "f", rng.choice([0, 1, 99]), a_value(rng), a_value(rng)]
    return [a_value(rng), a_value(rng), a_value(rng)]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_no_harness_says_gains_nothing(judge: Judge, seed: int) -> None:  # noqa: F811
    rng = random.Random(seed)
    for _ in range(ROUNDS):
        frames = [a_frame(rng) for _ in range(3)]
        code = CODE.replace("OPERATION", rng.choice(OPERATIONS))
        found = judged(judge, Case("frames", PROGRAM.format(repr(json.dumps(frames))), code))
        assert fails(found), (frames, code, found.tests)
