"""What cannot be asked of a problem in which a function is called is refused by field."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_api.planning import sets_plan, verify_plan
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import VerifyRequest
from equijudge_core.errors import BadInput
from equijudge_core.judging.problem import parse_row
from tests.unit.test_api_languages import SETTINGS

ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["[1, 2]"], "output": ["3"]},
    "calls": {"name": "add"},
    "solutions": {
        "language": ["python3", "cpp17", "go"],
        "solution": ["def add(a, b): return a + b", "int add(int a, int b) { return a + b; }", "package main"],
    },
}
PROBLEM = parse_row(ROW)
ENTRIES: list[dict[str, Any]] = [{"problem": ROW}, {"problem_id": PROBLEM.problem_id}]


def verify_faults(entry: dict[str, Any], language: str, **options: Any) -> list[FieldError]:
    asked = {"problems": [{**entry, "candidates": [{"source": "x", "language": language}]}], **options}
    stored = {PROBLEM.problem_id: PROBLEM.summary()}
    try:
        verify_plan.check_request(VerifyRequest.model_validate(asked), stored, SETTINGS)
    except BadInput as error:
        return error.errors
    return []


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("language", ["python3", "pypy3", "cpp17", "cpp20", "java"])
def test_a_function_may_be_called_in_some_languages(entry: dict[str, Any], language: str) -> None:
    assert verify_faults(entry, language) == []


@pytest.mark.parametrize("entry", ENTRIES)
def test_one_of_another_language_is_refused_by_name(entry: dict[str, Any]) -> None:
    (fault,) = verify_faults(entry, "go")
    assert fault.field == "problems[0].candidates[0].language"
    assert fault.problem == "the function add is called, which cannot be done in go"
    assert fault.limit == "one of python3, pypy3, cpp17, cpp20, java"


def test_no_checker_stands_in_for_the_comparison_of_values() -> None:
    (fault,) = verify_faults(ENTRIES[0], "python3", checker={"name": "exact"})
    assert fault.field == "checker"
    request = SetsRequest.model_validate({"problems": [{"problem": ROW}], "checker": {"name": "exact"}})
    with pytest.raises(BadInput, match="whose values have a comparison of their own"):
        sets_plan.check_request(request, {}, SETTINGS)


def test_sets_take_the_programs_whose_function_can_be_called() -> None:
    request = SetsRequest.model_validate({"problems": [{"problem": ROW}], "languages": ["python3", "cpp17", "go"]})
    (work,) = sets_plan.check_request(request, {}, SETTINGS)
    assert [program.language for program in work.programs] == ["python3", "cpp17"]


BY_NAME = {**ROW, "public_tests": {"input": ['{"a": 1, "b": 2}'], "output": ["3"]}}
TYPED = {**ROW, "calls": {"name": "add", "encoding": "typed"}}
CODE = {**ROW, "public_tests": {"input": ["assert add(1, 2) == 3"], "output": [""]}, "calls": None}
CODE["test_code"] = {"code": "", "names": ["add"]}


@pytest.mark.parametrize("row", [BY_NAME, TYPED, CODE])
def test_what_compiled_languages_have_no_words_for_is_called_in_python_alone(row: dict[str, Any]) -> None:
    (fault,) = verify_faults({"problem": row}, "java")
    assert fault.problem == "the function add is called, which cannot be done in java"
    assert fault.limit == "one of python3, pypy3"


def test_a_summary_that_an_older_version_has_stored_means_python() -> None:
    summary = ProblemSummary.model_validate(PROBLEM.summary().model_dump(exclude={"called_in"}))
    assert (summary.can_be_in("pypy3"), summary.can_be_in("cpp17")) == (True, False)
