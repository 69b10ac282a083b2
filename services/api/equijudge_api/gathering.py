"""Gather work that comes singly: what comes for one key within a few milliseconds, or while what came before is being
handed to the queue, becomes one job, and everybody gets the one result that is theirs.

A job of one program costs ten times what the program does. Whoever waits here costs a future and a timer: a job's
results are read once, for all. The job belongs to the key that asked: the fair order, the backlog's bounds and the
key's rates hold as for any other. A full queue is waited for, inside each caller's own time. Who gives up, or is gone,
is left out, and takes nothing from the others; when nobody waits for a job any more it is cancelled. Its results are
forgotten as soon as they are told.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from redis.exceptions import RedisError

from equijudge_api.http.audit import AuditFacts, sha256
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.execute_plan import check_execution, gather_executions
from equijudge_api.planning.languages import FleetLanguages, fleet_languages
from equijudge_api.queue.admission import Origin, QueueFull, RateExceeded, Submission
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.execute import ExecuteOptions, Execution, ExecutionLine

log = logging.getLogger(__name__)
W = TypeVar("W")
T = TypeVar("T")
GATHER_S = 0.005
# While so many for each slot are not done yet, the slots have enough to do: what comes is gathered for HOLD_S more, or
# until they have less. To hand out a chunk costs a slot as much as several runs.
ENOUGH, HOLD_S = 8, 0.5
MOST_GATHERED, MOST_BYTES = 256, 8 << 20  # of one job
FULL_S, LONGEST_FULL_S = 0.1, 1.0  # between two looks whether a full queue has room
CLOSING_S = 1.0
LONG_LINE = 256 << 10  # characters of a result
KNOWN_S = 1.0  # for so long what workers say of themselves counts
LOST = "the queue has lost what was accepted; ask again"


class GaveUp(Exception):
    """It was not done in its time, and its work is cancelled."""


class Room:
    """How many bytes of work are waited for: of each key, and in all. What is alone always has room."""

    def __init__(self, each_key: int = 128 << 20, all_keys: int = 256 << 20) -> None:
        self._each_key, self._all_keys = each_key, all_keys
        self.bytes: Counter[str] = Counter()

    @contextmanager
    def hold(self, owner: str, size: int) -> Iterator[None]:
        """Count so many bytes of a key's for as long as this is open. Raise GaveUp where there is no room."""
        for held, most in ((self.bytes[owner], self._each_key), (self.bytes.total(), self._all_keys)):
            if held and held + size > most:
                raise GaveUp
        self.bytes[owner] += size
        try:
            yield
        finally:
            self.bytes[owner] -= size
            if not self.bytes[owner]:
                del self.bytes[owner]


@dataclass(frozen=True)
class Answer:
    """One result line (JSON) and the job that it came with."""

    job_id: str
    line: bytes


class GatheredJob:
    """A job, and how many still wait for results of it."""

    def __init__(self, job_id: str, waiting: int) -> None:
        self.job_id, self.waiting = job_id, waiting
        self.is_over = False


@dataclass(eq=False)
class Caller(Generic[W]):
    """Somebody who waits for the result of one piece of work."""

    work: W
    request_id: str
    result: asyncio.Future[Answer] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    job: GatheredJob | None = None

    def fail(self, error: BaseException) -> None:
        """Raise the error for whoever still waits."""
        if not self.result.done():
            self.result.set_exception(error)


class Gatherer(Generic[W]):
    """One for each kind of work. plan: makes a job of some work, whose results are indexed in its order; it is given
    roughly how many slots there are, and is called in a thread. weigh: roughly how many bytes some work is; most: as
    many of them as a job may have at once by the operator's bounds."""

    def __init__(
        self,
        queue: JobQueue,
        plan: Callable[[Sequence[W], int, Origin], Submission],
        weigh: Callable[[W], int],
        most: int = MOST_GATHERED,
        room: Room | None = None,
    ) -> None:
        self.queue, self.plan, self._room = queue, plan, room or Room()
        self._weigh, self._most = weigh, min(most, MOST_GATHERED)
        self.slots = Known(queue.slots)
        self._lines: dict[str, KeyLine[W]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, owner: str, work: W, until: float, request_id: str = "") -> Answer:
        """Have work of a key done by `until` (monotonic s). Raise GaveUp, and Refusal, QuotaExceeded, RedisError where
        it could not be handed in or its result is lost. What finds no room to wait in is given up at once."""
        with self._room.hold(owner, self._weigh(work)):
            return await self._run(owner, work, until, request_id)

    async def _run(self, owner: str, work: W, until: float, request_id: str) -> Answer:
        line = self._lines.get(owner)
        if line is None:
            line = self._lines[owner] = KeyLine(self, owner)
        caller = Caller(work, request_id)
        line.enter(caller)
        try:
            async with asyncio.timeout_at(until):  # the loop's clock is the monotonic one
                return await caller.result
        except TimeoutError as late:
            raise GaveUp from late
        finally:
            line.leave(caller)

    async def close(self) -> None:
        """Let what is under way come to its end for a moment, such as the cancelling of jobs, and then leave it."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=CLOSING_S)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def take_first(self, callers: Sequence[Caller[W]]) -> list[Caller[W]]:
        """Those of the callers that the next job is for: one at the least."""
        some: list[Caller[W]] = []
        room = MOST_BYTES
        for caller in callers[: self._most]:
            room -= self._weigh(caller.work)
            if some and room < 0:
                break
            some.append(caller)
        return some

    def forget_line(self, owner: str) -> None:
        """Nothing of this key waits to be handed in any more."""
        self._lines.pop(owner, None)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody awaits."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class KeyLine(Generic[W]):
    """What one key's callers wait for that is in no job yet, while there is any."""

    def __init__(self, gatherer: Gatherer[W], owner: str) -> None:
        self._gatherer, self._owner = gatherer, owner
        self._callers: list[Caller[W]] = []
        self._is_flushing = False
        self._jobs, self._open = 0, 0  # that run, and how many of their callers have no result
        self._done = asyncio.Event()  # some have got theirs
        self._slots = 1  # as of the last job

    def enter(self, caller: Caller[W]) -> None:
        """Wait with the others for the next job."""
        self._callers.append(caller)
        if not self._is_flushing:
            self._is_flushing = True
            self._gatherer.start(self._flush())

    def leave(self, caller: Caller[W]) -> None:
        """Wait no longer: the result is there, or nobody wants it."""
        if caller in self._callers:
            self._callers.remove(caller)
        if caller.job is not None:
            caller.job.waiting -= 1
            if not caller.job.waiting and not caller.job.is_over:
                self._gatherer.start(self._cancel(caller.job))

    async def _flush(self) -> None:
        """Make jobs of what waits until nothing does."""
        full_s = FULL_S
        try:
            while self._callers:
                await self._wait_for_idle_slots()
                await asyncio.sleep(GATHER_S)
                some = self._gatherer.take_first(self._callers)
                try:
                    await self._submit(some)
                    full_s = FULL_S
                except QueueFull:
                    await asyncio.sleep(full_s)
                    full_s = min(2 * full_s, LONGEST_FULL_S)
                except RateExceeded as error:
                    await asyncio.sleep(min(error.wait_s, LONGEST_FULL_S))
                except Exception as error:  # noqa: BLE001  # whoever asked is told, and answers it as any other
                    self._callers = [each for each in self._callers if each not in some]
                    for caller in some:
                        caller.fail(error)
        finally:
            self._is_flushing = False
            if not self._jobs:
                self._gatherer.forget_line(self._owner)

    async def _wait_for_idle_slots(self) -> None:
        """Wait until the slots may soon have nothing to do, or for HOLD_S."""
        with suppress(TimeoutError, RedisError):  # a Redis that is away says so when the job is handed in
            async with asyncio.timeout(HOLD_S):
                while self._open > ENOUGH * self._slots:
                    self._done.clear()
                    await self._done.wait()

    async def _submit(self, some: Sequence[Caller[W]]) -> None:
        """Make one job of these. Raise QueueFull, RateExceeded: they go on waiting."""
        gatherer = self._gatherer
        if not some:
            return
        origin = Origin(self._owner, None, some[0].request_id)
        self._slots = max(1, await gatherer.slots.get())
        job = await asyncio.to_thread(gatherer.plan, [each.work for each in some], self._slots, origin)
        await gatherer.queue.submit(job)
        waiting = [caller for caller in some if caller in self._callers]
        self._callers = [each for each in self._callers if each not in some]
        gathered = GatheredJob(job.job_id, len(waiting))
        for caller in waiting:
            caller.job = gathered
        log.debug("job %s of %d requests", job.job_id, len(some))
        self._jobs, self._open = self._jobs + 1, self._open + len(some)
        gatherer.start(self._follow(gathered, some))
        if not waiting:
            await self._cancel(gathered)

    async def _follow(self, job: GatheredJob, callers: Sequence[Caller[W]]) -> None:
        """Give everybody the result that is theirs, as they come."""
        error: Exception = Refusal(503, LOST, headers={"Retry-After": "1"})
        queue, left = self._gatherer.queue, len(callers)
        try:
            async for some in queue.results(job.job_id, 0, until=None):
                self._open, left = self._open - len(some), left - len(some)
                self._done.set()
                for result in some:
                    caller = callers[result.index].result
                    if not caller.done():
                        caller.set_result(Answer(job.job_id, result.line))
        except Exception as trouble:  # noqa: BLE001  # theirs to answer
            error = trouble
        if any(not each.result.done() for each in callers):
            await self._cancel(job)  # the service goes down, perhaps: who asks again has it run again
        job.is_over = True
        for each in callers:
            each.fail(error)
        self._open -= left
        self._done.set()
        await self._end(job)

    async def _cancel(self, job: GatheredJob) -> None:
        """Have no more of it done. Whoever follows it sees the end."""
        job.is_over = True
        try:
            await self._gatherer.queue.cancel(job.job_id)
        except RedisError as error:
            log.warning("job %s, which nobody waits for, could not be cancelled: %s", job.job_id, error)

    async def _end(self, job: GatheredJob) -> None:
        self._jobs -= 1
        if not self._jobs and not self._is_flushing:
            self._gatherer.forget_line(self._owner)
        try:
            await self._gatherer.queue.forget(job.job_id)
        except RedisError as error:
            log.warning("the results of job %s stay until they are old: %s", job.job_id, error)


class Known(Generic[T]):
    """What the queue says, asked at most once in KNOWN_S."""

    def __init__(self, ask: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._ask, self._until = ask, 0.0
        self._found: T | None = None
        self._asking = asyncio.Lock()

    async def get(self) -> T:
        """What it said last, unless that is too old. Raise RedisError."""
        async with self._asking:
            if self._found is None or time.monotonic() >= self._until:
                self._found = await self._ask()
                self._until = time.monotonic() + KNOWN_S
            return self._found


class ExecutionGatherer:
    """Single executions. One for the application."""

    def __init__(self, queue: JobQueue, settings: Settings) -> None:
        self._queue, self._settings = queue, settings
        most = min(settings.max_backlog, settings.candidates_per_minute or settings.max_backlog)
        room = Room(settings.max_key_bodies_bytes, settings.max_bodies_bytes)
        self._gatherer: Gatherer[Execution] = Gatherer(queue, gather_executions, weigh_execution, most, room)
        self._languages = Known(self._ask_languages)
        self._reading = asyncio.Lock()

    async def execute(
        self, origin: Origin, execution: Execution, until: float, facts: AuditFacts | None = None
    ) -> ExecutionLine:
        """Run one program on its inputs, by `until` (monotonic s); what it is and its job are added to `facts`.

        The result's index means nothing. Raise GaveUp when the time is over, BadInput for what is wrong with it, and as
        Gatherer.run does. What the caller does not wait for any more, being cancelled, is not run.
        """
        body = check_execution(execution, ExecuteOptions(), self._settings, await self.languages())
        if facts is not None:
            facts |= {"candidates": 1, "inputs": len(body.inputs), "sources_sha256": [sha256(body.source)]}
        answer = await self._gatherer.run(origin.owner, body, until, origin.request_id)
        if facts is not None:
            facts["job_id"] = answer.job_id
        return await self._read(answer.line)

    async def _read(self, line: bytes) -> ExecutionLine:
        """Read a result. A long one holds the interpreter's lock for tenths of a second: those are read one by one, so
        that in between others are served."""
        if len(line) <= LONG_LINE:
            return ExecutionLine.model_validate_json(line)
        async with self._reading:
            return await asyncio.to_thread(ExecutionLine.model_validate_json, line)

    async def languages(self) -> FleetLanguages:
        """What all workers together have, as they said a moment ago. Raise RedisError."""
        return await self._languages.get()

    async def close(self) -> None:
        """See Gatherer.close."""
        await self._gatherer.close()

    async def _ask_languages(self) -> FleetLanguages:
        return fleet_languages(await self._queue.workers())


def weigh_execution(body: Execution) -> int:
    """Roughly, how many bytes a program is with all that comes with it."""
    contents = (*body.inputs, *body.files.values())
    return len(body.source) + sum(len(each if isinstance(each, str) else each.base64) for each in contents)
