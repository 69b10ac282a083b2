"""Programs that will not end."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Program
from equijudge_selftest.attacks.catalogue import find_attack
from tests.cells import BUSY, LIMITS, QUICK, judge_program, run_all, still_works, verdict_of

TWO_BUSY_THREADS = "import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f).start()\nf()"
BUSY_PROGRAMS = {
    slug: find_attack(slug).source
    for slug in (
        "busy-loop",
        "output-then-loop",
        "ignored-signals",
        "swallowed-exceptions",
        "clock-polling",
        "byte-at-a-time",
    )
} | {"two busy threads": TWO_BUSY_THREADS}
IDLE_PROGRAMS = {slug: find_attack(slug).source for slug in ("sleep-forever", "output-then-sleep", "stop-self")} | {
    "waits for an event": "import threading\nthreading.Event().wait()"
}


@pytest.mark.parametrize("name", BUSY_PROGRAMS)
def test_a_busy_program_is_tle_by_cpu_time(sandbox: Sandbox, name: str) -> None:
    result = judge_program(sandbox, BUSY_PROGRAMS[name], "1\n", BUSY)
    assert (result.verdict, result.reason) == (Verdict.TLE, "cpu time")
    assert result.cpu_time_s < 1.0


@pytest.mark.parametrize("name", IDLE_PROGRAMS)
def test_an_idle_program_is_tle_by_wall_time(sandbox: Sandbox, name: str) -> None:
    result = judge_program(sandbox, IDLE_PROGRAMS[name], "1\n", QUICK)
    assert (result.verdict, result.reason) == (Verdict.TLE, "wall time")
    assert still_works(sandbox)


def test_cpu_time_of_two_threads_is_summed(sandbox: Sandbox) -> None:
    source = (
        "import threading, hashlib\n"
        "def work():\n    data = bytes(1 << 20)\n    for _ in range(700):\n        hashlib.sha256(data).digest()\n"
        "threads = [threading.Thread(target=work) for _ in range(2)]\n"
        "for t in threads: t.start()\n"
        "for t in threads: t.join()"
    )
    result = judge_program(sandbox, source, limits=BUSY)
    assert result.verdict == Verdict.TLE


def test_a_program_that_ends_by_itself_after_sleeping_is_judged_by_its_answer(sandbox: Sandbox) -> None:
    assert verdict_of(sandbox, "import time\ntime.sleep(0.7)\nprint(1)", "1\n", BUSY) == Verdict.AC


def test_a_signal_like_a_timeout_is_not_a_timeout(sandbox: Sandbox) -> None:
    source = "import os, signal\nos.kill(os.getpid(), signal.SIGXCPU)"
    result = judge_program(sandbox, source)
    assert (result.verdict, result.reason) == (Verdict.RE, "killed by SIGXCPU")


def test_a_busy_program_with_a_large_unread_input_ends_in_time(sandbox: Sandbox) -> None:
    result = judge_program(sandbox, "while True: pass", limits=BUSY, stdin=b"x" * (20 << 20))
    assert result.verdict == Verdict.TLE


def test_stopping_early_does_not_wait_for_the_test_under_way(sandbox: Sandbox) -> None:
    source = "import time\nif input() == 'sleep':\n    time.sleep(60)"
    outcomes = run_first(sandbox, source)
    assert outcomes == 1
    assert still_works(sandbox)


def run_first(sandbox: Sandbox, source: str) -> int:
    """Draw one outcome while the next test sleeps; LIMITS would let it sleep for seconds."""
    with sandbox.run(Program(source.encode()), LIMITS) as run:
        outcomes = run.outcomes([b"go\n", b"sleep\n", b"sleep\n"])
        next(outcomes)
        return 1


def test_each_test_has_the_whole_limit(sandbox: Sandbox) -> None:
    source = "import time\nwhile time.process_time() < 0.3: pass"
    outcomes = run_all(sandbox, source, [b""] * 3, BUSY)
    assert [outcome.exit_code for outcome in outcomes] == [0, 0, 0]
