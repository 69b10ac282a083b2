"""A service that answers outcome-only keys at a fixed cadence: every test is run, and nothing is told in between."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.service import OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service, body, running, wait_for

CADENCE_S = 3.0
LATE_S = 1.0  # after a multiple, on a machine that has other things to do; a third of the cadence: not by chance
WRONG = "print('wrong')"
Ask = Callable[[Http, list[str]], str]


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_OUTCOME_ONLY_CADENCE_S": str(CADENCE_S)}
    with running(tmp_path_factory.mktemp("cadence"), settings=settings) as made:
        yield made


@pytest.fixture
def limited(slow: Service) -> Http:
    return Http(slow.http().base, OUTCOME_KEY)


def fresh(source: str) -> str:
    """A program that no cache knows."""
    return f"{source}  # {random.random()}"


def of_verify(http: Http, sources: list[str]) -> str:
    return str(http.post("/verify", json=body(sources, wait=60)).json()["job_id"])


def of_results(http: Http, sources: list[str]) -> str:
    job = str(http.post("/verify", json=body(sources, wait=0)).json()["job_id"])
    assert len(http.get(f"/jobs/{job}/results").text.splitlines()) == len(sources)
    return job


def of_events(http: Http, sources: list[str]) -> str:
    job = str(http.post("/verify", json=body(sources, wait=0)).json()["job_id"])
    assert http.get(f"/jobs/{job}/events").text.count("event: status") == 2
    return job


def of_scores(http: Http, sources: list[str]) -> str:
    problem = {"problem": SUM_ROW, "generations": sources}
    return str(http.post("/score-generations", json={"problems": [problem], "wait": 60}).json()["job_id"])


@pytest.mark.parametrize("ask", [of_verify, of_results, of_events, of_scores])
@pytest.mark.parametrize("source", [RIGHT, WRONG, f"import time\ntime.sleep(0.4)\n{RIGHT}"])
def test_an_answer_comes_at_a_multiple_of_the_cadence(slow: Service, limited: Http, ask: Ask, source: str) -> None:
    time.sleep(random.uniform(0, 1))
    job = ask(limited, [fresh(source)])
    answered_at = time.time()
    finished_at = slow.http().get(f"/jobs/{job}").json()["finished_at"]
    due_at = math.ceil(finished_at / CADENCE_S) * CADENCE_S
    assert 0 <= answered_at - due_at < LATE_S + 0.5 * (ask is of_events)  # events look twice a second


def test_every_test_is_run_for_such_a_key_and_not_for_a_full_one(slow: Service, limited: Http) -> None:
    runs = []
    for http in (limited, slow.http()):
        job = of_verify(http, [fresh(WRONG)])
        line = json.loads(slow.http().get(f"/jobs/{job}/results").text)
        runs.append((line["verdict"], line["tests_run"], line["tests_total"]))
    assert runs == [("WA", 3, 3), ("WA", 1, 3)]


def test_a_full_key_is_answered_at_once(slow: Service) -> None:
    took = []
    for _ in range(5):
        at = time.monotonic()
        of_verify(slow.http(), [RIGHT])
        took.append(time.monotonic() - at)
    assert min(took) < CADENCE_S / 3


def seen(http: Http, job: str) -> list[Any]:
    """All that can be asked about a job, but for when it was accepted."""
    answers: list[httpx.Response] = [http.get(f"/jobs/{job}{part}") for part in ("", "/results?follow=false")]
    status = {name: value for name, value in answers[0].json().items() if name not in ("created_at", "job_id")}
    return [status, answers[1].content]


def test_in_between_a_job_that_is_done_cannot_be_told_from_one_that_runs(slow: Service, limited: Http) -> None:
    time.sleep(CADENCE_S - time.time() % CADENCE_S)
    endless = "while True: pass"
    jobs = [limited.post("/verify", json=body([fresh(each)], wait=0)).json()["job_id"] for each in (RIGHT, endless)]
    wait_for(lambda: slow.http().get(f"/jobs/{jobs[0]}").json()["state"] == "done", CADENCE_S, "the quick one")
    assert seen(limited, jobs[0]) == seen(limited, jobs[1])
    assert [limited.delete(f"/jobs/{job}").status_code for job in jobs] == [204, 204]
    time.sleep(CADENCE_S)
    first, second = (seen(limited, job) for job in jobs)
    assert first == second
    assert (first[0]["state"], first[0]["done"], first[1]) == ("cancelled", 0, b"")
