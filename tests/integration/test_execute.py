"""POST /execute against a real service with real cells."""

from __future__ import annotations

from typing import Any

import httpx

from tests.service import Http


def execute(http: Http, *programs: dict[str, Any], **options: Any) -> httpx.Response:
    return http.post("/execute", json={"programs": list(programs), "wait": 60, **options})


def test_a_program_is_run_on_each_input(http: Http) -> None:
    answer = execute(http, {"source": "print(sum(map(int, input().split())))", "inputs": ["1 2", "20 22"], "id": "sum"})
    assert answer.status_code == 200
    (line,) = answer.json()["results"]
    assert [run["stdout"] for run in line["runs"]] == ["3\n", "42\n"]
    assert (line["id"], line["compiled"]["ok"]) == ("sum", True)
