"""What one call of a client has begun at the service, from before the first request is sent: which request goes next,
whose results are read next, and what is to be cancelled when the caller leaves early. No I/O, for both clients.

A request has a key before it is sent and a job's id when an answer is there; either is enough to cancel it
(`DELETE /jobs`, `DELETE /jobs/{id}`), so that no moment is left at which a job is nobody's.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeVar
from uuid import uuid4

from equijudge import wire
from equijudge.deadline import Deadline
from equijudge.errors import (
    Busy,
    EquijudgeError,
    Invalid,
    JobCancelled,
    JobTimedOut,
    NotFound,
    Unauthorized,
    Unreachable,
)
from equijudge.request_parts import Part, Whole, parts_of, whole_part
from equijudge.retry import Retry
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.service import ServiceLimits

L = TypeVar("L")
L_co = TypeVar("L_co", covariant=True)
AT_ONCE = 2  # parts at the service: one is judged, the next one is there when workers come free
CANCEL_S, ONE_CANCEL_S = 5.0, 2.0  # for all cancelling that a call leaves behind, and for one attempt
PATIENT, ONCE = Retry(total_s=CANCEL_S, first_s=0.1, longest_s=0.5), Retry(total_s=0.0)
NOTHING_ACCEPTED = (Invalid, Unauthorized, NotFound)


class Accepted(Protocol[L_co]):
    """The answer to a request that became a job: VerifyResponse, SetsResponse."""

    @property
    def job_id(self) -> str:
        """The job's."""

    @property
    def state(self) -> JobState:
        """The job's."""

    @property
    def candidates(self) -> int:
        """How many results are to come."""

    @property
    def results(self) -> Sequence[L_co] | None:
        """All of them, when they are there in time."""


@dataclass
class Begun:
    """One request. `over`: there is nothing to cancel, since nothing was sent yet, or nothing runs any more."""

    key: str
    job_id: str | None = None
    over: bool = True

    def cancelling(self) -> wire.Call[None]:
        """The request that cancels it."""
        call = wire.withdraw(self.key) if self.job_id is None else wire.cancel(self.job_id)
        return replace(call, timeout_s=ONE_CANCEL_S)


@dataclass
class Held:
    """All requests of one call."""

    begun: list[Begun] = field(default_factory=list)

    def hold(self, begun: Begun) -> Begun:
        """One that is about to be sent (again), or was begun elsewhere."""
        begun.over = False
        if not any(each is begun for each in self.begun):
            self.begun.append(begun)
        return begun

    def left(self) -> list[Begun]:
        """What is to be cancelled."""
        return [each for each in self.begun if not each.over]

    def refused(self, begun: Begun, error: BaseException) -> None:
        """An attempt has failed: where the service has said that it accepted nothing, there is nothing to cancel."""
        begun.over = isinstance(error, NOTHING_ACCEPTED)

    def timed_out(self, deadline: Deadline, trouble: str) -> JobTimedOut:
        """The error for the caller; `trouble`: why something could not be cancelled, '' when all is."""
        left = self.left()
        names = [f"job {each.job_id}" if each.job_id else f"the request with the key {each.key}" for each in left]
        what = f"it could not be cancelled and may still run: {trouble}" if trouble else "it was cancelled"
        ids = tuple(each.job_id for each in left if each.job_id)
        return not_done(" and ".join(names), deadline, what, ids) if names else nothing_accepted(deadline)


def not_done(names: str, deadline: Deadline, what: str, job_ids: tuple[str, ...]) -> JobTimedOut:
    """The error for a call whose time is over, naming what was under way and what became of it."""
    return JobTimedOut(f"{names} was not done within the timeout of {deadline.timeout_s:g} s; {what}", job_ids)


def nothing_accepted(deadline: Deadline) -> JobTimedOut:
    """The same where nothing was under way."""
    return JobTimedOut(f"nothing was accepted within the timeout of {deadline.timeout_s:g} s")


def patience_after(why: BaseException) -> Retry:
    """How long to try to cancel: a service that could not be reached for minutes is asked once more."""
    return ONCE if isinstance(why, Unreachable) else PATIENT


@dataclass
class Sent(Generic[L]):
    """A part and what became of it."""

    part: Part[Any, L]
    begun: Begun
    answer: Accepted[L] | None = None
    seen: int = 0

    @property
    def job_id(self) -> str:
        """Of its job, which it has become."""
        assert self.answer is not None
        return self.answer.job_id

    def at_once(self) -> Sequence[L] | None:
        """The results, placed in the whole, when they came with the answer; None: they are to be followed. Raises
        JobCancelled."""
        assert self.answer is not None
        if self.answer.state is JobState.CANCELLED:
            raise JobCancelled(f"job {self.answer.job_id} was cancelled")
        if self.answer.results is None:
            return None
        self.begun.over = True
        return [self.part.placed(line) for line in self.answer.results]

    def placed(self, line: L) -> L:
        """A result that was followed, as one of the whole."""
        self.seen += 1
        return self.part.placed(line)

    def end(self) -> None:
        """All results were followed. Raises JobCancelled when some never came."""
        assert self.answer is not None
        self.begun.over = True
        if self.seen < self.answer.candidates:
            counts = f"{self.seen} of {self.answer.candidates} results"
            raise JobCancelled(f"job {self.answer.job_id} was cancelled: {counts}")


class Batch(Generic[L]):
    """A request in one part, or in as many as the service's limits make of it."""

    def __init__(self, whole: Whole[Any, L], held: Held, key: str | None, wait_s: float) -> None:
        """`wait_s`: how long the service may keep the answer back, where all is one part."""
        self._held, self._key = held, uuid4().hex if key is None else key
        self._whole = whole_part(whole)
        self._at_once = self._whole.call(self._key, wait_s)
        self._waiting = deque([self._sent(self._whole)])
        self._reading: deque[Sent[L]] = deque()

    @property
    def size(self) -> int:
        """Bytes of the request as a whole."""
        return len(self._at_once.body or b"")

    def fit(self, limits: ServiceLimits) -> None:
        """Nothing was sent yet: cut it as the limits say."""
        self._waiting = deque(map(self._sent, parts_of(self._whole.whole, self.size, limits)))

    def next_to_send(self) -> Sent[L] | None:
        """The part that is to be sent now, if one is."""
        return self._waiting[0] if self._waiting and len(self._reading) < AT_ONCE else None

    def call(self, sent: Sent[L]) -> wire.Call[Accepted[L]]:
        """Its request. While another part is judged, a service that is busy is not waited for."""
        self._held.hold(sent.begun)
        if sent.part == self._whole:
            return self._at_once
        return replace(sent.part.call(sent.begun.key, 0.0), patient=not self._reading)

    def answered(self, answer: Accepted[L]) -> None:
        """The part that was sent has become a job."""
        sent = self._waiting.popleft()
        sent.answer, sent.begun.job_id = answer, answer.job_id
        self._reading.append(sent)

    def put_off(self, error: EquijudgeError) -> None:
        """The part that was sent was not taken. Raises the error, unless it will pass while there is something to
        read."""
        self._held.refused(self._waiting[0].begun, error)
        if not (self._reading and isinstance(error, Busy | Unreachable)):
            raise error

    def check_divisible(self, refused: Invalid) -> None:
        """The part that was sent was refused. Raises the refusal, unless it holds too much and can be cut."""
        self._held.refused(self._waiting[0].begun, refused)
        self._waiting[0].part.check_divisible(refused)

    def cut(self, limits: ServiceLimits | None) -> None:
        """Smaller parts take the place of the one that was sent."""
        smaller = self._waiting.popleft().part.smaller(limits)
        self._waiting.extendleft(map(self._sent, reversed(smaller)))

    def next_to_read(self) -> Sent[L] | None:
        """The part whose results come next."""
        return self._reading.popleft() if self._reading else None

    def _sent(self, part: Part[Any, L]) -> Sent[L]:
        """The key of a part is a function of the caller's key: a repeated call finds the same jobs."""
        if part == self._whole:
            return Sent(part, Begun(self._key))
        name = f"{self._key} {part.start} {part.stop}"
        return Sent(part, Begun(hashlib.sha256(name.encode()).hexdigest()[:32]))
