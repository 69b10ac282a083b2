"""What bad input gets: a 4xx problem document that names the field, and nothing half accepted."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.service import RIGHT, SUM_ROW, Http, body


def with_row(**changes: Any) -> dict[str, Any]:
    return body([RIGHT], {**SUM_ROW, **changes})


def with_candidate(**changes: Any) -> dict[str, Any]:
    return {"problems": [{"problem": SUM_ROW, "candidates": [{"source": RIGHT, **changes}]}]}


def fields(answer: httpx.Response) -> list[str]:
    assert answer.headers["content-type"] == "application/problem+json"
    document = answer.json()
    assert document["status"] == answer.status_code
    return [error["field"] for error in document.get("errors", ())]


@pytest.mark.parametrize(
    ("request_body", "field"),
    [
        (with_candidate(language="cobol"), "problems[0].candidates[0].language"),
        (with_candidate(source="x" * 70_000), "problems[0].candidates[0].source"),
        (with_candidate(id="\ud800"), "problems[0].candidates[0].id"),
        ({"problems": [{"problem_id": "\ud800", "candidates": [{"source": ""}]}]}, "problems[0].problem_id"),
        (with_candidate(source=5), "problems[0].candidates[0].source"),
        (with_candidate(colour="red"), "problems[0].candidates[0].colour"),
        ({"problems": [{"problem": SUM_ROW, "candidates": []}]}, "problems[0].candidates"),
        ({"problems": []}, "problems"),
        ({}, "problems"),
        ({"problems": [{"candidates": [{"source": ""}]}]}, "problems[0]"),
        ({"problems": [{"problem_id": "p0", "candidates": [{"source": ""}]}]}, "problems[0].problem_id"),
        (body([RIGHT], {"name": "none"}), "problems[0].problem"),
        (with_row(public_tests={"input": ["1", "2"], "output": ["1"]}), "problems[0].problem.public_tests"),
        (with_row(input_file="../etc/passwd"), "problems[0].problem.input_file"),
        (with_row(output_file="/etc/passwd"), "problems[0].problem.output_file"),
        (with_row(time_limit={"seconds": -1, "nanos": 0}), "problems[0].problem.time_limit"),
        (with_row(memory_limit_bytes=1 << 60), "problems[0].problem.memory_limit_bytes"),
        (body([RIGHT], limits={"time_limit_s": -1}), "limits.time_limit_s"),
        (body([RIGHT], limits={"time_limit_s": 500}), "limits.time_limit_s"),
        (body([RIGHT], limits={"memory_limit_bytes": 10 << 30}), "limits.memory_limit_bytes"),
        (body([RIGHT], checker={"name": "magic"}), "checker.name"),
        (body([RIGHT], checker={"protocol": "script", "source": "print(1)"}), "checker"),
        (with_row(checker={"protocol": "magic", "source": "x"}), "problems[0].problem.checker.protocol"),
        (
            with_row(checker={"protocol": "dmoj", "source": "x", "language": "cobol"}),
            "problems[0].problem.checker.language",
        ),
        (body([RIGHT], checker={"name": "float", "abs": -1}), "checker.abs"),
        (body([RIGHT], checker={"name": "testlib.wcmp", "float_tolerance": 1e-6}), "checker.float_tolerance"),
        (body([RIGHT], tests=["generated"]), "tests"),
        (body([RIGHT], tests=[]), "tests"),
        (body([RIGHT], wait=1e9), "wait"),
        (body([RIGHT], detail="everything"), "detail"),
    ],
)
def test_what_is_wrong_is_named(http: Http, request_body: dict[str, Any], field: str) -> None:
    answer = http.post("/verify", content=json.dumps(request_body), headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert any(name.startswith(field) for name in fields(answer)), answer.text


def test_a_limit_that_was_passed_is_told(http: Http) -> None:
    errors = http.post("/verify", json=body([RIGHT], limits={"time_limit_s": 500})).json()["errors"]
    assert errors[0]["limit"] == "at most 60.0 s"


def test_nothing_of_a_batch_is_accepted_when_one_part_is_wrong(http: Http) -> None:
    bad = {"problems": [*with_candidate()["problems"] * 3, {"problem": {"name": "x"}, "candidates": [{"source": ""}]}]}
    before = http.get("/readyz").json()["backlog"]
    assert http.post("/verify", json=bad).status_code == 422
    assert http.get("/readyz").json()["backlog"] == before


@pytest.mark.parametrize("content", [b"{", b"", b"[]", b"null", b"\xff\xfe", b'{"problems": NaN}', b"[" * 5000])
def test_what_is_no_json_object_is_refused(http: Http, content: bytes) -> None:
    answer = http.post("/verify", content=content, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    fields(answer)


def test_a_body_over_the_limit_is_413(http: Http) -> None:
    answer = http.post("/verify", content=b" " * (3 << 20), headers={"content-type": "application/json"})
    assert (answer.status_code, fields(answer)) == (413, ["body"])


def test_a_body_over_the_limit_without_a_length_is_413(http: Http) -> None:
    answer = http.post("/verify", content=iter([b" " * (1 << 20)] * 3), headers={"content-type": "application/json"})
    assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/jobs/none", "/jobs/none/results", "/problems/none", "/nothing"])
def test_what_is_not_there_is_404(http: Http, path: str) -> None:
    answer = http.get(path)
    assert answer.status_code == 404
    fields(answer)


def test_cancelling_what_is_not_there_is_404(http: Http) -> None:
    assert http.delete("/jobs/none").status_code == 404


@pytest.mark.parametrize("key", ["x", "wrong", "a-key-for-the-tests-onlY"])
def test_without_a_right_key_nothing_opens(http: Http, key: str) -> None:
    stranger = Http(http.base, key)
    answers = [stranger.post("/verify", json=body([RIGHT])), stranger.get("/problems"), stranger.get("/jobs/x")]
    assert [answer.status_code for answer in answers] == [401] * 3
    assert answers[0].headers["www-authenticate"].startswith("Bearer")


def test_a_wrong_method_is_405(http: Http) -> None:
    answer = http.get("/verify")
    assert answer.status_code == 405
    fields(answer)


def test_an_offset_below_zero_is_refused(http: Http) -> None:
    job = http.post("/verify", json=body([RIGHT])).json()["job_id"]
    assert http.get(f"/jobs/{job}/results?offset=-1").status_code == 422
