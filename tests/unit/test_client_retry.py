"""When the client tries again, and how long it waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from equijudge.retry import Attempts, Retry, retry_after_s


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def attempts(retry: Retry, dice: float = 1.0, clock: Clock | None = None) -> Attempts:
    return Attempts(retry, clock or Clock(), lambda: dice)


def test_waits_double_up_to_the_longest() -> None:
    tried = attempts(Retry(total_s=100, first_s=1, longest_s=5))
    assert [tried.delay_after(httpx.Response(503)) for _ in range(5)] == [1, 2, 4, 5, 5]


def test_jitter_draws_from_the_upper_half() -> None:
    tried = attempts(Retry(total_s=100, first_s=1, longest_s=5), dice=0.0)
    assert [tried.delay_after(httpx.Response(503)) for _ in range(3)] == [0.5, 1, 2]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_answers_that_say_not_now_are_tried_again(status: int) -> None:
    assert attempts(Retry()).delay_after(httpx.Response(status)) is not None


@pytest.mark.parametrize("status", [200, 202, 400, 401, 404, 413, 422, 500])
def test_other_answers_stand(status: int) -> None:
    assert attempts(Retry()).delay_after(httpx.Response(status)) is None


def test_transport_errors_are_tried_again() -> None:
    assert attempts(Retry()).delay_after(httpx.ConnectError("refused")) is not None


def test_a_wait_is_never_shorter_than_retry_after() -> None:
    busy = httpx.Response(429, headers={"retry-after": "7"})
    assert attempts(Retry(total_s=100, first_s=1)).delay_after(busy) == 7


def test_a_wait_that_would_pass_the_total_is_not_begun() -> None:
    clock = Clock()
    tried = attempts(Retry(total_s=10, first_s=4, longest_s=4), clock=clock)
    clock.now = 6.0
    assert tried.delay_after(httpx.Response(503)) == 4
    clock.now = 6.1
    assert tried.delay_after(httpx.Response(503)) is None


def test_progress_starts_the_count_anew() -> None:
    clock = Clock()
    tried = attempts(Retry(total_s=10, first_s=1), clock=clock)
    tried.delay_after(httpx.Response(503))
    clock.now = 60.0
    tried.reset()
    assert tried.delay_after(httpx.Response(503)) == 1


def test_retry_after_may_be_a_date() -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert 25 < retry_after_s(httpx.Response(503, headers={"retry-after": then})) <= 30


@pytest.mark.parametrize("value", ["", "soon", "-3", "1.5.2", "²"])
def test_a_retry_after_that_is_nonsense_counts_as_none(value: str) -> None:
    headers = {b"retry-after": value.encode()}
    assert retry_after_s(httpx.Response(503, headers=headers)) == 0
