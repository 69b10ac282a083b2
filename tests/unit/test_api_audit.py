"""What the audit line says, and what it never says."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from equijudge_api.app import create_app
from equijudge_api.http import audit
from equijudge_api.http.auth import BadSettings
from equijudge_api.settings import Settings

KEY = "k" * 20


@pytest.fixture
async def http(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    audit.install_handler(tmp_path / "audit.jsonl")
    settings = Settings.model_validate({"redis_url": "redis://127.0.0.1:1", "api_keys": KEY, "requests_per_s": 0})
    transport = httpx.ASGITransport(create_app(settings), raise_app_exceptions=False)
    headers = {"authorization": f"Bearer {KEY}", "content-type": "application/json"}
    async with httpx.AsyncClient(transport=transport, base_url="http://judge", headers=headers) as client:
        yield client
    for handler in logging.getLogger("equijudge.audit").handlers:
        handler.close()


def lines(tmp_path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text().splitlines()]


async def test_a_refused_request_leaves_a_line_too(http: httpx.AsyncClient, tmp_path: Path) -> None:
    answer = await http.post("/verify", json={"problems": []})
    (line,) = lines(tmp_path)
    assert line["key_id"] == hashlib.sha256(KEY.encode()).hexdigest()[:12]
    assert (line["method"], line["route"], line["status"], line["client"]) == ("POST", "/verify", 422, "127.0.0.1")
    assert line["request_id"] == answer.headers["x-request-id"]


async def test_only_what_would_change_something_leaves_a_line(http: httpx.AsyncClient, tmp_path: Path) -> None:
    for path in ("/jobs/none", "/healthz", "/nothing"):
        await http.get(path)
    await http.delete("/jobs/none")
    await http.put("/nothing/secret", json={})
    assert [(line["method"], line["route"]) for line in lines(tmp_path)] == [
        ("DELETE", "/jobs/{job_id}"),
        ("PUT", None),
    ]


async def test_a_stranger_leaves_no_line(http: httpx.AsyncClient, tmp_path: Path) -> None:
    stranger = {"authorization": "Bearer nobody"}
    await http.post("/verify", json={}, headers=stranger)
    assert (await http.post("/healthz", json={}, headers=stranger)).status_code == 405
    assert lines(tmp_path) == []


async def test_the_file_may_be_moved_away(http: httpx.AsyncClient, tmp_path: Path) -> None:
    await http.delete("/jobs/1")
    (tmp_path / "audit.jsonl").rename(tmp_path / "audit.jsonl.1")
    await http.delete("/jobs/2")
    assert len(lines(tmp_path)) == 1


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="EQUIJUDGE_AUDIT_FILE"):
        audit.install_handler(tmp_path / "nowhere" / "audit.jsonl")


def test_of_many_hashes_there_is_one_over_all() -> None:
    few, many = ["a"] * audit.MAX_LISTED, ["a"] * (audit.MAX_LISTED + 1)
    assert audit.list_or_hash("of", few) == {"of": few}
    assert audit.list_or_hash("of", many) == {"of_hash": hashlib.sha256(b"a\n" * len(many)).hexdigest()}
