"""Rewards asked for one sample at a time, as frameworks do: so many in flight against one batch of all, and one after
another against as many `verify` calls. No program is known to the cache."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.service import OUTCOME_KEY, RIGHT, SUM_ROW, running

from bench.figures import Figure, paired
from equijudge import Client
from equijudge.rewards import compute_score, compute_score_async, compute_scores

SAMPLES, IN_FLIGHT, SLOTS = 192, 64, 1
IN_A_ROW = 40


def figures() -> list[Figure]:
    """In flight as tasks and as threads, and in a row."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=SLOTS) as service,
        Client(service.http().base, OUTCOME_KEY) as client,
        ThreadPoolExecutor(IN_FLIGHT) as pool,
    ):
        one = partial(compute_score, "d", ground_truth=SUM_ROW, client=client)
        batch = make_timer(lambda texts: compute_scores(["d"] * SAMPLES, texts, [SUM_ROW] * SAMPLES, client=client))
        setting = f"other: one batch; local cells, {SLOTS} slot, {SAMPLES} samples, {IN_FLIGHT} in flight"
        tasks = make_timer(lambda texts: asyncio.run(ask_as_tasks(client, texts)))
        threads = make_timer(lambda texts: list(pool.map(lambda text: one(solution_str=text), texts)))
        return [
            paired("rewards asked for singly, tasks", tasks, batch, "s", setting, "<= 1.2"),
            paired("rewards asked for singly, threads", threads, batch, "s", setting, "<= 1.2"),
            paired(
                "rewards one after another",
                make_timer(lambda texts: [one(solution_str=text) for text in texts], IN_A_ROW),
                make_timer(lambda texts: [verify_one(client, text) for text in texts], IN_A_ROW),
                "s",
                f"other: verify calls; local cells, {SLOTS} slot, {IN_A_ROW} samples",
                "<= 1.2",
            ),
        ]


async def ask_as_tasks(client: Client, texts: Sequence[str]) -> list[float]:
    """Ask for rewards as verl's reward loop does, while so many are generated at a time."""
    options: dict[str, Any] = {"client": client, "reward_router_address": None, "reward_model_tokenizer": None}
    free = asyncio.Semaphore(IN_FLIGHT)

    async def ask(text: str) -> float:
        async with free:
            return await compute_score_async("d", text, SUM_ROW, {"index": 0}, **options)

    return await asyncio.gather(*map(ask, texts))


def verify_one(client: Client, source: str) -> float:
    """Judge a program without asking for a reward."""
    [line] = client.verify(SUM_ROW, [source])
    return float(line.verdict == "AC")


def make_timer(ask: Callable[[Sequence[str]], Sequence[float]], samples: int = SAMPLES) -> Callable[[], float]:
    """Make what measures the seconds for programs that are all right and all new."""

    def measure() -> float:
        texts = [f"{RIGHT}  # {uuid4()}" for _ in range(samples)]
        started = time.perf_counter()
        rewards = ask(texts)
        spent = time.perf_counter() - started
        assert list(rewards) == [1.0] * samples
        return spent

    return measure
