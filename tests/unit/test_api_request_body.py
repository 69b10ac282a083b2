"""Bodies that are compressed, too slow, or not what they say. No Redis is there."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpx
import pytest

from equijudge_api.app import create_app
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import PIECE_BYTES, gunzip
from equijudge_api.settings import Settings

KEY = "k" * 20
LIMIT = 1 << 16
NOTHING_ASKED = b'{"problems": []}'


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    settings = Settings.model_validate(
        {"redis_url": "redis://127.0.0.1:1", "api_keys": KEY, "max_body_bytes": LIMIT, "body_timeout_s": 0.2}
    )
    headers = {"authorization": f"Bearer {KEY}", "content-type": "application/json"}
    transport = httpx.ASGITransport(create_app(settings))
    async with httpx.AsyncClient(transport=transport, base_url="http://judge", headers=headers) as client:
        yield client


async def sent(http: httpx.AsyncClient, content: bytes, encoding: str = "gzip") -> tuple[int, Any]:
    answer = await http.post("/verify", content=content, headers={"content-encoding": encoding})
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["errors"][0]


@pytest.mark.parametrize("encoding", ["gzip", "GZip", "x-gzip"])
async def test_a_compressed_body_is_read_like_any_other(http: httpx.AsyncClient, encoding: str) -> None:
    status, error = await sent(http, gzip.compress(NOTHING_ASKED, mtime=0), encoding)
    assert (status, error["field"]) == (422, "problems")


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip", "zstd", "rot13"])
async def test_another_encoding_is_415_and_says_which_are_understood(http: httpx.AsyncClient, encoding: str) -> None:
    answer = await http.post("/verify", content=b"", headers={"content-encoding": encoding})
    assert (answer.status_code, answer.headers["accept-encoding"]) == (415, "gzip")


async def test_a_bomb_is_413_and_names_the_limit(http: httpx.AsyncClient) -> None:
    bomb = gzip.compress(b" " * (32 << 20))
    assert len(bomb) < LIMIT
    assert await sent(http, bomb) == (
        413,
        {"field": "body", "problem": "is too large", "limit": f"at most {LIMIT} bytes"},
    )


async def test_what_is_too_large_before_it_is_decompressed_is_413_too(http: httpx.AsyncClient) -> None:
    status, _ = await sent(http, gzip.compress(os.urandom(2 * LIMIT)))
    assert status == 413


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (NOTHING_ASKED, "is not valid gzip"),
        (gzip.compress(NOTHING_ASKED, mtime=0)[:-4], "is gzip that breaks off"),
        (b"", "is gzip that breaks off"),
        (gzip.compress(NOTHING_ASKED, mtime=0) + b"x", "goes on after the end of its gzip data"),
        (gzip.compress(b"", mtime=0) * 1000, "goes on after the end of its gzip data"),
    ],
)
async def test_what_is_no_gzip_is_400(http: httpx.AsyncClient, content: bytes, problem: str) -> None:
    assert await sent(http, content) == (400, {"field": "body", "problem": problem})


async def messages(pieces: Iterable[bytes]) -> list[dict[str, Any]]:
    """What comes out when this comes in."""
    waiting = [{"type": "http.request", "body": piece, "more_body": True} for piece in pieces]
    waiting[-1]["more_body"] = False

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    take = gunzip(receive)
    found = [await take()]
    while found[-1]["more_body"]:
        found.append(await take())
    return found  # type: ignore[return-value]


async def test_a_body_is_decompressed_piece_by_piece() -> None:
    text = os.urandom(1000) * 2000
    data = gzip.compress(text, mtime=0)
    found = await messages([data[at : at + 777] for at in range(0, len(data), 777)])
    assert b"".join(message["body"] for message in found) == text
    assert max(len(message["body"]) for message in found) <= PIECE_BYTES


async def test_data_after_the_end_is_refused_whenever_it_comes() -> None:
    with pytest.raises(Refusal, match="decompressed"):
        await messages([gzip.compress(b"{}", mtime=0), b"", b"x"])


async def test_a_body_that_stops_is_408_and_says_how_long_was_waited(http: httpx.AsyncClient) -> None:
    async def stopping() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    answer = await http.post("/verify", content=stopping())
    assert (answer.status_code, answer.headers["connection"]) == (408, "close")
    assert answer.json()["errors"][0]["limit"] == "whole within 0.2 s"


async def test_a_body_that_drips_is_408(http: httpx.AsyncClient) -> None:
    async def dripping() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.02)

    assert (await http.post("/verify", content=dripping())).status_code == 408


@pytest.mark.parametrize("depth", [150, 900, 5_000, 30_000])
@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ('{"a":', "}")])
async def test_nesting_is_never_a_fault_of_the_service(
    http: httpx.AsyncClient, depth: int, begin: str, end: str
) -> None:
    nested = begin * depth + "0" + end * depth
    wrappers = (
        "%s",
        '{"problems": %s}',
        '{"problems": [{"problem": {"name": %s}, "candidates": [{"source": ""}]}]}',
        '{"problems": [{"problem": {"name": "n", "public_tests": {"input": [""], "output": [""]}, "more": %s},'
        ' "candidates": [{"source": ""}]}], "wait": 0}',
    )
    for wrapper in wrappers:
        answer = await http.post("/verify", content=(wrapper % nested)[:LIMIT])
        assert answer.status_code in (400, 422, 503), answer.text  # 503: right as far as can be told without Redis


@pytest.mark.parametrize(
    "text",
    ["1e999", "-1e999", "NaN", "Infinity", "1" + "0" * 400, "-0", "1" + "0" * 5000, '"\\ud800"', '"\\u0000"', "true"],
)
@pytest.mark.parametrize("place", ["wait", "limits", "problems", "stop"])
async def test_odd_values_are_4xx(http: httpx.AsyncClient, place: str, text: str) -> None:
    answer = await http.post("/verify", content=f'{{"problems": [], "{place}": {text}}}'.encode())
    assert answer.status_code in (400, 422), answer.text
    assert len(answer.content) < 2000


async def test_of_a_name_that_comes_twice_the_last_one_counts(http: httpx.AsyncClient) -> None:
    answer = await http.post("/verify", content=b'{"wait": -1, "problems": [], "wait": 1}')
    assert [error["field"] for error in answer.json()["errors"]] == ["problems"]


async def test_a_field_that_nobody_knows_is_not_repeated_at_length(http: httpx.AsyncClient) -> None:
    answer = await http.post("/verify", content=json.dumps({"problems": [], "x" * 10_000: 1}))
    assert answer.status_code == 422
    assert len(answer.content) < 1000
