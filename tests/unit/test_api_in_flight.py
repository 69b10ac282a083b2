"""Bodies on their way are bounded in number and in bytes, per key and in all. No Redis is there."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from equijudge_api.app import create_app
from equijudge_api.http.auth import Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.rate_limit import OpenRequests
from equijudge_api.http.request_body import InFlight, InFlightLimits
from equijudge_api.settings import Settings

KEYS = ["a" * 20, "b" * 20, "c" * 20]
NOTHING = b'{"problems": []}'
MOST = 4096


@pytest.fixture
def app() -> FastAPI:
    bounds = {"max_key_bodies": 2, "max_bodies": 3, "max_key_bodies_bytes": MOST, "max_bodies_bytes": 2 * MOST}
    fields = {"redis_url": "redis://127.0.0.1:1", "api_keys": ",".join(KEYS), "requests_per_s": 0}
    return create_app(Settings.model_validate({**fields, **bounds}))


def client(app: FastAPI, key: str) -> httpx.AsyncClient:
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://judge", headers=headers)


class Slow:
    """A body that begins with so many bytes and ends when it may."""

    def __init__(self, app: FastAPI, key: str, size: int = 1, encoding: str = "identity") -> None:
        self._gate, self._first = asyncio.Event(), b" " * size
        self._begun = asyncio.Event()
        self._app, self._key, self._encoding = app, key, encoding

    async def _pieces(self) -> AsyncIterator[bytes]:
        data = self._first + NOTHING
        if self._encoding == "gzip":
            data = gzip.compress(data)
        yield data[:-1]
        self._begun.set()
        await self._gate.wait()
        yield data[-1:]

    async def __aenter__(self) -> Slow:
        async def sent() -> int:
            async with client(self._app, self._key) as http:
                headers = {"content-encoding": self._encoding}
                return (await http.post("/verify", content=self._pieces(), headers=headers)).status_code

        self._task = asyncio.create_task(sent())
        await self._begun.wait()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._gate.set()
        assert await self._task == 422


async def posted(app: FastAPI, key: str, size: int = 1) -> httpx.Response:
    async with client(app, key) as http:
        return await http.post("/verify", content=b" " * size + NOTHING)


async def test_bodies_of_a_key_are_counted(app: FastAPI) -> None:
    mine, other, _ = KEYS
    async with Slow(app, mine), Slow(app, mine):
        refused = await posted(app, mine)
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "2")
        assert refused.json()["errors"][0]["limit"] == "at most 2 at once"
        assert "with this key" in refused.json()["errors"][0]["problem"]
        assert (await posted(app, other)).status_code == 422
    assert (await posted(app, mine)).status_code == 422


async def test_bodies_of_all_keys_are_counted(app: FastAPI) -> None:
    async with Slow(app, KEYS[0]), Slow(app, KEYS[0]), Slow(app, KEYS[1]):
        refused = await posted(app, KEYS[2])
        assert refused.status_code == 429
        assert "in all" in refused.json()["errors"][0]["problem"]
    assert (await posted(app, KEYS[2])).status_code == 422


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
async def test_bytes_of_a_key_are_counted_as_they_come_out(app: FastAPI, encoding: str) -> None:
    async with Slow(app, KEYS[0], 3000, encoding):
        refused = await posted(app, KEYS[0], 2000)
        assert refused.status_code == 429
        assert refused.json()["errors"][0]["limit"] == f"at most {MOST} bytes at once"
        assert (await posted(app, KEYS[0], 500)).status_code == 422
        assert (await posted(app, KEYS[1], 2000)).status_code == 422
    assert (await posted(app, KEYS[0], 2000)).status_code == 422


async def test_a_body_alone_may_be_as_large_as_a_body_may_be(app: FastAPI) -> None:
    assert (await posted(app, KEYS[0], 5 * MOST)).status_code == 422


async def test_requests_of_a_key_that_are_open_are_counted_and_health_is_free() -> None:
    gate, begun = asyncio.Event(), asyncio.Event()

    async def waits(scope: Scope, receive: Receive, send: Send) -> None:
        begun.set()
        await gate.wait()
        await PlainTextResponse("there")(scope, receive, send)

    made = OpenRequests(waits, 1)

    async def asked(key: str | None, path: str = "/jobs") -> int:
        state = {"principal": None if key is None else Principal(key)}
        statuses = []

        async def send(message: Message) -> None:
            statuses.append(message.get("status"))

        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "state": state}
        await made(scope, waits, send)  # type: ignore[arg-type]  # nothing is received
        return int(statuses[0] or 0)

    first = asyncio.create_task(asked("me"))
    await begun.wait()
    assert await asked("me") == 429
    others = [asyncio.create_task(asked("you"))]
    others += [asyncio.create_task(asked(key, "/healthz")) for key in ("me", None, None)]
    gate.set()
    assert await asyncio.gather(first, *others) == [200] * 5
    assert await asked("me") == 200
    assert dict(made.open) == {}


def test_nothing_is_counted_when_all_are_gone() -> None:
    flight = InFlight(InFlightLimits(2, 100), InFlightLimits(3, 200))
    first, second = flight.enter("a"), flight.enter("a")
    first.add(60)
    with pytest.raises(Refusal):
        second.add(60)
    for held in (first, first, second):
        held.release()
    first.add(10)
    assert (dict(flight.bodies), dict(flight.bytes)) == ({}, {})
