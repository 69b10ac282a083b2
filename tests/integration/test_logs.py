"""One candidate is followed through the logs of every process by its request's id."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.integration.test_worker_faults import FakeCells
from tests.service import KEY, Service, body, running, wait_for

SETTINGS = {"EQUIJUDGE_LOG_FORMAT": "json", "EQUIJUDGE_LOG_LEVEL": "debug"}
SECRET = "the-source-is-nobodys-business"
HOSTILE = f"import os, signal  # {SECRET}\nos.kill(os.getppid(), signal.SIGKILL)\nprint('{SECRET}')"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("logs"), settings=SETTINGS) as made:
        yield made


def lines(service: Service, process: str) -> list[dict[str, Any]]:
    """Every line is an object, of whatever library it is."""
    return [json.loads(line) for line in service.log(process).splitlines()]


def about(service: Service, process: str, **ids: Any) -> list[dict[str, Any]]:
    return [line for line in lines(service, process) if ids.items() <= line.items()]


def test_a_candidate_is_followed_from_the_request_to_its_verdict(service: Service) -> None:
    sources = [f"print('{SECRET}')", f"print(3)  # {SECRET}"]
    answer = service.http().post("/verify", json=body(sources, wait=30), headers={"X-Request-ID": "follow-me"})
    assert answer.headers["x-request-id"] == "follow-me"
    job = answer.json()["job_id"]
    problem = answer.json()["results"][1]["problem_id"]
    (accepted,) = about(service, "api", request="follow-me", job=job)
    assert accepted["message"].startswith("2 candidates in ")
    requests = "equijudge_api.http.request_id"  # its line comes after the answer
    (answered,) = wait_for(lambda: about(service, "api", request="follow-me", logger=requests))
    assert answered["message"].startswith("POST /verify 200 ")
    begun, verdict = wait_for(lambda: all_of(2, about(service, "verifier", request="follow-me", job=job, candidate=1)))
    assert (begun["message"], verdict["message"], verdict["problem"]) == ("begun", "WA, 2 tests", problem)
    wait_for(lambda: about(service, "verifier", chunk=verdict["chunk"], message="the chunk is done"))
    taken = about(service, "verifier", chunk=verdict["chunk"], worker=verdict["worker"])[0]
    assert taken["message"].endswith("taken for the 1. time")


def test_logs_hold_neither_sources_nor_keys_nor_outputs(service: Service) -> None:
    service.http().post("/verify", json=body([HOSTILE], wait=30))
    for process in ("api", "verifier"):
        assert len(lines(service, process)) > 3
        assert SECRET not in service.log(process)
        assert KEY not in service.log(process)


def test_a_refusal_has_an_id_too(service: Service) -> None:
    stranger = service.http().request("GET", "/jobs/x", headers={"Authorization": "Bearer no", "X-Request-ID": "a b"})
    assert stranger.status_code == 401
    (line,) = wait_for(lambda: about(service, "api", request=stranger.headers["x-request-id"]))
    assert line["message"].startswith("GET ")


def test_a_fault_of_ours_is_logged_with_its_candidate_and_its_traceback(tmp_path: Path) -> None:
    service = FakeCells(tmp_path, {**SETTINGS, "EQUIJUDGE_CACHE_DIR": str(tmp_path)})
    try:
        service.start_all()
        service.http().post("/verify", json=body(["sum", "bug"], wait=30), headers={"X-Request-ID": "ours"})
        _, bug, verdict = wait_for(lambda: all_of(3, about(service, "verifier", request="ours", candidate=1)))
        assert (bug["message"], bug["level"]) == ("an error of the judge", "ERROR")
        assert bug["trace"].endswith("RuntimeError: nobody thought of this")
        assert (verdict["message"], verdict["level"]) == ("IE: RuntimeError in the judge", "ERROR")
    finally:
        service.end_all()


def all_of(count: int, found: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    return found if len(found) == count else None
