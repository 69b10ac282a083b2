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
IN_CPP = """class Solution {
public:
    vector<int> twoSum(vector<int>& nums, int target) {
        unordered_map<int, int> seen;
        for (int at = 0; at < nums.size(); at++) {
            if (seen.count(target - nums[at])) return {seen[target - nums[at]], at};
            seen[nums[at]] = at;
        }
        return {};
    }
};
"""
IN_JAVA = """class Solution {
    public int[] twoSum(int[] nums, int target) {
        for (int j = 0; j < nums.length; j++) {
            for (int i = 0; i < j; i++) {
                if (nums[i] + nums[j] == target) return new int[] {i, j};
            }
        }
        return null;
    }
}
"""
WRONG_IN_CPP = "class Solution { public: vector<int> twoSum(vector<int> a, int b) { return {1, 0}; } };"
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


TYPED = [
    (IN_CPP, "cpp17", "AC"),
    (IN_JAVA, "java", "AC"),
    (WRONG_IN_CPP, "cpp20", "WA"),
    ("class Solution {}", "java", "RE"),
]


def test_candidates_in_cpp_and_java(service: Service, http: Http, row: dict[str, Any]) -> None:
    candidates = [{"source": source, "language": language} for source, language, _ in TYPED]
    asked: dict[str, Any] = {"problems": [{"problem": row, "candidates": candidates}], "wait": 60}
    assert verdicts(http.post("/verify", json=asked)) == [verdict for *_, verdict in TYPED]
    summary = http.put("/problems", json={"problems": [row]}).json()["problems"][0]
    assert summary["called_in"] == ["python3", "pypy3", "cpp17", "cpp20", "java"]
    asked["problems"][0]["candidates"] = [{"source": "package main", "language": "go"}]
    assert "cannot be done in go" in http.post("/verify", json=asked).text


def test_texts_of_models_in_cpp(service: Service, http: Http, row: dict[str, Any]) -> None:
    texts = [f"So:\n```cpp\n{each}```\nAs in `Solution().twoSum({{2, 7}}, 9)`." for each in (IN_CPP, WRONG_IN_CPP)]
    generations = [{"text": text, "language": "cpp17"} for text in texts]
    asked = {"problems": [{"problem": row, "generations": generations}], "k": [1], "resamples": 100, "wait": 60}
    assert http.post("/score-generations", json=asked).json()["verdicts"] == {"AC": 1, "WA": 1}
    reward = VerdictReward(url=service.http().base, api_key=OUTCOME_KEY, language="cpp17")
    assert reward(["p"] * 2, texts, problem_id=[json.dumps(row)] * 2) == [1.0, 0.0]


def test_sets_of_several_languages(http: Http, row: dict[str, Any]) -> None:
    solutions = {"language": ["python3", "python3", "cpp17", "java"], "solution": [TABLE, PAIRS, IN_CPP, IN_JAVA]}
    entry = {"problem": {**row, "solutions": solutions}}
    made = {"problems": [entry], "languages": ["python3", "cpp17", "java"], "min_solutions": 2, "wait": 60}
    (kept,) = http.post("/equivalence-sets", json=made).json()["results"]
    assert (kept["status"], kept["verdicts"]) == ("kept", {"AC": 4})
