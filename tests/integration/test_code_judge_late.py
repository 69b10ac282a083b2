"""What code-judge's clients are told when nothing is done in time: to come again, and no verdict."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from redis import Redis

from equijudge_api.app import create_app
from equijudge_api.dropins.code_judge import routes
from equijudge_api.settings import Settings

KEY, OUTCOME_KEY = "k" * 20, "o" * 20
WORK = {"type": "python", "solution": "print(3)", "expected_output": "3", "sub_id": "mine"}
LONG = {**WORK, "solution": "#" * 2_000}


@pytest.fixture
async def http(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    """The API with a Redis and without a worker, in a hurry."""
    monkeypatch.setattr(routes, "SOON_S", 0.5)
    monkeypatch.setattr(routes, "LONG_S", 0.5)
    Redis.from_url(redis_url).flushall()
    given = {
        "redis_url": redis_url,
        "api_keys": KEY,
        "outcome_only_keys": OUTCOME_KEY,
        "drop_ins": "on",
        "max_source_bytes": 1_000,
    }
    app = create_app(Settings.model_validate(given))
    headers = {"authorization": f"Bearer {KEY}"}
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://judge", headers=headers) as client,
    ):
        yield client


@pytest.mark.parametrize("call", ["run", "judge"])
@pytest.mark.parametrize("key", [KEY, OUTCOME_KEY])
async def test_a_single_submission_is_to_be_sent_again(http: httpx.AsyncClient, call: str, key: str) -> None:
    answer = await http.post(f"/code-judge/{call}", json=WORK, headers={"authorization": f"Bearer {key}"})
    told = answer.json()
    assert (answer.status_code, told["sub_id"]) == (200, "mine")
    assert (told["success"], told["run_success"], told["reason"]) == (False, False, "queue_timeout")


@pytest.mark.parametrize("path", ["run/batch", "run/long-batch", "judge/batch", "judge/long-batch"])
async def test_all_of_a_batch_but_what_can_never_be_run_is_to_be_sent_again(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.post(f"/code-judge/{path}", json={"sub_id": "all", "submissions": [WORK, LONG, WORK]})
    told = answer.json()
    assert (answer.status_code, told["sub_id"]) == (200, "all")
    assert [each["reason"] for each in told["results"]] == ["queue_timeout", "invalid_input", "queue_timeout"]
    assert not any(each["success"] or each["run_success"] for each in told["results"])


async def test_nothing_is_left_in_the_queue_of_whom_nobody_waits_for(http: httpx.AsyncClient) -> None:
    await http.post("/code-judge/run/long-batch", json={"submissions": [WORK] * 3})
    assert (await http.get("/code-judge/status")).json() == {"queue": 0, "num_workers": 0}
