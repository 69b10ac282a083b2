"""verl's reward by SandboxFusion, by its contract: how it asks, what it tries again, and what it makes of an answer.

Each test of a program is a request of its own from a thread of its own, all of them bounded by one semaphore. A request
is given up after both timeouts and ten seconds; 504 alone is tried again, three times in all. True and False are right
and wrong answers, -1 what the sandbox is to blame for, -2 a crash, -3 a timeout, -4 what does not compile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import requests

ATTEMPTS, PAUSE_S, BEYOND_S = 3, 1, 10
API_ERROR, CRASH, TIMEOUT, NO_PROGRAM = -1, -2, -3, -4


def post(url: str, payload: dict[str, Any]) -> dict[str, Any] | None:
    """One run, or None where there is no answer."""
    within_s = payload["compile_timeout"] + payload["run_timeout"] + BEYOND_S
    for attempt in range(ATTEMPTS):
        try:
            answer = requests.post(url, json=payload, timeout=within_s)
            if answer.status_code == 504:
                time.sleep(PAUSE_S * (attempt + 1))
                continue
            answer.raise_for_status()
            told: dict[str, Any] = answer.json()
        except requests.exceptions.RequestException:
            return None
        return told
    return None


def judge(told: dict[str, Any] | None, expected: str) -> bool | int:
    """What verl makes of an answer."""
    if told is None or told["status"] == "SandboxError":
        return API_ERROR
    compiled, run = told["compile_result"], told["run_result"]
    if told["status"] == "Failed":
        if compiled and (compiled["status"] != "Finished" or compiled["return_code"] != 0):
            return NO_PROGRAM
        if not run:
            return API_ERROR
        if run["status"] == "TimeLimitExceeded":
            return TIMEOUT
        return CRASH if run["status"] == "Error" or run["return_code"] != 0 else API_ERROR
    if told["status"] == "Success" and run and run["status"] == "Finished":
        return str(run["stdout"] or "").rstrip("\n") == expected.rstrip("\n")
    return API_ERROR


def check_correctness(
    url: str,
    inputs: Sequence[str],
    outputs: Sequence[str],
    generation: str,
    *,
    timeout: float = 10,
    memory_limit_mb: int = 1024,
    language: str = "python",
    semaphore: threading.Semaphore | None = None,
) -> list[bool | int]:
    """Run a program on all inputs at once; the results in their order."""
    semaphore = semaphore or threading.Semaphore(64)

    def case(at: int) -> bool | int:
        payload = {
            "compile_timeout": timeout,
            "run_timeout": timeout,
            "code": generation,
            "stdin": inputs[at],
            "memory_limit_MB": memory_limit_mb,
            "language": language,
            "files": {},
            "fetch_files": [],
        }
        with semaphore:
            told = post(url, payload)
        return judge(told, outputs[at])

    with ThreadPoolExecutor(32) as threads:
        results = list(threads.map(case, range(len(inputs))))
    if NO_PROGRAM in results:  # what does not compile once does not compile for the tests that follow
        first = results.index(NO_PROGRAM)
        results[first:] = [NO_PROGRAM] * (len(results) - first)
    return results
