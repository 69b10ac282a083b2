"""A request that comes again after a 504 goes on with its work; work that nobody comes for is cancelled."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

import pytest

from equijudge_api.dropins.sandboxfusion.second_tries import NotInTime, SecondTries

MINE, YOURS = ("me", "request"), ("you", "request")
SOON_S, LATER_S = 0.03, 5.0


class Work:
    """Work that ends when it is told to; how often it was started and cancelled."""

    def __init__(self) -> None:
        self.started = self.cancelled = 0
        self.end = asyncio.Event()

    async def __call__(self) -> int:
        self.started += 1
        try:
            await self.end.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return self.started


async def give_up(tries: SecondTries[int], work: Work, key: tuple[str, str] = MINE) -> None:
    with pytest.raises(NotInTime):
        await tries.result(key, work, time.monotonic() + SOON_S)


async def test_work_that_was_not_done_in_time_is_taken_over() -> None:
    tries, work = SecondTries[int](), Work()
    await give_up(tries, work)
    work.end.set()
    assert await tries.result(MINE, work, time.monotonic() + LATER_S) == 1
    assert (work.started, work.cancelled) == (1, 0)


async def test_work_that_is_done_meanwhile_is_there_at_once_and_once() -> None:
    tries, work = SecondTries[int](), Work()
    await give_up(tries, work)
    work.end.set()
    await asyncio.sleep(SOON_S)
    assert [await tries.result(MINE, work, time.monotonic() + LATER_S) for _ in range(2)] == [1, 2]


async def test_nobody_takes_over_the_work_of_another_key() -> None:
    tries, work = SecondTries[int](), Work()
    await give_up(tries, work)
    await give_up(tries, work, YOURS)
    assert work.started == 2


async def test_what_somebody_waits_for_is_nobody_elses() -> None:
    tries, work = SecondTries[int](), Work()
    await asyncio.gather(*(give_up(tries, work) for _ in range(3)))
    assert work.started == 3
    work.end.set()
    await asyncio.gather(*(tries.result(MINE, work, time.monotonic() + LATER_S) for _ in range(3)))
    assert work.started == 3


async def test_work_that_nobody_comes_for_is_cancelled() -> None:
    tries, work = SecondTries[int](kept_s=SOON_S), Work()
    await give_up(tries, work)
    await asyncio.sleep(3 * SOON_S)
    assert work.cancelled == 1
    await give_up(tries, work)
    assert work.started == 2


async def test_who_is_gone_cancels_the_work() -> None:
    tries, work = SecondTries[int](), Work()
    waiting = asyncio.ensure_future(tries.result(MINE, work, time.monotonic() + LATER_S))
    await asyncio.sleep(SOON_S)
    waiting.cancel()
    with suppress(asyncio.CancelledError):
        await waiting
    await asyncio.sleep(0)
    assert (work.started, work.cancelled) == (1, 1)


async def test_what_the_work_raises_is_raised() -> None:
    async def fail() -> int:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        await SecondTries[int]().result(MINE, fail, time.monotonic() + LATER_S)
