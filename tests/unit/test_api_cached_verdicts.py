"""Keys of the verdict cache as the API makes them: the workers' own, or none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.planning import verify_plan
from equijudge_api.planning.plan import common_judging
from equijudge_api.planning.verify_plan import result_lines, verdict_keys
from equijudge_api.queue.admission import Origin
from equijudge_api.settings import Settings as ApiSettings
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult, Environment, JudgeOptions, VerifyRequest
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import apply_limits
from equijudge_core.judging.problem import parse_row
from equijudge_verifier.settings import Settings
from equijudge_verifier.worker_process import judging_facts
from tests.service import RIGHT, SUM_ROW, body
from tests.unit.test_worker_judge import LIMITS

ENVIRONMENT = Environment(
    driver="docker", isolation="recycled", image_digest="sha256:1", runner_version="1", language_version="3.11.2"
)
ODD = {"time_factor_python3": 2.5, "time_floor_s": 0.3, "total_time_s": 77.0, "default_memory_bytes": 99 << 20}


def facts(environment: Environment = ENVIRONMENT, **settings: Any) -> dict[str, Any]:
    """What a worker says of itself, as it comes out of Redis."""
    made = Settings(redis_url="redis://", driver="docker", **settings)
    return dict(json.loads(json.dumps({"engine": "", "judging": judging_facts(environment, made)})))


def checked(request: VerifyRequest) -> verify_plan.CheckedRequest:
    return verify_plan.check_request(request, {}, ApiSettings(redis_url="redis://"))


@pytest.mark.parametrize("settings", [{}, ODD])
@pytest.mark.parametrize("time_limit", [None, {"seconds": 2, "nanos": 0}])
@pytest.mark.parametrize("options", [
    {}, {"limits": {"time_limit_s": 3}}, {"stop": "never", "tests": ["private", "public"]},
])  # fmt: skip
def test_a_key_is_the_one_that_a_worker_makes(settings: Any, time_limit: Any, options: dict[str, Any]) -> None:
    row = {**SUM_ROW, "time_limit": time_limit, "memory_limit_bytes": 0}
    request = VerifyRequest.model_validate(body([RIGHT], row, **options))
    judging = common_judging([facts(**settings)])
    assert judging is not None
    (key,) = verdict_keys(request, checked(request), judging)
    problem = parse_row(row)
    asked = JudgeOptions.model_validate(options)
    rules = Settings(redis_url="redis://", driver="docker", **settings).rules()
    limits = apply_limits(problem, "python3", asked.limits, rules)
    candidate = request.problems[0].candidates[0]
    assert key == cache_key(problem.problem_id, candidate, asked, limits, ENVIRONMENT)


@pytest.mark.parametrize("workers", [
    [], [{"engine": "starting"}], [facts(cache_ttl_s=0)], [facts(), facts(total_time_s=60.0)],
    [facts(), facts(ENVIRONMENT.model_copy(update={"image_digest": "sha256:2"}))],
])  # fmt: skip
def test_where_workers_differ_or_keep_nothing_nothing_is_looked_up(workers: list[dict[str, Any]]) -> None:
    assert common_judging(workers) is None


def test_a_worker_that_is_still_starting_is_no_reason_not_to_look() -> None:
    assert common_judging([facts(), {"engine": "starting"}]) is not None


def test_candidates_whose_program_or_algorithm_is_to_be_found_or_whose_outputs_are_told_are_not_looked_up() -> None:
    judging = common_judging([facts()])
    assert judging is not None
    for options in ({"clusters": True}, {"detail": "outputs"}):
        request = VerifyRequest.model_validate(body([RIGHT], **options))
        assert verdict_keys(request, checked(request), judging) == {}
    texts = VerifyRequest.model_validate(
        {"problems": [{"problem": SUM_ROW, "candidates": [{"source": RIGHT, "form": "text"}, {"source": RIGHT}]}]}
    )
    assert [item.index for items in verdict_keys(texts, checked(texts), judging).values() for item in items] == [1]


def test_candidates_that_are_the_same_share_a_key_and_keep_their_places() -> None:
    judging = common_judging([facts()])
    assert judging is not None
    request = VerifyRequest.model_validate(body([RIGHT, "print(3)", RIGHT]))
    asked = verdict_keys(request, checked(request), judging)
    first = next(key for key, items in asked.items() if len(items) == 2)
    data = CandidateResult(verdict=Verdict.AC, limits=LIMITS).model_dump_json().encode()
    lines = result_lines(asked, {first: data})
    assert [(line.index, line.candidate_id, line.cached) for line in lines] == [(0, "0", True), (2, "2", True)]


def test_what_is_known_is_in_no_chunk_and_changes_no_fingerprint() -> None:
    request = VerifyRequest.model_validate(body([RIGHT, "print(3)", "print(4)"]))
    found, settings = checked(request), ApiSettings(redis_url="redis://")
    judging = common_judging([facts()])
    assert judging is not None
    asked = verdict_keys(request, found, judging)
    data = CandidateResult(verdict=Verdict.AC, limits=LIMITS).model_dump_json().encode()
    known = result_lines(asked, {list(asked)[1]: data})
    origin = Origin("me", "key")
    whole, rest = (verify_plan.plan_verify(request, {}, settings, 2, origin, found, some) for some in ((), known))
    assert (whole.fingerprint, whole.candidates) == (rest.fingerprint, rest.candidates)
    assert sorted(item["index"] for chunk in rest.chunks.values() for item in json.loads(chunk)["items"]) == [0, 2]
