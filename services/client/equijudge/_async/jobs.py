"""Jobs that belong to one call of a client: begun, read, and cancelled when the call is left early.

Early is whatever is not the end: the time is up, Ctrl-C, a cancelled task, an error here or in the caller's loop, a
generator that is closed. Cancelling takes at most CANCEL_S seconds; a second Ctrl-C, or a second cancellation of the
task, leaves at once.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractContextManager, aclosing, asynccontextmanager, nullcontext
from dataclasses import replace
from typing import Any, TypeVar
from uuid import uuid4

from pydantic import TypeAdapter

from equijudge import endpoints, execute_endpoints, http_calls
from equijudge._async.exchange import AsyncExchange
from equijudge.deadline import NEVER, Deadline, DeadlineExceeded
from equijudge.errors import EquijudgeError, Invalid, NotFound
from equijudge.job_tracking import (
    CANCEL_S,
    PATIENT,
    OpenRequest,
    OpenRequests,
    SentPart,
    SplitRequest,
    cancel_retry,
    timeout_error,
)
from equijudge.primitives import async_shield
from equijudge.progress import ProgressOption, track
from equijudge.request_splitting import (
    ASK_ABOVE_BYTES,
    Splittable,
    SplittableExecute,
    SplittableVerify,
    split_request,
    too_large_error,
    whole_part,
)
from equijudge.retry import Retry
from equijudge.stored_names import R, choose, names_in, with_ids
from equijudge_core.contracts.execute import ExecuteRequest, ExecutionLine
from equijudge_core.contracts.service import ServiceLimits
from equijudge_core.contracts.verify import ResultLine, VerifyRequest

T = TypeVar("T")
L = TypeVar("L")


class AsyncJobs:
    """Begin, read and cancel jobs of one service."""

    def __init__(self, exchange: AsyncExchange) -> None:
        self._exchange = exchange
        self._limits: ServiceLimits | None = None

    @asynccontextmanager
    async def hold(self, deadline: Deadline = NEVER) -> AsyncIterator[OpenRequests]:
        """Hold what is begun in the block: an exception that leaves the block cancels it. Raises JobTimedOut."""
        open_requests = OpenRequests()
        try:
            yield open_requests
        except DeadlineExceeded:
            trouble = await async_shield(self._cancel(open_requests, PATIENT))
            raise open_requests.to_timeout_error(deadline, trouble) from None
        except BaseException as why:
            await async_shield(self._cancel(open_requests, cancel_retry(why)))
            raise

    async def submit(
        self, open_requests: OpenRequests, make_call: Callable[[str], http_calls.Call[T]], deadline: Deadline = NEVER
    ) -> T:
        """Send a request that cannot be cut and return the answer; the job that it becomes is held. `make_call` makes
        the request from its idempotency key."""
        request = open_requests.add(OpenRequest(uuid4().hex))
        call = make_call(request.key)
        try:
            await self._check_size(call, deadline)
            answer = await self._exchange.call(call, deadline)
        except EquijudgeError as error:
            open_requests.note_refusal(request, error)
            raise
        request.job_id = getattr(answer, "job_id", None)
        return answer

    async def run(
        self, whole: Splittable[Any, L], line: TypeAdapter[L], deadline: Deadline, *, key: str | None, wait_s: float
    ) -> AsyncGenerator[L, None]:
        """Send a request in one part or several and yield the results, part by part as they come. Raises
        JobCancelled."""
        async with self.hold(deadline) as open_requests:
            parts = SplitRequest(whole, open_requests, key, deadline.service_wait(wait_s))
            if parts.size > ASK_ABOVE_BYTES and (limits := await self._known_limits(deadline)):
                parts.fit(limits)
            while True:
                while (sent := parts.next_to_send()) and await self._send(parts, sent, deadline):
                    pass
                reading = parts.next_to_read()
                if reading is None:
                    return
                async with aclosing(self._read(reading, line, deadline)) as lines:
                    async for found in lines:
                        yield found

    async def verify(
        self,
        request: VerifyRequest,
        deadline: Deadline,
        progress: ProgressOption,
        wait_s: float,
        naming: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> AsyncGenerator[ResultLine, None]:
        """Judge candidates and yield the results as `run` does, with names of stored problems looked up. `naming`: how
        refusals come to name what the caller gave."""
        async with self.hold(deadline):
            request = await self.find_ids(request, deadline)
        whole = SplittableVerify(request)
        with naming(), track(progress, len(whole), "candidates") as tracker:
            found = self.run(whole, endpoints.RESULT_LINE, deadline, key=None, wait_s=wait_s)
            async with aclosing(found) as lines:
                async for each in lines:
                    tracker.note(each)
                    yield each

    async def execute(
        self, request: ExecuteRequest, deadline: Deadline, progress: ProgressOption, wait_s: float
    ) -> AsyncGenerator[ExecutionLine, None]:
        """Run programs and yield the results as `run` does."""
        whole = SplittableExecute(request)
        with track(progress, len(whole), "programs") as tracker:
            found = self.run(whole, execute_endpoints.EXECUTION_LINE, deadline, key=None, wait_s=wait_s)
            async with aclosing(found) as lines:
                async for each in lines:
                    tracker.note(each)
                    yield each

    async def find_ids(self, request: R, deadline: Deadline = NEVER) -> R:
        """Put ids in the place of names of stored problems. Raises BadArgument for a name of none, or of several."""
        ids = {}
        for name in names_in(request):
            found = await self._exchange.call(endpoints.problems(0, name), deadline)
            ids[name] = choose(name, found)
        return with_ids(request, ids)

    async def results(
        self, job_id: str, offset: int, follow: bool, line: TypeAdapter[T], deadline: Deadline, *, cancel: bool
    ) -> AsyncGenerator[T, None]:
        """Yield the results of a job that was begun elsewhere; with `cancel` it is cancelled when the reader leaves."""
        if cancel:
            async with self.hold(deadline) as open_requests:
                open_requests.add(OpenRequest("", job_id))
                async with aclosing(self._exchange.results(job_id, offset, follow, line, deadline)) as lines:
                    async for found in lines:
                        yield found
            return
        try:
            async with aclosing(self._exchange.results(job_id, offset, follow, line, deadline)) as lines:
                async for found in lines:
                    yield found
        except DeadlineExceeded:
            raise timeout_error(f"job {job_id}", deadline, "it goes on", (job_id,)) from None

    async def in_parts(self, whole: Splittable[list[T], T]) -> list[T]:
        """Send a request that starts no job, in parts if need be, and return all answers in its order."""
        found: list[T] = []
        everything = whole_part(whole)
        at_once, waiting = everything.call("", 0.0), [everything]
        size = len(at_once.body or b"")
        if size > ASK_ABOVE_BYTES and (limits := await self._known_limits(NEVER)):
            waiting = split_request(whole, size, limits)
        while waiting:
            part = waiting.pop(0)
            call = at_once if part == everything else part.call("", 0.0)
            try:
                answers: list[T] = await self._exchange.call(call)
                found += answers
            except Invalid as refused:
                part.check_divisible(refused)
                waiting[:0] = part.split(await self._fresh_limits(NEVER))
        return found

    async def limits(self, deadline: Deadline = NEVER) -> ServiceLimits:
        """Ask the service what it takes at once."""
        self._limits = await self._exchange.call(endpoints.limits(), deadline)
        return self._limits

    async def _send(self, parts: SplitRequest[L], sent: SentPart[L], deadline: Deadline) -> bool:
        """Send a part; False when it is to be sent later, since there is something to read first."""
        try:
            parts.accept(await self._exchange.call(parts.call(sent), deadline))
        except Invalid as refused:
            parts.check_divisible(refused)
            parts.split_sent(await self._fresh_limits(deadline))
        except EquijudgeError as error:
            parts.postpone(error)
            return False
        return True

    async def _read(self, sent: SentPart[L], line: TypeAdapter[L], deadline: Deadline) -> AsyncGenerator[L, None]:
        known = sent.immediate_results()
        if known is not None:
            for each in known:
                yield each
            return
        async with aclosing(self._exchange.results(sent.job_id, 0, True, line, deadline)) as lines:
            async for found in lines:
                yield sent.renumber(found)
        sent.finish()

    async def _check_size(self, call: http_calls.Call[T], deadline: Deadline) -> None:
        size = len(call.body or b"")
        limits = await self._known_limits(deadline) if size > ASK_ABOVE_BYTES else None
        if limits is not None and size > limits.body_bytes:
            raise too_large_error(size, await self._fresh_limits(deadline) or limits)

    async def _known_limits(self, deadline: Deadline) -> ServiceLimits | None:
        return self._limits or await self._fresh_limits(deadline)

    async def _fresh_limits(self, deadline: Deadline) -> ServiceLimits | None:
        """Ask anew; None when the service does not tell, or not now."""
        try:
            self._limits = await self._exchange.call(replace(endpoints.limits(), patient=False), deadline)
        except EquijudgeError:
            return None
        return self._limits

    async def _cancel(self, open_requests: OpenRequests, retry: Retry) -> str:
        """Cancel what is unfinished. Returns why something could not be cancelled, '' when all was, and raises nothing:
        the reason for cancelling matters more to the caller."""
        deadline, trouble = Deadline(CANCEL_S), ""
        for request in open_requests.unfinished():
            try:
                await self._exchange.call(request.cancel_call(), deadline, retry, quiet=True)
            except NotFound:  # it has expired, or never was
                continue
            except (EquijudgeError, DeadlineExceeded) as error:
                trouble = str(error) or "the service did not answer"
        return trouble
