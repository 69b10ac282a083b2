# Generated from the folder _async by `make sync-client`: edit it there.
"""Jobs that belong to one call of a client: begun, read, and cancelled when the call is left early.

Early is whatever is not the end: the time is up, Ctrl-C, a cancelled task, an error here or in the caller's loop, a
generator that is closed. Cancelling takes at most CANCEL_S seconds; a second Ctrl-C, or a second cancellation of the
task, leaves at once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any, TypeVar
from uuid import uuid4

from pydantic import TypeAdapter

from equijudge import wire
from equijudge._sync.exchange import Exchange
from equijudge.call_state import CANCEL_S, PATIENT, Batch, Begun, Held, Sent, not_done, patience_after
from equijudge.deadline import NEVER, Deadline, TimeIsUp
from equijudge.errors import EquijudgeError, Invalid, NotFound
from equijudge.primitives import sync_shield
from equijudge.request_parts import ASK_ABOVE_BYTES, Whole, parts_of, too_large, whole_part
from equijudge.retry import Retry
from equijudge_core.contracts.service import ServiceLimits

T = TypeVar("T")
L = TypeVar("L")


class Jobs:
    """Those of one service."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._limits: ServiceLimits | None = None

    @contextmanager
    def held(self, deadline: Deadline = NEVER) -> Iterator[Held]:
        """What is begun in the block is cancelled when the block is left by an exception. Raises JobTimedOut."""
        held = Held()
        try:
            yield held
        except TimeIsUp:
            raise held.timed_out(deadline, sync_shield(self._cancel(held, PATIENT))) from None
        except BaseException as why:
            sync_shield(self._cancel(held, patience_after(why)))
            raise

    def submit(self, held: Held, request: Callable[[str], wire.Call[T]], deadline: Deadline = NEVER) -> T:
        """The answer to a request that cannot be cut; whatever it becomes is held."""
        begun = held.hold(Begun(uuid4().hex))
        call = request(begun.key)
        try:
            self._check_size(call, deadline)
            answer = self._exchange.call(call, deadline)
        except EquijudgeError as error:
            held.refused(begun, error)
            raise
        begun.job_id = getattr(answer, "job_id", None)
        return answer

    def run(
        self, whole: Whole[Any, L], line: TypeAdapter[L], deadline: Deadline, *, key: str | None, wait_s: float
    ) -> Generator[L, None]:
        """The results of a request in one part or several, part by part as they come. Raises JobCancelled."""
        with self.held(deadline) as held:
            batch = Batch(whole, held, key, deadline.service_wait(wait_s))
            if batch.size > ASK_ABOVE_BYTES and (limits := self._known_limits(deadline)):
                batch.fit(limits)
            while True:
                while (sent := batch.next_to_send()) and self._send(batch, sent, deadline):
                    pass
                reading = batch.next_to_read()
                if reading is None:
                    return
                with closing(self._read(reading, line, deadline)) as lines:
                    for found in lines:
                        yield found

    def results(
        self, job_id: str, offset: int, follow: bool, line: TypeAdapter[T], deadline: Deadline, *, cancel: bool
    ) -> Generator[T, None]:
        """The results of a job that was begun elsewhere; `cancel`: it is this reader's, and ends with it."""
        if cancel:
            with self.held(deadline) as held:
                held.hold(Begun("", job_id))
                with closing(self._exchange.results(job_id, offset, follow, line, deadline)) as lines:
                    for found in lines:
                        yield found
            return
        try:
            with closing(self._exchange.results(job_id, offset, follow, line, deadline)) as lines:
                for found in lines:
                    yield found
        except TimeIsUp:
            raise not_done(f"job {job_id}", deadline, "it goes on", (job_id,)) from None

    def in_parts(self, whole: Whole[list[T], T]) -> list[T]:
        """All answers to a request that starts no job, in its order."""
        found: list[T] = []
        everything = whole_part(whole)
        at_once, waiting = everything.call("", 0.0), [everything]
        size = len(at_once.body or b"")
        if size > ASK_ABOVE_BYTES and (limits := self._known_limits(NEVER)):
            waiting = parts_of(whole, size, limits)
        while waiting:
            part = waiting.pop(0)
            call = at_once if part == everything else part.call("", 0.0)
            try:
                answers: list[T] = self._exchange.call(call)
                found += answers
            except Invalid as refused:
                part.check_divisible(refused)
                waiting[:0] = part.smaller(self._fresh_limits(NEVER))
        return found

    def limits(self, deadline: Deadline = NEVER) -> ServiceLimits:
        """What the service takes at once, as it says now."""
        self._limits = self._exchange.call(wire.limits(), deadline)
        return self._limits

    def _send(self, batch: Batch[L], sent: Sent[L], deadline: Deadline) -> bool:
        """Send a part. False: not now, there is something to read first."""
        try:
            batch.answered(self._exchange.call(batch.call(sent), deadline))
        except Invalid as refused:
            batch.check_divisible(refused)
            batch.cut(self._fresh_limits(deadline))
        except EquijudgeError as error:
            batch.put_off(error)
            return False
        return True

    def _read(self, sent: Sent[L], line: TypeAdapter[L], deadline: Deadline) -> Generator[L, None]:
        known = sent.at_once()
        if known is not None:
            for each in known:
                yield each
            return
        with closing(self._exchange.results(sent.job_id, 0, True, line, deadline)) as lines:
            for found in lines:
                yield sent.placed(found)
        sent.end()

    def _check_size(self, call: wire.Call[T], deadline: Deadline) -> None:
        size = len(call.body or b"")
        limits = self._known_limits(deadline) if size > ASK_ABOVE_BYTES else None
        if limits is not None and size > limits.body_bytes:
            raise too_large(size, self._fresh_limits(deadline) or limits)

    def _known_limits(self, deadline: Deadline) -> ServiceLimits | None:
        return self._limits or self._fresh_limits(deadline)

    def _fresh_limits(self, deadline: Deadline) -> ServiceLimits | None:
        """None: the service does not tell, or not now."""
        try:
            self._limits = self._exchange.call(replace(wire.limits(), patient=False), deadline)
        except EquijudgeError:
            return None
        return self._limits

    def _cancel(self, held: Held, retry: Retry) -> str:
        """Cancel what is left; why something could not be, '' when all is. The reason for it matters more to the
        caller, so nothing is raised."""
        deadline, trouble = Deadline(CANCEL_S), ""
        for begun in held.left():
            try:
                self._exchange.call(begun.cancelling(), deadline, retry)
            except NotFound:  # it has expired, or never was
                continue
            except (EquijudgeError, TimeIsUp) as error:
                trouble = str(error) or "the service did not answer"
        return trouble
