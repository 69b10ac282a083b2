"""The lazy checkers against slow ones that are obviously right, on random soups of tokens (fixed seed)."""

from __future__ import annotations

import math
import random
import re
from fractions import Fraction

import pytest

from equijudge_core.contracts.verify import CheckerSpec
from equijudge_core.judging.checkers import make_checker

ATOMS = ["0", "1", "17", "-3", "+4", "2.5", ".5", "5.", "1e3", "1E-2", "1e400", "-1e999", "nan", "inf"]
ATOMS += ["abc", "Abc", "YES", "yes", "1_0", "0x10", "0x1p-1", "\x0c7", "é", "\x00", "1e", ".", "-INF"]
ATOMS += ["9007199254740993"]
GAPS = [" ", "\n", "\t", "\r\n", "\v", " \n ", "  "]
DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
HEX = re.compile(r"[+-]?0[xX][0-9a-fA-F]+(p[+-]?[0-9]+)?")


def split(text: str) -> list[str]:
    for gap in "\t\r\n\v":
        text = text.replace(gap, " ")
    return [token for token in text.split(" ") if token]


def slow_number(token: str) -> float | None:
    token = token.strip("\x0c")
    if token.lstrip("+-") in ("nan", "inf") or DECIMAL.fullmatch(token):
        return float(token)
    return float.fromhex(token) if HEX.fullmatch(token) else None


def slow_pair(one: str, other: str) -> bool:
    left, right = slow_number(one), slow_number(other)
    if left is None or right is None:
        return one == other
    return math.fabs(left - right) < 1e-5


def ascii_lower(text: str) -> str:
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def slow_codecontests(expected: str, got: str) -> bool:
    one, other = split(ascii_lower(expected)), split(ascii_lower(got))
    if one == other:
        return True
    return len(one) == len(other) and all(map(slow_pair, one, other))


def slow_finite(token: str) -> Fraction | None:
    plain = DECIMAL.fullmatch(token) and math.isfinite(float(token))
    return Fraction(token.removesuffix(".").replace(".e", "e")) if plain else None


def slow_float(expected: str, got: str) -> bool:
    one, other = split(expected), split(got)
    return len(one) == len(other) and all(map(slow_float_pair, one, other))


def slow_float_pair(one: str, other: str) -> bool:
    left, right = slow_finite(one), slow_finite(other)
    if one == other or left is None or right is None:
        return one == other
    return abs(left - right) <= max(Fraction(1, 10**4), abs(left) / 10**4)


def soup(chance: random.Random) -> list[str]:
    return [chance.choice(ATOMS) for _ in range(chance.randint(0, 6))]


def changed(chance: random.Random, token: str) -> str:
    match chance.randint(0, 9):
        case 0:
            return token.swapcase()
        case 1:
            return chance.choice(ATOMS)
        case 2 if slow_finite(token) is not None:
            return repr(float(token) + chance.choice([1e-6, -1e-6, 1e-3, 0.0]))
        case _:
            return token


def laid_out(chance: random.Random, words: list[str]) -> str:
    return "".join(word + chance.choice(GAPS) for word in words)


def cases(seed: int, count: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    pairs = []
    for _ in range(count):
        words = soup(chance)
        others = [changed(chance, word) for word in words] + soup(chance)[: chance.randint(0, 9) // 9]
        pairs.append((laid_out(chance, words), laid_out(chance, others)))
    return pairs


CHECKERS = {
    "codecontests": (CheckerSpec(), slow_codecontests),
    "tokens": (CheckerSpec(name="tokens"), lambda one, other: split(one) == split(other)),
    "float": (CheckerSpec(name="float", abs=1e-4, rel=1e-4), slow_float),
}


@pytest.mark.parametrize("name", CHECKERS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_lazy_and_slow_agree(name: str, seed: int) -> None:
    spec, slow = CHECKERS[name]
    checker = make_checker(spec)

    answers = [(checker.check(a.encode(), b.encode()).ok, slow(a, b), a, b) for a, b in cases(seed, 4000)]

    assert [answer for answer in answers if answer[0] != answer[1]] == []
    assert 500 < sum(answer[0] for answer in answers) < 3500  # both verdicts are met often
