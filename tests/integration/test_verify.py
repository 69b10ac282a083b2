"""POST /verify and the jobs behind it: a real Redis, real workers, real local cells."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tests.service import RIGHT, SUM_ROW, Http, body, wait_for

SLOW = "import time\ntime.sleep(0.4)\n" + RIGHT


def verdicts(answer: Any) -> list[str]:
    return [result["verdict"] for result in answer.json()["results"]]


def test_verdicts_come_back_in_the_order_of_the_request(http: Http) -> None:
    answer = http.post(
        "/verify", json=body([RIGHT, "print(3)", "1/0", "x =", "while True: pass"], limits={"time_limit_s": 0.5})
    )
    assert answer.status_code == 200
    assert verdicts(answer) == ["AC", "WA", "RE", "CE", "TLE"]


def test_a_wrong_answer_says_where(http: Http) -> None:
    result = http.post("/verify", json=body(["print(3)"])).json()["results"][0]
    assert result["first_failure"]["test"] == "private/0"
    assert result["first_failure"]["difference"] == {"line": 1, "expected": "42", "got": "3"}
    assert (result["tests_run"], result["tests_total"]) == (2, 3)


def test_a_result_says_how_to_reproduce_it(http: Http) -> None:
    result = http.post("/verify", json=body([RIGHT])).json()["results"][0]
    assert set(result["environment"]) == {"driver", "isolation", "image_digest", "runner_version", "language_version"}
    assert result["limits"]["cpu_time_s"] == 10.0
    assert result["attempts"] == 1


def test_many_problems_in_one_request(http: Http) -> None:
    double = {
        **SUM_ROW,
        "name": "double",
        "public_tests": {"input": ["4\n"], "output": ["8\n"]},
        "private_tests": {"input": [], "output": []},
    }
    request = {"problems": [
        {"problem": SUM_ROW, "candidates": [{"source": RIGHT}, {"source": "print(int(input()) * 2)"}]},
        {"problem": double, "candidates": [{"source": "print(int(input()) * 2)"}]},
    ]}  # fmt: skip
    answer = http.post("/verify", json=request)
    assert verdicts(answer) == ["AC", "RE", "AC"]
    assert [(r["problem"], r["candidate"]) for r in answer.json()["results"]] == [(0, 0), (0, 1), (1, 0)]


def test_a_stored_problem_is_referred_to_by_its_id(http: Http) -> None:
    stored = http.put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]
    again = http.put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]
    assert stored["problem_id"] == again["problem_id"]
    request = {"problems": [{"problem_id": stored["problem_id"], "candidates": [{"source": RIGHT}]}]}
    assert verdicts(http.post("/verify", json=request)) == ["AC"]
    row = http.get(f"/problems/{stored['problem_id']}").json()
    assert row["private_tests"] == SUM_ROW["private_tests"]
    assert stored in http.get("/problems").json()["problems"]


def test_all_tests_run_when_asked_and_outputs_are_shown(http: Http) -> None:
    result = http.post("/verify", json=body(["print(3)"], stop="never", detail="outputs")).json()["results"][0]
    assert [test["verdict"] for test in result["tests"]] == ["AC", "WA", "WA"]
    assert [test["output"] for test in result["tests"]] == ["3\n"] * 3


def test_only_the_chosen_tests_run(http: Http) -> None:
    result = http.post("/verify", json=body(["print(3)"], tests=["public"])).json()["results"][0]
    assert (result["verdict"], result["tests_total"]) == ("AC", 1)


def test_the_checker_is_chosen_by_the_caller(http: Http) -> None:
    row = {"name": "pi", "public_tests": {"input": [""], "output": ["3.14159\n"]}}
    near = "print(3.1416)"
    assert verdicts(http.post("/verify", json=body([near], row, checker={"name": "tokens"}))) == ["WA"]
    assert verdicts(http.post("/verify", json=body([near], row, checker={"name": "float", "abs": 1e-4}))) == ["AC"]


def test_what_the_tolerance_let_through_is_flagged(http: Http) -> None:
    row = {"name": "third", "public_tests": {"input": [""], "output": ["0.333333\n"]}}
    result = http.post("/verify", json=body(["print(1 / 3)"], row)).json()["results"][0]
    assert (result["verdict"], result["loose"]) == ("AC", True)


def test_a_second_request_is_answered_from_the_cache(http: Http) -> None:
    sources = [f"{RIGHT}  # {time.time()} {number}" for number in range(5)]
    first, second = (http.post("/verify", json=body(sources)).json() for _ in range(2))
    assert (first["cached"], second["cached"]) == (0, 5)
    assert [result["cpu_time_s"] for result in first["results"]] == [
        result["cpu_time_s"] for result in second["results"]
    ]


def test_without_waiting_a_job_is_answered_and_its_results_stream(http: Http) -> None:
    answer = http.post("/verify", json=body([f"{SLOW}  # {time.time()}"] * 4, wait=0))
    assert answer.status_code == 202
    assert answer.json().get("results") is None
    lines = http.get(answer.headers["location"] + "/results").text.splitlines()
    assert sorted(json.loads(line)["index"] for line in lines) == [0, 1, 2, 3]
    status = http.get(answer.headers["location"]).json()
    assert (status["state"], status["done"], status["verdicts"]) == ("done", 4, {"AC": 4})


def test_results_go_on_from_an_offset(http: Http) -> None:
    job = http.post("/verify", json=body([RIGHT, "print(3)", "1/0"])).json()["job_id"]
    lines = http.get(f"/jobs/{job}/results").text.splitlines()
    assert http.get(f"/jobs/{job}/results?offset=2").text.splitlines() == lines[2:]
    assert http.get(f"/jobs/{job}/results?offset=3").text == ""


def test_not_following_shows_what_is_there(http: Http) -> None:
    job = http.post("/verify", json=body([f"{SLOW}  # {time.time()}"] * 3, wait=0)).json()["job_id"]
    assert len(http.get(f"/jobs/{job}/results?follow=false").text.splitlines()) < 3


def test_events_tell_of_progress_until_the_end(http: Http) -> None:
    answer = http.post("/verify", json=body([f"{SLOW}  # {n}" for n in range(5)], wait=0))
    told = http.get(f"/jobs/{answer.json()['job_id']}/events")
    assert told.headers["content-type"].startswith("text/event-stream")
    events = [event.partition("\ndata: ") for event in told.text.split("\n\n") if event]
    assert {name for name, _, _ in events} == {"event: status"}
    done = [json.loads(data)["done"] for _, _, data in events]
    assert done == sorted(set(done))
    assert len(done) >= 2
    assert json.loads(events[-1][2])["state"] == "done"


def test_a_cancelled_job_ends_and_frees_the_slot(http: Http) -> None:
    sleepers = [f"import time\ntime.sleep(9)  # {time.time()} {number}" for number in range(20)]
    job = http.post("/verify", json=body(sleepers, wait=0)).json()["job_id"]
    assert http.delete(f"/jobs/{job}").status_code == 204
    assert http.get(f"/jobs/{job}").json()["state"] == "cancelled"
    assert http.get(f"/jobs/{job}/results").text == ""
    wait_for(lambda: http.get("/readyz").json()["backlog"] == 0, what="an empty backlog")
    started = time.monotonic()
    assert verdicts(http.post("/verify", json=body([f"{RIGHT} # {time.time()}"], wait=30))) == ["AC"]
    assert time.monotonic() - started < 8


def test_the_examples_of_the_documentation_work_as_they_stand(http: Http) -> None:
    document = http.get("/openapi.json").json()
    examples = document["paths"]["/verify"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    assert len(examples) >= 3
    for example in examples.values():
        assert http.post("/verify", json=example["value"]).status_code in (200, 202)


def test_input_and_output_files(http: Http) -> None:
    row = {**SUM_ROW, "input_file": "in.txt", "output_file": "out.txt"}
    source = "print(sum(map(int, open('in.txt').read().split())), file=open('out.txt', 'w'))"
    assert verdicts(http.post("/verify", json=body([source, RIGHT], row))) == ["AC", "RE"]


@pytest.mark.parametrize("size", [1, 200_000])
def test_large_inputs_and_outputs_pass(http: Http, size: int) -> None:
    row = {"name": "echo", "public_tests": {"input": ["x" * size], "output": ["x" * size]}}
    assert verdicts(http.post("/verify", json=body(["print(input())"], row))) == ["AC"]
