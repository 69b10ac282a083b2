"""A request that is repeated across an upgrade is the same one: its fingerprint stays what it was before."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_api.planning import scores_plan, sets_plan, verify_plan
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import VerifyRequest
from equijudge_core.signature import VERSION

SETTINGS, ORIGIN = Settings(redis_url="redis://"), Origin(idempotency_key="k")
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
