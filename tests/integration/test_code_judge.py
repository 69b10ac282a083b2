"""Clients of code-judge against the service in its place: answers, languages, sizes, crowds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.code_judge_clients import AsyncJudgeClient, JudgeClient, SingleClient, Submission, call_tools
from tests.service import KEY, OUTCOME_KEY, RIGHT, Service

CPP = "#include <iostream>\nint main() { long a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }"
AT_ONCE = 64


def address(service: Service, key: str = KEY) -> str:
    """As a client is given it."""
    return f"http://user:{key}@127.0.0.1:{service.api_port}/code-judge"


def submission(solution: str, text: str | None = "1 2", expected: str | None = "3", kind: str = "python") -> Submission:
    return Submission(None, kind, solution, text, expected)


CASES = [
    (submission(RIGHT), (True, True, "3\n", "", "")),
    (submission(RIGHT, expected=" 3\r\n"), (True, True, "3\n", "", "")),
    (submission(RIGHT, expected="4"), (False, True, "3\n", "", "")),
    (submission(RIGHT, expected=None), (True, True, "3\n", "", "")),
    (submission("print(3); raise SystemExit(1)"), (False, False, "3\n", "", "")),
    (submission("print('x' * 3000)", expected="x" * 3000), (True, True, "x" * 1000, "", "")),
    (submission(CPP, kind="cpp"), (True, True, "3\n", "", "")),
]


@pytest.mark.parametrize("path", ["/code-judge", ""])
async def test_every_client_reads_the_same_of_every_kind_of_program(service: Service, path: str) -> None:
    """The asynchronous one calls by a path of its own; as aiohttp takes an address, it may not have one of another."""
    submissions = [each for each, _ in CASES] * 2
    if path:
        told = JudgeClient(address(service)).judge(submissions)
    else:
        told = await AsyncJudgeClient(f"http://user:{KEY}@127.0.0.1:{service.api_port}").judge(submissions)
    found = [(each.success, each.run_success, each.stdout, each.stderr, each.reason) for each in told]
    assert found == [expected for _, expected in CASES] * 2
    assert all(0 < each.cost < 10 for each in told)


def test_a_program_that_does_not_compile_cost_nothing_and_says_why(service: Service) -> None:
    cpp, python = JudgeClient(address(service)).judge([submission("int main() { x }", kind="cpp"), submission("(")])
    assert (cpp.run_success, cpp.success, cpp.cost, cpp.reason) == (False, False, 0.0, "")
    assert "x" in (cpp.stderr or "")
    assert "SyntaxError" in (python.stderr or "")


async def test_rstar2s_tool_runs_a_models_programs(service: Service) -> None:
    """Its address has a host and a port, both of which are texts."""
    calls = [("print(int(input()) + 1)", "1"), ("import sys\nsys.exit('no')", None), ("1 / 0", None)]
    told = await call_tools(f"user:{KEY}@127.0.0.1", f"{service.api_port}/code-judge", calls)
    assert [(each["run_success"], each["success"]) for each in told] == [(True, True), (False, False), (False, False)]
    assert told[0]["stdout"] == "2\n"
    assert told[1]["stderr"] == "no\n"
    assert "ZeroDivisionError" in told[2]["stderr"]


def test_what_is_larger_than_a_pipe_takes_both_ways_comes_back(service: Service) -> None:
    """196,608 bytes on stdin and as many on stdout, at which others stand still."""
    text = "x" * 196_608 + "\n"
    told = JudgeClient(address(service)).judge([submission("print(input())", text * 2, text)])
    assert [(each.success, each.reason) for each in told] == [(True, "")]


def test_judging_tells_no_output_and_compares_where_no_program_is(service: Service) -> None:
    submissions = [
        {"type": "python", "solution": RIGHT, "input": "1 2", "expected_output": "3", "sub_id": "a"},
        {"type": "python", "solution": RIGHT, "input": "1 2", "expected_output": "4", "sub_id": "b"},
        {"type": "python", "solution": RIGHT, "input": "x", "expected_output": "4", "sub_id": "c"},
    ]
    told = httpx.post(f"{address(service)}/judge/long-batch", json={"submissions": submissions}, timeout=60).json()
    fields = {"sub_id", "success", "run_success", "cost", "reason"}
    assert all(set(each) == fields for each in told["results"])
    found = [(each["sub_id"], each["success"], each["run_success"]) for each in told["results"]]
    assert found == [("a", True, True), ("b", False, True), ("c", False, False)]


@pytest.mark.parametrize("call", ["run", "judge"])
def test_a_single_submission_is_answered_without_a_batch(service: Service, call: str) -> None:
    body = {"type": "python", "solution": RIGHT, "input": "1 2", "expected_output": "3"}
    told = httpx.post(f"{address(service)}/{call}", json=body, timeout=60).json()
    assert (told["success"], told["run_success"], told["reason"]) == (True, True, "")


def test_an_outcome_only_key_is_told_accepted_or_not(service: Service) -> None:
    """A crash and a wrong answer are the same to it."""
    body = [
        {"type": "python", "solution": RIGHT, "input": text, "expected_output": expected}
        for text, expected in (("1 2", "3"), ("1 2", "4"), ("x", "3"))
    ]
    address_ = f"{address(service, OUTCOME_KEY)}/judge/batch"
    told = httpx.post(address_, json={"submissions": body}, timeout=60).json()["results"]
    assert [(each["success"], each["run_success"]) for each in told] == [(True, True), (False, False), (False, False)]
    assert [each["cost"] > 0 for each in told] == [True, False, False]


def test_the_status_says_how_many_workers_there_are(service: Service) -> None:
    assert JudgeClient(address(service)).get_status() == {"queue": 0, "num_workers": service.slots}
    assert httpx.get(f"{address(service, OUTCOME_KEY)}/status").status_code == 403


def test_a_refusal_has_the_form_that_fastapi_gives_it(service: Service) -> None:
    answer = httpx.post(f"{address(service)}/run/batch", json={"submissions": [{"type": "math", "solution": "1"}]})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "submissions", 0, "type"]


def test_the_manuals_example_prints_what_the_manual_says(service: Service) -> None:
    page = (Path(__file__).parents[2] / "docs" / "code-judge.md").read_text("utf-8")
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", page, re.DOTALL)
    environment = {**os.environ, "CODE_JUDGE_URL": address(service)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == printed


def crowd(service: Service, seconds: float) -> tuple[int, int]:
    """So many callers at once for so long, by batches or singly, with a right program, a wrong and a lazy one.

    Return how many answers there were, and how many had to be asked for again; raise for one that is false.
    """
    until = time.monotonic() + seconds
    submissions = [
        *(submission(RIGHT, f"{n} 1", str(n + 1)) for n in range(4)),
        *(submission("print(7)", f"{n} 1", "8") for n in range(2)),
        submission("import time; time.sleep(0.2); print(3)"),
    ]
    right = [True] * 4 + [False] * 2 + [True]
    clients: list[Callable[[], JudgeClient | SingleClient]] = [
        lambda: JudgeClient(address(service), max_workers=1),
        lambda: SingleClient(address(service), "run"),
        lambda: SingleClient(address(service), "judge"),
    ]

    def call(number: int) -> tuple[int, int]:
        client, done = clients[number % 3](), 0
        while time.monotonic() < until:
            some = [
                Submission(None, each.type, f"{each.solution}  # {number} {done}", each.input, each.expected_output)
                for each in submissions
            ]
            told = client.judge(some)
            assert [each.success for each in told] == right, told
            assert all(each.run_success and not each.reason for each in told), told
            done += len(told)
        return done, client.sent_again

    with ThreadPoolExecutor(AT_ONCE) as threads:
        found = list(threads.map(call, range(AT_ONCE)))
    return sum(done for done, _ in found), sum(again for _, again in found)


def test_in_a_crowd_no_answer_is_false(service: Service) -> None:
    done, _ = crowd(service, 3.0)
    assert done >= AT_ONCE


@pytest.mark.proof
def test_in_a_crowd_no_answer_is_false_for_a_minute(service: Service) -> None:
    done, again = crowd(service, 60.0)
    print(f"{done} answers, {again} asked for again")
    assert done >= AT_ONCE
