"""Pages and what they load, asked for by programs: without a key, mounted somewhere, with no Redis."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from equijudge_api.app import create_app
from equijudge_api.pages import page_response
from equijudge_api.routes.front import Front
from equijudge_api.settings import Settings

HTML = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ASSETS = ("swagger-ui-bundle.js", "swagger-ui.css", "redoc.standalone.js")


@pytest.fixture(params=["", "/judge"])
async def http(request: pytest.FixtureRequest) -> AsyncIterator[httpx.AsyncClient]:
    """The application alone, and mounted in another under a root path. Nobody has a key."""
    app = create_app(Settings.model_validate({"redis_url": "redis://127.0.0.1:1", "api_keys": "k" * 20}))
    outer = Starlette(routes=[Mount(request.param, app)])
    base = f"http://judge{request.param}"
    async with httpx.AsyncClient(transport=httpx.ASGITransport(outer), base_url=base) as client:
        yield client
    await app.state.queue.close()


@pytest.mark.parametrize("path", ["", "docs", "redoc", *(f"assets/api-docs/{name}" for name in ASSETS)])
async def test_pages_and_what_they_load_need_no_key(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(path, headers=HTML)).status_code == 200


@pytest.mark.parametrize(
    "path", ["assets/", "assets/pages/", "assets/pages/%2e%2e/__init__.py", "assets/api-docs/none.js"]
)
async def test_beside_the_assets_there_is_nothing(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(path)).status_code == 404


async def test_a_key_is_still_needed_for_the_rest(http: httpx.AsyncClient) -> None:
    assert [(await http.get(path)).status_code for path in ("limits", "metrics", "jobs/assets/", "docs/")] == [401] * 4


@pytest.mark.parametrize("path", ["", "docs", "redoc"])
async def test_a_page_may_load_from_the_service_alone_and_run_no_script_of_its_own_text(
    http: httpx.AsyncClient, path: str
) -> None:
    answer = await http.get(path, headers=HTML)
    policy = dict(each.split(" ", 1) for each in answer.headers["content-security-policy"].split("; "))
    assert (policy["default-src"], policy["script-src"], policy["connect-src"]) == ("'none'", "'self'", "'self'")
    assert "://" not in answer.text + " ".join(policy.values())


async def test_the_front_page_is_json_for_programs(http: httpx.AsyncClient) -> None:
    answer = await http.get("")
    front = Front.model_validate_json(answer.text)
    assert (front.service, front.ready, front.drop_ins) == ("equijudge", False, {})
    assert [(await http.get(link)).status_code for link in front.links.values()] == [200, 200, 200, 503, 401]


async def test_the_front_page_says_what_is_away(http: httpx.AsyncClient) -> None:
    answer = await http.get("", headers=HTML)
    assert "Not ready" in answer.text
    assert "Redis: is away" in answer.text


async def test_the_front_page_names_the_drop_ins_that_are_on() -> None:
    settings = {"redis_url": "redis://127.0.0.1:1", "api_keys": "k" * 20, "drop_ins": "on"}
    app = create_app(Settings.model_validate(settings))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://judge") as client:
        assert (await client.get("/")).json()["drop_ins"]["SandboxFusion"] == "sandboxfusion"
        assert "<code>…/sandboxfusion</code>" in (await client.get("/", headers=HTML)).text
    await app.state.queue.close()


def test_what_a_part_says_of_itself_is_text() -> None:
    front = Front(service="equijudge", version="1", ready=False, drop_ins={}, links={})
    page = page_response("front.html.j2", front=front, troubles={"cells": "<script>alert(1)</script>"})
    assert b"cells: &lt;script&gt;alert(1)&lt;/script&gt;" in page.body
