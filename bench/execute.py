"""Programs on inputs, the same work three ways: one `/verify` of them all, one `/execute`, and as many single calls of
`/sandboxfusion/run_code` with 64 open at once, as a training loop makes them. No program is known to any cache.

The client runs on the same cores, which the single calls pay for: theirs is a light one.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
from tests.service import KEY, Service, running

from bench.figures import Figure, paired

SLOTS = 2
PROGRAMS, INPUTS, OPEN = 80, 10, 64
RUNS = PROGRAMS * INPUTS
SOURCE = "a, b = map(int, input().split())\nprint(a + b)"


def figures() -> list[Figure]:
    """Against the rate of one `/verify`."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=SLOTS, settings={"EQUIJUDGE_DROP_INS": "on"}) as service,
    ):
        setting = f"other: one /verify; local cells, {SLOTS} slots, {PROGRAMS} programs x {INPUTS} inputs"
        return [
            paired(
                "runs by one /execute", lambda: execute(service), lambda: verify(service), "runs/s", setting, ">= 0.8"
            ),
            paired(
                f"runs by single /run_code, {OPEN} at once",
                lambda: asyncio.run(run_singly(service)),
                lambda: verify(service),
                "runs/s",
                setting,
                ">= 0.6",
            ),
        ]


def sources() -> list[str]:
    """Programs that nobody has seen."""
    return [f"{SOURCE}  # {uuid4()}" for _ in range(PROGRAMS)]


def inputs() -> list[str]:
    """What each program is run on."""
    return [f"{number} 7\n" for number in range(INPUTS)]


def outputs() -> list[str]:
    """What it prints."""
    return [f"{number + 7}\n" for number in range(INPUTS)]


def verify(service: Service) -> float:
    """Runs a second by one request for verdicts."""
    row = {"name": "sum", "public_tests": {"input": inputs(), "output": outputs()}}
    candidates = [{"source": source} for source in sources()]
    request = {"problems": [{"problem": row, "candidates": candidates}], "wait": 60}
    started = time.perf_counter()
    found = service.http().post("/verify", json=request).json()
    spent = time.perf_counter() - started
    assert found["verdicts"] == {"AC": PROGRAMS}
    return RUNS / spent


def execute(service: Service) -> float:
    """Runs a second by one request for executions."""
    request = {"programs": [{"source": source, "inputs": inputs()} for source in sources()], "wait": 60}
    started = time.perf_counter()
    found = service.http().post("/execute", json=request).json()
    spent = time.perf_counter() - started
    assert [[run["stdout"] for run in line["runs"]] for line in found["results"]] == [outputs()] * PROGRAMS
    return RUNS / spent


async def run_singly(service: Service) -> float:
    """Runs a second by a call for each, so many of them open."""
    works = [(source, stdin) for source in sources() for stdin in inputs()]
    free = asyncio.Semaphore(OPEN)
    connector = aiohttp.TCPConnector(limit=OPEN)
    headers = {"Authorization": f"Bearer {KEY}"}
    base = f"http://127.0.0.1:{service.api_port}"
    async with aiohttp.ClientSession(base, connector=connector, headers=headers) as session:

        async def ask(source: str, stdin: str) -> str:
            request: dict[str, Any] = {"code": source, "language": "python", "stdin": stdin}
            async with free, session.post("/sandboxfusion/run_code", json=request) as answer:
                return str((await answer.json())["run_result"]["stdout"])

        started = time.perf_counter()
        found = await asyncio.gather(*(ask(source, stdin) for source, stdin in works))
        spent = time.perf_counter() - started
    assert found == outputs() * PROGRAMS
    return RUNS / spent
