"""The same work by code-judge's calls: 80 programs on 10 inputs, as 800 submissions that say nothing of which belong
together, in one long batch and singly, against one `/verify`. No program is known to any cache."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

import aiohttp
from tests.service import KEY, Service, running

from bench.execute import INPUTS, OPEN, PROGRAMS, RUNS, SLOTS, inputs, outputs, sources, verify
from bench.figures import Figure, paired


def figures() -> list[Figure]:
    """Against the rate of one `/verify`."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=SLOTS, settings={"EQUIJUDGE_DROP_INS": "on"}) as service,
    ):
        setting = f"other: one /verify; local cells, {SLOTS} slots, {PROGRAMS} programs x {INPUTS} inputs"
        return [
            paired(
                f"{what} in one long batch of code-judge's /{call}",
                lambda call=call: long_batch(service, call),  # type: ignore[misc]  # of this round of the loop
                lambda: verify(service),
                f"{what}/s",
                setting,
                ">= 0.8",
            )
            for call, what in (("run", "runs"), ("judge", "tests"))
        ] + [
            paired(
                f"{what} by single /{call} of code-judge's, {OPEN} at once",
                lambda call=call: asyncio.run(singly(service, call)),  # type: ignore[misc]  # likewise
                lambda: verify(service),
                f"{what}/s",
                setting,
                ">= 0.6",
            )
            for call, what in (("run", "runs"), ("judge", "tests"))
        ]


async def singly(service: Service, call: str) -> float:
    """Submissions a second by a call for each, so many of them open."""
    works = [
        {"type": "python", "solution": program, "input": stdin, "expected_output": expected}
        for program in sources()
        for stdin, expected in zip(inputs(), outputs(), strict=True)
    ]
    headers = {"Authorization": f"Bearer {KEY}"}
    base, free = f"http://127.0.0.1:{service.api_port}", asyncio.Semaphore(OPEN)
    connector = aiohttp.TCPConnector(limit=OPEN)
    async with aiohttp.ClientSession(base, connector=connector, headers=headers) as session:

        async def ask(work: dict[str, str]) -> bool:
            async with free, session.post(f"/code-judge/{call}", json=work) as answer:
                return bool((await answer.json())["success"])

        started = time.perf_counter()
        found = await asyncio.gather(*map(ask, works))
        spent = time.perf_counter() - started
    assert found == [True] * RUNS
    return RUNS / spent


def long_batch(service: Service, call: str) -> float:
    """Submissions a second, each program's among those of all others."""
    programs = sources()
    submissions = [
        {"type": "python", "solution": program, "input": stdin, "expected_output": expected}
        for stdin, expected in zip(inputs(), outputs(), strict=True)
        for program in programs
    ]
    started = time.perf_counter()
    answer = service.http().post(f"/code-judge/{call}/long-batch", json={"submissions": submissions})
    spent = time.perf_counter() - started
    assert [each["success"] for each in answer.json()["results"]] == [True] * RUNS
    return RUNS / spent
