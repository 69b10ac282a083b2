"""Memory that no process shows as resident counts like any other, and so does what a process without a leader has.

Every program comes twice: with more than its limit, and with so much less that an honest one must pass.
"""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import KilledFor, Limits
from tests.cells import MIB, judge_program, run_one, still_works
from tests.memory_kinds import KINDS, LIMIT, WAIT, roomy


@pytest.mark.parametrize("name", KINDS)
def test_memory_that_no_process_shows_counts(sandbox: Sandbox, name: str) -> None:
    kind = KINDS[name]
    over = judge_program(sandbox, kind.source.format(size=kind.over) + WAIT, "1\n", roomy(kind.limit))
    assert (over.verdict, still_works(sandbox)) == (Verdict.MLE, True), over.stderr


@pytest.mark.parametrize("name", KINDS)
def test_as_much_as_is_allowed_is_allowed(sandbox: Sandbox, name: str) -> None:
    kind = KINDS[name]
    below = judge_program(sandbox, kind.source.format(size=kind.below) + WAIT, "1\n", roomy(kind.limit))
    assert below.verdict == Verdict.AC, below.stderr
    assert kind.below - 4 * MIB <= below.memory_peak_bytes <= kind.limit


def test_what_one_candidate_held_is_not_taken_off_the_next_ones(sandbox: Sandbox) -> None:
    """The kernel frees page tables a moment after their process is gone."""
    for name in ("page tables", "unlinked files") * 2:
        kind = KINDS[name]
        assert judge_program(sandbox, kind.source.format(size=kind.over) + WAIT, "1\n", roomy()).verdict == Verdict.MLE


def test_files_that_are_left_count_however_short_the_test_was(sandbox: Sandbox) -> None:
    write = "import os\nfile = os.open('/tmp/x', os.O_CREAT | os.O_RDWR)\nos.write(file, bytes({size}))\nprint(1)"
    over = judge_program(
        sandbox, write.format(size=12 * MIB) + "\nos.write(file, bytes(12 << 20))", "1\n", roomy(16 * MIB)
    )
    below = judge_program(sandbox, write.format(size=6 * MIB), "1\n", roomy(16 * MIB))
    assert (over.verdict, below.verdict) == (Verdict.MLE, Verdict.AC), over.memory_peak_bytes


def test_a_program_that_fails_for_want_of_files_beyond_its_memory_always_has_the_same_verdict(sandbox: Sandbox) -> None:
    fill = "for number in range(99):\n    open(f'/tmp/{number}', 'wb').write(bytes(4 << 20))"
    assert {judge_program(sandbox, fill, "1\n", roomy(64 * MIB)).verdict for _ in range(8)} == {Verdict.MLE}


# The first thread leaves without ending the process, as `pthread_exit` does; another one goes on.
LEADERLESS = """
import ctypes, os, platform, threading, time
leave = {'x86_64': 60, 'aarch64': 93}[platform.machine()]
def without_leader(work):
    threading.Thread(target=work).start()
    ctypes.CDLL(None).syscall(leave, 0)
"""
HOLD_WITHOUT_LEADER = (
    LEADERLESS
    + """
def hold():
    a = bytearray({size} // {processes})
    time.sleep(0.5)
    os._exit(0)
for _ in range({processes}):
    if os.fork() == 0:
        without_leader(hold)
for _ in range({processes}):
    assert os.wait()[1] == 0
print(1)
"""
)
BURN_WITHOUT_LEADER = (
    LEADERLESS
    + """
def burn():
    started = time.process_time()
    while time.process_time() - started < {seconds}:
        pass
    print(1, flush=True)
    os._exit(0)
without_leader(burn)
"""
)


@pytest.mark.parametrize("processes", [1, 3])
def test_memory_of_a_process_whose_leader_has_ended_counts(sandbox: Sandbox, processes: int) -> None:
    over = HOLD_WITHOUT_LEADER.replace("{processes}", str(processes)).replace("{size}", str(LIMIT + 24 * MIB))
    below = HOLD_WITHOUT_LEADER.replace("{processes}", str(processes)).replace("{size}", str(40 * MIB))
    assert run_one(sandbox, over, limits=roomy()).killed_for == KilledFor.MEMORY  # seen while it lives
    assert judge_program(sandbox, below, "1\n", roomy()).verdict == Verdict.AC


def test_time_of_a_process_whose_leader_has_ended_is_seen_while_it_runs(sandbox: Sandbox) -> None:
    limits = Limits(cpu_time_s=0.5, wall_time_s=30.0, memory_bytes=LIMIT)
    over = run_one(sandbox, BURN_WITHOUT_LEADER.replace("{seconds}", "20"), limits=limits)
    assert (over.killed_for, over.cpu_time_s < 1.5) == (KilledFor.CPU, True)
    below = judge_program(sandbox, BURN_WITHOUT_LEADER.replace("{seconds}", "0.2"), "1\n", limits)
    assert below.verdict == Verdict.AC, below.stderr


# Honest programs whose cell holds much that is not their memory: what they read, and what they write.
@pytest.mark.parametrize("names", [{}, {"input_file": "in.txt", "output_file": "out.txt"}], ids=["streams", "files"])
def test_input_and_output_have_limits_of_their_own(sandbox: Sandbox, names: dict[str, str]) -> None:
    read, write = ("open('in.txt', 'rb')", "open('out.txt', 'wb')") if names else ("open(0, 'rb')", "open(1, 'wb')")
    source = (
        f"import time\nsource, target = {read}, {write}\na = bytearray(40 << 20)\nwhile part := source.read(65536):\n"
        "    target.write(part)\ntarget.flush()\ntime.sleep(0.1)"
    )
    outcome = run_one(sandbox, source, bytes(28 * MIB), roomy(), **names)
    assert (outcome.killed_for, outcome.exit_code, outcome.stderr) == (None, 0, b"")
    assert outcome.memory_peak_bytes < LIMIT


@pytest.mark.parametrize(
    "source",
    [
        "import os\nread = 0\nfor folder, _, names in os.walk('/usr/lib'):\n    for name in names:\n"
        "        path = os.path.join(folder, name)\n        if read < 100 << 20 and os.path.isfile(path) and os.access(path, 4):\n"
        "            with open(path, 'rb') as file:\n                while part := file.read(1 << 20):\n"
        "                    read += len(part)\nassert read > 50 << 20",
        "import mmap\na = mmap.mmap(-1, 50 << 20)\nfor i in range(0, 50 << 20, 4096):\n    a[i] = 1",
        "import numpy\na = numpy.ones(40 << 17)",
        "import threading, time\nts = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(60)]\n"
        "for t in ts: t.start()\nfor t in ts: t.join()",
        "from multiprocessing import shared_memory\na = shared_memory.SharedMemory(create=True, size=40 << 20)\n"
        "for i in range(0, 40 << 20, 4096):\n    a.buf[i] = 1\na.unlink()",
        "import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        time.sleep(0.3)\n        os._exit(0)\n"
        "for _ in range(8):\n    os.wait()",
    ],
    ids=["reads many files", "shared memory", "numpy", "threads", "a named segment", "children"],
)  # fmt: skip
def test_what_is_shown_or_can_be_taken_back_is_not_counted_twice(sandbox: Sandbox, source: str) -> None:
    result = judge_program(sandbox, source + WAIT, "1\n", roomy())
    assert result.verdict == Verdict.AC, (result.memory_peak_bytes, result.stderr)
