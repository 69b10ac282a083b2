"""POST /verify with texts of a model, and with clusters: one request, one answer, no closing chunk."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge import Candidate, Client
from equijudge_core.contracts.verify import Form
from equijudge_core.signature import signature
from equijudge_queue import counters, schema
from tests.service import KEY, OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service

FENCED = f"Sure:\n```python\n{RIGHT}\n```\nDone."
TEXT = {"form": "text", "source": FENCED}


def judged(http: Http, *candidates: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    body = {"problems": [{"problem": SUM_ROW, "candidates": candidates}], "wait": 60, **options}
    answer = http.post("/verify", json=body)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def test_the_program_in_a_text_is_judged(http: Http) -> None:
    text, program, prose = judged(http, TEXT, {"source": RIGHT}, {"form": "text", "source": "I do not know."})
    assert [line["verdict"] for line in (text, program, prose)] == ["AC", "AC", "CE"]
    assert (text["sample"]["how"], text["sample"].get("coarse")) == ("fence", None)
    assert "sample" not in program
    assert prose["reason"] == prose["sample"]["refused"]


def test_a_text_is_no_program(http: Http) -> None:
    [line] = judged(http, {"source": FENCED})
    assert line["verdict"] == "CE"


@pytest.mark.parametrize("candidate", [TEXT, {"source": RIGHT}])
def test_clusters_are_said_where_they_are_asked_for(http: Http, candidate: dict[str, Any]) -> None:
    [line] = judged(http, candidate, clusters=True)
    assert line["sample"]["coarse"] == signature(RIGHT).coarse
    assert line["sample"]["fine"] == signature(RIGHT).fine


def test_a_program_without_a_cluster_says_why(http: Http) -> None:
    [line] = judged(http, {"source": "x ="}, clusters=True)
    assert (line["verdict"], bool(line["sample"]["error"])) == ("CE", True)


def test_an_outcome_only_key_may_ask_for_both(service: Service) -> None:
    [line] = judged(Http(service.http().base, OUTCOME_KEY), TEXT, clusters=True)
    assert line["sample"]["coarse"] == signature(RIGHT).coarse


def test_no_closing_chunk_and_nothing_is_put_aside(service: Service, http: Http) -> None:
    body = {"problems": [{"problem": SUM_ROW, "candidates": [TEXT]}], "wait": 60, "clusters": True}
    job_id = http.post("/verify", json=body).json()["job_id"]
    redis = service.redis()
    assert not redis.hexists(schema.job_key(job_id), "closing")
    assert not redis.exists(schema.samples_key(job_id), schema.scores_key(job_id))
    assert redis.hexists(counters.METRICS, "candidates/AC")


def test_a_text_may_be_longer_than_a_program(http: Http) -> None:
    prose = "word " * 20_000
    [line] = judged(http, {"form": "text", "source": f"{prose}\n{FENCED}"})
    assert line["verdict"] == "AC"
    body = {"problems": [{"problem": SUM_ROW, "candidates": [{"source": prose}]}]}
    [fault] = http.post("/verify", json=body).json()["errors"]
    assert fault["field"] == "problems[0].candidates[0].source"


def test_the_client_asks_for_clusters(service: Service) -> None:
    with Client(service.http().base, KEY) as client:
        [line] = client.verify(SUM_ROW, [Candidate(source=FENCED, form=Form.TEXT)], clusters=True)
    assert line.sample is not None
    assert line.sample.coarse == signature(RIGHT).coarse
