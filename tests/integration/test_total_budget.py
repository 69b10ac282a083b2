"""The total budget over HTTP, with real cells: who may ask for how much, and what it does."""

from __future__ import annotations

import pytest

from tests.service import OUTCOME_KEY, Http, Service, body

TESTS = 30
ROW = {"name": "many", "public_tests": {"input": ["1\n"] * TESTS, "output": ["1\n"] * TESTS}}
SPIN = "import time\nuntil = time.process_time() + 0.2\nwhile time.process_time() < until: pass\nprint(input())"
DOZE = "import time\ntime.sleep(0.4)\nprint(input())"


@pytest.fixture
def others(service: Service) -> Http:
    """An outcome-only key."""
    return Http(service.http().base, OUTCOME_KEY)


def test_many_tests_in_time_each_are_too_much_together(http: Http) -> None:
    answer = http.post("/verify", json=body([SPIN], ROW, limits={"total_time_s": 1}, detail="tests", wait=60))
    (result,) = answer.json()["results"]
    assert (result["verdict"], result["reason"]) == ("TLE", "total_budget")
    assert result["limits"]["total_cpu_time_s"] == 1
    verdicts = [test["verdict"] for test in result["tests"]]
    assert verdicts == ["AC"] * (len(verdicts) - 1) + ["TLE"]
    assert 6 <= len(verdicts) <= 10  # 1.5 s of 0.2 s each
    assert http.post("/verify", json=body([SPIN], ROW, wait=60)).json()["verdicts"] == {"AC": 1}


def test_sleepers_are_too_much_together_as_well(http: Http) -> None:
    limits = {"total_time_s": 1, "time_limit_s": 1, "wall_time_limit_s": 2}
    (result,) = http.post("/verify", json=body([DOZE], ROW, limits=limits, wait=60)).json()["results"]
    assert (result["verdict"], result["reason"]) == ("TLE", "total_budget")
    assert 9 <= result["tests_run"] <= 13  # 5 s of 0.4 s each, or a little more


def test_the_limits_say_how_much_a_key_may_ask_for(http: Http, others: Http) -> None:
    for asks, most in ((http, 1200.0), (others, 120.0)):
        limits = asks.get("/limits").json()
        assert (limits["total_time_s"], limits["max_total_time_s"]) == (120.0, most)


def test_a_wider_budget_is_not_for_an_outcome_only_key(http: Http, others: Http) -> None:
    request = body(["print(input())"], ROW, limits={"total_time_s": 121})
    assert http.post("/verify", json=request).status_code == 200
    refused = others.post("/verify", json=request)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (403, "limits.total_time_s")
    beyond = http.post("/verify", json=body(["print(input())"], ROW, limits={"total_time_s": 1201}))
    assert (beyond.status_code, beyond.json()["errors"][0]["limit"]) == (422, "at most 1200.0 s")
