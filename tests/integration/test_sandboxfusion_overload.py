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
SAYS = {"right": True, "wrong": False, "crash": verl_reward.CRASH, "late": verl_reward.TIMEOUT}


def base(service: Service) -> str:
    return f"http://anybody:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion"


def false_verdicts(ask: Callable[[str], object], expect: Callable[[str], object], seconds: float) -> Counter[object]:
    """What differs from what programs are, by what it should be, and under "right" how many were judged. Every program
    is another one: nothing is told from a cache."""
    until, numbers, told = time.monotonic() + seconds, count(), Counter[object]()
    lock = threading.Lock()

    def go_on() -> None:
        while time.monotonic() < until:
            source, kind = PROGRAMS[(number := next(numbers)) % len(PROGRAMS)]
            found = ask(f"# {number}\n{source}")
            with lock:
                told["as they are" if found == expect(kind) else (kind, found)] += 1

    with ThreadPoolExecutor(AT_ONCE) as threads:
        for each in [threads.submit(go_on) for _ in range(AT_ONCE)]:
            each.result()
    return told


def submitted(service: Service, seconds: float) -> Counter[object]:
    def ask(source: str) -> object:
        tests = [{"input": {"stdin": INPUT}, "output": {"stdout": OUTPUT}}] * 2
        asked = request(f"```python\n{source}\n```", "python", tests)
        asked.config.run_timeout = LIMIT_S
        return sandbox_fusion.submit(asked, endpoint=base(service)).accepted

    return false_verdicts(ask, lambda kind: kind == "right", seconds)


def rewarded(service: Service, seconds: float) -> Counter[object]:
    def ask(source: str) -> object:
        return verl_reward.check_correctness(f"{base(service)}/run_code", [INPUT], [OUTPUT], source, timeout=LIMIT_S)[0]

    return false_verdicts(ask, SAYS.get, seconds)


@pytest.mark.redis
@pytest.mark.parametrize("client", [submitted, rewarded])
def test_no_verdict_is_false(service: Service, client: Client) -> None:
    told = client(service, 3)
    assert told["as they are"] > AT_ONCE
    assert set(told) == {"as they are"}


@pytest.mark.proof
@pytest.mark.redis
@pytest.mark.parametrize("client", [submitted, rewarded])
def test_no_verdict_is_false_for_a_minute(service: Service, client: Client) -> None:
    told = client(service, 60)
    assert told["as they are"] > 4 * AT_ONCE
    assert set(told) == {"as they are"}
