"""What is sent to be scored."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from equijudge import Client
from equijudge_core.contracts.score_requests import ReferenceClusters
from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.judging.problem import parse_row
from equijudge_trainer.sample.sampling import Sampled
from equijudge_trainer.sample.scoring import Target, generations, score, store

ROW = {"name": "sum", "description": "Add.", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}
REFERENCE = ReferenceClusters(signature_version="v1", coarse={"c": 2}, fine={"f": 2})
TARGETS = [Target("sum", "Add.", ROW, REFERENCE, "adding"), Target("max", "Max.", "p" + "0" * 32)]
SCORES = Scores(signature_version="v1", settings=ScoreSettings(), figures={}, problems=())
WHOLE, CUT = Sampled("print(3)", 4, True), Sampled("print(3)", 4, False)


def test_a_sample_that_was_cut_off_is_sent_as_an_empty_text_which_no_test_accepts() -> None:
    first, second = generations(TARGETS, [[WHOLE, CUT], [WHOLE]])
    assert [(each.text, each.id) for each in first.named()] == [("print(3)", "0"), ("", "1")]
    assert (first.problem, first.problem_id, first.clusters, first.family) == (ROW, None, REFERENCE, "adding")
    assert (second.problem, second.problem_id) == (None, "p" + "0" * 32)


def test_samples_that_do_not_belong_to_the_problems_are_refused() -> None:
    with pytest.raises(ValueError, match="samples for 1 problems; there are 2"):
        generations(TARGETS, [[WHOLE]])
    with pytest.raises(ValueError, match="no sample for problem 'max'"):
        generations(TARGETS, [[WHOLE], []])


def test_problems_are_stored_once_and_scored_by_their_ids() -> None:
    asked: list[tuple[str, Any]] = []
    ids: list[str] = []
    status = {"job_id": "j", "state": "done", "candidates": 2, "done": 2, "verdicts": {}, "created_at": 0}

    def answer(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        asked.append((f"{request.method} {request.url.path}", body))
        if request.method == "PUT":
            stored = parse_row(body["problems"][0]).summary()
            ids.append(stored.problem_id)
            return httpx.Response(200, json={"problems": [stored.model_dump(mode="json")]})
        return httpx.Response(200, json={**status, "scores": SCORES.model_dump(mode="json")})

    with Client("http://judge.test", transport=httpx.MockTransport(answer)) as client:
        targets = store(client, TARGETS)
        assert score(client, targets, [[WHOLE], [WHOLE]], k=[1]) == SCORES
    assert [call for call, _ in asked] == ["PUT /problems", "POST /score-generations"]
    assert [each["problem_id"] for each in asked[1][1]["problems"]] == [*ids, "p" + "0" * 32]
    assert asked[1][1]["k"] == [1]
