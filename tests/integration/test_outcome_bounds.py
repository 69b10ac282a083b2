"""What an outcome-only key can find out of 24 hidden answers: by bodies nothing but whether a whole guess is right.

The programs are those that read the answers when verdict kinds, costs and counts were shown: what they do, or how much
they use, depends on the number of the test, so that any trace of the first failing test is a run of answers read.
"""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest

from tests.service import OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service, body, wait_for

TESTS = 24
SECRETS = ["".join(random.Random(seed).choices("01", k=TESTS)) for seed in range(4)]
GUESS = f"n = int(input())\nguess = '{'01' * (TESTS // 2)}'\n"
ANSWER = "print(guess[n])\n"
FAIL = {
    "RE": "raise SystemExit(n)",
    "TLE": "exec('while True: pass')",
    "MLE": "held = bytearray(200 << 20)",
    "OLE": "print('x' * (2 << 20))",
}
PROGRAMS = {
    "memory by test": GUESS + "held = bytearray((n + 1) << 21)\n" + ANSWER,
    "time by test": GUESS + "import time\nwhile time.process_time() < n / 50: pass\n" + ANSWER,
    "message by test": GUESS + "import sys\nsys.stderr.write('x' * n)\n" + ANSWER,
    "clock by test": GUESS + "import time\ntime.sleep(n / 50)\n" + ANSWER,
    **{f"{kind} by test": GUESS + f"if n > 1: {fail}\n" + ANSWER for kind, fail in FAIL.items()},
}
LIMITS = {"time_limit_s": 1, "memory_limit_bytes": 64 << 20, "output_limit_bytes": 1 << 20}
OWN = re.compile(rb'"(?:job_id|problem_id|created_at|tests_hash)":\s*(?:"[^"]*"|[0-9.]+)')


def row_of(secret: str) -> dict[str, Any]:
    """A problem whose answers are the digits of the secret."""
    inputs = [f"{n}\n" for n in range(TESTS)]
    return {"name": "hidden", "private_tests": {"input": inputs, "output": [f"{digit}\n" for digit in secret]}}


def bodies(http: Http, secret: str, sources: list[str]) -> list[bytes]:
    """Every body that tells of these programs, without ids and the time of acceptance."""
    verified = http.post("/verify", json=body(sources, row_of(secret), limits=LIMITS, wait=60))
    assert verified.status_code == 200, verified.text
    generations = [f"```python\n{source}\n```" for source in sources]
    problem = {"problem": row_of(secret), "generations": generations}
    scored = http.post("/score-generations", json={"problems": [problem], "limits": LIMITS, "wait": 60})
    assert scored.status_code == 200, scored.text
    found = [verified.content, scored.content]
    for job in (verified.json()["job_id"], scored.json()["job_id"]):
        found += [http.get(f"/jobs/{job}{part}").content for part in ("", "/results", "/events", "/results?offset=1")]
    found.append(http.get(f"/jobs/{scored.json()['job_id']}/scores").content)
    return [OWN.sub(b"", each) for each in found]


def test_bodies_are_the_same_whatever_the_answers_are(service: Service) -> None:
    limited = Http(service.http().base, OUTCOME_KEY)
    first, *others = [bodies(limited, secret, list(PROGRAMS.values())) for secret in SECRETS]
    assert first[0].count(b'"verdict":"REJ"') == len(PROGRAMS)
    for other in others:
        assert other == first


def test_a_full_key_reads_the_first_failing_test_off_them(http: Http) -> None:
    """The control: what is hidden is there."""
    tests_run, peaks = set(), set()
    for secret in SECRETS:
        answer = http.post("/verify", json=body([PROGRAMS["memory by test"]], row_of(secret), limits=LIMITS, wait=60))
        [result] = answer.json()["results"]
        right = [given == digit for given, digit in zip("01" * (TESTS // 2), secret, strict=True)]
        assert result["tests_run"] == right.index(False) + 1
        tests_run.add(result["tests_run"])
        peaks.add(result["memory_peak_bytes"] >> 21)
    assert len(tests_run) > 1 < len(peaks)


def test_a_whole_right_guess_is_the_only_thing_that_is_told(service: Service) -> None:
    limited, secret = Http(service.http().base, OUTCOME_KEY), SECRETS[0]
    nearly = secret[:-1] + str(1 - int(secret[-1]))
    sources = [f"print('{guess}'[int(input())])" for guess in (secret, nearly)]
    results = limited.post("/verify", json=body(sources, row_of(secret), wait=60)).json()["results"]
    assert [result["verdict"] for result in results] == ["AC", "REJ"]
    assert [("cpu_time_s" in result) for result in results] == [True, False]


def test_neither_counts_nor_order_tell_which_candidate_took_longer(service: Service) -> None:
    http, limited = service.http(), Http(service.http().base, OUTCOME_KEY)
    sources = ["import time\ntime.sleep(1.5)\nprint(4)", f"{RIGHT}  # {random.random()}"]
    job = limited.post("/verify", json=body(sources, wait=0)).json()["job_id"]
    wait_for(lambda: http.get(f"/jobs/{job}").json()["done"] == 1, what="the quick one")
    status = limited.get(f"/jobs/{job}").json()
    assert (status["state"], status["done"], status["verdicts"]) == ("running", 0, {})
    assert limited.get(f"/jobs/{job}/results", params={"follow": "false"}).content == b""
    events = re.findall(r'"done":(\d)', limited.get(f"/jobs/{job}/events").text)
    assert events == ["0", "2"]
    orders = [
        [json.loads(line)["index"] for line in each.get(f"/jobs/{job}/results").text.splitlines()]
        for each in (limited, http)
    ]
    assert orders == [[0, 1], [1, 0]]


def test_a_job_that_is_cancelled_tells_nothing_of_what_was_done(service: Service) -> None:
    http, limited = service.http(), Http(service.http().base, OUTCOME_KEY)
    sources = [f"{RIGHT}  # {random.random()}", *["import time\ntime.sleep(9)\nprint(4)"] * 4]
    job = limited.post("/verify", json=body(sources, wait=0, limits={"time_limit_s": 10})).json()["job_id"]
    wait_for(lambda: http.get(f"/jobs/{job}").json()["done"] == 1, what="the quick one")
    assert limited.delete(f"/jobs/{job}").status_code == 204
    status = limited.get(f"/jobs/{job}").json()
    assert (status["state"], status["done"], status["verdicts"]) == ("cancelled", 0, {})
    assert (limited.get(f"/jobs/{job}/results").content, "finished_at" in status) == (b"", False)


@pytest.mark.parametrize("key", ["no-key-of-this-service", OUTCOME_KEY])
def test_how_much_waits_is_for_full_keys_alone(service: Service, key: str) -> None:
    assert Http(service.http().base, key).get("/readyz").json()["backlog"] is None
    assert service.http().get("/readyz").json()["backlog"] is not None


def test_problems_are_listed_with_what_is_no_secret(service: Service) -> None:
    service.http().put("/problems", json={"problems": [SUM_ROW]})
    limited = Http(service.http().base, OUTCOME_KEY)
    hidden = {"brings": {}, "calls": "", "called_in": []}
    listed = service.http().get("/problems").json()["problems"]
    assert limited.get("/problems").json()["problems"] == [{**each, **hidden} for each in listed]
