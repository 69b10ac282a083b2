"""A call's total time: how much of it is left for the next step."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from equijudge.errors import BadArgument

ANSWER_S = 0.5  # of the time left, at most: for the service's answer to come back in time


class DeadlineExceeded(Exception):
    """The time that a call was given is over. Never leaves the client: see errors.JobTimedOut."""


class Deadline:
    """When a call that was given `timeout_s` in all must be over; None: whenever it likes. Raises BadArgument."""

    def __init__(self, timeout_s: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        if timeout_s is not None and not timeout_s > 0:
            raise BadArgument(f"timeout: expected seconds above 0, or None for no end; got {timeout_s!r}")
        self.timeout_s = timeout_s
        self._clock = clock
        self._at = math.inf if timeout_s is None else clock() + timeout_s

    @property
    def endless(self) -> bool:
        """Whether there is no end."""
        return self.timeout_s is None

    @property
    def left_s(self) -> float:
        """Seconds that are left; 0 when it is over, endless without an end."""
        return max(0.0, self._at - self._clock()) if self.timeout_s is not None else math.inf

    def bound(self, seconds: float) -> float:
        """Return `seconds`, or what is left when that is less. Raises DeadlineExceeded."""
        left = self.left_s
        if left <= 0:
            raise DeadlineExceeded
        return min(seconds, left)

    def check(self) -> None:
        """Raise DeadlineExceeded when it is over."""
        self.bound(0.0)

    def service_wait(self, most_s: float) -> float:
        """How long the service may keep an answer back so that it is here in time. Raises DeadlineExceeded."""
        if self.endless:
            return most_s
        left = self.bound(math.inf)
        return min(most_s, left - min(ANSWER_S, left / 4))


NEVER = Deadline(None)
