"""SandboxFusion's own client judges programs here: submit, as it comes from PyPI."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sandbox_fusion
from sandbox_fusion import EvalResult, SubmitRequest, TestConfig, run_concurrent

from tests.service import KEY, OUTCOME_KEY, Http, Service, no_slot_free

TESTS = [
    {"input": {"stdin": "1 2\n"}, "output": {"stdout": "3\n"}},
    {"input": {"stdin": "20 22\n"}, "output": {"stdout": "42.0\n"}},
    {"input": {"stdin": "-5 5\n"}, "output": {"stdout": "0\n"}},
]
RIGHT = "```python\nprint(sum(map(int, input().split())))\n```"
WRONG = "```python\na, b = map(int, input().split())\nprint(a * b + 1)\n```"
CPP = "```cpp\n#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << std::endl; }\n```"
BAD_CPP = "```cpp\nint main() { return x; }\n```"


@pytest.fixture
def endpoint(service: Service) -> str:
    """The address with the key in it, as `requests` and `aiohttp` send it: as a password."""
    return f"http://anybody:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion"


def request(completion: str, language: str = "python", tests: Any = None, **extra: Any) -> SubmitRequest:
    data: dict[str, Any] = {
        "id": 1,
        "content": "Add two numbers.",
        "labels": {},
        "test": TESTS if tests is None else tests,
    }
    config = TestConfig(dataset_type="CommonOJDataset", language=language, provided_data=data, extra=extra)
    return SubmitRequest(dataset="mine", id=1, completion=completion, config=config)


def submit(endpoint: str, *arguments: Any, **extra: Any) -> EvalResult:
    return sandbox_fusion.submit(request(*arguments, **extra), endpoint=endpoint, max_attempts=1)


def test_a_right_program_is_accepted_and_a_wrong_one_stops_at_its_first_failure(endpoint: str) -> None:
    right, wrong = submit(endpoint, RIGHT), submit(endpoint, WRONG)
    assert (right.accepted, len(right.tests), right.extracted_type) == (True, 3, "fenced")
    assert (wrong.accepted, [test.passed for test in wrong.tests]) == (False, [True, False])
    assert wrong.tests[1].exec_info.run_result.stdout == "441\n"


def test_all_tests_run_when_asked_for(endpoint: str) -> None:
    assert [test.passed for test in submit(endpoint, WRONG, run_all_cases=True).tests] == [True, False, False]


def test_a_compiled_program_is_accepted_and_one_that_does_not_compile_says_why(endpoint: str) -> None:
    right, bad = submit(endpoint, CPP, "cpp"), submit(endpoint, BAD_CPP, "cpp")
    assert (right.accepted, right.tests[0].exec_info.compile_result.return_code) == (True, 0)
    assert (bad.accepted, bad.tests[0].exec_info.run_result) == (False, None)
    assert "‘x’ was not declared" in bad.tests[0].exec_info.compile_result.stderr


def test_a_crash_and_an_endless_loop_are_told_apart(endpoint: str) -> None:
    crash = submit(endpoint, "```python\nimport sys; print('so far'); sys.exit(3)\n```").tests[0].exec_info
    assert (crash.status, crash.run_result.return_code, crash.run_result.stdout) == ("Failed", 3, "so far\n")
    asked = request("```python\nwhile True: pass\n```")
    asked.config.run_timeout = 0.5
    late = sandbox_fusion.submit(asked, endpoint=endpoint).tests[0].exec_info
    assert (late.status, late.run_result.status, late.run_result.return_code) == ("Failed", "TimeLimitExceeded", None)


def test_the_expected_output_is_out_of_the_programs_reach(endpoint: str) -> None:
    """It prints every file and variable that it can read, of its own process and of all others."""
    seeks = (
        "import os, sys\nfound = [str(os.environ), *sys.argv]\n"
        "for root in ('.', '/tmp', '/dev/shm', '/proc'):\n"
        "    for folder, _, names in os.walk(root):\n"
        "        for name in names:\n"
        "            if name in ('environ', 'cmdline') or not folder.startswith('/proc'):\n"
        "                try:\n"
        "                    with open(os.path.join(folder, name), 'rb') as file:\n"
        "                        found.append(repr(file.read(1 << 16)))\n"
        "                except OSError:\n"
        "                    pass\n"
        "sys.stderr.write(''.join(found))\nprint('SECRET' + 'S' * (\"4e7f\" + \"51\" in ''.join(found)))"
    )
    tests = [{"input": {"stdin": ""}, "output": {"stdout": "4e7f51"}}]
    told = submit(endpoint, f"```python\n{seeks}\n```", "python", tests).tests[0].exec_info.run_result
    assert told.stdout == "SECRET\n"
    assert "4e7f51" not in told.stderr


async def test_the_asynchronous_form_says_the_same(endpoint: str) -> None:
    made = [sandbox_fusion.submit_async(request(each), endpoint=endpoint, max_attempts=1) for each in (RIGHT, WRONG)]
    assert [each.accepted for each in await asyncio.gather(*made)] == [True, False]


def test_many_at_once_by_the_address_that_is_set(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SANDBOX_ENDPOINT", "DATASET_ENDPOINT"):
        monkeypatch.setattr(sandbox_fusion.config, name, "")  # put back behind the test
    sandbox_fusion.set_endpoint(endpoint)
    asked = [[request(RIGHT if number % 2 else WRONG)] for number in range(40)]
    told = run_concurrent(sandbox_fusion.submit, args=asked, concurrency=20)
    assert [each.accepted for each in told] == [bool(number % 2) for number in range(40)]


def test_who_comes_again_after_a_504_finds_it_judged_meanwhile(service: Service, endpoint: str) -> None:
    asked = request(RIGHT)
    asked.config.compile_timeout = asked.config.run_timeout = 0.2
    with no_slot_free(service), pytest.raises(Exception, match="504"):
        sandbox_fusion.submit(asked, endpoint=endpoint, max_attempts=1)
    assert sandbox_fusion.submit(asked, endpoint=endpoint).accepted


def test_an_outcome_only_key_hears_whether_it_is_accepted(service: Service) -> None:
    endpoint = f"http://x:{OUTCOME_KEY}@127.0.0.1:{service.api_port}/sandboxfusion"
    told = [submit(endpoint, each) for each in (RIGHT, WRONG)]
    assert [(each.accepted, each.tests) for each in told] == [(True, []), (False, [])]


def test_what_is_refused_says_what_to_do(endpoint: str, http: Http) -> None:
    with pytest.raises(Exception, match=r"400: .*config\.provided_data"):
        sandbox_fusion.submit(
            SubmitRequest(dataset="mbpp", id=1, completion="", config=TestConfig()), endpoint=endpoint, max_attempts=1
        )
    malformed = http.post("/sandboxfusion/submit", json={"dataset": "mine", "config": {}})
    assert malformed.status_code == 422
    assert [fault["loc"] for fault in malformed.json()["detail"]] == [["body", "id"], ["body", "completion"]]
