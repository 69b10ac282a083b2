"""Rewards asked for one sample at a time, as frameworks do: at once against one batch of as many, and one after another
against as many `verify` calls. No program is known to the cache."""

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

CALLS, SLOTS = 40, 1


def figures() -> list[Figure]:
    """At once as tasks and as threads, and in a row."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=SLOTS) as service,
        Client(service.http().base, OUTCOME_KEY) as client,
        ThreadPoolExecutor(CALLS) as pool,
    ):
        one = partial(compute_score, "d", ground_truth=SUM_ROW, client=client)
        batch = make_timer(lambda texts: compute_scores(["d"] * CALLS, texts, [SUM_ROW] * CALLS, client=client))
        setting = f"local cells, {SLOTS} slot, {CALLS} samples"
        return [
            paired(
                "rewards at once, tasks",
                make_timer(lambda texts: asyncio.run(ask_as_tasks(client, texts))),
                batch,
                "s",
                f"other: one batch; {setting}",
                "<= 2",
            ),
            paired(
                "rewards at once, threads",
                make_timer(lambda texts: list(pool.map(lambda text: one(solution_str=text), texts))),
                batch,
                "s",
                f"other: one batch; {setting}",
                "<= 2",
            ),
            paired(
                "rewards one after another",
                make_timer(lambda texts: [one(solution_str=text) for text in texts]),
                make_timer(lambda texts: [verify_one(client, text) for text in texts]),
                "s",
                f"other: verify calls; {setting}",
                "<= 1.2",
            ),
        ]


async def ask_as_tasks(client: Client, texts: Sequence[str]) -> list[float]:
    """Ask for rewards as verl's reward loop does."""
    options: dict[str, Any] = {"client": client, "reward_router_address": None, "reward_model_tokenizer": None}
    return await asyncio.gather(*(compute_score_async("d", text, SUM_ROW, {}, **options) for text in texts))


def verify_one(client: Client, source: str) -> float:
    """Judge a program without asking for a reward."""
    [line] = client.verify(SUM_ROW, [source])
    return float(line.verdict == "AC")


def make_timer(ask: Callable[[Sequence[str]], Sequence[float]]) -> Callable[[], float]:
    """Make what measures the seconds for programs that are all right and all new."""

    def measure() -> float:
        texts = [f"{RIGHT}  # {uuid4()}" for _ in range(CALLS)]
        started = time.perf_counter()
        rewards = ask(texts)
        spent = time.perf_counter() - started
        assert list(rewards) == [1.0] * CALLS
        return spent

    return measure
