"""Requests that nobody thought of: every answer is one that the OpenAPI document knows. `make fuzz` makes up more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fuzz import fuzz
from tests.service import KEY, OUTCOME_KEY, Service


@pytest.mark.parametrize("key", [KEY, OUTCOME_KEY])
def test_every_answer_is_one_that_the_document_knows(service: Service, tmp_path: Path, key: str) -> None:
    before = service.log("api").count("Traceback")
    code, output = fuzz(service, examples=3, seed=3, key=key, report=tmp_path / "report.json")
    assert code == 0, output
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["operations"]["tested"] == report["operations"]["total"]
    assert report["test_cases"]["generated"] > 300
    assert {phase["status"] for phase in report["phases"].values()} == {"success"}
    assert service.log("api").count("Traceback") == before
