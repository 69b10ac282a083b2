"""Following `GET /jobs/{id}/results`: NDJSON lines in, results out, and where to go on after a break.

No I/O: the clients feed it bytes and tell it how a connection ended. Invariants:

1. A line counts only with its newline: half a line before a broken connection is asked for again.
2. `offset` is the number of lines seen since the job began, so no result comes twice and none is skipped.
3. A connection that ends in order is believed only when the job itself says it is over, since a proxy or a
   stopping server ends streams in order too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

import httpx
from pydantic import TypeAdapter

from equijudge import endpoints, http_calls
from equijudge.deadline import NEVER, Deadline
from equijudge.errors import Unreachable
from equijudge.retry import Attempts, Outcome
from equijudge_core.contracts.jobs import JobState, JobStatus

R = TypeVar("R")
# Longer than the pause between two signs of life of the service, in seconds.
SILENCE_S = 60.0
# The service waits no longer than that for a stream that has an end; it is then asked for again.
LONGEST_WAIT_S = 86_400.0


class ResultStream(Generic[R]):
    """The state of one reader; `line` says what a line is.

    `open` until all is read. `unsure` after an end that the job must confirm (`settle`). `trouble` and
    `pause_s`: what went wrong, and how long to wait before the next connection.
    """

    def __init__(self, job_id: str, offset: int, follow: bool, attempts: Attempts, line: TypeAdapter[R]) -> None:
        self.offset = endpoints.check_offset(offset)
        self.open = True
        self.unsure = False
        self.trouble: Outcome | None = None
        self.pause_s = 0.0
        self._job_id = job_id
        self._follow = follow
        self._attempts = attempts
        self._line = line
        self._silent = False
        self._rest: list[bytes] = []

    def call(self, deadline: Deadline = NEVER) -> http_calls.Call[None]:
        """Build the request for what is still missing. Raises DeadlineExceeded.

        The service ends the stream when the time is over: a read that waits for it here could only be told how long
        it may wait for each piece.
        """
        self._rest = []
        self._silent = False
        self.trouble = None
        params = {"offset": str(self.offset), "follow": "true" if self._follow else "false"}
        if not deadline.endless:
            params["wait"] = f"{deadline.bound(LONGEST_WAIT_S):.3f}"
        path = endpoints.job(self._job_id).path + "/results"
        return http_calls.Call("GET", path, lambda _: None, params=params, timeout_s=SILENCE_S).within(deadline)

    def begin(self, response: httpx.Response) -> None:
        """Take the head of the answer, of an error the body too. Raises the error unless waiting helps."""
        if response.is_error and not self._wait_after(response):
            http_calls.raise_for_status(response)

    def feed(self, data: bytes) -> Iterator[R]:
        """Take bytes and yield the results whose lines are complete. Blank lines are signs of life."""
        if self.trouble is not None:
            return
        for line in filter(None, map(bytes.strip, self._complete_lines(data))):
            result = http_calls.decode(self._line, line)
            self.offset += 1
            self._attempts.reset()
            yield result

    def end(self) -> None:
        """Note that the connection ended in order."""
        if self.trouble is None:
            self.unsure = self._follow
            self.open = self._follow or bool(self._rest)

    def fail(self, error: httpx.TransportError) -> None:
        """Note that the connection broke. Silence is no failure while the job runs: the job is asked."""
        if isinstance(error, httpx.ReadTimeout):
            self.unsure = self._silent = True
        elif not self._wait_after(error):
            raise Unreachable(f"the results of job {self._job_id} broke off: {error}") from error

    def settle(self, status: JobStatus) -> None:
        """Take what the job says after an end that was not believed."""
        self.unsure = False
        missing = self.offset < status.candidates
        self.open = missing and status.state is not JobState.CANCELLED
        if self.open and not self._silent:
            self.fail(httpx.RemoteProtocolError("the stream ended before the job did"))

    def _complete_lines(self, data: bytes) -> list[bytes]:
        self._rest.append(data)
        if b"\n" not in data:
            return []
        *lines, rest = b"".join(self._rest).split(b"\n")
        self._rest = [rest] if rest else []
        return lines

    def _wait_after(self, outcome: Outcome) -> bool:
        delay = self._attempts.delay_after(outcome)
        self.pause_s = delay or 0.0
        self.trouble = None if delay is None else outcome
        return delay is not None
