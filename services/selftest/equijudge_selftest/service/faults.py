"""What may happen to the service under a batch: one function is one scenario."""

from __future__ import annotations

import json
import os
import pickle
import secrets
import signal
import time
from typing import Any

from equijudge_queue import schema
from equijudge_selftest.busy_cores import busy_cores
from equijudge_selftest.service.own_service import (
    BACKLOG,
    OUTCOME_ONLY_KEY,
    RIGHT,
    ROW,
    SLOW,
    Broken,
    Service,
    body,
    find_cell,
    wait_for,
)
from equijudge_selftest.service.scenario import Scenario
from equijudge_selftest.topics import Topic

SIZE = 60
NOTICE_S = 10.0  # until a worker that is gone is noticed
SLEEPER = "import time\ntime.sleep(600)\n"
NAMED = "import ctypes, time\nctypes.CDLL(None).prctl(15, b'{name}', 0, 0, 0)\ntime.sleep(1.0)\n" + RIGHT


def kill_worker(service: Service) -> str:
    """Kill a worker in the middle of a batch; another must take its chunk over."""
    job = start_batch(service)
    os.kill(service.worker_pids()[0], signal.SIGKILL)
    killed = time.monotonic()
    wait_for(
        lambda: int(service.redis(b"GET", schema.TAKEOVERS.encode()).split(b"\r\n")[1:2][0] or b"0"),
        30.0,
        "a take-over",
    )
    noticed_s = time.monotonic() - killed
    check_batch(service, job)
    if noticed_s > NOTICE_S:
        raise Broken(f"a dead worker was noticed after {noticed_s:.1f} s")
    return f"taken over after {noticed_s:.1f} s, {SIZE} verdicts"


def kill_redis(service: Service) -> str:
    """Kill Redis in the middle of a batch and start it again."""
    job = start_batch(service)
    service.crash("redis")
    return check_batch(service, job)


def kill_cell(service: Service) -> str:
    """Kill the cell under a running candidate, from the host."""
    name = f"ej-{secrets.token_hex(5)}"
    job = service.submit([NAMED.replace("{name}", name), RIGHT])
    first = wait_for(lambda: find_cell(name), 20.0, "a cell to be seen from this host")
    os.kill(first, signal.SIGKILL)
    found = service.collect_verdicts(job, 2)
    if found != ["AC", "AC"]:
        raise Broken(f"a cell that was killed once gives {found}")
    return "tried again, AC"


def overload(service: Service) -> str:
    """Keep every core busy, and send more work than the queue takes."""
    with busy_cores():
        job = service.submit([SLOW] * SIZE, limits={"time_limit_s": 0.2})
        answers = [service.call("POST", "/verify", json=body([SLOW] * 200, wait=0)) for _ in range(4)]
        full = [answer for answer in answers if answer.status_code == 429]
        if not full or "retry-after" not in full[0].headers or {a.status_code for a in answers} - {202, 429}:
            raise Broken(f"{BACKLOG + SIZE} candidates and more are answered {[a.status_code for a in answers]}")
        for answer in answers:
            if answer.status_code == 202:
                service.call("DELETE", f"/jobs/{answer.json()['job_id']}")
        seen = service.collect_verdicts(job, SIZE)
    if seen != ["AC"] * SIZE:
        raise Broken(f"beside a busy machine {SIZE - seen.count('AC')} of {SIZE} verdicts are wrong")
    return f"{len(full)} × 429, {SIZE} AC beside a busy process on every core"


def cancel_job(service: Service) -> str:
    """Cancel a job of sleepers; its slots must be free for the next."""
    job = service.submit([SLEEPER] * SIZE, limits={"time_limit_s": 60})
    time.sleep(0.5)
    service.call("DELETE", f"/jobs/{job}")
    state = service.call("GET", f"/jobs/{job}").json()["state"]
    if state != "cancelled":
        raise Broken(f"a cancelled job is {state}")
    after = service.submit([RIGHT + "# after\n"] * service.slots)
    service.collect_verdicts(after, service.slots, 20.0)
    return "cancelled, its slots work on"


def repeat_request(service: Service) -> str:
    """Send the same request twice; the second is answered from the cache."""
    mark = f"# {secrets.token_hex(8)}\n"
    sources = [RIGHT + mark, "print(4)\n" + mark, "1 / 0\n" + mark]
    first = service.collect_verdicts(service.submit(sources), 3)
    again = service.submit(sources)
    second, cached = service.collect_verdicts(again, 3), service.call("GET", f"/jobs/{again}").json()["cached"]
    if first != ["AC", "WA", "RE"] or second != first or cached != 3:
        raise Broken(f"{first}, then {second}, {cached} of 3 from the cache")
    return "the same verdicts, no second run"


def ask_for_outputs(service: Service) -> str:
    """Ask for every detail with a key that gets outcomes only; neither expected nor printed text may come."""
    expected, printed = secrets.token_hex(8), secrets.token_hex(8)
    row = {**ROW, "private_tests": {"input": ["1 1\n"], "output": [f"{expected}\n"]}}
    headers = {"authorization": f"Bearer {OUTCOME_ONLY_KEY}"}
    source = f"a, b = input().split()\nprint(3 if b == '2' else '{printed}')\n"
    answers = []
    for detail in ("verdict", "tests", "outputs"):
        answer = service.call("POST", "/verify", headers=headers, json=body([source], row, detail=detail, wait=30))
        if answer.is_success:
            job = answer.json()["job_id"]
            wait_for(lambda job=job: service.count_done(job), 30.0, "a verdict")  # type: ignore[misc]  # bound at once
            answers.append(answer.text + service.call("GET", f"/jobs/{job}/results", headers=headers).text)
    if not any('"REJ"' in text for text in answers):
        raise Broken("a key that gets outcomes only gets no verdict")
    if any(expected in text or printed in text for text in answers):
        raise Broken("a key that gets outcomes only is shown outputs")
    return "verdicts alone"


def send_oversized_requests(service: Service) -> str:
    """Send what is too large, too deep or names paths; it must be refused before anything runs."""
    requests: dict[str, dict[str, Any]] = {
        "a body of 100 MB": {"content": (b" " * (1 << 20) for _ in range(100))},
        "JSON nested 100,000 deep": {"content": b'{"problems":' + b"[" * 100_000 + b"]" * 100_000 + b"}"},
        "10,001 candidates": {"json": body(["1"] * 10_001)},
        "a source of 1 MB": {"json": body(["1" * (1 << 20)])},
        "an input file above the program's folder": {"json": body([RIGHT], {**ROW, "input_file": "../input.txt"})},
        "an output file named by a path": {"json": body([RIGHT], {**ROW, "output_file": "/etc/passwd"})},
    }
    headers = {"content-type": "application/json"}
    statuses = {
        name: service.call("POST", "/verify", headers=headers, **request).status_code
        for name, request in requests.items()
    }
    wrong = {name: status for name, status in statuses.items() if status not in (400, 413, 422)}
    if wrong:
        raise Broken(f"not refused: {wrong}")
    if service.call("GET", "/healthz").status_code != 200:
        raise Broken("the API is not well afterwards")
    return ", ".join(str(status) for status in statuses.values())


def attack_runner_process(service: Service) -> str:
    """Judge programs that kill and stop their runner between programs that are right."""
    killers = [
        f"import os\nfor pid in (1, os.getppid()):\n    os.kill(pid, {number})\n"
        for number in (signal.SIGKILL, signal.SIGSTOP)
    ]
    sources = [source for killer in killers for source in (RIGHT, killer, RIGHT)]
    seen = service.collect_verdicts(service.submit(sources), len(sources))
    if seen != ["AC", "RE", "AC"] * len(killers):
        raise Broken(f"beside programs that attack their runner: {seen}")
    return "RE, and AC for its neighbours"


def forge_queue_job(service: Service) -> str:
    """Write into the queue what RQ would import and call."""
    marker = service.data.path / "executed"
    called: list[Any] = ["os.system", None, [f"touch {marker}"], {}]
    payloads = {b"json": json.dumps(called).encode(), b"pickle": pickle.dumps(tuple(called))}
    workers = service.worker_pids()
    for name, data in payloads.items():
        push_job(service, name, data, b"")
    call = json.dumps([schema.VERIFY_CHUNK, None, ["x"], {}]).encode()
    push_job(service, b"callback", call, b"os.abort")
    wait_for(lambda: service.redis(b"LLEN", schema.RQ_LIST.encode()) == b":0\r\n", 20.0, "an empty queue")
    job = service.submit([RIGHT + f"# {secrets.token_hex(8)}\n"] * service.slots)
    seen = service.collect_verdicts(job, service.slots)
    if marker.exists():
        raise Broken("what was pushed into the queue was executed")
    if set(seen) != {"AC"} or service.worker_pids() != workers:
        raise Broken(f"workers ended under what was pushed into the queue, verdicts {seen}")
    return "not executed"


SCENARIOS = (
    Scenario(Topic.SERVICE, "outcomes-only-key", "a key that gets outcomes only sees no output and no difference",
             "verdicts alone", ask_for_outputs),
    Scenario(Topic.SERVICE, "kill-worker", "a worker killed in a batch is noticed, and nothing is lost or said twice",
             "all AC", kill_worker),
    Scenario(Topic.SERVICE, "kill-redis", "a batch outlives Redis killed and started again under it",
             "all AC", kill_redis),
    Scenario(Topic.SERVICE, "kill-cell", "a cell killed from outside under a candidate is not the candidate's fault",
             "AC", kill_cell),
    Scenario(Topic.SERVICE, "overload", "overload is answered 429, and changes no verdict", "429, all AC", overload),
    Scenario(Topic.SERVICE, "cancel-job", "a job that is cancelled frees its slots", "cancelled", cancel_job),
    Scenario(Topic.SERVICE, "repeat-request", "the same request twice is judged once",
             "the same, cached", repeat_request),
    Scenario(Topic.SERVICE, "oversized-requests", "requests that are too large, too deep or name paths are refused",
             "4xx each", send_oversized_requests),
    Scenario(Topic.SERVICE, "attack-runner-process", "a program that attacks its runner harms nobody else",
             "RE, neighbours AC", attack_runner_process),
    Scenario(Topic.SERVICE, "forged-queue-job", "what is pushed into the queue is not executed", "not executed",
             forge_queue_job),
)  # fmt: skip


def start_batch(service: Service) -> str:
    """Submit a batch, and wait until some of it is done."""
    mark = secrets.token_hex(8)
    job = service.submit([f"{SLOW}# {mark} {number}\n" for number in range(SIZE)])
    wait_for(lambda: service.count_done(job) >= 2, 30.0, "the first verdicts")
    return job


def check_batch(service: Service, job: str) -> str:
    """Check that the batch ends as if nothing had been."""
    seen = service.collect_verdicts(job, SIZE)
    if seen != ["AC"] * SIZE:
        raise Broken(f"{SIZE - seen.count('AC')} of {SIZE} verdicts are wrong")
    return f"{SIZE} verdicts, each once"


def push_job(service: Service, name: bytes, data: bytes, callback: bytes) -> None:
    """Push a job as RQ keeps it."""
    now = b"2026-01-01T00:00:00.000000Z"
    fields = {
        b"created_at": now, b"enqueued_at": now, b"data": data, b"origin": schema.QUEUE.encode(), b"status": b"queued",
        b"description": b"forged", b"timeout": b"60", b"worker_name": b"", b"success_callback_name": callback,
        b"failure_callback_name": callback,
    }  # fmt: skip
    job = b"forged-" + name
    service.redis(b"HSET", b"rq:job:" + job, *(word for pair in fields.items() for word in pair))
    service.redis(b"RPUSH", schema.RQ_LIST.encode(), job)
