"""When to try again, and after how long: pure but for the clock and the dice, both handed in."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

# Answers that say "not now". 502 and 504 come from proxies whose service is being restarted.
RETRIED_STATUSES = frozenset({429, 502, 503, 504})

Outcome = httpx.Response | httpx.TransportError


@dataclass(frozen=True, slots=True)
class Retry:
    """Exponential backoff with jitter, times in seconds. `total_s` bounds one call, waits included.

    The n-th wait is drawn from the upper half of first_s * 2**n, at most longest_s, and is never shorter
    than the Retry-After that came with the answer. A wait that would pass total_s is not begun.
    """

    total_s: float = 120.0
    first_s: float = 0.2
    longest_s: float = 10.0


class Attempts:
    """The attempts of one call."""

    def __init__(
        self,
        policy: Retry,
        clock: Callable[[], float] = time.monotonic,
        dice: Callable[[], float] = random.random,
    ) -> None:
        self._policy = policy
        self._clock = clock
        self._dice = dice
        self.reset()

    def reset(self) -> None:
        """Count from here, since progress was made."""
        self._began = self._clock()
        self._made = 0

    def delay_after(self, outcome: Outcome) -> float | None:
        """Seconds to wait before the next attempt, or None when the outcome stands."""
        if isinstance(outcome, httpx.Response) and outcome.status_code not in RETRIED_STATUSES:
            return None
        delay = max(self._backoff(), retry_after_s(outcome))
        self._made += 1
        over = self._clock() - self._began + delay > self._policy.total_s
        return None if over else delay

    def _backoff(self) -> float:
        ceiling = min(self._policy.longest_s, self._policy.first_s * 2.0 ** min(self._made, 30))
        return ceiling * (0.5 + 0.5 * self._dice())


def retry_after_s(outcome: Outcome) -> float:
    """Read the Retry-After of an answer in seconds (both forms, RFC 9110 10.2.3), 0 when there is none."""
    if not isinstance(outcome, httpx.Response):
        return 0.0
    value = outcome.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    return _seconds_until(value) if value else 0.0


def _seconds_until(date: str) -> float:
    try:
        then = parsedate_to_datetime(date)
    except ValueError:
        return 0.0
    return max(0.0, (then.astimezone(UTC) - datetime.now(UTC)).total_seconds())
