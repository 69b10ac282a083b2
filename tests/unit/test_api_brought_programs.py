"""A program that a problem brings is refused by field where no worker has its language."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.planning import problems_plan, scores_plan, sets_plan, verify_plan
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Answer, PlanContext, common_judging
from equijudge_api.queue.admission import Origin
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import JudgeOptions, VerifyRequest
from equijudge_core.errors import BadInput
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import parse_row
from equijudge_sandbox.headers import Headers
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.fakes import FakeSandbox
from tests.service import RIGHT, SUM_ROW, body
from tests.unit.test_api_cached_verdicts import ENVIRONMENT, facts
from tests.unit.test_api_languages import CPP, SETTINGS

PYTHON_ONLY = FleetLanguages(versions={"python3": ("3",)}, missing={"cpp17": "g++ fails"})
BOTH = FleetLanguages(versions={"python3": ("3",), "cpp17": (CPP,)})
SOLUTIONS = {"language": [3], "solution": [RIGHT]}


def row(language: str, protocol: str = "dmoj") -> dict[str, Any]:
    own = {"protocol": protocol, "source": "x"} | ({"language": language} if language else {})
    return {**SUM_ROW, "solutions": SOLUTIONS, "checker": own}


def verify_faults(entry: dict[str, Any], languages: FleetLanguages, **options: Any) -> list[FieldError]:
    asked = {"problems": [{**entry, "candidates": [{"source": RIGHT}]}], **options}
    stored = {"p": parse_row(row("c++")).summary()}
    return faults(lambda: verify_plan.check_request(VerifyRequest.model_validate(asked), stored, SETTINGS, languages))


def faults(check: Any) -> list[FieldError]:
    try:
        check()
    except BadInput as error:
        return error.errors
    return []


@pytest.mark.parametrize(
    ("language", "problem"),
    [
        ("c++", "cpp17 is not on this machine: g++ fails"),
        ("", "cpp17 is not on this machine: g++ fails"),
        ("cobol", "unknown language 'cobol'"),
    ],
)
def test_a_checker_in_a_language_that_no_worker_has_is_refused_by_name(language: str, problem: str) -> None:
    (fault,) = verify_faults({"problem": row(language)}, PYTHON_ONLY)
    assert fault == FieldError(field="problems[0].problem.checker.language", problem=problem, limit="one of python3")


@pytest.mark.parametrize("given", [row("c++"), row("PY"), row("", "dmoj-python"), SUM_ROW])
def test_one_that_a_worker_has_is_taken(given: dict[str, Any]) -> None:
    assert verify_faults({"problem": given}, BOTH) == []


def test_a_protocol_of_one_language_needs_no_other() -> None:
    assert verify_faults({"problem": row("", "dmoj-python")}, PYTHON_ONLY) == []


def test_a_stored_problem_is_refused_by_its_id() -> None:
    (fault,) = verify_faults({"problem_id": "p"}, PYTHON_ONLY)
    assert (fault.field, fault.problem) == (
        "problems[0].problem_id",
        "its checker: cpp17 is not on this machine: g++ fails",
    )


@pytest.mark.parametrize("entry", [{"problem": row("c++")}, {"problem_id": "p"}])
def test_a_comparison_that_the_request_names_needs_no_language(entry: dict[str, Any]) -> None:
    assert verify_faults(entry, PYTHON_ONLY, checker={"name": "exact"}) == []


def test_an_interactor_needs_its_language_whatever_the_request_names() -> None:
    talks = {**SUM_ROW, "interactor": {"protocol": "dmoj", "source": "x", "language": "c++"}}
    for options in ({}, {"checker": {"name": "exact"}}):
        (fault,) = verify_faults({"problem": talks}, PYTHON_ONLY, **options)
        assert fault.field == "problems[0].problem.interactor.language"


def test_sets_and_scores_refuse_alike() -> None:
    sets = SetsRequest.model_validate({"problems": [{"problem": row("c++")}]})
    scores = ScoreRequest.model_validate({"problems": [{"problem": row("c++"), "generations": ["x"]}]})
    asked = scores_plan.to_verify_request(scores)
    found = [
        faults(lambda: sets_plan.check_request(sets, {}, SETTINGS, PYTHON_ONLY)),
        faults(lambda: scores_plan.plan_scores(scores, asked, {}, SETTINGS, 1, languages=PYTHON_ONLY)),
    ]
    assert [[each.field for each in some] for some in found] == [["problems[0].problem.checker.language"]] * 2


def test_none_is_stored_that_nobody_can_run() -> None:
    body = json.dumps({"problems": [row("c++")]}).encode()
    plan = problems_plan.put_problems(body, PlanContext(SETTINGS))
    assert next(plan).judging
    with pytest.raises(BadInput) as caught:
        plan.send(Answer(languages=PYTHON_ONLY))
    assert [each.field for each in caught.value.errors] == ["problems[0].checker.language"]


def api_key(given: dict[str, Any], headers: str, options: dict[str, Any]) -> str:
    """The key under which the API looks for a verdict, where workers say that they have these headers."""
    said = facts()
    said["judging"]["checker_headers"] = headers
    judging = common_judging([said])
    assert judging is not None
    request = VerifyRequest.model_validate(body([RIGHT], given, **options))
    (key,) = verify_plan.verdict_keys(request, verify_plan.check_request(request, {}, SETTINGS), judging)
    return key


def worker_key(given: dict[str, Any], headers: Headers, options: dict[str, Any]) -> str:
    """The key under which a worker keeps it."""
    sandbox, problem, asked = FakeSandbox(), parse_row(given), JudgeOptions.model_validate(options)
    judge = Judge(sandbox, ENVIRONMENT, lambda: False, checkers=CheckerCells(lambda: sandbox, {}, headers))
    candidate = VerifyRequest.model_validate(body([RIGHT], given)).problems[0].candidates[0]
    limits = apply_limits(problem, "python3", asked.limits, LimitRules())
    environment = judge.environment_for(problem, "python3", asked)
    return cache_key(problem.problem_id, candidate, asked, limits, environment)


@pytest.mark.parametrize("given", [row("c++"), row("PY"), SUM_ROW])
@pytest.mark.parametrize("options", [{}, {"checker": {"name": "exact"}}])
def test_headers_are_part_of_the_keys_of_problems_that_are_judged_by_a_program(
    given: dict[str, Any], options: dict[str, Any]
) -> None:
    some, others = Headers({"testlib.h": b"1"}), Headers({"testlib.h": b"2"})
    keys = [worker_key(given, headers, options) for headers in (some, others)]
    assert [api_key(given, headers.digest, options) for headers in (some, others)] == keys
    assert (keys[0] != keys[1]) == ("checker" in given and not options)


def test_two_checkers_are_two_keys() -> None:
    headers = Headers({})
    rows = [row("c++"), row("PY"), row("c++", "coci"), SUM_ROW]
    assert len({worker_key(each, headers, {}) for each in rows}) == len(rows)


def test_an_idempotency_key_is_not_taken_for_a_request_that_is_judged_otherwise() -> None:
    def fingerprint(given: dict[str, Any], **options: Any) -> str:
        request = VerifyRequest.model_validate(body([RIGHT], given, **options))
        return verify_plan.plan_verify(request, {}, SETTINGS, 1, Origin(idempotency_key="k")).fingerprint

    chosen = {"checker": {"name": "codecontests"}}
    assert fingerprint(row("PY")) != fingerprint(row("PY"), **chosen)
    assert fingerprint(SUM_ROW) == fingerprint(SUM_ROW, **chosen), "as before a problem could bring a checker"
