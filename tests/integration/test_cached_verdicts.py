"""What the verdict cache knows is answered without a slot: all slots are held meanwhile."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.service import OUTCOME_KEY, RIGHT, Http, Service, body, no_slot_free


def fresh(source: str = RIGHT) -> str:
    """A program that nobody has judged."""
    return f"{source}  # {uuid4()}"


@pytest.fixture
def others(service: Service) -> Http:
    """Another key."""
    return Http(service.http().base, OUTCOME_KEY)


def judged(http: Http, sources: list[str], **options: Any) -> list[str]:
    answer = http.post("/verify", json=body(sources, **options))
    assert answer.status_code == 200, answer.text
    return [result["verdict"] for result in answer.json()["results"]]


def test_a_batch_that_is_known_is_answered_while_all_slots_are_held(service: Service, http: Http) -> None:
    sources = [fresh(), fresh("print(3)")]
    judged(http, sources)
    with no_slot_free(service):
        answer = http.post("/verify", json=body(sources, wait=0.5))
    assert answer.status_code == 200
    found = answer.json()
    assert [(line["verdict"], line["cached"], line["candidate_id"]) for line in found["results"]] == [
        ("AC", True, "0"),
        ("WA", True, "1"),
    ]
    assert (found["state"], found["done"], found["cached"]) == ("done", 2, 2)


def test_of_a_batch_that_is_known_in_part_that_part_is_there_at_once(service: Service, http: Http) -> None:
    known = fresh()
    judged(http, [known])
    with no_slot_free(service):
        answer = http.post("/verify", json=body([fresh(), known, fresh(), known], wait=0.2))
        job = answer.json()["job_id"]
        early = http.get(f"/jobs/{job}/results", params={"follow": False}).text.splitlines()
        assert (answer.status_code, answer.json()["done"]) == (202, 2)
        assert [json.loads(line)["index"] for line in early] == [1, 3]
    lines = [json.loads(line) for line in http.get(f"/jobs/{job}/results").text.splitlines() if line]
    assert sorted((line["index"], line["verdict"], line["cached"]) for line in lines) == [
        (0, "AC", False),
        (1, "AC", True),
        (2, "AC", False),
        (3, "AC", True),
    ]


def test_a_key_that_may_not_know_what_was_cached_sees_the_verdict_alone(http: Http, others: Http) -> None:
    source = fresh()
    fields = [set(line) for line in others.post("/verify", json=body([source])).json()["results"]]
    assert judged(http, [source]) == ["AC"]
    found = others.post("/verify", json=body([source])).json()
    assert [set(line) for line in found["results"]] == fields
    assert found["cached"] == 0
    assert found["results"][0].get("cached", False) is False


@pytest.mark.parametrize("other", [
    {"limits": {"time_limit_s": 7}},
    {"limits": {"total_time_s": 30}},
    {"stop": "never"},
    {"checker": {"name": "exact"}},
])  # fmt: skip
def test_other_options_are_another_question(http: Http, other: dict[str, Any]) -> None:
    source = fresh()
    judged(http, [source])
    lines = http.post("/verify", json=body([source], **other)).json()["results"]
    assert [line["cached"] for line in lines] == [False]
    assert [line["cached"] for line in http.post("/verify", json=body([source], **other)).json()["results"]] == [True]


def test_an_idempotency_key_stands_for_the_request_whatever_is_known_of_it(http: Http) -> None:
    request, headers = body([fresh(), fresh()]), {"Idempotency-Key": uuid4().hex}
    first = http.post("/verify", json=request, headers=headers)
    second = http.post("/verify", json=request, headers=headers)
    assert second.headers["Idempotency-Replayed"] == "true"
    assert second.json()["job_id"] == first.json()["job_id"]
    assert [line["cached"] for line in second.json()["results"]] == [False, False]


def test_known_results_are_counted_with_the_others(http: Http) -> None:
    source = fresh()
    judged(http, [source])
    before = http.get("/stats").json()
    judged(http, [source])
    after = http.get("/stats").json()
    assert after["cache_hits"] == before["cache_hits"] + 1
    assert after["verdicts"]["AC"] == before["verdicts"]["AC"] + 1
