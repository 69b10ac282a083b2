"""The handbook as problems whose tests are code: a function gets the verdict that its program has with stdin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.judging.languages import LANGUAGES
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.calls.assertions import differing, make_sandbox
from tests.calls.handbook import programs

PARTS = 20
EVERY = 19  # of the problems' right and wrong programs, of which there are as many


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    sandbox, checkers = make_sandbox(), CheckerCells(make_sandbox, LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


def test_right_and_wrong_programs_get_the_verdict_that_they_have_otherwise(judge: Judge) -> None:
    quick = [each for each in programs() if each[1].expected not in (Verdict.TLE, Verdict.MLE)]
    by_kind = {(each[1].problem, each[1].expected == Verdict.AC): each for each in reversed(quick)}
    chosen = [each for _, each in sorted(by_kind.items(), key=lambda item: item[0])][::EVERY]
    assert {each[1].expected == Verdict.AC for each in chosen} == {True, False}
    assert differing(judge, chosen) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_program_of_a_hundred_problems_does(judge: Judge, part: int) -> None:
    assert differing(judge, list(programs())[part::PARTS]) == []
