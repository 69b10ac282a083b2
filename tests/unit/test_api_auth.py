"""Who gets in, and that nobody else is listened to."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from equijudge_api.app import create_app
from equijudge_api.auth import BadSettings, Keys, keys_of_file, make_keys
from equijudge_api.settings import Settings

KEY, OTHER = "k" * 20, "o" * 20


def settings(**changes: object) -> Settings:
    return Settings.model_validate({"redis_url": "redis://127.0.0.1:1", **changes})


def app(**changes: object) -> FastAPI:
    return create_app(settings(api_keys=f"{OTHER}, {KEY}", **changes))


async def post(to: FastAPI, headers: dict[str, str], url: str = "http://127.0.0.1/verify") -> httpx.Response:
    """A body that breaks the test when somebody reads it."""

    class Unread:
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"{"
            raise AssertionError("the body was read")

    coded = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(to)) as client:
        return await client.post(url, headers=coded, content=Unread())


@pytest.mark.parametrize(
    "given", ["", KEY, f"Bearer {KEY}x", f"Bearer {KEY[:-1]}", f"Basic {KEY}", "Bearer", "Bearer ", "Bearer \xff"]
)
async def test_a_stranger_is_refused_before_the_body_is_read(given: str) -> None:
    answer = await post(app(), {"authorization": given} if given else {})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("given", [f"Bearer {KEY}", f"bearer {OTHER}", f"Bearer  {KEY} "])
def test_any_of_the_keys_opens(given: str) -> None:
    assert Keys([KEY, OTHER]).open_with(given)


@pytest.mark.parametrize("path", ["/healthz", "/docs", "/openapi.json"])
async def test_some_pages_are_open(path: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app())) as client:
        assert (await client.get(f"http://judge{path}")).status_code == 200


async def test_a_path_that_is_not_there_tells_a_stranger_nothing() -> None:
    answer = await post(app(), {}, "http://127.0.0.1/nothing")
    assert answer.status_code == 401


async def test_without_keys_only_loopback_names_are_served() -> None:
    """A page in a browser can give its own name the address 127.0.0.1."""
    open_to_all = create_app(settings(auth="off"))
    answer = await post(open_to_all, {"content-type": "application/json"}, "http://evil.example/verify")
    assert answer.status_code == 403
    assert (await post(open_to_all, {"host": "[::"}, "http://localhost/verify")).status_code == 403
    assert (await post(open_to_all, {}, "http://localhost:8000/verify")).status_code == 415


def test_it_does_not_start_without_keys() -> None:
    with pytest.raises(BadSettings, match="no keys"):
        make_keys(settings())


def test_it_does_not_start_with_keys_off_beyond_loopback() -> None:
    with pytest.raises(BadSettings, match="loopback"):
        make_keys(settings(auth="off", host="0.0.0.0"))


def test_it_does_not_start_with_a_key_that_can_be_guessed() -> None:
    with pytest.raises(BadSettings, match="at least 16"):
        make_keys(settings(api_keys="secret"))


def test_a_key_file_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    first = keys_of_file(file)
    assert keys_of_file(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(first[0]) >= 32


def test_keys_are_not_shown_with_the_settings() -> None:
    assert KEY not in repr(settings(api_keys=KEY))
