"""A problem whose function is called, judged in every way that there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from equijudge.rewards import VerdictReward
from tests.service import KEY, OUTCOME_KEY, Http, Service, body, no_slot_free
from tests.unit.cli_support import run

TABLE = """class Solution:
    def twoSum(self, nums, target):
        seen = {}
        for at, value in enumerate(nums):
            if target - value in seen:
                return [seen[target - value], at]
            seen[value] = at
"""
PAIRS = """def twoSum(nums, target):
    for j in range(len(nums)):
        for i in range(j):
            if nums[i] + nums[j] == target:
                return i, j
"""
ENDS = "import os\nos._exit(0)"
SOURCES, VERDICTS = [TABLE, PAIRS, ENDS], ["AC", "AC", "WA"]
TESTS = {"input": ["[[2, 7, 11], 9]", "[[3, 2, 4], 6]"], "output": ["[0, 1]", "[1, 2]"]}


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    """A problem that no other test of this service has: nothing of it is known."""
    return {
        "name": f"two sum {uuid4()}",
        "public_tests": TESTS,
        "calls": {"name": "twoSum"},
        "solutions": {"language": [3] * 3, "solution": SOURCES},
    }


def verdicts(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [line["verdict"] for line in answer.json()["results"]]


def test_requests_stored_problems_and_cached_verdicts(service: Service, http: Http, row: dict[str, Any]) -> None:
    assert verdicts(http.post("/verify", json=body(SOURCES, row, wait=60))) == VERDICTS
    summary = http.put("/problems", json={"problems": [row]}).json()["problems"][0]
    assert summary["calls"] == "twoSum"
    candidates = [{"source": source} for source in SOURCES]
    by_id = {"problems": [{"problem_id": summary["problem_id"], "candidates": candidates}], "wait": 5}
    with no_slot_free(service):
        answer = http.post("/verify", json=by_id)
        assert verdicts(answer) == VERDICTS
        assert answer.json()["cached"] == len(SOURCES)
    other = {**row, "calls": {"name": "twoSum", "compare": {"tuple_is_list": False}}}
    assert verdicts(http.post("/verify", json=body(SOURCES, other, wait=60))) == ["AC", "WA", "WA"]


def test_scores_and_sets(http: Http, row: dict[str, Any]) -> None:
    generations = [TABLE, f"```python\n{PAIRS}\n```\nAn example:\n```python\nprint([0, 1])\n```", ENDS + "\nprint()"]
    asked = {"problems": [{"problem": row, "generations": generations}], "k": [1], "resamples": 100, "wait": 60}
    found = http.post("/score-generations", json=asked).json()
    assert found["verdicts"] == {"AC": 2, "WA": 1}
    made = {"problems": [{"problem": row}], "min_solutions": 2, "wait": 60}
    (kept,) = http.post("/equivalence-sets", json=made).json()["results"]
    assert (kept["status"], kept["verdicts"]) == ("kept", {"AC": 2, "WA": 1})


def test_rewards(service: Service, row: dict[str, Any]) -> None:
    texts = [f"```python\n{source}\n```" for source in SOURCES]
    reward = VerdictReward(url=service.http().base, api_key=OUTCOME_KEY)
    assert reward(["p"] * 3, texts, problem_id=[json.dumps(row)] * 3) == [1.0, 1.0, 0.0]


def test_a_row_of_another_format_on_the_command_line(service: Service, tmp_path: Path) -> None:
    """As APPS has it: arguments as values, what is expected wrapped once more."""
    tests = {"fn_name": "twoSum", "inputs": [[[2, 7, 11], 9]], "outputs": [[[0, 1]]]}
    apps = {"problem_id": 7, "question": "two sum", "input_output": json.dumps(tests), "solutions": "", "url": ""}
    (tmp_path / "apps.jsonl").write_text(json.dumps(apps))
    programs = [tmp_path / f"{number}.py" for number in range(len(SOURCES))]
    for program, source in zip(programs, SOURCES, strict=True):
        program.write_text(source)
    words = ("verify", str(tmp_path / "apps.jsonl"), *map(str, programs))
    done = run(*words, "--url", service.http().base, "--key", KEY, "--json")
    found = {line["candidate"]: line["verdict"] for line in map(json.loads, done.stdout.splitlines())}
    assert [found[number] for number in range(len(SOURCES))] == VERDICTS, done.output
