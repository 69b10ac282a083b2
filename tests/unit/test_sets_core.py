"""Rules of equivalence sets that need no program to be run."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from equijudge_core.contracts.sets import KeptSolution
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, CheckerSpec, TestResult
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.problem import parse_row
from equijudge_core.sets.audit import audit, clusters
from equijudge_core.sets.solutions import first_of_each, inconsistent_tests, is_python2, programs_in

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1, output_limit_bytes=1)


def results(*verdicts: str) -> list[CandidateResult]:
    return [CandidateResult(verdict=Verdict(verdict), limits=LIMITS) for verdict in verdicts]


def verdicts_of(*verdicts: str) -> list[TestResult]:
    return [
        TestResult(test=f"public/{number}", verdict=Verdict(each), cpu_time_s=0, wall_time_s=0, memory_peak_bytes=0)
        for number, each in enumerate(verdicts)
    ]


def kept(position: int, coarse: str, fine: str = "f") -> KeptSolution:
    return KeptSolution(
        position=position,
        source="",
        forms={},
        coarse=coarse,
        fine=fine,
        features=(coarse,),
        fine_features=(),
        cpu_time_s=0,
        memory_peak_bytes=0,
    )


@pytest.mark.parametrize(
    "source",
    [
        "print 'hello'",
        "print",
        "print >>f, 1",
        "try:\n  f()\nexcept E, e:\n  pass",
        "raise E, 'x'",
        "if a <> b: c()",
        "x = 10L",
    ],
)
def test_statements_of_python_2_are_known(source: str) -> None:
    assert is_python2(source, parseable=False)


@pytest.mark.parametrize("source", ["print(1", "def f(:\n  pass", "x = = 2"])
def test_other_faults_of_syntax_are_not_python_2(source: str) -> None:
    assert not is_python2(source, parseable=False)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("n = int(raw_input())", True),
        ("for i in xrange(3): print(i)", True),
        ("raw_input = input\nraw_input()", False),
        ("try:\n    raw_input()\nexcept NameError:\n    input()", False),
        ("self.xrange(3)", False),
        ("print(input())", False),
    ],
)
def test_names_of_python_2_count_where_nobody_defines_them(source: str, expected: bool) -> None:
    assert is_python2(source, parseable=True) == expected


def test_positions_count_programs_in_every_language() -> None:
    row = {
        "name": "x",
        "public_tests": {"input": ["1"], "output": ["1"]},
        "solutions": {"language": [2, 3, 1, 3], "solution": ["c++", "a", "python 2", "b"]},
        "incorrect_solutions": {"language": [3], "solution": ["c"]},
    }
    found = [(program.label, program.position, program.source) for program in programs_in(parse_row(row), ["python3"])]
    assert found == [("solutions", 1, "a"), ("solutions", 3, "b"), ("incorrect_solutions", 0, "c")]


def test_tests_with_one_input_and_two_answers_are_inconsistent_unless_the_checker_takes_both() -> None:
    row = {
        "name": "x",
        "public_tests": {"input": ["1\n", "2\n"], "output": ["1.0\n", "yes\n"]},
        "private_tests": {"input": ["1\n", "2\n"], "output": ["1.000001\n", "no\n"]},
    }
    problem = parse_row(row)
    tolerant, strict = make_checker(CheckerSpec()), make_checker(CheckerSpec(name="tokens"))
    assert inconsistent_tests(problem, tolerant) == [("public/1", "private/1")]
    assert inconsistent_tests(problem, strict) == [("public/0", "private/0"), ("public/1", "private/1")]


def test_a_repetition_is_of_the_first() -> None:
    assert first_of_each({0: "a", 2: "b", 5: "a", 7: "a", 9: "b"}) == {5: 0, 7: 0, 9: 2}


def test_clusters_are_listed_by_size_and_then_by_their_first_program() -> None:
    found = clusters([kept(0, "a"), kept(1, "b", "x"), kept(4, "c"), kept(5, "b", "y")])
    assert [(cluster.id, cluster.solutions, cluster.fine) for cluster in found] == [
        ("b", (1, 5), 2),
        ("a", (0,), 1),
        ("c", (4,), 1),
    ]


def test_rates_leave_out_what_was_our_fault() -> None:
    found = audit(results("AC", "AC", "WA", "IE"), results("AC", "WA", "TLE", "IE"), [])
    assert (found.right, found.right_accepted, found.wrong, found.wrong_rejected) == (3, 2, 3, 2)
    assert (found.true_positive_rate, found.true_negative_rate) == (2 / 3, 2 / 3)


def test_without_programs_there_is_no_rate() -> None:
    assert audit([], [], []).true_negative_rate is None


@pytest.mark.parametrize(
    ("accepted", "failing", "several", "refuted"),
    [
        (["AC", "WA"], [["AC", "WA"]], True, ()),  # one was accepted, one answers otherwise
        (["WA", "WA"], [["WA", "AC"], ["AC", "WA"]], True, ()),  # they accept each other's
        (["WA", "WA"], [["AC", "WA"], ["AC", "WA"]], False, ("public/1",)),  # the test refuses all
        (["WA"], [["AC", "WA"]], False, ()),  # one program says nothing of a test
        (["AC", "RE"], [], False, ()),  # a crash is no answer
    ],
)
def test_several_answers_are_valid_where_right_programs_do_not_agree(
    accepted: list[str], failing: Sequence[list[str]], several: bool, refuted: tuple[str, ...]
) -> None:
    found = audit(results(*accepted), [], [verdicts_of(*each) for each in failing])
    assert (found.several_answers, found.refuted) == (several, refuted)


@pytest.mark.parametrize("piece", ["\n", " \n", "print\n", "except a", "print >"])
def test_whether_a_long_program_is_one_of_python_2_is_told_in_a_moment(piece: str) -> None:
    began = time.process_time()
    is_python2(piece * 100_000 + "\0", parseable=False)
    assert time.process_time() - began < 2
