"""One problem with an interactor, judged in every way that there is; and who is told what was said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.service import KEY, OUTCOME_KEY, Http, Service, body, no_slot_free
from tests.unit.cli_support import run

MARKER = "the-interactor-was-here"
INTERACTOR = f"""
import sys
secret = int(open(sys.argv[1]).read())
for line in sys.stdin:
    print("{MARKER}", file=sys.stderr)
    print("less" if int(line) > secret else "more" if int(line) < secret else "right", flush=True)
    if int(line) == secret:
        sys.exit(0)
print("{MARKER}: nobody guesses any more")
sys.exit(1)
"""
RIGHT = """
low, high = 1, 100
while True:
    print(middle := (low + high) // 2, flush=True)
    said = input()
    if said == "right":
        break
    low, high = (low, middle - 1) if said == "less" else (middle + 1, high)
"""
OTHER = "for guess in range(1, 101):\n    print(guess, flush=True)\n    if input() == 'right':\n        break"
WRONG = "print(50, flush=True)\nprint(input() + 'X', file=__import__('sys').stderr)"
SOURCES = [RIGHT, OTHER, WRONG]
VERDICTS = ["AC", "AC", "WA"]


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    """Two tests have the same input, and what stands as their outputs is different: neither is an output."""
    return {
        "name": f"guess {uuid4()}",
        "public_tests": {"input": ["42\n", "42\n", "7\n"], "output": ["", "any", ""]},
        "interactor": {"protocol": "dmoj", "language": "python3", "source": INTERACTOR},
        "solutions": {"language": [3] * 3, "solution": SOURCES},
    }


def verdicts(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [line["verdict"] for line in answer.json()["results"]]


def test_requests_stored_problems_and_the_cache(service: Service, http: Http, row: dict[str, Any]) -> None:
    assert verdicts(http.post("/verify", json=body(SOURCES, row, wait=60))) == VERDICTS
    stored = http.put("/problems", json={"problems": [row]}).json()["problems"][0]["problem_id"]
    with no_slot_free(service):
        by_id = {"problems": [{"problem_id": stored, "candidates": [{"source": each} for each in SOURCES]}], "wait": 5}
        answer = http.post("/verify", json=by_id)
        assert (verdicts(answer), answer.json()["cached"]) == (VERDICTS, 3)
    plain = {**row, "interactor": None}
    assert verdicts(http.post("/verify", json=body([RIGHT], plain, wait=60))) == ["RE"]
    asked = body([RIGHT], row, wait=60, checker={"name": "exact"})
    assert verdicts(http.post("/verify", json=asked)) == ["AC"]


def test_what_was_said_is_for_those_who_may_see_answers(http: Http, service: Service, row: dict[str, Any]) -> None:
    asked = body(SOURCES, row, wait=60, detail="outputs", stop="never")
    right, _, wrong = http.post("/verify", json=asked).json()["results"]
    assert right["tests"][0]["transcript"] == "> 50\n< less\n> 25\n< more\n> 37\n< more\n> 43\n< less\n> 40\n" + (
        "< more\n> 41\n< more\n> 42\n< right\n"
    )
    assert wrong["tests"][0]["transcript"] == f"> 50\n< less\n< {MARKER}: nobody guesses any more\n"
    assert MARKER in wrong["tests"][0]["checker_message"]
    without = http.post("/verify", json={**asked, "detail": "tests"})
    assert "transcript" not in without.text.replace('"transcript":null', "")
    outcome = Http(service.http().base, OUTCOME_KEY)
    for source in (WRONG, RIGHT, "raise ValueError", "import time\ntime.sleep(100)"):
        answer = outcome.post("/verify", json=body([source], row, wait=60, limits={"time_limit_s": 0.2}))
        assert answer.status_code == 200, answer.text
        told = answer.text
        assert not [word for word in (MARKER, "transcript", "checker_message", "less", "interactor") if word in told]
    assert outcome.post("/verify", json=asked).status_code == 403


def test_no_ie_of_an_interactor_tells_an_outcome_only_key_why(service: Service, row: dict[str, Any]) -> None:
    broken = {**row, "interactor": {**row["interactor"], "source": f"raise SystemExit('{MARKER}' * 2 and 77)"}}
    answer = Http(service.http().base, OUTCOME_KEY).post("/verify", json=body([RIGHT], broken, wait=60))
    (told,) = answer.json()["results"]
    assert (told["verdict"], told.get("reason"), told.get("tests")) == ("IE", None, None)
    assert MARKER not in answer.text


def test_the_rest_of_a_batch_goes_on_beside_a_broken_interactor(http: Http, row: dict[str, Any]) -> None:
    plain = {"name": "sum", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}
    broken = {**row, "interactor": {**row["interactor"], "source": "def broken(:"}}
    sums = {"problem": plain, "candidates": [{"source": "print(sum(map(int, input().split())))"}]}
    batch = [{"problem": each, "candidates": [{"source": RIGHT}]} for each in (broken, row)] + [sums]
    lines = http.post("/verify", json={"problems": batch, "wait": 60}).json()["results"]
    assert [line["verdict"] for line in lines] == ["IE", "AC", "AC"]
    assert lines[0]["reason"].startswith("interactor: ")
    assert "does not compile" in lines[0]["reason"]


def test_scores_and_sets(http: Http, row: dict[str, Any]) -> None:
    """Tests of one input with two outputs are no contradiction here."""
    asked = {"problems": [{"problem": row, "generations": SOURCES}], "k": [1], "resamples": 100, "wait": 60}
    assert http.post("/score-generations", json=asked).json()["verdicts"] == {"AC": 2, "WA": 1}
    asked = {"problems": [{"problem": row}], "min_solutions": 2, "wait": 60}
    (found,) = http.post("/equivalence-sets", json=asked).json()["results"]
    assert (found["status"], found["verdicts"]) == ("kept", {"AC": 2, "WA": 1})


def test_commands(service: Service, row: dict[str, Any], tmp_path: Path) -> None:
    source, program = tmp_path / "problem.jsonl", tmp_path / "other.py"
    source.write_text(json.dumps(row))
    program.write_text(OTHER)
    place = ("--url", service.http().base, "--key", KEY)
    done = run("verify", str(source), str(program), "--detail", "outputs", *place)
    assert done.exit_code == 0, done.output
    assert "public/0: > program, < interactor\n> 1\n< more" in done.stdout
    assert "more lines; --json has everything\n" in done.stdout
    assert "> 42\n< right" in done.stdout
    done = run("checker", "suggest", str(source), *place)
    assert (done.exit_code, "talk to an interactor" in done.output) == (2, True)
