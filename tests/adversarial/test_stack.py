"""The stack: the main thread's is as large as the memory limit, any other's 8 MiB, as under `ulimit -s`."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits
from tests.cells import MIB, judge_program, read_output, run_one

ROOMY = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=256 * MIB)
DEEP = "import sys\nsys.setrecursionlimit(10**6)\nn = int(input())\n"
# Each recurses through C code, a C stack frame or more a level. CPython 3.12 and later refuse such depth by themselves.
THROUGH_C = {
    "lru_cache": """
from functools import lru_cache
@lru_cache(None)
def f(n): return 0 if n == 0 else 1 + f(n - 1)
print(f(n))
""",
    "__lt__": """
class N:
    def __init__(self, k): self.k = k
    def __lt__(self, other): return self.k == 0 or N(self.k - 1) < other
print(n if N(n) < N(1) else 0)
""",
    "map": """
def f(n): return 0 if n == 0 else 1 + next(map(f, [n - 1]))
print(f(n))
""",
    "sum of a generator": """
def f(n): return 0 if n == 0 else 1 + sum(f(k) for k in [n - 1])
print(f(n))
""",
    "min with a key": """
def f(k):
    if k: min([k - 1], key=f)
    return k
print(f(n))
""",
    "a property": """
class N:
    def __init__(self, k): self.k = k
    @property
    def depth(self): return 0 if self.k == 0 else 1 + N(self.k - 1).depth
print(N(n).depth)
""",
    "__getattr__": """
class N:
    def __init__(self, k): self.k = k
    def __getattr__(self, name): return 0 if self.k == 0 else 1 + N(self.k - 1).depth
print(N(n).depth)
""",
    "nested lists compared": """
def nest():
    x = []
    for _ in range(n): x = [x]
    return x
print(n if nest() == nest() else 0)
""",
    "nested lists shown": """
x = []
for _ in range(n): x = [x]
print(len(repr(x)) // 2 - 1)
""",
    "nested tuples hashed": """
x = ()
for _ in range(n): x = (x,)
print(n if hash(x) == hash((x[0],)) else 0)
""",
    "sorted with a key": """
def f(k):
    if k: sorted([k - 1], key=f)
    return k
print(f(n))
""",
}


@pytest.mark.parametrize("name", THROUGH_C)
def test_twenty_thousand_levels_through_c_code(sandbox: Sandbox, name: str) -> None:
    version = read_output(sandbox, "import sys\nprint(*sys.version_info[:2])")
    assert version == "3 11\n", "the default cell has a CPython that recurses through C code"
    outcome = run_one(sandbox, DEEP + THROUGH_C[name], b"20000\n", ROOMY)
    assert (outcome.output, outcome.signal) == (b"20000\n", None), outcome.stderr[-500:].decode()


@pytest.mark.parametrize("limit", [16, 64, 256, 1024])
def test_the_main_thread_has_the_memory_limit(sandbox: Sandbox, limit: int) -> None:
    source = "import resource\nprint(resource.getrlimit(resource.RLIMIT_STACK)[0] >> 20)"
    outcome = run_one(sandbox, source, limits=Limits(5.0, 30.0, limit * MIB))
    assert outcome.output == b"%d\n" % limit


def test_more_of_it_can_be_used_than_is_free_below_a_usual_stack(sandbox: Sandbox) -> None:
    """About 150 MiB: 128 MiB is what the kernel keeps free below the stack of a process that asked for less."""
    limits = Limits(cpu_time_s=20.0, wall_time_s=100.0, memory_bytes=400 * MIB)
    outcome = run_one(sandbox, DEEP + THROUGH_C["lru_cache"], b"200000\n", limits)
    assert (outcome.output, outcome.signal) == (b"200000\n", None)
    assert outcome.memory_peak_bytes > 130 * MIB


def test_two_hundred_threads_start(sandbox: Sandbox) -> None:
    source = (
        "import threading\ngate = threading.Barrier(101)\n"
        "for _ in range(2):\n"
        "    threads = [threading.Thread(target=gate.wait) for _ in range(100)]\n"
        "    for t in threads: t.start()\n"
        "    gate.wait()\n"
        "    for t in threads: t.join()\n"
        "print('all')"
    )
    assert run_one(sandbox, source, limits=ROOMY).output == b"all\n"


def test_a_threads_stack_is_8_mib_unless_it_says_otherwise(sandbox: Sandbox) -> None:
    source = """
import threading, re
def sizes():
    maps = open("/proc/self/maps").read()
    return {(int(b, 16) - int(a, 16)) >> 20 for a, b in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.M)}
before = sizes()
def seen(): print(threading.stack_size(), 8 in sizes() - before or 8 in sizes(), 512 in sizes())
for size in 0, 512 << 20:
    threading.stack_size(size)
    t = threading.Thread(target=seen); t.start(); t.join()
"""
    assert read_output(sandbox, source).splitlines() == ["0 True False", f"{512 << 20} True True"]


def test_recursion_without_end_is_re_or_mle(sandbox: Sandbox) -> None:
    source = "import sys\nsys.setrecursionlimit(10**9)\nclass N:\n    def __lt__(self, o): return N() < o\nN() < 1"
    assert judge_program(sandbox, source, limits=ROOMY).verdict in (Verdict.RE, Verdict.MLE)
    assert read_output(sandbox, "print(1)") == "1\n"
