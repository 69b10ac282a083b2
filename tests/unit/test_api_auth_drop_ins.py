"""Keys as passwords, for the drop-ins alone; and pages in a browser, which are kept out where no key keeps them out."""

from __future__ import annotations

import base64

import httpx
import pytest
from fastapi import FastAPI

from equijudge_api.app import create_app
from equijudge_api.http.auth import Keys, is_own_page, password_in
from equijudge_api.settings import Settings

KEY = "the-key:with-a-colon"
LET_IN = 415  # the body is not said to be JSON, which is looked at once the key is known


@pytest.fixture(scope="module")
def locked() -> FastAPI:
    return create_app(Settings.model_validate({"redis_url": "redis://127.0.0.1:1", "api_keys": KEY}))


@pytest.fixture(scope="module")
def unlocked() -> FastAPI:
    return create_app(Settings.model_validate({"redis_url": "redis://127.0.0.1:1", "auth": "off"}))


def basic(text: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(text.encode()).decode()}


async def post(to: FastAPI, url: str, headers: dict[str, str] | None = None) -> int:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(to)) as client:
        return (await client.post(url, headers=headers or {}, content=b"{}")).status_code


@pytest.mark.parametrize("prefix", ["sandboxfusion", "code-judge"])
@pytest.mark.parametrize("user", ["user", "", "a name"])
async def test_a_key_is_the_password_of_a_drop_ins_address(locked: FastAPI, prefix: str, user: str) -> None:
    assert await post(locked, f"http://judge/{prefix}/run", basic(f"{user}:{KEY}")) == LET_IN


async def test_an_address_with_a_password_in_it_is_all_that_a_client_needs(locked: FastAPI) -> None:
    """As clients write it; httpx makes the header."""
    password = KEY.replace(":", "%3A")
    assert await post(locked, f"http://user:{password}@judge/code-judge/run") == LET_IN


async def test_a_drop_in_takes_bearer_keys_too(locked: FastAPI) -> None:
    assert await post(locked, "http://judge/code-judge/run", {"authorization": f"Bearer {KEY}"}) == LET_IN


@pytest.mark.parametrize(
    "path", ["verify", "code-judge", "code-judgement/run", "jobs/code-judge/run", "/code-judge/run"]
)
async def test_nothing_else_takes_a_password(locked: FastAPI, path: str) -> None:
    """A browser keeps passwords and sends them of its own accord."""
    assert await post(locked, f"http://judge/{path}", basic(f"user:{KEY}")) == 401


@pytest.mark.parametrize(
    "given",
    [
        *(basic(text)["authorization"] for text in (KEY, f"{KEY}:", f"{KEY}:x", ":", "", f"user:{KEY[:-1]}")),
        *("Basic", "Basic ", "Basic ====", "Basic \xff", f"Basic {KEY}", "Basic " + "A" * 9),
        *(basic(f"user:{KEY}")["authorization"] + "!", f"Digest {KEY}", f"Bearer user:{KEY}"),
    ],
)
async def test_a_wrong_or_malformed_password_opens_nothing(locked: FastAPI, given: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(locked)) as client:
        headers = [(b"authorization", given.encode("latin-1"))]
        answer = await client.post("http://judge/code-judge/run", headers=headers, content=b"{}")
    assert answer.status_code == 401
    assert "http://user:<key>@host" in answer.json()["detail"]


@pytest.mark.parametrize("key", [KEY, "a-key-that-is-none"])
async def test_who_forgets_the_prefix_is_told_where_a_password_is_a_key(locked: FastAPI, key: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(locked)) as client:
        answer = await client.post("http://judge/run_code", headers=basic(f"user:{key}"), content=b"{}")
    assert answer.status_code == 401
    assert answer.json()["detail"].endswith("a key is a password below /sandboxfusion and /code-judge alone")


async def test_no_browser_is_told_to_ask_for_a_password(locked: FastAPI) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(locked)) as client:
        answer = await client.post("http://judge/code-judge/run")
    assert "basic" not in answer.headers["www-authenticate"].lower()


def test_a_password_may_hold_any_bytes() -> None:
    key = "key-ÿ-ключ-of-many-letters"
    assert Keys([key]).find_principal(password_in(basic(f"name:{key}")["authorization"])) is not None


async def test_a_password_that_a_browser_adds_does_not_open_to_others_pages(locked: FastAPI) -> None:
    password, page = basic(f"user:{KEY}"), "http://judge/code-judge/run"
    assert await post(locked, page, {**password, "origin": "http://evil.example"}) == 403
    assert await post(locked, page, {**password, "origin": "http://judge"}) == LET_IN


@pytest.mark.parametrize("path", ["verify", "sandboxfusion/run_code", "code-judge/run"])
async def test_with_keys_off_no_page_but_the_services_own_is_let_in(unlocked: FastAPI, path: str) -> None:
    page = f"http://localhost:8000/{path}"
    assert await post(unlocked, page, {"origin": "http://evil.example"}) == 403
    assert await post(unlocked, page, {"origin": "http://localhost:8000"}) == LET_IN
    assert await post(unlocked, page) == LET_IN


@pytest.mark.parametrize(
    "called", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::"]
)
async def test_with_keys_off_a_drop_in_is_called_by_names_of_loopback_alone(unlocked: FastAPI, called: str) -> None:
    """And a page that has made its own name this machine's is its own page only by that name."""
    assert (
        await post(unlocked, "http://localhost/code-judge/run", {"host": called, "origin": f"http://{called}"}) == 403
    )


@pytest.mark.parametrize(
    "origin",
    [
        "null", "", "localhost:8000", "http://localhost", "http://localhost:80000", "http://localhost:8000.evil.example",
        "http://evil.example/http://localhost:8000", "http://localhost:8000@evil.example", "file://localhost:8000",
        "http://127.0.0.1:8000", "http://localhost:8000 http://evil.example", "http://localhost:8888",
    ],
)  # fmt: skip
def test_an_origin_is_the_services_own_only_letter_for_letter(origin: str) -> None:
    assert not is_own_page([origin], "localhost:8000")
    assert not is_own_page(["http://localhost:8000", origin], "localhost:8000")


def test_the_case_of_a_name_does_not_matter() -> None:
    assert is_own_page(["http://LOCALHOST:8000"], "Localhost:8000")
    assert is_own_page(["https://[::1]:8000"], "[::1]:8000")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
async def test_what_a_page_can_send_without_asking_is_no_json(unlocked: FastAPI, kind: str) -> None:
    assert await post(unlocked, "http://localhost/code-judge/run", {"content-type": kind}) == 415
