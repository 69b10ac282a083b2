"""Executions while workers are killed, and while one of many callers hangs up: nobody else loses anything."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator

import httpx
import pytest

from tests.service import KEY, Service, running, wait_for

pytestmark = pytest.mark.proof
RUNS, OPEN = 64, 64
SLOW = "import time; n = input(); t = time.process_time()\nwhile time.process_time() < t + 0.1: pass\nprint('it is', n)"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {"EQUIJUDGE_DROP_INS": "on", "EQUIJUDGE_LEASE_S": "2"}
    with running(tmp_path_factory.mktemp("kills"), settings=settings) as made:
        yield made


async def ask(client: httpx.AsyncClient, number: int, timeout_s: float = 120.0) -> str:
    request = {"code": SLOW, "language": "python", "stdin": str(number), "run_timeout": 30, "compile_timeout": 30}
    answer = await client.post("/sandboxfusion/run_code", json=request, timeout=timeout_s)
    return str(answer.json()["run_result"]["stdout"])


def client_of(service: Service) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=OPEN)
    return httpx.AsyncClient(base_url=service.http().base, headers={"Authorization": f"Bearer {KEY}"}, limits=limits)


async def test_a_killed_worker_loses_no_execution(service: Service) -> None:
    async with client_of(service) as client:
        asked = [asyncio.ensure_future(ask(client, number)) for number in range(RUNS)]
        await asyncio.sleep(1.0)
        os.kill(service.worker_pids()[0], signal.SIGKILL)
        assert await asyncio.gather(*asked) == [f"it is {number}\n" for number in range(RUNS)]


async def test_a_caller_who_hangs_up_among_64_takes_nothing_from_the_others(service: Service) -> None:
    async with client_of(service) as client:
        asked = [asyncio.ensure_future(ask(client, number)) for number in range(RUNS)]
        await asyncio.sleep(0.3)
        leaving = asked.pop(10)
        leaving.cancel()
        rest = [number for number in range(RUNS) if number != 10]
        assert await asyncio.gather(*asked) == [f"it is {number}\n" for number in rest]


def test_a_killed_worker_loses_nothing_of_a_batch(service: Service) -> None:
    programs = [{"source": f"{SLOW}  # {number}", "inputs": ["1", "2"]} for number in range(20)]
    job = service.http().post("/execute", json={"programs": programs, "wait": 0}).json()["job_id"]
    wait_for(lambda: service.http().get(f"/jobs/{job}").json()["done"] > 2, what="the first results")
    os.kill(service.worker_pids()[0], signal.SIGKILL)
    wait_for(lambda: service.http().get(f"/jobs/{job}").json()["state"] == "done", 60, "the end")
    assert service.http().get(f"/jobs/{job}").json()["verdicts"] == {}
