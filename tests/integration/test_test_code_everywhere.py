"""One problem whose tests are code, judged in every way that there is; and who is told what the tests say."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from equijudge.rewards import compute_scores
from tests.service import OUTCOME_KEY, Http, Service, body, no_slot_free

MARKER = "the-tests-were-here"
CODE = f"""
import pytest

def check(candidate):
    for n in range(5):
        assert candidate(n) == 2 * n, "{MARKER}"
    with pytest.raises(TypeError):
        candidate(None)
"""
RIGHT = "def twice(n):\n    return n + n"
COMPLETION = "    return 2 * n + 0\n"
WRONG = "def twice(n):\n    return n * n"
CRASHES = "def twice(n):\n    return [0][n]"
EXITS = "import os\ndef twice(n):\n    os._exit(0)"
SOURCES = [RIGHT, "def twice(n):\n    return sum([n, n])", WRONG, CRASHES, EXITS]
VERDICTS = ["AC", "AC", "WA", "RE", "WA"]


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    return {
        "name": f"twice {uuid4()}",
        "public_tests": {"input": ["assert twice(0) == 0", "check(twice)"], "output": ["", ""]},
        "test_code": {"code": CODE, "names": ["twice"], "prompt": "def twice(n):\n"},
        "solutions": {"language": [3] * 2, "solution": SOURCES[:2]},
        "incorrect_solutions": {"language": [3] * 3, "solution": SOURCES[2:]},
    }


def verdicts(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [line["verdict"] for line in answer.json()["results"]]


def test_requests_stored_problems_and_the_cache(service: Service, http: Http, row: dict[str, Any]) -> None:
    assert verdicts(http.post("/verify", json=body(SOURCES, row, wait=60))) == VERDICTS
    assert verdicts(http.post("/verify", json=body([COMPLETION, "    return ("], row, wait=60))) == ["AC", "CE"]
    stored = http.put("/problems", json={"problems": [row]}).json()["problems"][0]["problem_id"]
    with no_slot_free(service):
        by_id = {"problems": [{"problem_id": stored, "candidates": [{"source": each} for each in SOURCES]}], "wait": 5}
        answer = http.post("/verify", json=by_id)
        assert (verdicts(answer), answer.json()["cached"]) == (VERDICTS, len(SOURCES))


def test_what_tests_say_is_for_those_who_may_see_answers(http: Http, service: Service, row: dict[str, Any]) -> None:
    asked = body([WRONG], row, wait=60, detail="outputs", stop="never")
    (wrong,) = http.post("/verify", json=asked).json()["results"]
    assert MARKER in wrong["tests"][1]["checker_message"]
    assert "last: twice(1) gave 1" in wrong["tests"][1]["checker_message"]
    outcome = Http(service.http().base, OUTCOME_KEY)
    for source in SOURCES:
        answer = outcome.post("/verify", json=body([source], row, wait=60))
        assert answer.status_code == 200, answer.text
        assert not [word for word in (MARKER, "transcript", "checker_message", "assert") if word in answer.text]


def test_what_cannot_be_done_is_refused_by_name(http: Http, row: dict[str, Any]) -> None:
    other = {"problems": [{"problem": row, "candidates": [{"source": "int main() {}", "language": "cpp17"}]}]}
    assert "twice" in http.post("/verify", json=other).text
    assert http.post("/verify", json=body([RIGHT], row, checker={"name": "exact"})).status_code == 422
    patched = {**row, "test_code": {**row["test_code"], "code": "from unittest.mock import patch"}}
    refused = http.post("/verify", json=body([RIGHT], patched))
    assert refused.status_code == 422
    assert "unittest.mock.patch" in refused.text


def test_scores_and_sets(http: Http, row: dict[str, Any]) -> None:
    asked = {
        "problems": [{"problem": row, "generations": [f"```python\n{each}\n```" for each in SOURCES]}],
        "k": [1],
        "resamples": 100,
        "wait": 60,
    }
    assert http.post("/score-generations", json=asked).json()["verdicts"] == {"AC": 2, "RE": 1, "WA": 2}
    asked = {"problems": [{"problem": row}], "min_solutions": 2, "wait": 60}
    (found,) = http.post("/equivalence-sets", json=asked).json()["results"]
    assert (found["status"], found["verdicts"]) == ("kept", {"AC": 2})


def test_rewards(service: Service, row: dict[str, Any]) -> None:
    truths = [json.dumps(row)] * 2
    options = {"url": service.http().base, "api_key": OUTCOME_KEY}
    assert compute_scores(
        ["code"] * 2, [f"```python\n{each}\n```" for each in (RIGHT, WRONG)], truths, [{}] * 2, **options
    ) == [1.0, 0.0]
