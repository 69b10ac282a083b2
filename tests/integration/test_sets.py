"""Equivalence sets over a real service: what becomes of each program and each problem."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_core.contracts.sets import EquivalenceSet, Reason
from tests.service import OUTCOME_KEY, SUM_ROW, Http, Service

PYTHON2, CPP, PYTHON3 = 1, 2, 3
SUM = "print(sum(map(int, input().split())))"
NAMED = "a, b = map(int, input().split())\nprint(a + b)"
RENAMED = "first, second = map(int, input().split())  # the same\nprint(first + second)"
COUNTED = "a, b = map(int, input().split())\nwhile b:\n    s = 1 if b > 0 else -1\n    a, b = a + s, b - s\nprint(a)"
SEARCHED = """a, b = map(int, input().split())
low, high = -10**6, 10**6
while low < high:
    middle = (low + high) // 2
    if middle - a < b:
        low = middle + 1
    else:
        high = middle
print(low)"""
PYTHON2_SOURCE = "a, b = map(int, raw_input().split())\nprint a + b"
PRODUCT = "a, b = map(int, input().split())\nprint(a * b)"


def row(solutions: list[str], incorrect: list[str] = [], **fields: Any) -> dict[str, Any]:  # noqa: B006 - only read
    columns = {
        "solutions": {"language": [PYTHON3] * len(solutions), "solution": solutions},
        "incorrect_solutions": {"language": [PYTHON3] * len(incorrect), "solution": incorrect},
    }
    return {**SUM_ROW, **columns, **fields}


def sets(service: Service, *rows: dict[str, Any], **options: Any) -> list[EquivalenceSet]:
    body = {"problems": [{"problem": each} for each in rows], "min_solutions": 2, "wait": 30, **options}
    answer = service.http().post("/equivalence-sets", json=body)
    assert answer.status_code == 200, answer.text
    return [EquivalenceSet.model_validate(each) for each in answer.json()["results"]]


def test_every_program_is_accounted_for(service: Service) -> None:
    programs = [SUM, NAMED, RENAMED, COUNTED, PYTHON2_SOURCE, PRODUCT, "print(", "#" * 70_000]
    (found,) = sets(service, row(programs))
    assert [each.position for each in found.solutions] == [0, 1, 3]
    assert {each.position: each.reason for each in found.dropped} == {
        2: Reason.DUPLICATE,
        4: Reason.PYTHON2,
        5: Reason.REJECTED,
        6: Reason.NOT_PARSEABLE,
        7: Reason.TOO_LONG,
    }
    assert found.dropped[0].of == 1
    funnel = found.funnel
    assert (funnel.taken, funnel.parseable, funnel.unique, funnel.accepted) == (8, 5, 4, 3)
    assert found.verdicts == {"AC": 3, "WA": 1}


def test_clusters_follow_the_algorithm_not_the_writing(service: Service) -> None:
    (found,) = sets(service, row([NAMED, "x, y = map(int, input().split())\nz = x + y\nprint(z)", SEARCHED]))
    assert [cluster.solutions for cluster in found.clusters] == [(0, 1), (2,)]
    assert all(each.cpu_time_s > 0 and each.memory_peak_bytes >= 0 for each in found.solutions)


def test_the_audit_says_how_good_the_tests_are(service: Service) -> None:
    (found,) = sets(service, row([SUM, NAMED, PRODUCT], [PRODUCT + "\n#", COUNTED, "print(3)"]))
    audit = found.audit
    assert audit is not None
    assert (audit.right, audit.right_accepted, audit.wrong, audit.wrong_rejected) == (3, 2, 3, 2)
    assert audit.true_positive_rate == pytest.approx(2 / 3)
    assert [(each.test, each.accepted, each.wrong_answers) for each in audit.disputes] == [
        ("public/0", 2, 1),
        ("private/0", 2, 1),
        ("private/1", 2, 1),
    ]
    assert audit.several_answers


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (row([SUM]), "few_solutions"),
        (row([SUM, "print("]), "few_parseable"),
        (row([NAMED, RENAMED]), "few_unique"),
        (row([SUM, PRODUCT]), "few_accepted"),
        (row([SUM, NAMED], private_tests={"input": ["1 2\n"], "output": ["4\n"]}), "inconsistent_tests"),
    ],
)
def test_a_problem_is_given_up_at_the_first_stage_that_leaves_too_few(
    service: Service, given: dict[str, Any], status: str
) -> None:
    (found,) = sets(service, given)
    assert (found.status, found.solutions) == (status, ())


def test_a_second_time_every_verdict_is_known(service: Service) -> None:
    programs = row([f"{SUM}\nprint(end='{number}'[:0])" for number in range(4)], [PRODUCT], description="twice")
    first, second = sets(service, programs)[0], sets(service, programs)[0]
    assert (first.cached, second.cached) == (0, 5)
    assert second.model_copy(update={"cached": 0}) == first


def test_a_stored_problem_takes_its_programs_from_the_request(service: Service) -> None:
    stored = service.http().put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]["problem_id"]
    entry = {"problem_id": stored, "solutions": [{"source": SUM}, {"source": NAMED}]}
    answer = service.http().post("/equivalence-sets", json={"problems": [entry], "min_solutions": 2, "wait": 30})
    assert [each["status"] for each in answer.json()["results"]] == ["kept"]


def test_progress_counts_problems_and_verdicts_count_programs(service: Service) -> None:
    body = {"problems": [{"problem": row([SUM, NAMED])}] * 3, "min_solutions": 2, "wait": 0}
    job = service.http().post("/equivalence-sets", json=body).json()["job_id"]
    lines = service.http().get(f"/jobs/{job}/results").text.splitlines()
    status = service.http().get(f"/jobs/{job}").json()
    assert sorted(EquivalenceSet.model_validate_json(line).index for line in lines) == [0, 1, 2]
    assert (status["state"], status["candidates"], status["done"], status["verdicts"]) == ("done", 3, 3, {"AC": 6})


def test_the_same_idempotency_key_is_the_same_job(service: Service) -> None:
    body = {"problems": [{"problem": row([SUM, NAMED])}], "min_solutions": 2, "wait": 0}
    post = service.http().post
    headers = {"Idempotency-Key": "one-set"}
    first, second = (post("/equivalence-sets", json=body, headers=headers).json() for _ in range(2))
    other = post("/equivalence-sets", json={**body, "audit": False}, headers=headers)
    assert first["job_id"] == second["job_id"]
    assert other.status_code == 422


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"problems": [{}]}, "problems[0]"),
        ({"problems": [{"problem": {"name": "x"}}]}, "problems[0].problem.public_tests"),
        ({"problems": [{"problem_id": "p" + "0" * 32}]}, "problems[0].problem_id"),
        ({"problems": [{"problem": row([SUM]), "solutions": [{"source": SUM}]}]}, "problems[0].solutions"),
        ({"problems": [{"problem_id": "\ud800"}]}, "problems[0].problem_id"),
        ({"problems": [{"problem": row([SUM])}], "min_solutions": 0}, "min_solutions"),
        ({"problems": [{"problem": row([SUM])}], "dedupe": "guess"}, "dedupe"),
        ({"problems": [{"problem": row([SUM])}], "limits": {"time_limit_s": 599}}, "limits.time_limit_s"),
    ],
)
def test_what_is_wrong_with_a_request_is_named(service: Service, body: dict[str, Any], field: str) -> None:
    text = json.dumps(body)  # a lone surrogate as an escape
    answer = service.http().post("/equivalence-sets", content=text, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert field in [error["field"] for error in answer.json()["errors"]]


def test_an_outcome_only_key_makes_no_sets(service: Service) -> None:
    http = Http(service.http().base, OUTCOME_KEY)
    answer = http.post("/equivalence-sets", json={"problems": [{"problem": row([SUM])}]})
    assert answer.status_code == 403
