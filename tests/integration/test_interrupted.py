"""Whoever leaves before the end takes his job along: by Ctrl-C or SIGTERM, a cancelled task, a timeout, a loop that is
left early. Everything is real; the programs sleep."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Iterator
from contextlib import aclosing, closing
from pathlib import Path
from uuid import uuid4

import pytest

import equijudge
from equijudge.job_tracking import CANCEL_S
from tests.integration.interrupted_support import (
    LIMITS,
    assert_nothing_is_left,
    async_client_of,
    backlog,
    calling,
    cli_call,
    client_of,
    library_call,
    sleepers,
    wait_until_judging,
)
from tests.service import RIGHT, SUM_ROW, Service, body, running, wait_for

COUNT = 3  # programs of a caller; two slots judge them


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("interrupted")) as made:
        yield made


VERIFY = "client.verify(row, sources, limits=limits)"
EACH = "list(client.verify_each(row, sources, limits=limits))"
SETS = """
from equijudge import SetOptions
row["solutions"] = {"language": [3] * len(sources), "solution": sources}
client.equivalence_sets([row], SetOptions(min_solutions=1, limits=limits))
"""
SCORE = "client.score([(row, sources)], limits=limits)"
LINES = """
job = client.submit([(row, sources)], limits=limits)
list(client.results(job.job_id, cancel=True))
"""


@pytest.mark.parametrize("call", [VERIFY, EACH, SETS, SCORE, LINES], ids=["verify", "each", "sets", "score", "lines"])
def test_ctrl_c_in_a_call_of_the_library_cancels_its_job(service: Service, call: str) -> None:
    with calling(library_call(service, call, COUNT)) as caller:
        wait_until_judging(service, COUNT if call is not SETS else 1)
        caller.interrupt()
        assert_nothing_is_left(service)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("name", ["verify", "score", "build-sets"])
def test_an_interrupted_command_cancels_its_job(service: Service, tmp_path: Path, name: str, number: int) -> None:
    with calling(cli_call(service, tmp_path, name, COUNT)) as caller:
        wait_until_judging(service, COUNT if name != "build-sets" else 1)
        assert caller.interrupt(number) == 130
        assert_nothing_is_left(service)


def test_ctrl_c_before_the_request_is_answered_cancels_what_it_becomes(service: Service, tmp_path: Path) -> None:
    """The API stands still, so that it takes the request after the caller has gone."""
    begun = tmp_path / "begun"
    service.processes["api"].send_signal(signal.SIGSTOP)
    with calling(library_call(service, f"open({str(begun)!r}, 'w').close()\n{VERIFY}", COUNT)) as caller:
        try:
            wait_for(begun.exists)
            time.sleep(0.3)
            caller.process.send_signal(signal.SIGINT)
            time.sleep(0.3)
        finally:
            service.processes["api"].send_signal(signal.SIGCONT)
        assert caller.process.wait(timeout=30) != 0
    assert_nothing_is_left(service)
    assert service.http().get("/stats").json()["open_chunks"] == 0


def test_a_second_ctrl_c_leaves_at_once(service: Service, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    service.processes["api"].send_signal(signal.SIGSTOP)
    try:
        with calling(library_call(service, f"open({str(begun)!r}, 'w').close()\n{VERIFY}", COUNT)) as caller:
            wait_for(begun.exists)
            time.sleep(0.3)
            caller.process.send_signal(signal.SIGINT)
            time.sleep(0.3)
            began = time.monotonic()
            caller.interrupt()
            assert time.monotonic() - began < CANCEL_S
    finally:
        service.processes["api"].send_signal(signal.SIGCONT)
    assert_nothing_is_left(service)  # the first one's request to cancel was under way


def test_a_job_that_is_withdrawn_before_it_comes_is_cancelled_from_the_start(service: Service) -> None:
    key = {"Idempotency-Key": uuid4().hex}
    http = service.http()
    assert http.delete("/jobs", headers=key).status_code == 204
    answer = http.post("/verify", json=body([RIGHT]), headers=key)
    assert (answer.status_code, answer.json()["state"]) == (202, "cancelled")
    assert http.get(f"/jobs/{answer.json()['job_id']}").json()["state"] == "cancelled"
    assert backlog(service) == 0


def test_a_job_is_withdrawn_by_the_key_that_it_was_sent_under_and_by_nobody_else(service: Service) -> None:
    key = {"Idempotency-Key": uuid4().hex}
    http, other = service.http(), type(service.http())(service.http().base, "an-outcome-only-key-for-tests")
    job = http.post("/verify", json=body(sleepers(1), wait=0, limits=LIMITS), headers=key).json()["job_id"]
    assert other.delete("/jobs", headers=key).status_code == 204
    assert http.get(f"/jobs/{job}").json()["state"] == "running"
    assert http.delete("/jobs", headers=key).status_code == 204
    assert http.get(f"/jobs/{job}").json()["state"] == "cancelled"
    assert http.delete("/jobs").status_code == 422
    assert_nothing_is_left(service)


def test_a_timeout_cancels_the_job_and_names_it(service: Service) -> None:
    with client_of(service) as client, pytest.raises(equijudge.JobTimedOut, match="it was cancelled") as caught:
        client.verify(SUM_ROW, sleepers(COUNT), limits=LIMITS, timeout=1.0)
    (job,) = caught.value.job_ids
    assert job in str(caught.value)
    assert service.http().get(f"/jobs/{job}").json()["state"] == "cancelled"
    assert_nothing_is_left(service)


def test_a_timeout_of_a_score_cancels_the_job(service: Service) -> None:
    with client_of(service) as client, pytest.raises(equijudge.JobTimedOut, match="it was cancelled"):
        client.score([(SUM_ROW, sleepers(COUNT))], limits=LIMITS, timeout=1.0, on_sample=lambda line: None)
    assert_nothing_is_left(service)


def test_a_reader_that_does_not_own_a_job_leaves_it_alone(service: Service) -> None:
    with client_of(service) as client:
        job = client.submit([(SUM_ROW, sleepers(1))], limits=LIMITS).job_id
        with pytest.raises(equijudge.JobTimedOut, match=f"{job} .*it goes on"):
            list(client.results(job, timeout=0.5))
        assert client.job(job).state == "running"
        with pytest.raises(TimeoutError):
            list(client.results(job, timeout=0.5, cancel=True))
        assert client.job(job).state == "cancelled"
    assert_nothing_is_left(service)


def test_a_loop_that_is_left_early_cancels_the_rest(service: Service) -> None:
    sources = [f"{RIGHT}  # {uuid4()}", *sleepers(COUNT)]
    with client_of(service) as client:
        with closing(client.verify_each(SUM_ROW, sources, limits=LIMITS)) as results:
            assert next(results).verdict == "AC"
        assert_nothing_is_left(service)
        with pytest.raises(ZeroDivisionError):
            [1 / result.index for result in client.verify_each(SUM_ROW, sources, limits=LIMITS)]
        assert_nothing_is_left(service)


async def test_a_cancelled_task_cancels_its_job(service: Service) -> None:
    async with async_client_of(service) as client:
        task = asyncio.create_task(client.verify(SUM_ROW, sleepers(COUNT), limits=LIMITS))
        await asyncio.to_thread(wait_until_judging, service, COUNT)
        task.cancel()
        await asyncio.wait([task])
    assert task.cancelled()
    await asyncio.to_thread(assert_nothing_is_left, service)


async def test_a_task_that_is_cancelled_at_once_leaves_nothing(service: Service) -> None:
    async with async_client_of(service) as client:
        for pause in (0.0, 0.01, 0.03):
            task = asyncio.create_task(client.verify(SUM_ROW, sleepers(COUNT), limits=LIMITS))
            await asyncio.sleep(pause)
            task.cancel()
            await asyncio.wait([task])
    await asyncio.sleep(0.5)
    await asyncio.to_thread(assert_nothing_is_left, service)


async def test_tasks_have_timeouts_and_loops_too(service: Service) -> None:
    async with async_client_of(service) as client:
        with pytest.raises(equijudge.JobTimedOut, match="it was cancelled"):
            await client.verify(SUM_ROW, sleepers(COUNT), limits=LIMITS, timeout=1.0)
        sources = [f"{RIGHT}  # {uuid4()}", *sleepers(COUNT)]
        async with aclosing(client.verify_each(SUM_ROW, sources, limits=LIMITS)) as results:
            assert (await anext(results)).verdict == "AC"
        job = await client.submit([(SUM_ROW, sleepers(1))], limits=LIMITS)
        with pytest.raises(ZeroDivisionError):
            async with client.held(job.job_id):
                print(1 / 0)
    await asyncio.to_thread(assert_nothing_is_left, service)
