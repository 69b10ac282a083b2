"""64 at once, more than twice what the slots can do: whoever asks waits, and no verdict is another one for it."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
import sandbox_fusion

from tests import verl_reward
from tests.integration.test_sandboxfusion_submit import request
from tests.service import KEY, Service

Client = Callable[[Service, float], Counter[object]]
AT_ONCE = 64
BUSY = "import time\nbegan = time.process_time()\nwhile time.process_time() - began < {}:\n    pass\n"
SUM = "print(sum(map(int, input().split())))"
INPUT, OUTPUT = "20 22\n", "42\n"
LIMIT_S = 0.5
# What programs are: one in ten takes three fifths of the limit, one in twenty is far too late.
PROGRAMS = [
    *[(SUM, "right")] * 11,
    *[(BUSY.format(0.3) + SUM, "right")] * 2,
    *[("print(41)", "wrong")] * 2,
    *[("import sys\nsys.exit(3)", "crash")] * 2,
    *[("import os\nos.kill(os.getpid(), 11)", "crash")] * 2,
    (BUSY.format(3), "late"),
]
RIGHTLY = "as they are"
SAYS = {"right": True, "wrong": False, "crash": verl_reward.CRASH, "late": verl_reward.TIMEOUT}


def base(service: Service) -> str:
    return f"http://anybody:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion"


def false_verdicts(ask: Callable[[str], object], expect: Callable[[str], object], seconds: float) -> Counter[object]:
    """How many were judged as they are, and under what they are and what was said how many were not. Every program is
    another one: nothing is told from a cache."""
    until, numbers, told = time.monotonic() + seconds, count(), Counter[object]()
    lock = threading.Lock()

    def go_on() -> None:
        while time.monotonic() < until:
            source, kind = PROGRAMS[(number := next(numbers)) % len(PROGRAMS)]
            found = ask(f"# {number}\n{source}")
            with lock:
                told[RIGHTLY if found == expect(kind) else (kind, found)] += 1

    with ThreadPoolExecutor(AT_ONCE) as threads:
        for each in [threads.submit(go_on) for _ in range(AT_ONCE)]:
            each.result()
    return told


def submitted(service: Service, seconds: float) -> Counter[object]:
    def ask(source: str) -> object:
        tests = [{"input": {"stdin": INPUT}, "output": {"stdout": OUTPUT}}] * 2
        asked = request(f"```python\n{source}\n```", "python", tests)
        asked.config.run_timeout = LIMIT_S
        try:
            return sandbox_fusion.submit(asked, endpoint=base(service)).accepted
        except Exception as refused:  # it raises nothing more particular
            if "code 504" not in str(refused):
                raise
            return verl_reward.API_ERROR

    return false_verdicts(ask, lambda kind: kind == "right", seconds)


def rewarded(service: Service, seconds: float) -> Counter[object]:
    def ask(source: str) -> object:
        return verl_reward.check_correctness(f"{base(service)}/run_code", [INPUT], [OUTPUT], source, timeout=LIMIT_S)[0]

    return false_verdicts(ask, SAYS.get, seconds)


def assert_none_is_false(told: Counter[object], least: int) -> None:
    """-1 is no verdict: on a machine that does other things as well, a few tries may not be enough."""
    others = {each for each in told if each != RIGHTLY and (not isinstance(each, tuple) or each[1] != -1)}
    assert not others, told
    assert told[RIGHTLY] > least, told
    assert told[RIGHTLY] > told.total() / 2, told


@pytest.mark.redis
@pytest.mark.parametrize("client", [submitted, rewarded])
def test_no_verdict_is_false(service: Service, client: Client) -> None:
    assert_none_is_false(client(service, 2), AT_ONCE // 2)


@pytest.mark.proof
@pytest.mark.redis
@pytest.mark.parametrize("client", [submitted, rewarded])
def test_no_verdict_is_false_for_a_minute(service: Service, client: Client) -> None:
    assert_none_is_false(client(service, 60), 2 * AT_ONCE)
