"""Wait for a job of a drop-in's inside the time that its request has: to be let in, then for its results.

Their clients cannot be told to come back for a job. Nor may they be refused because it is busy: that would be a failure
of the sample to most of them. So what finds no room waits for it, and what is not done in time is given up whole.
"""

from __future__ import annotations

import asyncio
import time

from equijudge_api.http.problem_details import Refusal, quota_refusal
from equijudge_api.queue.admission import QuotaExceeded, Submission
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.responses.job_response import enqueue
from equijudge_api.responses.key_view import KeyView
from equijudge_api.settings import Settings

COME_AGAIN = (429, 503)
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 1.0  # between two tries to be let in


async def enqueue_until(queue: JobQueue, job: Submission, settings: Settings, view: KeyView, until: float) -> None:
    """Enqueue the job as soon as there is room. Raise Refusal: the last one (429), when there was none until then
    (monotonic s); and RedisError at once."""
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            await enqueue_or_refuse(queue, job, settings, view)
        except Refusal as refusal:
            if refusal.status not in COME_AGAIN or time.monotonic() + pause_s > until or view.shutdown.has_begun:
                raise
        else:
            return
        await asyncio.sleep(pause_s)
        pause_s = min(2 * pause_s, LONGEST_PAUSE_S)


async def enqueue_or_refuse(queue: JobQueue, job: Submission, settings: Settings, view: KeyView) -> None:
    """Enqueue the job. Raise Refusal, also where its key holds too much."""
    try:
        await enqueue(queue, job, settings, view)
    except QuotaExceeded as error:
        raise quota_refusal(error, told=view.rules is None) from error


async def lines_until(view: KeyView, job: Submission, until: float) -> list[bytes]:
    """The results of a job in request order. Raise Refusal (504) when not all are there by then (monotonic s): the job
    is cancelled."""
    found = []
    try:
        async for some in view.results(job.job_id, 0, until=until):
            found += some
    finally:  # also when nobody waits any more
        if len(found) < job.candidates:
            await asyncio.shield(view.cancel(job.job_id))
    if len(found) < job.candidates:
        raise Refusal(504, "it was not done in the time that the request has: the service is busy; come again")
    return [result.line for result in sorted(found, key=lambda result: result.index)]
