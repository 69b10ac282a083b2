"""Programs that take more than they are given. One property each, both drivers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits
from equijudge_selftest.attacks.catalogue import find_attack
from tests.cells import BUSY, LIMITS, MIB, QUICK, judge_program, run_one, still_works, verdict_of

ROOMY = Limits(cpu_time_s=5.0, wall_time_s=30.0, memory_bytes=128 * MIB)


@pytest.fixture(autouse=True)
def check_the_next_candidate(sandbox: Sandbox) -> Iterator[None]:
    yield
    assert still_works(sandbox)


def test_a_fork_bomb_is_ended_with_all_its_processes(sandbox: Sandbox) -> None:
    assert verdict_of(sandbox, find_attack("fork-bomb").source, limits=QUICK) in (Verdict.TLE, Verdict.RE, Verdict.MLE)


def test_children_in_sessions_of_their_own_are_ended(sandbox: Sandbox) -> None:
    assert verdict_of(sandbox, find_attack("setsid-children").source, limits=QUICK) in (Verdict.TLE, Verdict.RE)


def test_children_left_behind_neither_delay_nor_change_the_verdict(sandbox: Sandbox) -> None:
    result = judge_program(sandbox, find_attack("orphaned-child").source, "1\n")
    assert result.verdict == Verdict.AC
    assert result.wall_time_s < 30  # the child would sleep for 60


def test_cpu_time_of_children_is_counted(sandbox: Sandbox) -> None:
    result = judge_program(sandbox, find_attack("busy-children").source, limits=BUSY)
    assert (result.verdict, result.reason) == (Verdict.TLE, "cpu time")


def test_cpu_time_of_children_that_ended_long_ago_is_counted(sandbox: Sandbox) -> None:
    source = (
        "import os, time\n"
        "for _ in range(8):\n"
        "    if os.fork() == 0:\n"
        "        while time.process_time() < 0.25: pass\n"
        "        os._exit(0)\n"
        "    os.wait()\n"
        "print('done')"
    )
    assert judge_program(sandbox, source, "done\n", ROOMY).cpu_time_s > 1.9


def test_children_that_the_kernel_would_reap_by_itself_are_counted(sandbox: Sandbox) -> None:
    source = (
        "import os, signal, time\n"
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
        "for _ in range(4):\n"
        "    if os.fork() == 0:\n"
        "        while time.process_time() < 0.25: pass\n"
        "        os._exit(0)\n"
        "deadline = time.time() + 15\n"
        "while time.time() < deadline:\n"
        "    try:\n        os.waitpid(-1, 0)\n"
        "    except ChildProcessError:\n        break\n"
        "print('done')"
    )
    assert judge_program(sandbox, source, "done\n", ROOMY).cpu_time_s > 0.9


def test_memory_is_reported_near_its_true_peak(sandbox: Sandbox) -> None:
    outcome = run_one(sandbox, "a = bytearray(60 << 20)\nprint(len(a))")
    assert 60 * MIB <= outcome.memory_peak_bytes <= 76 * MIB


def test_an_idle_program_is_charged_nothing_for_the_interpreter(sandbox: Sandbox) -> None:
    assert run_one(sandbox, "print(1)").memory_peak_bytes < 4 * MIB


def test_a_short_spike_of_memory_is_mle(sandbox: Sandbox) -> None:
    assert verdict_of(sandbox, "a = bytearray(200 << 20)\ndel a\nprint(1)", "1\n") == Verdict.MLE


def test_shared_memory_is_counted(sandbox: Sandbox) -> None:
    source = "import mmap, time\nm = mmap.mmap(-1, 300 << 20)\nm.write(bytes(300 << 20))\ntime.sleep(1)"
    assert verdict_of(sandbox, source) == Verdict.MLE


def test_a_flood_on_stderr_is_cut_and_forgiven(sandbox: Sandbox) -> None:
    source = "import sys\nfor _ in range(200):\n    sys.stderr.write('e' * (1 << 20))\nprint('fine')"
    result = judge_program(sandbox, source, "fine\n")
    assert result.verdict == Verdict.AC
    assert len(result.stderr or "") <= LIMITS.stderr_bytes


def test_running_out_of_descriptors_is_an_error_to_the_program(sandbox: Sandbox) -> None:
    result = judge_program(sandbox, find_attack("descriptor-exhaustion").source)
    assert result.verdict == Verdict.RE
    assert "Too many open files" in (result.stderr or "")


def test_no_core_is_written(sandbox: Sandbox) -> None:
    """Nor is the host's handler started for one: a limit of 1 is what the kernel knows for that."""
    source = "import os, resource\nprint(resource.getrlimit(resource.RLIMIT_CORE), flush=True)\nos.abort()"
    outcome = run_one(sandbox, source)
    assert (outcome.signal, outcome.output) == (6, b"(1, 1)\n")
