"""Send calls that come close together as one request: for callers that ask for one sample at a time.

1. A call waits for others as long as they keep coming, a few milliseconds at most (Policy), and no longer; with nothing
   under way, as in a loop that asks for one reward after another, hardly at all.
2. Requests are sent by threads of the batcher's own, so that a caller who is interrupted takes nobody along. Callers
   may be threads, and tasks of any event loop.
3. A caller is answered as soon as its own items are, whatever else is in the request.
4. A request that is refused as wrong is sent again by halves: the error reaches the callers whose items it is about.
5. A request that nobody waits for any more is cancelled.
6. How much is in one request and how many are open is bounded; beyond that calls wait, and come together meanwhile.

A batcher belongs to the process that made it: no thread outlives a fork.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from equijudge.errors import EquijudgeError, Invalid

log = logging.getLogger(__name__)
Item = TypeVar("Item")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
WRONG = (Invalid, ValueError)  # of a request as it stands: another part of it may be right
LEAVE_S = 3.0  # how long the end of the process waits for requests to be cancelled


class Job(Protocol[R_co]):
    """A request that was accepted."""

    def results(self) -> Iterator[tuple[int, R_co]]:
        """Yield results as they come, each with the position of its item; ends early when somebody cancels it."""

    def cancel(self) -> None:
        """Cancel it, since nobody waits for it any more. Any thread may call this."""


@dataclass(frozen=True, slots=True)
class BatchPolicy:
    """A batch is closed when no call has come for quiet_s (idle_s where no request is open), after most_s, or with
    most_items. most_open: requests at once."""

    quiet_s: float = 0.002
    idle_s: float = 0.0005
    most_s: float = 0.010
    most_items: int = 256
    most_open: int = 16

    def wait_left_s(self, first: float, last: float, now: float, *, idle: bool) -> float:
        """How much longer to wait for calls, when they came first and last at these moments."""
        return min(last + (self.idle_s if idle else self.quiet_s), first + self.most_s) - now


@dataclass(frozen=True, slots=True)
class Answer(Generic[R]):
    """One caller's results, in the order of its items; None where there is none, and then perhaps why."""

    results: list[R | None]
    error: Exception | None = None


class PendingCall(Generic[Item, R]):
    """One caller's items; `future` has its Answer. Cancelling the future is leaving."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)
        self.future: Future[Answer[R]] = Future()
        self.request: BatchRequest[Item, R] | None = None
        self._results: list[R | None] = [None] * len(self.items)
        self._missing = len(self.items)

    def take(self, position: int, result: R) -> bool:
        """Take one more result, and say whether that was the last one."""
        self._missing -= self._results[position] is None
        self._results[position] = result
        return not self._missing

    def settle(self, error: Exception | None = None) -> None:
        """Answer, unless the caller has left."""
        if not self.future.done() and self.future.set_running_or_notify_cancel():
            self.future.set_result(Answer(self._results, error))


class BatchRequest(Generic[Item, R]):
    """The calls of one request, and those who still wait for it."""

    def __init__(self, calls: Sequence[PendingCall[Item, R]]) -> None:
        self.calls = tuple(calls)
        self._places = [(call, position) for call in calls for position in range(len(call.items))]
        self._waiting = set(calls)
        self._job: Job[R] | None = None
        self._lock = threading.Lock()
        self._over = threading.Event()

    @property
    def items(self) -> list[Item]:
        """The items of all calls."""
        return [call.items[position] for call, position in self._places]

    def follow(self, job: Job[R]) -> None:
        """Hand on the results of the job, which was accepted just now."""
        with self._lock:
            self._job = job
            nobody = not self._waiting
        if nobody:
            self._cancel()
            return
        for place, result in job.results():
            call, position = self._places[place]
            if call.take(position, result):
                self.settle(call)

    def settle(self, call: PendingCall[Item, R], error: Exception | None = None) -> None:
        """Answer one caller."""
        with self._lock:
            self._waiting.discard(call)
        call.settle(error)

    def leave(self, call: PendingCall[Item, R]) -> None:
        """Note that a caller waits no more. The last one to leave cancels the job, in the background, since that would
        hold up an event loop."""
        with self._lock:
            self._waiting.discard(call)
            if self._waiting or self._over.is_set():
                return
            _LEFT.add(self._over)
            accepted = self._job is not None
        if accepted:
            threading.Thread(target=self._cancel, name="equijudge-cancel", daemon=True).start()

    def end(self) -> None:
        """Note that there is nothing to cancel any more."""
        self._over.set()
        _LEFT.discard(self._over)

    def _cancel(self) -> None:
        assert self._job is not None
        try:
            self._job.cancel()
        except EquijudgeError as error:
            log.warning("a request that nobody waits for any more could not be cancelled: %s", error)
        finally:
            self.end()


class Batcher(Generic[Item, R]):
    """`start` sends a request and returns when it is accepted. It is called by several threads at once."""

    def __init__(
        self,
        start: Callable[[Sequence[Item]], Job[R]],
        policy: BatchPolicy | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._start, self._policy, self._clock = start, policy or BatchPolicy(), clock
        self._full = threading.Condition()
        self._calls: deque[PendingCall[Item, R]] = deque()  # that are in no request yet
        self._last = 0.0
        self._collecting, self._open = False, 0

    def answer(self, items: Sequence[Item]) -> Answer[R]:
        """Put items into a request and wait for the answer. Who is interrupted leaves the request."""
        call = self.ask(items)
        try:
            return call.future.result()
        finally:
            call.future.cancel()

    async def answer_async(self, items: Sequence[Item]) -> Answer[R]:
        """Do the same for a task. Who is cancelled leaves the request."""
        call = self.ask(items)
        try:
            return await asyncio.wrap_future(call.future)
        finally:
            call.future.cancel()

    def ask(self, items: Sequence[Item]) -> PendingCall[Item, R]:
        """Put items into a request that will be sent."""
        call: PendingCall[Item, R] = PendingCall(items)
        if not call.items:
            call.settle()
            return call
        with self._full:
            self._calls.append(call)
            self._last = self._clock()
            self._full.notify_all()
            self._summon()
        call.future.add_done_callback(lambda future: self._forget(call) if future.cancelled() else None)
        return call

    def _summon(self) -> None:
        """Let a thread collect what waits, if there is something and none does. The lock is held."""
        if self._calls and not self._collecting and self._open < self._policy.most_open:
            threading.Thread(target=self._serve, name="equijudge-batch", daemon=True).start()
            self._collecting = True

    def _serve(self) -> None:
        calls = self._collect()
        try:
            self._send(calls)
        finally:
            with self._full:
                self._open -= 1
                self._summon()

    def _collect(self) -> list[PendingCall[Item, R]]:
        with self._full:
            first = self._last
            while self._size() < self._policy.most_items:
                left_s = self._policy.wait_left_s(first, self._last, self._clock(), idle=not self._open)
                if left_s <= 0:
                    break
                self._full.wait(left_s)
            calls = self._take()
            self._collecting, self._open = False, self._open + 1
            self._summon()
            return calls

    def _size(self) -> int:
        return sum(len(call.items) for call in self._calls)

    def _take(self) -> list[PendingCall[Item, R]]:
        """Take as many calls as fit, the first one in any case."""
        taken: list[PendingCall[Item, R]] = []
        room = self._policy.most_items
        while self._calls and (not taken or len(self._calls[0].items) <= room):
            taken.append(self._calls.popleft())
            room -= len(taken[-1].items)
        return taken

    def _send(self, calls: Sequence[PendingCall[Item, R]]) -> None:
        request = self._make_request(calls)
        if not request.calls:
            return
        error: Exception | None = None
        try:
            request.follow(self._start(request.items))
        except WRONG as wrong:
            if len(request.calls) > 1:
                middle = len(request.calls) // 2
                self._send(request.calls[:middle])
                self._send(request.calls[middle:])
                return
            error = wrong
        except Exception as fault:  # noqa: BLE001 - the callers raise it
            error = fault
        finally:
            request.end()
        for call in request.calls:
            request.settle(call, error)

    def _make_request(self, calls: Sequence[PendingCall[Item, R]]) -> BatchRequest[Item, R]:
        """Make one request of those who have not left."""
        with self._full:
            request = BatchRequest([call for call in calls if not call.future.done()])
            for call in request.calls:
                call.request = request
        return request

    def _forget(self, call: PendingCall[Item, R]) -> None:
        with self._full:
            if call in self._calls:
                self._calls.remove(call)
            request = call.request
        if request is not None:
            request.leave(call)


_LEFT: set[threading.Event] = set()  # of requests that are to be cancelled and are not yet


@atexit.register
def _cancel_before_the_end() -> None:
    until = time.monotonic() + LEAVE_S
    for over in list(_LEFT):
        over.wait(max(0.0, until - time.monotonic()))
