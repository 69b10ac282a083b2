"""What the cache answers at submission, and when two requests are the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.planning import scores_plan, sets_plan, verify_plan
from equijudge_api.planning.plan import common_judging
from equijudge_api.planning.verify_plan import result_lines, verdict_keys
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.settings import Settings as ApiSettings
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult, Environment, JudgeOptions, VerifyRequest
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import apply_limits
from equijudge_core.judging.problem import parse_row
from equijudge_core.signature import VERSION
from equijudge_verifier.settings import Settings
from equijudge_verifier.worker_process import judging_facts
from tests.service import RIGHT, SUM_ROW, body
from tests.unit.test_worker_judge import LIMITS

ENVIRONMENT = Environment(
    driver="docker", isolation="recycled", image_digest="sha256:1", runner_version="1", language_version="3.11.2"
)
ODD = {"time_factors": {"py3": 2.5}, "time_floor_s": 0.3, "total_time_s": 77.0, "default_memory_bytes": 99 << 20}


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


SETTINGS, ORIGIN = ApiSettings(redis_url="redis://"), Origin(idempotency_key="k")
ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "solutions": {"language": [3], "solution": ["print(3)"]},
}
REFERENCE = {"signature_version": VERSION, "coarse": {"a": 2, "é": 1}}
SCORE_OPTIONS: dict[str, Any] = {
    "problems": [{"problem": ROW, "generations": ["print(3)", None, {"text": "é", "id": "x"}], "reference": REFERENCE}],
    "k": [1, 2],
    "levels": ["text"],
    "seed": 7,
    "resamples": 500,
    "confidence": 0.9,
    "method": "percentile",
    "subset_size": 4,
    "subset_draws": 2,
    "limits": {"time_limit_s": 2.5},
}
PROGRAMS = [{"source": "print(3)"}, {"source": "```\nprint(4)\n```"}]


def verify(candidates: list[dict[str, Any]], **options: Any) -> Submission:
    request = VerifyRequest.model_validate({"problems": [{"problem": ROW, "candidates": candidates}], **options})
    return verify_plan.plan_verify(request, {}, SETTINGS, 2, ORIGIN)


def scores(**options: Any) -> Submission:
    problems = [{"problem": ROW, "generations": ["print(3)"], "family": "f"}]
    request = ScoreRequest.model_validate({"problems": problems, **options})
    return scores_plan.plan_scores(request, scores_plan.to_verify_request(request), {}, SETTINGS, 2, ORIGIN)


def sets() -> Submission:
    request = SetsRequest.model_validate({"problems": [{"problem": ROW}]})
    return sets_plan.plan_sets(request, sets_plan.check_request(request, {}, SETTINGS), {}, ORIGIN)


@pytest.mark.parametrize(("job", "fingerprint"), [
    (verify(PROGRAMS), "52320b890f07f9fdf905499f6a9d8b0f28577f71e1f1ab411aacca640b0be90b"),
    (verify([PROGRAMS[0], {**PROGRAMS[1], "form": "text"}]),
     "7bdf6b68a7d122a9619ba5f41b95a8f7d201d7945d91422b3090c1b71e2d3d70"),
    (verify(PROGRAMS, clusters=True), "67acb29f1ae79e0f2f05c64c079f71e4ec1529d692185915ed3e09c983617f19"),
    (scores(), "53acc077a15e47a3e8001baddacda552bd7dda6e037a20af083a961f10fa9327"),
    (scores(**SCORE_OPTIONS), "6ff42b697004bad2d6f098e84d2284b75fc1d4df51d6d9beaebcfc71d126ffd9"),
    (sets(), "b5f7684ef3133769111886ce76e73d1d7b4a3665c01b43a55b9250a0fde1bfc5"),
], ids=["verify", "texts", "clusters", "scores", "scores as chosen", "sets"])  # fmt: skip
def test_a_fingerprint_is_that_of_the_version_before(job: Submission, fingerprint: str) -> None:
    assert job.fingerprint == fingerprint
