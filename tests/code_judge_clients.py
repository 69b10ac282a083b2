"""Clients of code-judge by their contract: what they send, what they read, when they send again.

`JudgeClient` is the synchronous one that comes with code-judge, `AsyncJudgeClient` the asynchronous one, whose requests
name absolute paths; `call_tools` is how rStar2's agent runs a model's programs. Each fails on a field too many, a
status that is no 200, and an answer too few, as they do.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

import aiohttp
import requests

AGAIN = "queue_timeout"


@dataclass(frozen=True)
class Submission:
    """What is sent, all of it."""

    sub_id: str | None
    type: str
    solution: str
    input: str | None = None
    expected_output: str | None = None


@dataclass(frozen=True)
class Answer:
    """What is read; anything else is an error."""

    sub_id: str
    success: bool
    run_success: bool
    cost: float
    stdout: str | None = None
    stderr: str | None = None
    reason: str = ""


def batch(submissions: Sequence[Submission]) -> dict[str, Any]:
    """A body."""
    return {"type": "batch", "submissions": [asdict(each) for each in submissions]}


def answers(body: dict[str, Any]) -> list[Answer]:
    """What a body says."""
    assert set(body) == {"sub_id", "results"}
    return [Answer(**each) for each in body["results"]]


class JudgeClient:
    """Shares submissions out over so many requests at once, and sends again what was not begun in time."""

    def __init__(self, url: str, max_batch_size: int = 1000, max_workers: int = 4) -> None:
        self.url, self.max_batch_size, self.max_workers = url, max_batch_size, max_workers
        self.sent_again = 0

    def get_status(self) -> dict[str, int]:
        answer = requests.get(f"{self.url}/status", timeout=10)
        answer.raise_for_status()
        return dict(answer.json())

    def judge(self, submissions: Sequence[Submission]) -> list[Answer]:
        found: dict[int, Answer] = {}
        open_ = list(range(len(submissions)))
        with ThreadPoolExecutor(self.max_workers) as threads:
            while open_:
                size = math.ceil(len(open_) / max(math.ceil(len(open_) / self.max_batch_size), self.max_workers))
                parts = [open_[at : at + size] for at in range(0, len(open_), size)]
                done = threads.map(lambda part: self._send([submissions[each] for each in part]), parts)
                for part, told in zip(parts, done, strict=True):
                    found |= {at: each for at, each in zip(part, told, strict=True) if each.reason != AGAIN}
                open_ = [each for each in open_ if each not in found]
                self.sent_again += len(open_)
        return [found[each] for each in range(len(submissions))]

    def _send(self, submissions: Sequence[Submission]) -> list[Answer]:
        answer = requests.post(f"{self.url}/run/long-batch", json=batch(submissions), timeout=3600)
        answer.raise_for_status()
        return answers(answer.json())


class SingleClient:
    """One submission, one request of `call`, as in code-judge's manual; what was not begun in time is sent again."""

    def __init__(self, url: str, call: str) -> None:
        self.url, self.call = url, call
        self.sent_again = 0

    def judge(self, submissions: Sequence[Submission]) -> list[Answer]:
        return [self._send(each) for each in submissions]

    def _send(self, submission: Submission) -> Answer:
        while True:
            answer = requests.post(f"{self.url}/{self.call}", json=asdict(submission), timeout=120)
            answer.raise_for_status()
            told = Answer(**answer.json())
            if told.reason != AGAIN:
                return told
            self.sent_again += 1


class AsyncJudgeClient:
    """One at a time, all in a batch. Its base address may have a path; it is not called by it."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def judge(self, submissions: Sequence[Submission]) -> list[Answer]:
        found: dict[int, Answer] = {}
        async with aiohttp.ClientSession(base_url=self._url, timeout=aiohttp.ClientTimeout(3600)) as http:
            while open_ := [each for each in range(len(submissions)) if each not in found]:
                body = batch([submissions[each] for each in open_])
                async with http.post("/run/long-batch", json=body) as answer:
                    answer.raise_for_status()
                    told = answers(await answer.json())
                found |= {at: each for at, each in zip(open_, told, strict=True) if each.reason != AGAIN}
        return [found[each] for each in range(len(submissions))]


async def call_tools(
    host: str, port: str, calls: Sequence[tuple[str, str | None]], retries: int = 4, backoff_s: float = 0.5
) -> list[dict[str, Any]]:
    """Run programs on inputs; raise RuntimeError where one of them has no answer after so many tries."""
    open_ = [(at, {"type": "python", "solution": code, "input": text}) for at, (code, text) in enumerate(calls)]
    found: dict[int, dict[str, Any]] = {}
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
        for attempt in range(retries):
            body = {"type": "batch", "submissions": [each for _, each in open_]}
            try:
                async with session.post(f"http://{host}:{port}/run/long-batch", json=body) as answer:
                    answer.raise_for_status()
                    told = (await answer.json())["results"]
                found |= {at: each for (at, _), each in zip(open_, told, strict=True) if each["reason"] != AGAIN}
            except (aiohttp.ClientError, TimeoutError) as error:
                print(f"attempt {attempt}: {error!r}")
            open_ = [each for each in open_ if each[0] not in found]
            if not open_:
                return [found[at] for at in range(len(calls))]
            await asyncio.sleep(backoff_s * 2**attempt)
    raise RuntimeError(f"{len(open_)} calls failed after {retries} tries")
