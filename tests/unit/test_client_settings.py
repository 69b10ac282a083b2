"""Settings of the client, and when it tries again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from equijudge import BadArgument
from equijudge.connection import Connection
from equijudge.retry import Attempts, Retry, retry_after_s
from equijudge.settings import inherited_environment, load_settings


@pytest.fixture(autouse=True)
def _no_settings_of_the_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("EQUIJUDGE_URL", raising=False)
    monkeypatch.delenv("EQUIJUDGE_API_KEY", raising=False)
    monkeypatch.setenv("EQUIJUDGE_DATA_DIR", str(tmp_path))


def test_what_is_given_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_URL", "http://elsewhere")
    assert Connection.find("http://here/", "k", None, None).url == "http://here"


def test_the_environment_names_the_service_and_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_URL", "http://elsewhere")
    monkeypatch.setenv("EQUIJUDGE_API_KEY", "secret")
    found = Connection.find(None, None, None, None)
    assert (found.url, found.api_key) == ("http://elsewhere", "secret")


def test_without_any_service_the_remedy_is_named() -> None:
    with pytest.raises(BadArgument, match="equijudge up"):
        Connection.find(None, None, None, None)


def test_a_key_is_not_shown() -> None:
    assert "secret" not in repr(Connection.find("http://here", "secret", None, None))


def test_a_key_in_the_settings_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_API_KEY", "secret")
    assert "secret" not in repr(load_settings())


def test_parts_do_not_inherit_where_another_deployment_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUIJUDGE_REDIS_URL", "redis://production")
    monkeypatch.setenv("EQUIJUDGE_TIME_CEILING_S", "30")
    inherited = inherited_environment()
    assert "EQUIJUDGE_REDIS_URL" not in inherited
    assert inherited["EQUIJUDGE_TIME_CEILING_S"] == "30"


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
