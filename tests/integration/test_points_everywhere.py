"""One problem that gives points, asked about in every way that there is: each tells the same points, or none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pandas as pd
import pytest

from equijudge import Client, Unauthorized
from equijudge.rewards import VerdictReward
from tests.service import KEY, OUTCOME_KEY, Http, Service, body, no_slot_free
from tests.unit.cli_support import run

READ = "n = int(input())\n"
RIGHT, SMALL, BROKEN = READ + "print(n * n)", READ + "print(n * n if n < 10 else 0)", "print("
SOURCES = [RIGHT, SMALL, BROKEN]
GROUPS = [
    {"name": "small", "tests": ["private/0", "private/1"], "policy": "min", "points": 30},
    {"name": "large", "tests": ["private/2", "private/3"], "policy": "all_or_nothing", "points": 50},
    {"name": "both", "tests": ["private/4", "private/5"], "policy": "sum", "points": 20, "depends_on": ["small"]},
]
POINTS, SHARES = [100, 40, 0], [1.0, 0.4, 0.0]


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    """A problem that no other test of this service has: nothing of it is known."""
    numbers = (2, 3, 20, 30, 4, 40)
    outputs = [f"{number * number}\n" for number in numbers]
    return {
        "name": f"squares {uuid4()}",
        "private_tests": {"input": [f"{number}\n" for number in numbers], "output": outputs},
        "scoring": {"groups": GROUPS},
    }


def told(answer: Any) -> list[tuple[str, float | None, float | None]]:
    assert answer.status_code == 200, answer.text
    return [(line["verdict"], line.get("points"), line.get("max_points")) for line in answer.json()["results"]]


def test_requests_and_the_cache(service: Service, http: Http, row: dict[str, Any]) -> None:
    expected = list(zip(["AC", "WA", "CE"], POINTS, [100] * 3, strict=True))
    first = http.post("/verify", json=body(SOURCES, row, wait=60))
    assert told(first) == expected
    some = first.json()["results"][1]
    assert [(each["name"], each["points"], each["tests_run"]) for each in some["groups"]] == [
        ("small", 30, 2),
        ("large", 0, 1),
        ("both", 10, 2),
    ]
    with no_slot_free(service):
        again = http.post("/verify", json=body(SOURCES, row, wait=5))
    assert (told(again), again.json()["cached"]) == (expected, 3)
    assert again.json()["results"][1]["groups"] == some["groups"]


def test_texts_without_a_program_get_none_and_programs_in_texts_get_theirs(http: Http, row: dict[str, Any]) -> None:
    texts = [f"```python\n{RIGHT}\n```", "I do not know."]
    candidates = [{"source": text, "form": "text"} for text in texts]
    answer = http.post("/verify", json={"problems": [{"problem": row, "candidates": candidates}], "wait": 60})
    assert told(answer) == [("AC", 100, 100), ("CE", 0, 100)]


def test_scores(http: Http, row: dict[str, Any]) -> None:
    plain = {**row, "name": "plain", "scoring": None}
    problems = [{"problem": each, "generations": SOURCES} for each in (row, plain)]
    asked = {"problems": problems, "k": [1], "resamples": 100, "wait": 60}
    figure = http.post("/score-generations", json=asked).json()["scores"]["figures"]["points_share"]
    assert (figure["value"], figure["problems"]) == (pytest.approx(sum(SHARES) / 3), 1)


def test_an_outcome_only_key_is_told_no_points(service: Service, http: Http, row: dict[str, Any]) -> None:
    asked = {"problems": [{"problem": row, "generations": SOURCES}], "k": [1], "resamples": 100, "wait": 60}
    closed = replace(service.http(), key=OUTCOME_KEY)
    assert told(closed.post("/verify", json=body(SOURCES, row, wait=60))) == [
        ("AC", None, None),
        ("REJ", None, None),
        ("CE", None, None),
    ]
    assert "points_share" not in closed.post("/score-generations", json=asked).json()["scores"]["figures"]


def test_rewards(service: Service, row: dict[str, Any]) -> None:
    address: dict[str, Any] = {"url": service.http().base, "api_key": KEY}
    asked = (["p"] * 3, SOURCES)
    assert VerdictReward(points=True, **address)(*asked, problem_id=[row] * 3) == SHARES
    assert VerdictReward(**address)(*asked, problem_id=[row] * 3) == [1.0, 0.0, 0.0]
    closed = VerdictReward(points=True, **{**address, "api_key": OUTCOME_KEY})
    assert closed(*asked, problem_id=[row] * 3) == [1.0, 0.0, 0.0]


def test_a_share_of_tests_is_a_reward_for_those_who_may_know_it(service: Service, row: dict[str, Any]) -> None:
    plain = {**row, "name": f"plain {row['name']}", "scoring": None}
    address: dict[str, Any] = {"url": service.http().base, "api_key": KEY}
    asked, problems = (["p"] * 3, SOURCES), [plain] * 3
    assert VerdictReward(share_of_tests=True, **address)(*asked, problem_id=problems) == [1.0, 0.5, 0.0]
    assert VerdictReward(share_of_tests=True, **address)(*asked, problem_id=[row] * 3) == SHARES
    closed = VerdictReward(share_of_tests=True, **{**address, "api_key": OUTCOME_KEY})
    with pytest.raises(Unauthorized, match=r"points_per_test.*EQUIJUDGE_OUTCOME_ONLY_POINTS"):
        closed(*asked, problem_id=problems)


def test_the_command_and_the_python_client_take_rows_of_tables(
    service: Service, row: dict[str, Any], tmp_path: Path
) -> None:
    table = tmp_path / "rows.parquet"
    pd.DataFrame([row, {**row, "name": "plain", "scoring": None}]).to_parquet(table)
    given = pd.read_parquet(table).iloc[0]
    with Client(service.http().base, KEY) as client:
        assert [line.points for line in client.verify(given, SOURCES)] == POINTS
    problem, program = tmp_path / "problem.jsonl", tmp_path / "small.py"
    problem.write_text(json.dumps(row))
    program.write_text(SMALL)
    place = ("--url", service.http().base, "--key", KEY)
    shown = run("verify", str(problem), str(program), "--detail", "tests", *place).stdout
    assert "40/100" in shown
    assert "10/20" in shown
    (line,) = run("verify", str(problem), str(program), "--json", *place).stdout.splitlines()
    assert json.loads(line)["points"] == 40


def test_a_fault_in_it_is_refused_by_field(http: Http, row: dict[str, Any]) -> None:
    wrong = {**row, "scoring": {"groups": [{**GROUPS[0], "tests": ["private/9"]}]}}
    answer = http.put("/problems", json={"problems": [wrong]})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["problems[0].scoring.groups[0].tests[0]"]
