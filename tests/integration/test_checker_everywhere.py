"""One problem with a checker of its own, judged in every way that there is: each gives the verdicts of its checker."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pandas as pd
import pytest

from equijudge import Client
from equijudge.rewards import VerdictReward, compute_score_async, compute_scores
from equijudge_sandbox.headers import load_headers
from tests.service import KEY, OUTCOME_KEY, Http, Service, body, no_slot_free, running
from tests.unit.cli_support import run

# Print two numbers with the sum that is given; the header says how far they may be apart from it.
CHECKER = r"""
#include "slack.h"
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int sum = inf.readInt(), a = ouf.readInt(), b = ouf.readInt();
    if (a + b < sum - SLACK || a + b > sum + SLACK) quitf(_wa, "the sum is %d", a + b);
    quitf(_ok, "%d and %d", a, b);
}
"""
STANDS_FOR_TESTLIB = "struct { int readInt(); } inf, ouf;\nenum { _ok, _wa };\nvoid quitf(int, const char *, ...);\n"
READ = "n = int(input())\n"
STORED, OTHER, WRONG = READ + "print(0, n)", READ + "print(n + 7, -7)", READ + "print(n, 2)"
SOURCES = [STORED, OTHER, WRONG]
BY_CHECKER, BY_WORDS, WITH_SLACK = ["AC", "AC", "WA"], ["AC", "WA", "WA"], ["AC", "AC", "AC"]


@pytest.fixture(scope="module")
def row() -> dict[str, Any]:
    """A problem that no other test of this service has: nothing of it is known."""
    return {
        "name": f"two numbers {uuid4()}",
        "public_tests": {"input": ["5\n", "9\n"], "output": ["0 5\n", "0 9\n"]},
        "checker": {"protocol": "testlib", "source": CHECKER, "files": {"slack.h": "#define SLACK 0\n"}},
        "solutions": {"language": [3] * 3, "solution": SOURCES},
    }


@pytest.fixture(scope="module")
def lenient(row: dict[str, Any]) -> dict[str, Any]:
    """The same but for a header of its checker."""
    return {**row, "checker": {**row["checker"], "files": {"slack.h": "#define SLACK 2\n"}}}


def verdicts(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [line["verdict"] for line in answer.json()["results"]]


def stored(http: Http, row: dict[str, Any]) -> str:
    return str(http.put("/problems", json={"problems": [row]}).json()["problems"][0]["problem_id"])


def test_requests_and_stored_problems(http: Http, row: dict[str, Any], lenient: dict[str, Any]) -> None:
    assert verdicts(http.post("/verify", json=body(SOURCES, row, wait=60))) == BY_CHECKER
    candidates = [{"source": f"{source}  # again"} for source in SOURCES]
    by_id = {"problems": [{"problem_id": stored(http, row), "candidates": candidates}], "wait": 60}
    assert verdicts(http.post("/verify", json=by_id)) == BY_CHECKER
    assert verdicts(http.post("/verify", json=body(SOURCES, {**row, "checker": None}, wait=60))) == BY_WORDS
    assert verdicts(http.post("/verify", json=body(SOURCES, row, wait=60, checker={"name": "tokens"}))) == BY_WORDS
    assert verdicts(http.post("/verify", json=body(SOURCES, lenient, wait=60))) == WITH_SLACK


def test_many_chunks_of_two_problems_that_differ_in_a_header_alone(
    http: Http, row: dict[str, Any], lenient: dict[str, Any]
) -> None:
    candidates = [{"source": f"{source}  # {n}"} for n in range(20) for source in SOURCES]
    batch = [{"problem": each, "candidates": candidates} for each in (row, lenient)]
    assert verdicts(http.post("/verify", json={"problems": batch, "wait": 60})) == BY_CHECKER * 20 + WITH_SLACK * 20


def test_cached_verdicts_are_those_of_the_checker(service: Service, http: Http, row: dict[str, Any]) -> None:
    ways: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
        (row, {}, BY_CHECKER),
        ({**row, "checker": None}, {}, BY_WORDS),
        (row, {"checker": {"name": "codecontests"}}, BY_WORDS),
    ]
    for given, options, expected in ways:
        assert verdicts(http.post("/verify", json=body(SOURCES, given, wait=60, **options))) == expected
    with no_slot_free(service):
        for given, options, expected in ways:
            answer = http.post("/verify", json=body(SOURCES, given, wait=5, **options))
            assert verdicts(answer) == expected
            assert answer.json()["cached"] == len(SOURCES)


def test_scores(http: Http, row: dict[str, Any]) -> None:
    asked = {"problems": [{"problem": row, "generations": SOURCES}], "k": [1], "resamples": 100, "wait": 60}
    found = http.post("/score-generations", json=asked).json()
    assert found["verdicts"] == {"AC": 2, "WA": 1}
    assert found["scores"]["figures"]["pass@1"]["value"] == pytest.approx(2 / 3)
    named = http.post("/score-generations", json=asked | {"checker": {"name": "codecontests"}}).json()
    assert named["scores"]["figures"]["pass@1"]["value"] == pytest.approx(1 / 3)
    one, other = (each["scores"]["problems"][0]["tests_hash"] for each in (found, named))
    assert one != other, "two runs that were judged otherwise must not be compared"


def test_sets(http: Http, row: dict[str, Any]) -> None:
    (found,) = http.post(
        "/equivalence-sets", json={"problems": [{"problem": row}], "min_solutions": 2, "wait": 60}
    ).json()["results"]
    assert (found["status"], found["verdicts"]) == ("kept", {"AC": 2, "WA": 1})


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
def test_a_dataset_of_sets(service: Service, row: dict[str, Any], tmp_path: Path, ending: str) -> None:
    """In a table every row has the fields of all the others' checkers, as nulls."""
    others = [{"name": f"named {n}", "public_tests": row["public_tests"], "checker": {"name": "tokens"}} for n in "ab"]
    source = tmp_path / f"rows.{ending}"
    if ending == "jsonl":
        source.write_text("\n".join(map(json.dumps, (*others, row))))
    else:
        pd.DataFrame([*others, row]).to_parquet(source)
    place = ("--out", str(tmp_path / "sets"), "--url", service.http().base, "--key", KEY, "--json")
    done = run("build-sets", str(source), *place, "--min-solutions", "2")
    assert done.exit_code == 0, done.output
    counts = json.loads(done.stdout)["verdicts"]
    assert {verdict: count for verdict, count in counts.items() if count} == {"AC": 2, "WA": 1}


def test_rewards(service: Service, http: Http, row: dict[str, Any]) -> None:
    """As TRL calls them, and as verl does, with the key that a training loop is meant to have."""
    rewards = [float(verdict == "AC") for verdict in BY_CHECKER]
    texts = [f"```python\n{source}\n```" for source in SOURCES]
    address: dict[str, Any] = {"url": service.http().base, "api_key": OUTCOME_KEY}
    for problem in (stored(http, row), json.dumps(row)):
        assert VerdictReward(**address)(["p"] * 3, texts, problem_id=[problem] * 3) == rewards
        assert compute_scores(["d"] * 3, texts, [problem] * 3, **address) == rewards
        one = [asyncio.run(compute_score_async("d", text, problem, None, **address)) for text in texts]
        assert one == rewards


def test_the_python_client_takes_rows_of_tables(service: Service, row: dict[str, Any]) -> None:
    table = pd.DataFrame([row, {"name": "plain", "public_tests": row["public_tests"]}])
    with Client(service.http().base, KEY) as client:
        for given in (row, table.iloc[0]):
            assert [line.verdict for line in client.verify(given, SOURCES)] == BY_CHECKER


def test_commands(service: Service, row: dict[str, Any], tmp_path: Path) -> None:
    """verify and score; the header comes from a folder, as an operator's or a contest's would."""
    bare = {**row, "checker": {**row["checker"], "files": {}}}
    problem, include = tmp_path / "problem.jsonl", tmp_path / "include"
    problem.write_text(json.dumps(bare))
    include.mkdir()
    (include / "slack.h").write_text("#define SLACK 0\n")
    programs = [tmp_path / f"{number}.py" for number in range(len(SOURCES))]
    for program, source in zip(programs, SOURCES, strict=True):
        program.write_text(source)
    place = ("--url", service.http().base, "--key", KEY, "--json")
    given = ("verify", str(problem), *map(str, programs))
    done = run(*given, "--include", str(include), *place)
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == BY_CHECKER
    assert run(*given, *place).exit_code == 3
    generations = tmp_path / "generations.jsonl"
    generations.write_text(json.dumps({"problem": row["name"], "generations": SOURCES}))
    scored = run("score", str(generations), "--problems", str(problem), "--include", str(include), "-k", "1", *place)
    assert json.loads(scored.stdout)["figures"]["pass@1"]["value"] == pytest.approx(2 / 3)


def test_an_operators_header_judges_and_is_named_by_the_result(tmp_path: Path, row: dict[str, Any]) -> None:
    """Not the one in the tree: every output is right to this one. The verdict is kept, and found by the API."""
    (tmp_path / "testlib.h").write_text("#define registerTestlibCmd(a, b) return 0\n" + STANDS_FOR_TESTLIB)
    (tmp_path / "service").mkdir()
    settings = {"EQUIJUDGE_CHECKER_INCLUDE": str(tmp_path)}
    with running(tmp_path / "service", settings=settings, slots=1) as made:
        answers = [made.http().post("/verify", json=body([WRONG], row, wait=60)).json() for _ in range(2)]
    for answer, cached in zip(answers, (0, 1), strict=True):
        (line,) = answer["results"]
        assert (line["verdict"], answer["cached"]) == ("AC", cached)
        assert line["environment"]["checker_headers"] == load_headers(tmp_path).digest
