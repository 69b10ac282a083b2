"""SandboxFusion's own client runs programs here, as it comes from PyPI, and verl's reward by its contract."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import sandbox_fusion
from sandbox_fusion import RunCodeRequest, RunCodeResponse, SummaryMapping, run_concurrent, summary_run_code_result

from tests import verl_reward
from tests.service import KEY, OUTCOME_KEY, Http, Service, no_slot_free

SUM = "print(sum(map(int, input().split())))"
CPP_SUM = "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << std::endl; }"
JAVA = "class Main { public static void main(String[] a) { System.out.println(6 * 7); System.exit(3); } }"
SUMMARY = SummaryMapping(
    CompileFailed="compile", CompileTimeout="slow compile", RunFailed="crash", RunTimeout="late", Success="fine"
)
INPUTS, OUTPUTS = [f"{number} 1\n" for number in range(12)], [f"{number + 1}\n" for number in range(12)]


@pytest.fixture
def endpoint(service: Service) -> str:
    """The address with the key in it, as `requests` and `aiohttp` send it: as a password."""
    return f"http://anybody:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion"


def run(endpoint: str, code: str, language: str = "python", **fields: Any) -> RunCodeResponse:
    asked = RunCodeRequest(code=code, language=language, **fields)
    return sandbox_fusion.run_code(asked, endpoint=endpoint, max_attempts=1)


def summary(endpoint: str, code: str, language: str = "python", **fields: Any) -> str:
    return str(summary_run_code_result(run(endpoint, code, language, **fields), SUMMARY))


def test_a_program_reads_and_writes(endpoint: str) -> None:
    told = run(endpoint, f"import sys\nsys.stderr.write('why')\n{SUM}", stdin="20 22\n")
    assert (told.status, told.message, told.compile_result) == ("Success", "", None)
    assert (told.run_result.return_code, told.run_result.stdout, told.run_result.stderr) == (0, "42\n", "why")
    assert told.run_result.execution_time > 0


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        (SUM, "python", "fine"),
        ("print(", "python", "crash"),
        ("raise ValueError", "python", "crash"),
        (CPP_SUM, "cpp", "fine"),
        ("int main() { return x; }", "cpp", "compile"),
        ("int main() { return 3; }", "cpp", "crash"),
        ("int main() { *(volatile int*)0 = 1; }", "cpp", "crash"),
        (JAVA, "java", "crash"),
        ("console.log(6 * 7)", "nodejs", "fine"),
    ],
)
def test_the_client_tells_how_it_went(endpoint: str, code: str, language: str, said: str) -> None:
    assert summary(endpoint, code, language, stdin="1 2\n") == said


def test_a_signal_is_a_negative_return_code_and_output_so_far_is_told(endpoint: str) -> None:
    told = run(endpoint, "import os\nprint('so far', flush=True)\nos.kill(os.getpid(), 11)")
    assert (told.status, told.run_result.return_code, told.run_result.stdout) == ("Failed", -11, "so far\n")


def test_a_timeout_has_no_return_code_and_the_output_so_far(endpoint: str) -> None:
    asked = RunCodeRequest(code="print('so far', flush=True)\nwhile True: pass", language="python", run_timeout=0.5)
    told = sandbox_fusion.run_code(asked, endpoint=endpoint)
    assert (told.status, told.run_result.status, told.run_result.return_code) == ("Failed", "TimeLimitExceeded", None)
    assert told.run_result.stdout == "so far\n"


def test_output_as_long_as_deadlocks_that_service_comes_back_whole(endpoint: str) -> None:
    told = run(endpoint, "import sys\nsys.stdout.write('x' * 196608)\nsys.stderr.write('y' * 196608)")
    assert (told.status, len(told.run_result.stdout), len(told.run_result.stderr)) == ("Success", 196608, 196608)


def test_files_go_in_and_come_out(endpoint: str) -> None:
    code = "import os, shutil\nshutil.copy('in/a.bin', 'b.bin')\nprint(os.path.getsize('in/a.bin'))"
    content = base64.b64encode(bytes(range(256))).decode()
    told = run(endpoint, code, files={"in/a.bin": content, "none": None}, fetch_files=["./b.bin", "gone"])
    assert (told.run_result.stdout, told.files) == ("256\n", {"./b.bin": content})


def test_a_file_that_is_included_is_there_when_the_program_is_compiled(endpoint: str) -> None:
    header = base64.b64encode(b"const int answer = 42;\n").decode()
    code = '#include "answer.h"\n#include <cstdio>\nint main() { printf("%d", answer); }'
    told = run(endpoint, code, "cpp", files={"answer.h": header})
    assert told.run_result.stdout == "42"


def test_a_limit_on_memory_is_that_of_the_program(http: Http) -> None:
    asked = {"code": "print(len(bytearray(300 << 20)))", "memory_limit_MB": 64}
    few, many = (http.post("/sandboxfusion/run_code", json={**asked, "memory_limit_MB": each}) for each in (64, -1))
    assert [each.json()["status"] for each in (few, many)] == ["Failed", "Success"]
    assert few.json()["run_result"]["return_code"] == -9


async def test_the_asynchronous_form_says_the_same(endpoint: str) -> None:
    told = await sandbox_fusion.run_code_async(
        RunCodeRequest(code="print(6 * 7)", language="python"), endpoint=endpoint
    )
    assert told.run_result.stdout == "42\n"


@pytest.mark.parametrize("at_once", [20, 64])
def test_many_at_once_each_get_their_own_answer(endpoint: str, at_once: int) -> None:
    asked = [RunCodeRequest(code=SUM, language="python", stdin=f"{number} 1") for number in range(2 * at_once)]
    told = run_concurrent(
        sandbox_fusion.run_code, kwargs=[{"request": each, "endpoint": endpoint} for each in asked], concurrency=at_once
    )
    assert [each.run_result.stdout for each in told] == [f"{number + 1}\n" for number in range(2 * at_once)]


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"language": "pytest"}, 400, "pytest cannot be run here, only programs can"),
        ({"language": "cobol"}, 422, "unknown language 'cobol'"),
        ({"files": {"../up": ""}}, 400, "must be a relative path"),
        ({"fetch_files": ["/etc/passwd"]}, 400, "must be a relative path"),
        ({"files": {"main.py": ""}}, 400, "may be the program's own file"),
        ({"code": None}, 422, "valid string"),
        ({"run_timeout": 0}, 422, "greater than 0"),
    ],
)
def test_what_cannot_be_run_is_refused_with_the_reason(
    http: Http, fields: dict[str, Any], status: int, said: str
) -> None:
    answer = http.post("/sandboxfusion/run_code", json={"code": "x", **fields})
    assert (answer.status_code, said in json.dumps(answer.json()["detail"])) == (status, True), answer.text


def test_a_key_may_be_outcome_only(service: Service) -> None:
    told = run(f"http://x:{OUTCOME_KEY}@127.0.0.1:{service.api_port}/sandboxfusion", "print(42)")
    assert told.run_result.stdout == "42\n"


def test_what_is_not_done_in_its_time_is_504_and_goes_on_when_it_comes_again(service: Service, http: Http) -> None:
    asked = {"code": "import random\nprint(random.random())", "run_timeout": 0.1, "compile_timeout": 0.1}
    with no_slot_free(service):
        answer = http.post("/sandboxfusion/run_code", json=asked)
    assert (answer.status_code, "come again" in answer.json()["detail"]) == (504, True)
    time.sleep(1)  # it is run meanwhile
    second, third = (http.post("/sandboxfusion/run_code", json=asked).json() for _ in range(2))
    assert second["status"] == third["status"] == "Success"
    assert second["run_result"]["stdout"] != third["run_result"]["stdout"]


def test_verls_reward_tells_right_and_wrong_apart(endpoint: str) -> None:
    url = f"{endpoint}/run_code"
    assert verl_reward.check_correctness(url, INPUTS, OUTPUTS, SUM) == [True] * 12
    assert verl_reward.check_correctness(url, INPUTS, OUTPUTS, "print(5)") == [number == 4 for number in range(12)]


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("raise ValueError", "python", verl_reward.CRASH),
        ("while True: pass", "python", verl_reward.TIMEOUT),
        ("int main() { return x; }", "cpp", verl_reward.NO_PROGRAM),
        ("puts 1", "ruby", verl_reward.API_ERROR),
    ],
)
def test_verls_reward_tells_failures_apart(endpoint: str, code: str, language: str, said: int) -> None:
    found = verl_reward.check_correctness(
        f"{endpoint}/run_code", INPUTS[:1], OUTPUTS[:1], code, timeout=0.5, language=language
    )
    assert found == [said]


def test_equal_programs_are_compiled_once_for_all_their_inputs(endpoint: str) -> None:
    """Or twice, where both workers begin at once."""
    code = f"{CPP_SUM}  // {uuid4().hex}"
    asked = [
        {"request": RunCodeRequest(code=code, language="cpp", stdin=each), "endpoint": endpoint} for each in INPUTS
    ]
    told = run_concurrent(sandbox_fusion.run_code, kwargs=asked, concurrency=12)
    assert [each.run_result.stdout for each in told] == OUTPUTS
    took_s = [each.compile_result.execution_time for each in told]
    assert 1 <= len({each for each in took_s if each > 0}) <= 2, took_s


def test_verls_reward_has_one_bound_for_all(endpoint: str) -> None:
    told = verl_reward.check_correctness(
        f"{endpoint}/run_code", INPUTS, OUTPUTS, CPP_SUM, language="cpp", semaphore=threading.Semaphore(4)
    )
    assert told == [True] * 12


def test_the_manuals_example_prints_what_it_says(endpoint: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "sandboxfusion.md").read_text("utf-8")
    code, said = re.search(r"```python\n(.*?)\n```\n\n```text\n(.*?)```", page, re.DOTALL).groups()  # type: ignore[union-attr]
    environment = {**os.environ, "SANDBOX_FUSION_ENDPOINT": endpoint}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == said, done.stderr


def test_a_client_that_sends_no_key_is_refused(service: Service) -> None:
    answer = httpx.post(f"http://127.0.0.1:{service.api_port}/sandboxfusion/run_code", json={"code": "x"})
    assert answer.status_code == 401
