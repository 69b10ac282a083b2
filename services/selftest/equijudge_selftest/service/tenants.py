"""What one caller can do to another, or read that is not meant for it: one function is one scenario."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from equijudge_selftest.service.own_service import (
    KEY_BYTES,
    OTHER_KEY,
    OUTCOME_ONLY_KEY,
    RIGHT,
    SLOW,
    Broken,
    Service,
    body,
    wait_for,
)
from equijudge_selftest.service.scenario import Scenario
from equijudge_selftest.topics import Topic

OUTCOMES = {"authorization": f"Bearer {OUTCOME_ONLY_KEY}"}
OTHER = {"authorization": f"Bearer {OTHER_KEY}"}
SOON_S = 15.0  # for one small verdict on a machine that others keep busy; the attacks take minutes
HEALTHY_S = 1.0  # likewise; bodies of 60 MiB took seconds
ATTACKERS = 60
POSTS = 30
SLEEPER, NEAR_MISS = (
    "import time\ntime.sleep(600)\n",
    "import time\nuntil = time.process_time() + 1.1\nwhile time.process_time() < until: pass\n",
)
# One program for each kind of verdict but AC.
WRONG = {
    "WA": "print(7)\n",
    "RE": "1 / 0\n",
    "TLE": "while True: pass\n",
    "MLE": "a = bytearray(300 << 20)\n",
    "OLE": "while True: print('x' * 65536)\n",
}
TOLD = {"verdict", "index", "problem", "candidate", "problem_id", "candidate_id", "limits", "sample"}


def ask_for_reasons(service: Service) -> str:
    """Send one program for each way to be wrong with an outcome-only key; all answers must be the same REJ."""
    limits = {"time_limit_s": 0.5, "memory_limit_bytes": 64 << 20, "output_limit_bytes": 1 << 20}
    request = body([source + f"# {secrets.token_hex(8)}\n" for source in WRONG.values()], wait=30, limits=limits)
    answer = service.call("POST", "/verify", headers=OUTCOMES, json=request)
    job = answer.json()["job_id"]
    wait_for(lambda: service.call("GET", f"/jobs/{job}", headers=OUTCOMES).json()["state"] == "done", 60.0, "the end")
    lines = service.call("GET", f"/jobs/{job}/results", headers=OUTCOMES).text.splitlines()
    found = [httpx.Response(200, text=line).json() for line in lines if line]
    more = {name for line in found for name in line if line[name] is not None} - TOLD
    kinds = {line["verdict"] for line in found}
    if len(found) != len(WRONG) or kinds != {"REJ"} or more:
        raise Broken(f"of {', '.join(WRONG)} an outcome-only key is told {sorted(kinds)}, {sorted(more)}")
    return "REJ five times, nothing else"


def flood_with_near_misses(service: Service) -> str:
    """Time another key's candidate beside near misses and sleepers."""
    return time_beside_backlog(service, [NEAR_MISS, SLEEPER], limits={"time_limit_s": 1.0})


def ask_for_long_limits(service: Service) -> str:
    """Time another key's candidate beside long limits; check that all tests of a candidate share a budget."""
    row = {"name": "many", "public_tests": {"input": ["1\n"] * 40, "output": ["1\n"] * 40}}
    burn = f"import time\nwhile time.process_time() < 0.3: pass\nprint(input())\n# {secrets.token_hex(8)}\n"
    limits = {"time_limit_s": 1.0, "total_time_s": 2.0}
    answer = service.call("POST", "/verify", json=body([burn], row, wait=60, limits=limits)).json()
    [line] = answer["results"]
    if (line["verdict"], line.get("reason")) != ("TLE", "total_budget"):
        raise Broken(f"40 tests of 0.3 s with 2 s for all give {line['verdict']} {line.get('reason')}")
    return f"total_budget; {time_beside_backlog(service, [SLEEPER], limits={'time_limit_s': 10.0})}"


def wait_behind_a_batch(service: Service) -> str:
    """Time something new, and something known, behind a batch of somebody else."""
    known = f"{RIGHT}# {secrets.token_hex(8)}\n"
    time_candidate(service, known)
    slow = "import time\nwhile time.process_time() < 1: pass\n" + RIGHT
    with backlog(service, [slow] * ATTACKERS):
        time.sleep(2.0)
        new_s, known_s = time_candidate(service, f"{RIGHT}# {secrets.token_hex(8)}\n"), time_candidate(service, known)
    return f"new after {new_s:.1f} s, known after {known_s:.1f} s"


def fill_redis(service: Service) -> str:
    """Send tests that no compression makes smaller, again and again other ones."""
    before, statuses = redis_bytes(service), []
    for _ in range(POSTS):
        row = {"name": "large", "public_tests": {"input": [secrets.token_hex(2 << 20)], "output": ["1\n"]}}
        request = body([f"print(1)\n# {secrets.token_hex(8)}\n"], row, wait=0)
        statuses.append(service.call("POST", "/verify", headers=OTHER, json=request).status_code)
    most = max(0, redis_bytes(service) - before)
    if most > 2 * KEY_BYTES or set(statuses) - {200, 202, 413, 429}:
        raise Broken(f"{POSTS} requests of 4 MiB are answered {sorted(set(statuses))}, and hold {most >> 20} MiB")
    waited_s = time_candidate(service, f"{RIGHT}# {secrets.token_hex(8)}\n")
    return f"{POSTS} x 4 MiB hold {most >> 20} MiB; another key's candidate after {waited_s:.1f} s"


def send_large_bodies(service: Service) -> str:
    """Send four large bodies at once; time /healthz and somebody else's candidate beside them."""
    row = {"name": "large", "public_tests": {"input": ["1 2\n"] * 1500, "output": ["x" * 20_000] * 1500}}
    text = httpx.Request("POST", "http://nowhere", json=body(["print(1)"], row)).content
    headers = {**OTHER, "content-type": "application/json"}
    posts = [
        threading.Thread(target=lambda: service.call("POST", "/verify", headers=headers, content=text))
        for _ in range(4)
    ]
    for post in posts:
        post.start()
    looks: list[float] = []
    while any(post.is_alive() for post in posts) or not looks:
        began = time.monotonic()
        service.call("GET", "/healthz")
        looks.append(time.monotonic() - began)
        time.sleep(0.02)
    if max(looks) > HEALTHY_S:
        raise Broken(f"/healthz took {max(looks):.2f} s beside four bodies of {len(text) >> 20} MiB")
    waited_s = time_candidate(service, f"{RIGHT}# {secrets.token_hex(8)}\n")
    return f"/healthz in {max(looks):.2f} s at most, another key's candidate after {waited_s:.1f} s"


def redis_bytes(service: Service) -> int:
    """What Redis holds."""
    said = service.redis(b"INFO", b"memory").decode()
    return int(next(line for line in said.splitlines() if line.startswith("used_memory:")).partition(":")[2])


def restart_api(service: Service) -> str:
    """Kill the API while a caller waits; the caller finds its job again under its idempotency key."""
    headers = {"Idempotency-Key": secrets.token_hex(8)}
    request = body([f"{SLOW}# {secrets.token_hex(8)} {number}\n" for number in range(20)], wait=60)
    seen: list[str] = []

    def ask() -> None:
        try:
            seen.append(str(service.call("POST", "/verify", headers=headers, json=request).status_code))
        except httpx.TransportError as error:
            seen.append(type(error).__name__)

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.5)
    service.crash("api")
    asking.join()
    if "500" in seen:
        raise Broken("whoever waits while the API is restarted is answered 500")
    wait_for(lambda: is_up(service), 30.0, "the API")
    answer = service.call("POST", "/verify", headers=headers, json=request).json()
    verdicts = service.collect_verdicts(answer["job_id"], 20)
    if verdicts != ["AC"] * 20:
        raise Broken(f"after a restart of the API a job has {verdicts}")
    return f"{seen[0]}; the same job again, 20 AC"


def send_lone_surrogates(service: Service) -> str:
    """Send texts that are no Unicode."""
    texts = (
        '{"problems":[{"problem_id":"\\ud800","candidates":[{"source":"1"}]}]}',
        '{"problems":[{"problem_id":"0","candidates":[{"source":"\\udfff"}]}]}',
        '{"problems":[{"problem":{"name":"\\ud800","public_tests":{"input":["\\udc80"],"output":["1"]}},'
        '"candidates":[{"id":"\\ud800","source":"print(1)"}]}]}',
    )
    headers = {"content-type": "application/json"}
    statuses = [service.call("POST", "/verify", headers=headers, content=text).status_code for text in texts]
    if any(not 400 <= status < 500 for status in statuses):
        raise Broken(f"texts that are no Unicode are answered {statuses}")
    return ", ".join(map(str, statuses))


def touch_others_run(service: Service) -> str:
    """Try everything that can be done to a training run with another caller's key."""
    job = service.submit([RIGHT])
    request = {"name": "mine", "model": "none", "data": {"job": job}, "objective": {"kind": "eco", "preset": "eco"}}
    made = service.call("POST", "/training-runs", json=request)
    if made.status_code != 202:
        raise Broken(f"a training run is answered {made.status_code}: {made.text[:200]}")
    run = made.json()["run_id"]
    seen = {
        "is shown": service.call("GET", f"/training-runs/{run}", headers=OTHER).status_code == 404,
        "is listed": not service.call("GET", "/training-runs", headers=OTHER).json()["runs"],
        "is leased": service.call("POST", "/training-runs/lease", headers=OTHER,
                                  json={"worker": "w"}).status_code == 204,
        "is cancelled": service.call("DELETE", f"/training-runs/{run}", headers=OTHER).status_code == 404,
        "is ended": service.call("POST", f"/training-runs/{run}/heartbeat", headers=OTHER,
                                 json={"token": "1"}).status_code in (404, 409, 422),
    }  # fmt: skip
    service.call("DELETE", f"/training-runs/{run}")
    if not all(seen.values()):
        raise Broken(f"another key's run {', '.join(name for name, hidden in seen.items() if not hidden)}")
    return "there for its own key alone"


def time_beside_backlog(service: Service, sources: list[str], **options: Any) -> str:
    """Say how long a candidate of one key takes beside a backlog of an outcome-only key. Raises Broken."""
    with backlog(service, [source for source in sources for _ in range(ATTACKERS)], **options):
        time.sleep(2.0)
        return f"{time_candidate(service, RIGHT + f'# {secrets.token_hex(8)}'):.1f} s"


@contextmanager
def backlog(service: Service, sources: list[str], **options: Any) -> Iterator[None]:
    """A job of an outcome-only key, cancelled in the end."""
    named = [f"{source}\n# {secrets.token_hex(8)}\n" for source in sources]
    answer = service.call("POST", "/verify", headers=OUTCOMES, json=body(named, wait=0, **options))
    try:
        yield
    finally:
        service.call("DELETE", f"/jobs/{answer.json()['job_id']}", headers=OUTCOMES)


def time_candidate(service: Service, source: str) -> float:
    """Judge a right candidate; seconds until it has its verdict. Raises Broken when it takes longer than SOON_S."""
    began = time.monotonic()
    job = service.submit([source])
    if service.collect_verdicts(job, 1, SOON_S) != ["AC"]:
        raise Broken("a right candidate is not AC")
    return time.monotonic() - began


def is_up(service: Service) -> bool:
    """Whether the API answers."""
    try:
        return service.call("GET", "/healthz").is_success
    except httpx.TransportError:
        return False


SCENARIOS = (
    Scenario(Topic.TENANTS, "outcome-only-reasons",
             "an outcome-only key is told in which way a program is wrong by nothing", "REJ", ask_for_reasons),
    Scenario(Topic.TENANTS, "near-misses", "near misses and sleepers of one key do not hold up another",
             f"< {SOON_S:g} s", flood_with_near_misses),
    Scenario(Topic.TENANTS, "long-limits", "long limits of one key do not hold up another; a budget for all tests",
             f"< {SOON_S:g} s", ask_for_long_limits),
    Scenario(Topic.TENANTS, "large-batch", "a small job has its share beside a large one, and what is known at once",
             f"< {SOON_S:g} s", wait_behind_a_batch),
    Scenario(Topic.TENANTS, "fill-redis", "what one key has in Redis is bounded, and another goes on",
             f"< {2 * KEY_BYTES >> 20} MiB", fill_redis),
    Scenario(Topic.TENANTS, "large-bodies", "large bodies hold up neither /healthz nor another key",
             f"< {HEALTHY_S:g} s", send_large_bodies),
    Scenario(Topic.TENANTS, "restart-api", "a job outlives the API killed and started again while its caller waits",
             "all AC", restart_api),
    Scenario(Topic.TENANTS, "lone-surrogates", "texts that are no Unicode are refused", "4xx each",
             send_lone_surrogates),
    Scenario(Topic.TENANTS, "others-training-run", "a training run is there for the key that asked for it", "404",
             touch_others_run),
)  # fmt: skip
