"""Track what one call of a client has begun at the service: which request goes next, whose results are read next, and
what is to be cancelled when the caller leaves early. No I/O, for both clients.

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

from equijudge import endpoints, http_calls
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
from equijudge.request_splitting import RequestPart, Splittable, split_request, whole_part
from equijudge.retry import Retry
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.service import ServiceLimits

L = TypeVar("L")
L_co = TypeVar("L_co", covariant=True)
AT_ONCE = 2  # parts at the service: one is judged, the next one is there when workers come free
CANCEL_S, ONE_CANCEL_S = 5.0, 2.0  # for all cancelling that a call leaves behind, and for one attempt
PATIENT, ONCE = Retry(total_s=CANCEL_S, first_s=0.1, longest_s=0.5), Retry(total_s=0.0)
NOTHING_ACCEPTED = (Invalid, Unauthorized, NotFound)


class JobResponse(Protocol[L_co]):
    """The answer to a request that became a job: VerifyResponse, SetsResponse."""

    @property
    def job_id(self) -> str:
        """The id of the job."""

    @property
    def state(self) -> JobState:
        """The state of the job."""

    @property
    def candidates(self) -> int:
        """How many results are to come."""

    @property
    def results(self) -> Sequence[L_co] | None:
        """All results, when they are there in time."""


@dataclass
class OpenRequest:
    """A request that may have become a job. `is_over`: there is nothing to cancel, since nothing was sent yet
    or nothing runs any more."""

    key: str
    job_id: str | None = None
    is_over: bool = True

    def cancel_call(self) -> http_calls.Call[None]:
        """Build the request that cancels it."""
        call = endpoints.withdraw(self.key) if self.job_id is None else endpoints.cancel(self.job_id)
        return replace(call, timeout_s=ONE_CANCEL_S)


@dataclass
class OpenRequests:
    """All requests of one call."""

    requests: list[OpenRequest] = field(default_factory=list)

    def add(self, request: OpenRequest) -> OpenRequest:
        """Add a request that is about to be sent (again), or was sent elsewhere, and return it."""
        request.is_over = False
        if not any(each is request for each in self.requests):
            self.requests.append(request)
        return request

    def unfinished(self) -> list[OpenRequest]:
        """The requests that are to be cancelled."""
        return [each for each in self.requests if not each.is_over]

    def note_refusal(self, request: OpenRequest, error: BaseException) -> None:
        """Note that an attempt has failed: a request of which the service says that it was not accepted is over."""
        request.is_over = isinstance(error, NOTHING_ACCEPTED)

    def to_timeout_error(self, deadline: Deadline, trouble: str) -> JobTimedOut:
        """Build the error for the caller. `trouble`: why something could not be cancelled; empty when all was."""
        left = self.unfinished()
        names = [f"job {each.job_id}" if each.job_id else f"the request with the key {each.key}" for each in left]
        what = f"it could not be cancelled and may still run: {trouble}" if trouble else "it was cancelled"
        ids = tuple(each.job_id for each in left if each.job_id)
        return timeout_error(" and ".join(names), deadline, what, ids) if names else nothing_accepted_error(deadline)


def timeout_error(names: str, deadline: Deadline, what: str, job_ids: tuple[str, ...]) -> JobTimedOut:
    """Build the error of a call whose time is over; it names what was under way and what became of it."""
    return JobTimedOut(f"{names} was not done within the timeout of {deadline.timeout_s:g} s; {what}", job_ids)


def nothing_accepted_error(deadline: Deadline) -> JobTimedOut:
    """Build the error of such a call that had nothing under way."""
    return JobTimedOut(f"nothing was accepted within the timeout of {deadline.timeout_s:g} s")


def cancel_retry(why: BaseException) -> Retry:
    """How long to try to cancel. A service that could not be reached for minutes is asked just once more."""
    return ONCE if isinstance(why, Unreachable) else PATIENT


@dataclass
class SentPart(Generic[L]):
    """A part, the request that it is sent with, and its answer."""

    part: RequestPart[Any, L]
    request: OpenRequest
    answer: JobResponse[L] | None = None
    seen: int = 0

    @property
    def job_id(self) -> str:
        """The id of the job that the part has become."""
        assert self.answer is not None
        return self.answer.job_id

    def immediate_results(self) -> Sequence[L] | None:
        """The results that came with the answer, numbered as in the whole request; None when they are to be followed.
        Raises JobCancelled."""
        assert self.answer is not None
        if self.answer.state is JobState.CANCELLED:
            raise JobCancelled(f"job {self.answer.job_id} was cancelled")
        if self.answer.results is None:
            return None
        self.request.is_over = True
        return [self.part.renumber(line) for line in self.answer.results]

    def renumber(self, line: L) -> L:
        """Give a result that was followed the numbers of the whole request."""
        self.seen += 1
        return self.part.renumber(line)

    def finish(self) -> None:
        """Note that its stream of results has ended. Raises JobCancelled when some never came."""
        assert self.answer is not None
        self.request.is_over = True
        if self.seen < self.answer.candidates:
            counts = f"{self.seen} of {self.answer.candidates} results"
            raise JobCancelled(f"job {self.answer.job_id} was cancelled: {counts}")


class SplitRequest(Generic[L]):
    """A request in one part, or in as many as the service's limits make of it."""

    def __init__(self, whole: Splittable[Any, L], open_requests: OpenRequests, key: str | None, wait_s: float) -> None:
        """`wait_s`: how long the service may keep the answer back, where all is one part."""
        self._open, self._key = open_requests, uuid4().hex if key is None else key
        self._whole = whole_part(whole)
        self._at_once = self._whole.call(self._key, wait_s)
        self._waiting = deque([self._prepare(self._whole)])
        self._reading: deque[SentPart[L]] = deque()

    @property
    def size(self) -> int:
        """Bytes of the request as a whole."""
        return len(self._at_once.body or b"")

    def fit(self, limits: ServiceLimits) -> None:
        """Cut it as the limits say, before anything is sent."""
        self._waiting = deque(map(self._prepare, split_request(self._whole.whole, self.size, limits)))

    def next_to_send(self) -> SentPart[L] | None:
        """The part that is to be sent now, if one is."""
        return self._waiting[0] if self._waiting and len(self._reading) < AT_ONCE else None

    def call(self, sent: SentPart[L]) -> http_calls.Call[JobResponse[L]]:
        """Build the request of a part. While another part is judged, a busy service is not waited for."""
        self._open.add(sent.request)
        if sent.part == self._whole:
            return self._at_once
        return replace(sent.part.call(sent.request.key, 0.0), patient=not self._reading)

    def accept(self, answer: JobResponse[L]) -> None:
        """Note that the part that was sent has become a job."""
        sent = self._waiting.popleft()
        sent.answer, sent.request.job_id = answer, answer.job_id
        self._reading.append(sent)

    def postpone(self, error: EquijudgeError) -> None:
        """Note that the part that was sent was not accepted. Raises the error, unless it will pass and there is
        something to read meanwhile."""
        self._open.note_refusal(self._waiting[0].request, error)
        if not (self._reading and isinstance(error, Busy | Unreachable)):
            raise error

    def check_divisible(self, refused: Invalid) -> None:
        """Note that the part that was sent was refused. Raises the refusal, unless it is too large and can be cut."""
        self._open.note_refusal(self._waiting[0].request, refused)
        self._waiting[0].part.check_divisible(refused)

    def split_sent(self, limits: ServiceLimits | None) -> None:
        """Put smaller parts in the place of the one that was sent."""
        smaller = self._waiting.popleft().part.split(limits)
        self._waiting.extendleft(map(self._prepare, reversed(smaller)))

    def next_to_read(self) -> SentPart[L] | None:
        """The part whose results come next."""
        return self._reading.popleft() if self._reading else None

    def _prepare(self, part: RequestPart[Any, L]) -> SentPart[L]:
        """Give a part its key, a function of the caller's: a repeated call finds the same jobs."""
        if part == self._whole:
            return SentPart(part, OpenRequest(self._key))
        name = f"{self._key} {part.start} {part.stop}"
        return SentPart(part, OpenRequest(hashlib.sha256(name.encode()).hexdigest()[:32]))
