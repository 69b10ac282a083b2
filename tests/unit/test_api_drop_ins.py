"""Drop-ins are mounted when asked for, behind the same middlewares, and refuse as their clients expect it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from starlette.datastructures import Headers

from equijudge_api.app import create_app
from equijudge_api.dropins.sandboxfusion import refusal_form
from equijudge_api.settings import Settings

KEY = "k" * 20


@asynccontextmanager
async def api(**settings: Any) -> AsyncIterator[httpx.AsyncClient]:
    """The application without its Redis, with the drop-ins on."""
    given = {"redis_url": "redis://127.0.0.1:1", "api_keys": KEY, "drop_ins": "on", **settings}
    app = create_app(Settings.model_validate(given))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    headers = {"authorization": f"Bearer {KEY}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://judge", headers=headers) as client:
        yield client
    await app.state.queue.close()


async def test_drop_ins_are_off_unless_asked_for() -> None:
    async with api(drop_ins="off") as http:
        assert (await http.get("/sandboxfusion/v1/ping")).status_code == 404


async def test_a_ping_needs_no_key() -> None:
    async with api() as http:
        answer = await http.get("/sandboxfusion/v1/ping", headers={"authorization": ""})
        assert (answer.status_code, answer.json()) == (200, "pong")


async def test_every_other_call_needs_one() -> None:
    async with api() as http:
        answer = await http.get("/sandboxfusion/list_datasets", headers={"authorization": ""})
        assert answer.status_code == 401
        assert "http://user:<key>@host" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "list_datasets")]
    + [
        ("POST", path)
        for path in ("list_ids", "get_prompts", "get_prompt_by_id", "get_metrics", "get_metrics_function")
    ],
)
async def test_who_asks_for_a_data_set_is_told_what_to_do_instead(method: str, path: str) -> None:
    async with api() as http:
        answer = await http.request(method, f"/sandboxfusion/{path}", json={"dataset": "mbpp"})
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
        assert "config.provided_data" in answer.json()["detail"]


async def test_a_path_that_is_not_there_is_refused_in_the_same_form() -> None:
    async with api() as http:
        answer = await http.get("/sandboxfusion/nothing")
        assert (answer.status_code, answer.json()) == (404, {"detail": "Not Found"})


async def test_what_the_middlewares_refuse_has_its_reason_in_the_detail() -> None:
    async with api() as http:
        answer = await http.post("/sandboxfusion/get_prompts", content=b"{}", headers={"content-type": "text/plain"})
        assert answer.status_code == 415
        assert answer.json() == {
            "detail": "send JSON, with the header Content-Type: application/json "
            "(Content-Type: is not JSON (application/json))"
        }


async def test_the_documentation_has_no_call_of_a_drop_in() -> None:
    async with api() as http:
        assert not [path for path in (await http.get("/openapi.json")).json()["paths"] if "sandboxfusion" in path]


async def test_refusals_elsewhere_stay_problem_details() -> None:
    async with api() as http:
        assert (await http.get("/nothing")).headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("status", "retry_after", "hold_s"), [(429, "1", 1.0), (503, "60", 5.0), (429, "", 5.0)])
def test_what_may_be_had_later_is_504_and_not_at_once(status: int, retry_after: str, hold_s: float) -> None:
    formed = refusal_form({"status": status, "detail": "full"}, Headers({"retry-after": retry_after}))
    assert (formed.status, formed.body, formed.hold_s) == (504, {"detail": "full"}, hold_s)


def test_a_malformed_body_is_told_as_fastapi_tells_it() -> None:
    errors = [{"field": "tests[3].input", "problem": "is missing"}, {"field": "[9]", "problem": "no", "limit": "JSON"}]
    formed = refusal_form({"status": 422, "detail": "the request is not valid", "errors": errors}, Headers())
    assert formed.body == {
        "detail": [
            {"type": "value_error", "loc": ["body", "tests", 3, "input"], "msg": "is missing"},
            {"type": "value_error", "loc": ["body", 9], "msg": "no (JSON)"},
        ]
    }


async def test_what_code_judge_has_without_a_prefix_is_nobody_elses() -> None:
    """Its asynchronous clients lose the prefix of their address."""
    async with api() as http:
        ours = (await http.get("/openapi.json")).json()["paths"]
        assert not [path for path in ours if path.startswith(("/run/", "/judge/")) or path == "/status"]
        answer = await http.post("/run/long-batch", json={"submissions": [{"type": "math", "solution": "1"}]})
        assert answer.status_code == 503  # there is no Redis here; a path that is not there would be 404
