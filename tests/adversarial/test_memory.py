"""Memory truth: resident memory of all the candidate's processes above the interpreter's, shared pages once."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import KilledFor, Limits
from tests.cells import MIB, judge_program, run_all, run_one, still_works
from tests.memory_kinds import INTERPRETERS

LIMIT = 128 * MIB
ROOMY = Limits(cpu_time_s=10.0, wall_time_s=40.0, memory_bytes=LIMIT)
MARGIN = max(16 * MIB, LIMIT // 10)

# One process holds so many bytes for so long.
HOLD = "import time\na = bytearray({size})\ntime.sleep({seconds})\nprint(1)"
# Four processes hold a quarter each at the same time: they wait for each other, and then for so long.
HOLD_TOGETHER = """
import os, time
ready, go = os.pipe(), os.pipe()
for _ in range(4):
    if os.fork() == 0:
        os.close(go[1])
        a = bytearray({size} // 4)
        os.write(ready[1], b'.')
        os.read(go[0], 1)
        os._exit(0)
for _ in range(4):
    os.read(ready[0], 1)
time.sleep({seconds})
os.close(go[1])
os.close(go[0])
for _ in range(4):
    os.wait()
print(1)
"""


# The kernel's maximum is exact for one process. Several are sampled: a loaded machine may delay the sampler, hence
# a little more than the 20 ms that it takes on an idle one.
@pytest.mark.parametrize(
    ("program", "seconds"),
    [(HOLD, 0.02), (HOLD, 0.3), (HOLD_TOGETHER, 0.06), (HOLD_TOGETHER, 0.3)],
    ids=["one process, short", "one process", "four processes, short", "four processes"],
)
def test_the_limit_is_where_it_is_said_to_be(sandbox: Sandbox, program: str, seconds: float) -> None:
    below = judge_program(sandbox, program.format(size=LIMIT - MARGIN, seconds=seconds), "1\n", ROOMY)
    above = judge_program(sandbox, program.format(size=LIMIT + MARGIN, seconds=seconds), "1\n", ROOMY)
    assert (below.verdict, above.verdict) == (Verdict.AC, Verdict.MLE)
    if seconds >= 0.3:
        assert abs(below.memory_peak_bytes - (LIMIT - MARGIN)) <= MARGIN


def test_a_spike_too_short_to_be_sampled_is_seen_in_one_process(sandbox: Sandbox) -> None:
    source = f"import mmap\nm = mmap.mmap(-1, {LIMIT + MARGIN})\nm.write(bytes({LIMIT + MARGIN}))\nm.close()\nprint(1)"
    assert judge_program(sandbox, source, "1\n", ROOMY).verdict == Verdict.MLE


def test_what_forked_children_share_with_their_parent_is_counted_once(sandbox: Sandbox) -> None:
    source = (
        "import os, time\na = bytearray(64 << 20)\n"
        "for _ in range(6):\n    if os.fork() == 0:\n        time.sleep(0.2)\n        os._exit(0)\n"
        "for _ in range(6):\n    os.wait()\nprint(1)"
    )
    result = judge_program(sandbox, source, "1\n", ROOMY)
    assert result.verdict == Verdict.AC
    assert result.memory_peak_bytes <= 64 * MIB + MARGIN


def test_a_parent_that_starts_programs_is_not_counted_twice(sandbox: Sandbox) -> None:
    source = (
        "import subprocess\na = bytearray(100 << 20)\nfor _ in range(50):\n    subprocess.run(['/bin/true'])\nprint(1)"
    )
    result = judge_program(sandbox, source, "1\n", ROOMY)
    assert (result.verdict, result.memory_peak_bytes <= 100 * MIB + MARGIN) == (Verdict.AC, True)


def test_a_child_beside_a_large_parent_is_no_spike(sandbox: Sandbox) -> None:
    """Forks and ends while they are looked at: parent and child may both be seen as sole owners."""
    source = (
        "import os\na = bytearray(100 << 20)\n"
        "for _ in range(120):\n    if os.fork() == 0:\n        os._exit(0)\n    os.wait()\nprint(1)"
    )
    assert judge_program(sandbox, source, "1\n", ROOMY).verdict == Verdict.AC


def test_children_cannot_hide_what_they_share(sandbox: Sandbox) -> None:
    """Undumpable ones would be counted in full: nobody could see what of it is shared."""
    source = (
        "import ctypes, os, time\na = bytearray(64 << 20)\n"
        "for _ in range(3):\n    if os.fork() == 0:\n        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)\n"
        "        time.sleep(1)\n        os._exit(0)\n"
        "for _ in range(3):\n    os.wait()\nprint(1)"
    )
    assert judge_program(sandbox, source, "1\n", ROOMY).verdict == Verdict.AC


@pytest.mark.parametrize(
    "source",
    [
        "import threading\nthreading.stack_size(512 << 20)\nt = threading.Thread(target=print, args=(1,))\nt.start()\nt.join()",
        "import mmap\nm = mmap.mmap(-1, 3 << 30)\nm[0] = 1\nprint(1)",
        "import numpy\na = numpy.empty(3 << 30, dtype='u1')\na[0] = 1\nprint(1)",
        "import threading\nts = [threading.Thread(target=sum, args=(range(9),)) for _ in range(60)]\n"
        "for t in ts: t.start()\nfor t in ts: t.join()\nprint(1)",
    ],
    ids=["a big stack", "an empty mapping", "an empty array", "many threads"],
)
def test_memory_that_is_mapped_and_not_touched_is_free(sandbox: Sandbox, source: str) -> None:
    result = judge_program(sandbox, source, "1\n", ROOMY)
    assert (result.verdict, result.memory_peak_bytes < MARGIN) == (Verdict.AC, True)


def test_the_interpreter_is_nobodys_fault(sandbox: Sandbox) -> None:
    assert run_one(sandbox, "print(1)").memory_peak_bytes < 4 * MIB
    assert run_one(sandbox, "import os\nif os.fork():\n    os.wait()\nprint(1)").memory_peak_bytes < 8 * MIB


@contextmanager
def small_cell() -> Iterator[DockerSandbox]:
    """A cell with less memory than its candidates may have: the kernel ends them before the watch does."""
    sandbox = DockerSandbox(DockerSettings(memory_bytes=96 * MIB))
    try:
        yield sandbox
    finally:
        sandbox.close()


def test_a_kill_by_the_kernel_is_mle_and_the_next_candidate_is_unharmed() -> None:
    with small_cell() as sandbox:
        result = judge_program(sandbox, "a = bytearray(120 << 20)\nprint(1)", "1\n", ROOMY)
        assert (result.verdict, result.reason) == (Verdict.MLE, "memory limit")
        assert still_works(sandbox)


def test_a_kill_of_a_child_alone_is_mle() -> None:
    source = (
        "import os\nif os.fork() == 0:\n    a = bytearray(120 << 20)\n    os._exit(0)\n"
        "os.wait()\nimport time\ntime.sleep(0.05)\nprint(1)"
    )
    with small_cell() as sandbox:
        try:
            out_of_memory = judge_program(sandbox, source, "1\n", ROOMY).verdict == Verdict.MLE
        except CellLost as lost:  # the kernel took the zygote along; lost again and again that is MLE too
            out_of_memory = lost.oom_killed
        assert out_of_memory


def test_this_host_counts_memory_kills() -> None:
    """The tests above mean something only where the cell can read its own cgroup, version 1 or 2."""
    found = subprocess.run(
        ["docker", "run", "--rm", "--network", "none", "--entrypoint", "python3", "equijudge-cell:latest", "-c",
         "import sys; sys.path.insert(0, '/'); import os; print(any(os.path.exists(p) for p in "
         "('/sys/fs/cgroup/memory.events', '/sys/fs/cgroup/memory/memory.oom_control')))"],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    assert found.stdout == b"True\n"


UNWATCHED = """
import os
if input() == 'large':
    os.write(1, b'1')
    os.ftruncate(1, (64 << 20) - 1)
else:
    ready, go = os.pipe(), os.pipe()
    for _ in range(6):
        if os.fork() == 0:
            os.close(go[1])
            held = bytearray(30 << 20)
            os.write(ready[1], b'.')
            os.read(go[0], 1)
            os._exit(0)
    for _ in range(6):
        os.read(ready[0], 1)
    os.close(go[1])
    print(1)
"""


def test_a_test_is_watched_while_the_output_of_the_one_before_it_is_sent(sandbox: Sandbox) -> None:
    limits = Limits(cpu_time_s=10.0, wall_time_s=40.0, memory_bytes=64 * MIB, output_bytes=80 * MIB)
    first, second = run_all(sandbox, UNWATCHED, [b"large\n", b"hold\n"], limits)
    assert (len(first.output or b""), second.killed_for) == ((64 << 20) - 1, KilledFor.MEMORY)


def test_processes_that_each_hold_less_than_the_interpreter_count_together(sandbox: Sandbox) -> None:
    over = judge_program(sandbox, INTERPRETERS.format(processes=30), "1\n", ROOMY)
    below = judge_program(sandbox, INTERPRETERS.format(processes=5), "1\n", ROOMY)
    assert (over.verdict, below.verdict) == (Verdict.MLE, Verdict.AC), (over.memory_peak_bytes, below.stderr)
