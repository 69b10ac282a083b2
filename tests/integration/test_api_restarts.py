"""The API goes down and comes back while callers wait: nobody fails, nothing is judged twice or lost."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import httpx
import pytest

from equijudge import SetOptions
from tests.integration.interrupted_support import async_client_of, client_of
from tests.integration.test_worker_faults import FakeCells
from tests.service import KEY, SUM_ROW, body, wait_for

CALLS, EACH = 10, 3
SLOW = "wait 0.1"  # of each of three tests


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeCells]:
    folder = tmp_path_factory.mktemp("restarts")
    made = FakeCells(folder, {"EQUIJUDGE_CACHE_DIR": str(folder)})
    try:
        made.start_all()
        yield made
    finally:
        made.end_all()


def programs(count: int = EACH) -> list[str]:
    """Right ones, every third wrong, which no cache knows."""
    return [f"{'say 4' if number % 3 == 2 else SLOW} # {uuid4()}" for number in range(count)]


def solutions(count: int) -> dict[str, Any]:
    """Slow programs that are Python too, as a row has them."""
    return {"language": [3] * count, "solution": [f"wait +0.1{uuid4().int % 10**9:09d}" for _ in range(count)]}


VERDICTS = ["AC", "AC", "WA"]


def accepted(service: FakeCells) -> int:
    """Jobs that were ever accepted, by what is kept of them."""
    with service.redis() as redis:
        return sum(1 for key in redis.scan_iter("ej:job:*") if key.count(b":") == 2)


def restart(service: FakeCells, number: int) -> None:
    service.end("api", number)
    time.sleep(0.5)
    service.start("api")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_ten_open_calls_outlive_a_restart_of_the_api(service: FakeCells, number: int) -> None:
    before = accepted(service)
    with client_of(service) as client, ThreadPoolExecutor(CALLS) as pool:
        calls = [pool.submit(client.verify, SUM_ROW, programs()) for _ in range(CALLS)]
        wait_for(lambda: accepted(service) == before + CALLS, what="the calls")
        assert not all(call.done() for call in calls)
        restart(service, number)
        found = [[result.verdict for result in call.result(timeout=60)] for call in calls]
    assert found == [VERDICTS] * CALLS
    assert accepted(service) == before + CALLS


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_ten_tasks_outlive_a_restart_of_the_api(service: FakeCells, number: int) -> None:
    before = accepted(service)
    async with async_client_of(service) as client:
        tasks = [asyncio.create_task(client.verify(SUM_ROW, programs())) for _ in range(CALLS)]
        await asyncio.to_thread(wait_for, lambda: accepted(service) == before + CALLS, what="the calls")
        await asyncio.to_thread(restart, service, number)
        found = [[result.verdict for result in await task] for task in tasks]
    assert found == [VERDICTS] * CALLS
    assert accepted(service) == before + CALLS


def test_streams_scores_and_sets_go_on_after_a_restart(service: FakeCells) -> None:
    before = accepted(service)
    seen: list[int] = []
    row = SUM_ROW | {"solutions": solutions(8)}
    with client_of(service) as client, ThreadPoolExecutor(3) as pool:
        lines = pool.submit(lambda: seen.extend(each.index for each in client.verify_each(SUM_ROW, programs(12))))
        scores = pool.submit(client.score, [(SUM_ROW, programs(12))], k=[1], resamples=100)
        sets = pool.submit(client.equivalence_sets, [row], SetOptions(min_solutions=1))
        wait_for(lambda: accepted(service) == before + 3 and seen, what="the calls and a result")
        restart(service, signal.SIGTERM)
        lines.result(timeout=90)
        assert sorted(seen) == list(range(12))
        assert scores.result(timeout=90).problems
        assert len(sets.result(timeout=90)[0].solutions) == 8
    assert accepted(service) == before + 3


POSTS: dict[str, Callable[[], dict[str, Any]]] = {
    "/verify": lambda: body(programs(30), wait=30),
    "/score-generations": lambda: {
        "problems": [{"problem": SUM_ROW, "generations": programs(30)}],
        "wait": 30,
        "k": [1],
    },
    "/equivalence-sets": lambda: {
        "problems": [{"problem": SUM_ROW | {"solutions": solutions(30)}}],
        "wait": 30,
    },
}


@pytest.mark.parametrize("path", POSTS)
def test_a_request_that_waits_is_answered_with_its_job(service: FakeCells, path: str) -> None:
    before = accepted(service)
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[httpx.Response] = pool.submit(service.http().post, path, json=POSTS[path]())
        wait_for(lambda: accepted(service) == before + 1, what="the job")
        began = time.monotonic()
        service.end("api")
        answer = waiting.result(timeout=30)
    assert time.monotonic() - began < 3.0  # what waits is not waited for
    service.start("api")
    wait_for(service.ready, what="readiness")
    assert (answer.status_code, answer.json()["state"]) == (202, "running")
    job = service.http().get(f"/jobs/{answer.json()['job_id']}")
    assert job.status_code == 200
    service.http().delete(f"/jobs/{answer.json()['job_id']}")


@pytest.mark.parametrize("what", ["results", "events"])
def test_a_stream_is_broken_off_and_not_ended_in_order(service: FakeCells, what: str) -> None:
    """An end in order would say that this was all."""
    job = service.http().post("/verify", json=body(programs(30), wait=0)).json()["job_id"]
    url, headers = f"{service.http().base}/jobs/{job}/{what}", {"Authorization": f"Bearer {KEY}"}
    pieces: list[bytes] = []
    with httpx.stream("GET", url, headers=headers, timeout=30) as response:
        coming = response.iter_raw()
        pieces.append(next(coming))
        service.end("api")
        with pytest.raises(httpx.RemoteProtocolError):
            pieces.extend(coming)
    read = b"".join(pieces)
    service.start("api")
    wait_for(service.ready, what="readiness")
    if what == "results":
        complete = read.count(b"\n")
        rest = service.http().get(f"/jobs/{job}/results?offset={complete}").text.splitlines()
        found = [json.loads(line)["index"] for line in [*read.decode().splitlines()[:complete], *rest] if line]
        assert sorted(found) == list(range(30))
    assert "Traceback" not in service.log("api")


def test_a_request_that_the_end_cuts_short_is_503(service: FakeCells) -> None:
    """Redis stands still, so that the request is neither accepted nor refused when the service's patience is over."""
    with ThreadPoolExecutor(1) as pool:
        service.processes["redis"].send_signal(signal.SIGSTOP)
        try:
            waiting = pool.submit(service.http().post, "/verify", json=body(programs(1)))
            time.sleep(0.5)
            service.end("api")
            answer = waiting.result(timeout=30)
        finally:
            service.processes["redis"].send_signal(signal.SIGCONT)
    service.start("api")
    wait_for(service.ready, what="readiness")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.headers["content-type"] == "application/problem+json"
