"""Every checker of another judge against a slow one (tests/slow_checkers.py), on texts that hypothesis makes up."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from equijudge.cli.options import parse_checker
from equijudge_core.contracts.checkers import CHECKER_NAMES, CheckerSpec
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.numeric_tokens import scanned_number
from tests import slow_checkers as slow

WORDS = [b"0", b"-0", b"1", b"+1", b"01", b"7", b"-3", b"2.5", b"2.50", b".5", b"5.", b"1e3", b"1E3", b"1000", b"1e"]
WORDS += [b"1e+", b"1e400", b"1e301", b"2e301", b"-1e400", b"nan", b"NaN", b"inf", b"-inf", b"infinity", b"0x10", b"16"]
WORDS += [
    b"0x1p-1",
    b"0x.",
    b"1_0",
    b"10",
    b"yes",
    b"YES",
    b"No",
    b"NO",
    b"abc",
    b"ABC",
    b"\xff",
    b"\xc3\x89",
    b"e",
    b".",
]
WORDS += [b"9007199254740993", b"9007199254740992", b"2147483647", b"2147483648", b"-9223372036854775808"]
WORDS += [
    b"9223372036854775807",
    b"9223372036854775808",
    b"99999999999999999999",
    b"1.000001",
    b"1.0000011",
    b"0.000001",
]
GAPS = [b" ", b"\n", b"\t", b"\r\n", b"\v", b"\f", b"  ", b"\n\n", b" \n", b"\r", b"\r\r\n"]

words = st.sampled_from(WORDS) | st.floats(width=16).map(lambda value: repr(value).encode())
gaps = st.sampled_from(GAPS)
vocabularies = st.sampled_from(
    [words, words, st.sampled_from([b"yes", b"NO", b"No"]), st.sampled_from([b"7", b"-3", b"0", b"10"])]
)
settings.register_profile("checkers", max_examples=150, deadline=None, derandomize=True, database=None)
quietly = settings(settings.get_profile("checkers"), suppress_health_check=list(HealthCheck))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """An expected output and one like it: some words or gaps are others, or in another order, missing, or too many."""
    words = draw(vocabularies)
    rows = st.lists(st.tuples(words, gaps), max_size=draw(st.sampled_from([1, 6])))
    expected = draw(rows)
    kind = draw(st.sampled_from(["same", "words", "gaps", "order", "one more", "one less", "other"]))
    got = list(expected)
    if kind == "words" and got:
        at = draw(st.integers(0, len(got) - 1))
        got[at] = (draw(words | st.just(got[at][0].swapcase())), got[at][1])
    elif kind == "gaps":
        got = [(word, draw(gaps)) for word, _ in got]
    elif kind == "order":
        got = draw(st.permutations(got))
    elif kind == "one more":
        got.append(draw(st.tuples(words, gaps)))
    elif kind == "one less":
        got = got[:-1]
    elif kind == "other":
        got = draw(rows)
    ends = draw(st.tuples(*[st.sampled_from([b"", b"", b"\n", b" ", b"\r"])] * 2))
    texts = (b"".join(word + gap for word, gap in row) for row in (expected, got))
    one, other = (
        draw(st.sampled_from([b"", b"", b"", b"\n", b"\xef\xbb\xbf"])) + text + end
        for text, end in zip(texts, ends, strict=True)
    )
    return one, other


def verdict(checker: str, expected: bytes, got: bytes) -> str:
    result = make_checker(CheckerSpec.model_validate(parse_checker(checker))).check(expected, got)
    assert (result.difference is not None) == (not result.ok and not result.fault)
    return "fault" if result.fault else "right" if result.ok else "wrong"


def expectation(checker: str) -> Callable[[bytes, bytes], str]:
    if checker in slow.TESTLIB:
        return lambda one, other: slow.verdict_of_testlib(slow.TESTLIB[checker], one, other)
    compare = {**slow.KATTIS, **slow.DMOJ, **slow.CMS, **slow.SANDBOX_FUSION}[checker]
    return lambda one, other: "right" if compare(one, other) else "wrong"


ALL = [*slow.TESTLIB, *slow.KATTIS, *slow.DMOJ, *slow.CMS, *slow.SANDBOX_FUSION]


def test_every_checker_of_another_judge_has_a_slow_one() -> None:
    named = {checker.partition(":")[0] for checker in ALL} | {"dmoj.linematches", "testlib.pointscmp"}
    assert named == set(CHECKER_NAMES) - {"codecontests", "exact", "tokens", "float", "stripped"}


@pytest.mark.parametrize("checker", ALL)
def test_ours_and_the_slow_one_agree(checker: str) -> None:
    seen = set()
    slow_verdict = expectation(checker)

    @quietly
    @given(pairs())
    def agree(texts: tuple[bytes, bytes]) -> None:
        expected = slow_verdict(*texts)
        seen.add(expected)
        assert verdict(checker, *texts) == expected

    agree()
    assert {"right", "wrong"} <= seen


@st.composite
def cases(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """An expected output in cases and one like it, both with a word or two that are others, missing or too many."""
    words = st.sampled_from([b"7", b"-3", b"Case", b"1:", b"2:", b"3:", b"x", b"07"])
    sizes = st.just([1, 1, 1]) | st.lists(st.integers(0, 2), max_size=3)
    rows: list[list[bytes]] = [[b"Case", b"%d:" % (at + 1), *[b"7"] * size] for at, size in enumerate(draw(sizes))]
    texts = []
    for _ in range(2):
        text = [word for row in rows for word in row]
        for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
            at = draw(st.integers(0, len(text)))
            text[at : at + draw(st.integers(0, 1))] = draw(st.lists(words, max_size=1))
        texts.append(b" ".join(text))
    return texts[0], texts[1]


@pytest.mark.parametrize("checker", ["testlib.caseicmp", "testlib.casencmp", "testlib.casewcmp"])
def test_cases_are_read_as_the_slow_one_does(checker: str) -> None:
    seen = set()

    @settings(quietly, max_examples=1000)
    @given(cases())
    def agree(texts: tuple[bytes, bytes]) -> None:
        expected = expectation(checker)(*texts)
        seen.add(expected)
        assert verdict(checker, *texts) == expected

    agree()
    assert seen == {"right", "wrong", "fault"}


# One token each, where numbers decide: most texts above are decided by their layout.
@pytest.mark.parametrize("checker", ALL)
@settings(quietly, max_examples=80)
@given(one=words, other=words, by=st.sampled_from([0.0, 1e-9, 1e-6, 1.5e-6, 1.5e-5, 1e-4, 1e-2, 0.1, 0.5]))
def test_two_numbers_are_compared_as_the_slow_one_does(checker: str, one: bytes, other: bytes, by: float) -> None:
    value = slow.sscanf_double(one)
    if by and value is not None and math.isfinite(value):
        other = repr(value + by).encode()
    assert verdict(checker, one, other) == expectation(checker)(one, other)


@quietly
@given(pairs(), st.lists(st.integers(0, 2), min_size=1, max_size=4).filter(any), st.booleans())
def test_linematches_and_the_slow_one_agree(texts: tuple[bytes, bytes], points: list[int], fillers: bool) -> None:
    flags = f"point_distribution={','.join(map(str, points))}:filler_lines_required={str(fillers).lower()}"
    expected = slow.dmoj_linematches(*texts, tuple(points), fillers)
    event(expected)
    assert verdict(f"dmoj.linematches:{flags}", *texts) == expected


PIECES = ["0", "1", "9", "x", "X", ".", "e", "E", "p", "+", "-", "a", "f", "nan", "inf", "inity", "_", "(", ")", "400"]


@settings(quietly, max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7), st.sampled_from(["", "0x", "-0x", "1"]))
def test_a_scanned_number_is_what_the_c_library_scans(pieces: list[str], start: str) -> None:
    token = (start + "".join(pieces)).encode()
    ours, theirs = scanned_number(token), slow.sscanf_double(token)
    assume(not (theirs is not None and math.isnan(theirs) and ours is not None and math.isnan(ours)))
    assert ours == theirs
