"""Problems with several right answers, each with a checker of ours: right answers by other methods are accepted, near
misses are not, and both are counted again from the statement, output by output.

`python -m tests.needs_checker` prints the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, Detail, JudgeOptions, Stop
from equijudge_verifier.judge.judge import Judge
from tests.labelled import DATA, LIMITS
from tests.needs_checker import (
    HERE,
    SAME_STATEMENT,
    Case,
    judge_given,
    judge_no_answers,
    judge_ours,
    open_judge,
    read_answers,
    read_cases,
    read_checker,
    wrong_of,
)

IDS = tuple(sorted(path.name for path in HERE.iterdir() if path.is_dir()))
ONE_OF_EACH_KIND = ("cc-1151B", "cc-1454D", "cc-576A")  # Kattis, testlib, script
here = pytest.mark.skipif(not DATA.is_dir(), reason=f"the problems are not here ({DATA.name} beside the checkout)")


@pytest.fixture(scope="module", params=["local", "docker"])
def judge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with open_judge(request.param, tmp_path_factory.mktemp("cells")) as made:
        yield made


def case_of(problem_id: str) -> Case:
    return next(case for case in read_cases() if case.problem_id == problem_id)


def judge_and_count_again(judge: Judge, case: Case) -> list[str]:
    """What is not as it should be."""
    given = [difference for each in judge_given(judge, case) for difference in each.differences]
    return given + wrong_of(case.problem_id, judge_ours(judge, case)) + judge_no_answers(judge, case)


@here
@pytest.mark.parametrize("ids", [ONE_OF_EACH_KIND, IDS], ids=["one-of-each-kind", "all"])
def test_right_answers_are_accepted_and_near_misses_are_not(judge: Judge, ids: tuple[str, ...]) -> None:
    wrong = {each: judge_and_count_again(judge, case_of(each)) for each in ids}
    assert wrong == {each: [] for each in ids}


@here
def test_a_test_whose_stored_answer_is_none_is_nobodys_wrong_answer(judge: Judge) -> None:
    """Two inputs of this problem are no trees."""
    case = case_of("cc-981C")
    options = JudgeOptions(stop=Stop.NEVER, detail=Detail.TESTS)
    result = judge.judge(replace(case.broken, checker=case.checker), Candidate(source=case.given[0]), options, LIMITS)
    assert [test.verdict for test in result.tests or ()] == [Verdict.IE, Verdict.IE]


@here
def test_all_other_stored_answers_are_right() -> None:
    assert [case.problem_id for case in read_cases() if case.broken.tests()] == ["cc-981C"]
    assert {case.problem_id for case in read_cases()} == set(IDS)


def test_every_problem_has_three_right_programs_and_five_near_misses() -> None:
    protocols = [read_checker(each).protocol.value for each in IDS]
    assert protocols.count("testlib") >= 5
    assert {"testlib", "kattis", "script", "cms"} <= set(protocols)
    for each in IDS:
        names = list(read_answers(SAME_STATEMENT.get(each, each)))
        assert sum(name.startswith("right_") for name in names) >= 3, each
        assert sum(name.startswith("near_") for name in names) >= 5, each
