"""Programs that will not end."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from tests.cells import BUSY, LIMITS, QUICK, judged, run_all, verdict, works_still

IGNORE = (
    "import signal\nfor s in (signal.SIGALRM, signal.SIGXCPU, signal.SIGTERM, signal.SIGINT):\n"
    "    signal.signal(s, signal.SIG_IGN)\nwhile True: pass"
)
SWALLOW = "while True:\n    try:\n        while True: pass\n    except BaseException:\n        continue"


@pytest.mark.parametrize(
    "source",
    [
        "while True: pass",
        "print(1, flush=True)\nwhile True: pass",
        IGNORE,
        SWALLOW,
        "import time\nwhile time.time() > 0: pass",
        "import sys\nwhile True:\n    sys.stdout.write('x'); sys.stdout.flush()",
        "import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f).start()\nf()",
    ],
    ids=[
        "busy",
        "answers first",
        "ignores signals",
        "swallows everything",
        "polls",
        "writes slowly",
        "two threads",
    ],
)
def test_a_busy_program_is_tle_by_cpu_time(sandbox: Sandbox, source: str) -> None:
    result = judged(sandbox, source, "1\n", BUSY)
    assert (result.verdict, result.reason) == (Verdict.TLE, "cpu time")
    assert result.cpu_time_s < 1.0


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.sleep(60)",
        "import time\nprint(1, flush=True)\ntime.sleep(60)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
        "import threading\nthreading.Event().wait()",
    ],
    ids=["sleeps", "answers first", "stops itself", "waits"],
)
def test_an_idle_program_is_tle_by_wall_time(sandbox: Sandbox, source: str) -> None:
    result = judged(sandbox, source, "1\n", QUICK)
    assert (result.verdict, result.reason) == (Verdict.TLE, "wall time")
    assert works_still(sandbox)


def test_cpu_time_of_two_threads_is_summed(sandbox: Sandbox) -> None:
    source = (
        "import threading, hashlib\n"
        "def work():\n    data = bytes(1 << 20)\n    for _ in range(700):\n        hashlib.sha256(data).digest()\n"
        "threads = [threading.Thread(target=work) for _ in range(2)]\n"
        "for t in threads: t.start()\n"
        "for t in threads: t.join()"
    )
    result = judged(sandbox, source, limits=BUSY)
    assert result.verdict == Verdict.TLE


def test_a_program_that_ends_by_itself_after_sleeping_is_judged_by_its_answer(sandbox: Sandbox) -> None:
    assert verdict(sandbox, "import time\ntime.sleep(0.7)\nprint(1)", "1\n", BUSY) == Verdict.AC


def test_a_signal_like_a_timeout_is_not_a_timeout(sandbox: Sandbox) -> None:
    source = "import os, signal\nos.kill(os.getpid(), signal.SIGXCPU)"
    result = judged(sandbox, source)
    assert (result.verdict, result.reason) == (Verdict.RE, "killed by SIGXCPU")


def test_a_busy_program_with_a_large_unread_input_ends_in_time(sandbox: Sandbox) -> None:
    result = judged(sandbox, "while True: pass", limits=BUSY, stdin=b"x" * (20 << 20))
    assert result.verdict == Verdict.TLE


def test_stopping_early_does_not_wait_for_the_test_under_way(sandbox: Sandbox) -> None:
    source = "import time\nif input() == 'sleep':\n    time.sleep(60)"
    outcomes = run_first(sandbox, source)
    assert outcomes == 1
    assert works_still(sandbox)


def run_first(sandbox: Sandbox, source: str) -> int:
    """Draw one outcome while the next test sleeps; LIMITS would let it sleep for seconds."""
    from equijudge_sandbox.outcome import Program

    with sandbox.run(Program(source.encode()), LIMITS) as run:
        outcomes = run.outcomes([b"go\n", b"sleep\n", b"sleep\n"])
        next(outcomes)
        return 1


def test_each_test_has_the_whole_limit(sandbox: Sandbox) -> None:
    source = "import time\nwhile time.process_time() < 0.3: pass"
    outcomes = run_all(sandbox, source, [b""] * 3, BUSY)
    assert [outcome.exit_code for outcome in outcomes] == [0, 0, 0]
