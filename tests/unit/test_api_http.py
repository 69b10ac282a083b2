"""The edge of the service: body limit, media type, problem documents, documentation. No Redis is there."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from redis.exceptions import OutOfMemoryError, RedisError, ResponseError

from equijudge_api.app import create_app
from equijudge_api.queue.job_record import job_status
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.field_errors import field_errors, field_name
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verify import VerifyRequest
from equijudge_queue.redis_trouble import WouldEvict

KEY = "k" * 20
NOWHERE = "redis://127.0.0.1:1"
LIMIT = 8192
JOB = "0" * 32


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """The application without its Redis."""
    settings = Settings.model_validate({"redis_url": NOWHERE, "api_keys": KEY, "max_body_bytes": LIMIT})
    app = create_app(settings)
    headers = {"authorization": f"Bearer {KEY}", "content-type": "application/json"}
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://judge", headers=headers) as client:
        yield client
    await app.state.queue.close()


class Body:
    """A streamed body: pieces are counted as they are taken."""

    def __init__(self, pieces: int) -> None:
        self.pieces, self.taken = pieces, 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(self.pieces):
            self.taken += 1
            yield b" " * 1024


async def test_a_body_over_the_limit_is_not_read_to_its_end(http: httpx.AsyncClient) -> None:
    endless = Body(1000)
    answer = await http.post("/verify", content=endless)
    assert (answer.status_code, endless.taken) == (413, 9)
    assert answer.json()["errors"] == [{"field": "body", "problem": "is too large", "limit": "at most 8192 bytes"}]


async def test_a_body_that_announces_too_much_is_not_read_at_all(http: httpx.AsyncClient) -> None:
    body = Body(1)
    answer = await http.post("/verify", content=body, headers={"content-length": "9000"})
    assert (answer.status_code, body.taken) == (413, 0)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "", "json"])
async def test_a_body_that_is_not_said_to_be_json_is_415(http: httpx.AsyncClient, media_type: str) -> None:
    answer = await http.post("/verify", content=b"{}", headers={"content-type": media_type})
    assert answer.status_code == 415
    assert answer.json()["errors"][0]["limit"] == "application/json"


@pytest.mark.parametrize("media_type", ["application/json; charset=utf-8", "Application/JSON", "application/x+json"])
async def test_other_ways_to_say_json_are_understood(http: httpx.AsyncClient, media_type: str) -> None:
    answer = await http.post("/verify", content=b"{}", headers={"content-type": media_type})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("GET", "/verify", 405), ("DELETE", "/problems", 405), ("GET", f"/jobs/{JOB}", 503)],
)
async def test_every_refusal_is_a_problem_document(
    http: httpx.AsyncClient, method: str, path: str, status: int
) -> None:
    answer = await http.request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status


@pytest.mark.parametrize("name", [f"{JOB}:results", "x", f"{JOB}0", "%2e%2e"])
async def test_what_cannot_be_a_jobs_id_is_not_looked_up(http: httpx.AsyncClient, name: str) -> None:
    answers = [await http.get(f"/jobs/{name}"), await http.delete(f"/jobs/{name}")]
    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("digits", [4000, 6000])
async def test_a_number_of_many_digits_is_refused_and_not_repeated(http: httpx.AsyncClient, digits: int) -> None:
    answer = await http.post("/verify", content=b'{"wait": 1' + b"0" * digits + b"}")
    assert answer.status_code in (400, 422)
    assert len(answer.content) < 1000


async def test_without_redis_nothing_is_accepted_and_readiness_says_so(http: httpx.AsyncClient) -> None:
    request = {"problems": [{"problem_id": "p1", "candidates": [{"source": ""}]}]}
    answer = await http.post("/verify", json=request)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    readiness = await http.get("/readyz")
    assert (readiness.status_code, readiness.json()["redis"].split(":")[0]) == (503, "is away")


async def test_a_fault_of_the_service_is_a_problem_document_too(
    http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(JobQueue, "job", broken)
    answer = await http.get(f"/jobs/{JOB}")
    assert (answer.status_code, answer.json()["title"]) == (500, "Internal Server Error")


async def test_the_documentation_asks_for_the_key_and_names_every_refusal(http: httpx.AsyncClient) -> None:
    document = (await http.get("/openapi.json")).json()
    post = document["paths"]["/verify"]["post"]
    assert document["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    assert post["security"] == [{"HTTPBearer": []}]
    assert set(post["responses"]) == {*("200", "202", "400", "401", "403"), *("408", "413", "415", "422", "429", "503")}


async def test_examples_of_the_documentation_are_requests(http: httpx.AsyncClient) -> None:
    document = (await http.get("/openapi.json")).json()
    content = document["paths"]["/verify"]["post"]["requestBody"]["content"]["application/json"]
    assert all(VerifyRequest.model_validate(example["value"]) for example in content["examples"].values())


def test_a_fields_name_is_its_path() -> None:
    assert field_name(("body", "problems", 3, "candidates", 0, "language")) == "problems[3].candidates[0].language"
    assert field_name(("query", "offset")) == "offset"
    assert field_name(()) == field_name(("body",)) == "body"
    assert field_name(("body", "programs", 0, "files", "/etc/x", "[key]")) == "programs[0].files./etc/x"


def test_a_bound_that_was_passed_is_told_and_the_value_is_not() -> None:
    fault = {"loc": ("body", "wait"), "msg": "too long", "ctx": {"le": 60.0}, "input": "secret"}
    (error,) = field_errors([fault])
    assert error.model_dump() == {"field": "wait", "problem": "too long", "limit": "le 60.0"}


def test_a_job_that_is_half_done_is_expected_to_take_as_long_again() -> None:
    fields = {"state": "running", "candidates": "10", "done": "5", "cached": "1", "v:AC": "4", "v:WA": "1"}
    status = job_status("j", {**fields, "created_at": str(time.time() - 60)})
    assert status.eta_s == pytest.approx(60, abs=1)
    assert status.verdicts == {"AC": 4, "WA": 1}


def test_a_job_without_a_result_or_with_all_has_no_eta() -> None:
    fields = {"candidates": "10", "cached": "0", "created_at": "5"}
    assert job_status("j", {**fields, "state": "running", "done": "0"}).eta_s is None
    done = job_status("j", {**fields, "state": "done", "done": "10", "finished_at": "6"})
    assert (done.eta_s, done.state, done.finished_at) == (None, JobState.DONE, 6.0)


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (OutOfMemoryError("command not allowed"), 503, "nothing was accepted: the queue's Redis is full"),
        (WouldEvict("would evict accepted work"), 503, "nothing was accepted: the queue's Redis would evict"),
        (ResponseError("WRONGTYPE Operation against a key"), 500, "a fault of the service"),
    ],
)
async def test_what_redis_says_is_told_and_what_is_our_fault_is_not_called_an_outage(
    http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, error: RedisError, status: int, told: str
) -> None:
    async def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(JobQueue, "problem_ids", failing)
    answer = await http.get("/problems")
    assert (answer.status_code, answer.headers.get("retry-after")) == (status, "2" if status == 503 else None)
    assert answer.json()["detail"].startswith(told)
