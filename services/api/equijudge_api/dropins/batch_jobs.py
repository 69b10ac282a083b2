"""Have a job done for a caller who waits: it waits for room in the queue too, and a job that nobody waits for is
cancelled. What is not done in time has no result, and is told as such by whoever asks: it never becomes a verdict.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from equijudge_api.queue.admission import QueueFull, QuotaExceeded, RateExceeded, Submission
from equijudge_api.queue.jobs import JobQueue, Result
from equijudge_api.responses.key_view import KeyView

LOOK_AGAIN_S = 1.0  # for room in a queue that is full
LONGEST_PAUSE_S = 10.0


@dataclass
class WaitingRoom:
    """How many bytes wait for room in the queue, at most `most_bytes`. One per application."""

    most_bytes: int
    bytes: int = 0


@dataclass(frozen=True)
class Waiter:
    """Whoever waits for a job: as its key sees the queue, until a time (monotonic s)."""

    queue: JobQueue
    view: KeyView
    room: WaitingRoom
    until: float

    async def finish(self, job: Submission, take: Callable[[Sequence[Result]], None]) -> None:
        """Have the job done, and `take` its results as they come, in any order: all that come in time. Raise
        QuotaExceeded for a job that never has room, and what JobQueue.submit raises beside that."""
        taken = 0
        try:
            if await self._submit(job):
                async for some in self.view.results(job.job_id, 0, until=self.until):
                    take(some)
                    taken += len(some)
        finally:
            if taken < job.candidates:
                await asyncio.shield(self.queue.cancel(job.job_id))

    async def _submit(self, job: Submission) -> bool:
        """Put the job into the queue as soon as there is room. False: there was none in time."""
        size = sum(map(len, job.chunks.values())) + sum(len(row) + len(short) for row, short in job.sent.values())
        while (pause_s := await self._try(job)) is not None:
            if self.room.bytes + size > self.room.most_bytes or time.monotonic() + pause_s > self.until:
                return False
            self.room.bytes += size
            try:
                await self.queue.shutdown.sleep(pause_s)
            finally:
                self.room.bytes -= size
            if self.queue.shutdown.has_begun:
                return False
        return True

    async def _try(self, job: Submission) -> float | None:
        """Put the job into the queue; None: done. Else seconds after which to try again."""
        submitting = asyncio.ensure_future(self.queue.submit(job))
        try:
            await asyncio.shield(submitting)
        except asyncio.CancelledError:
            await asyncio.wait({submitting})  # or it may be accepted after it has been cancelled
            raise
        except QueueFull:
            pause_s = LOOK_AGAIN_S
        except RateExceeded as error:
            pause_s = error.wait_s
        except QuotaExceeded as error:
            if error.wait_s is None:
                raise
            pause_s = LOOK_AGAIN_S  # whatever is cancelled or over makes room
        else:
            return None
        return min(pause_s, LONGEST_PAUSE_S) * random.uniform(0.75, 1.25)
