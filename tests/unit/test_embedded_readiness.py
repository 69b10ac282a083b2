"""What `equijudge up` makes of a service that is not ready: wait, or give up with the reason."""

from __future__ import annotations

import httpx
import pytest

from equijudge.embedded.judge import _unready
from equijudge.errors import EmbeddedError


def said(redis: str, engine: str = "ok") -> httpx.Response:
    return httpx.Response(503, json={"ready": False, "redis": redis, "engine": engine, "workers": 0})


def test_parts_that_come_up_are_waited_for() -> None:
    assert _unready(said("ok", "starting")) == "redis ok, cells starting"
    assert _unready(said("is loading its data")) == "redis is loading its data, cells ok"


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (said("would evict accepted work: its maxmemory-policy is allkeys-lru"), "maxmemory-policy is allkeys-lru"),
        (said("ok", "no user namespaces"), "no user namespaces"),
    ],
)
def test_what_waiting_does_not_change_is_named_at_once(answer: httpx.Response, named: str) -> None:
    with pytest.raises(EmbeddedError, match=named):
        _unready(answer)
