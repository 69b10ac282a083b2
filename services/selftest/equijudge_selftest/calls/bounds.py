"""Attacks on calls by how they end, by how much they answer, and by looking for what is expected."""

from __future__ import annotations

from equijudge_selftest.calls.case import CE, DEFINE, FIVE, MLE, NONE, OLE, RE, SECRET, TEXT, TLE, WA, Case, attack

ENDING = (
    attack("os._exit(0) in the call", "import os\n" + DEFINE + "os._exit(0)", WA, tests=NONE),
    attack("os._exit(0) as the module loads", "import os\nos._exit(0)", WA, tests=NONE),
    attack("sys.exit in the call", "import sys\n" + DEFINE + "sys.exit()", WA, tests=NONE, reason="ended before"),
    attack("sys.exit with a text", "import sys\n" + DEFINE + "sys.exit('right')", RE, tests=TEXT),
    attack("an exception that says 0", """
        class Fine(SystemExit):
            code = 0
        def solve(x): raise Fine()
        """, WA, RE, tests=NONE),
    attack("it kills itself", "import os\n" + DEFINE + "os.kill(os.getpid(), 9)", RE, tests=NONE),
    attack("it aborts", "import os\n" + DEFINE + "os.abort()", RE, tests=NONE),
    attack("a null pointer", "import ctypes\n" + DEFINE + "ctypes.string_at(0)", RE, WA, tests=FIVE),
    attack("endless recursion", DEFINE + "solve()", RE, tests=NONE),
    attack("an exception with a name of a megabyte", """
        def solve(x): raise type("E" * 1_000_000, (Exception,), {})()
        """, RE, tests=NONE),
    attack("an exception that cannot be shown", """
        class Hidden(Exception):
            def __str__(self): raise self
            __repr__ = __str__
        def solve(x): raise Hidden()
        """, RE, tests=NONE),
    attack("it waits for an answer", "def solve(x): return input()", RE, tests=TEXT),
    attack("it sleeps", "import time\n" + DEFINE + "time.sleep(60)", TLE, tests=NONE[:1]),
    attack("it burns", "def solve(x):\n    while True: pass", TLE, tests=NONE[:1]),
    attack("it eats", "def solve(x): return bytearray(1 << 30)", MLE, RE, tests=NONE),
    attack("no such function", "def solves(x): return 5", RE, tests=FIVE, reason="defines no function solve"),
    attack("a number of that name", "solve = 5", RE, tests=FIVE, reason="the program defines no function solve"),
    attack("the prelude's function of that name", "# nothing", RE, tests=(([12, 18], 6),), name="gcd", prelude=True),
    attack("a builtin of that name", "# nothing", RE, tests=(([[1, 2]], 3),), name="sum"),
    attack("the harness's nodes as an answer", "# none", RE, tests=(([1], [1]),), name="ListNode", returns="ListNode"),
    attack("no program", "def solve(x) return x", CE, tests=NONE),
)  # fmt: skip

SIZE = (
    attack("a list that holds itself", "x = []\nx.append(x)\n" + DEFINE + "x", WA, reason="holds itself"),
    attack("a dictionary that holds itself", "x = {}\nx[1] = (x,)\n" + DEFINE + "x", WA, reason="holds itself"),
    attack("an iterator of itself", """
        def endless():
            while True: yield me
        me = endless()
        def solve(x): return me
        """),
    attack("a list without an end", """
        def solve(head):
            head.next = head
            return head
        """, WA, tests=(([[1]], [1]),), arguments=["ListNode"], returns="ListNode", reason="holds itself"),
    attack("a tree without an end", """
        def solve(root):
            root.left = root.right = root
            return root
        """, WA, tests=(([[1]], [1]),), arguments=["TreeNode"], returns="TreeNode", reason="holds itself"),
    attack("depth", """
        def solve(x):
            found = []
            for _ in range(100_000): found = [found]
            return found
        """, WA, reason="nested too deeply"),
    attack("depth of tuples in dictionaries", """
        def solve(x):
            found = 1
            for _ in range(10_000): found = {1: (found,)}
            return found
        """, WA, reason="nested too deeply"),
    attack("one list in two, forty times", """
        def solve(x):
            found = [1]
            for _ in range(40): found = [found, found]
            return found
        """, WA, TLE, MLE, tests=SECRET[:1]),
    attack("a generator without an end", """
        import itertools
        def solve(x): return itertools.count()
        """, WA, MLE, TLE),
    attack("generators of generators", """
        def solve(x):
            while True: yield solve(x)
        """, WA, TLE, MLE, RE, tests=SECRET[:1]),
    attack("a range of the largest size", DEFINE + "range(10 ** 18)", WA, MLE, TLE),
    attack("a text of a hundred million", DEFINE + "'x' * 100_000_000", WA, OLE, MLE, TLE, tests=SECRET[:1]),
    attack("a number of a million bits", DEFINE + "1 << 1_000_000", WA),
    attack("a coroutine", "async def solve(*a): return 5", WA, tests=FIVE, reason="the call gave a coroutine"),
    attack("a type with a name of its own", """
        def solve(x): return type("list\\x1b[2J\\n", (), {})()
        """, WA, reason="which is no value to compare"),
    attack("thousands of objects in a set", """
        def solve(x): return {(n,) for n in range(30_000)}
        """, WA),
    attack("numbers with one hash", """
        def solve(x): return [n * (2 ** 61 - 1) for n in range(50_000)]
        """, WA, compare={"order": "any"}),
)  # fmt: skip

# Each looks for the marker by a pattern that is not itself what it looks for.
FRAMES = """
import gc, re, sys
MARK = re.compile(r"marker-[7]d1f0c3a9e")
def texts():
    frame = sys._getframe()
    while frame:
        yield repr((frame.f_locals, frame.f_globals))
        frame = frame.f_back
    for one in gc.get_objects():
        try:
            yield repr(one)[:10_000]
        except Exception:
            pass
def solve(x):
    for text in texts():
        if found := MARK.search(text):
            return [found.group()]
"""
FILES = """
import os, re
MARK = re.compile(rb"marker-[7]d1f0c3a9e")
def solve(x):
    for place in (".", "/tmp", "/dev/shm", "/run", "/proc/self", "/proc/1", "/proc/self/fd", "/var/tmp"):
        try:
            names = os.listdir(place)
        except OSError:
            continue
        for path in (os.path.join(place, name) for name in names if name != "kmsg"):
            try:
                if os.path.isfile(path):
                    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
                    if found := MARK.search(os.read(descriptor, 1 << 20)):
                        return [found.group().decode()]
            except OSError:
                pass
    if found := MARK.search(repr(os.environb).encode()):
        return [found.group().decode()]
"""
MEMORY = """
import re
MARK = re.compile(rb"marker-[7]d1f0c3a9e")
def solve(x):
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            first, last = (int(word, 16) for word in line.split()[0].split("-"))
            if "r" in line.split()[1] and last - first < 1 << 26:
                try:
                    memory.seek(first)
                    if found := MARK.search(memory.read(last - first)):
                        return [found.group().decode()]
                except (OSError, ValueError, OverflowError):
                    pass
"""
SEARCHES = {"frames and objects": FRAMES, "files and the environment": FILES, "its own memory": MEMORY}
SEARCHING = (
    *(attack(f"expected values in {where}", source, WA) for where, source in SEARCHES.items()),
    attack("what an earlier test has left", """
        import os, sys
        def solve(x):
            seen = [place for place in ("/tmp/seen", "/dev/shm/seen", "seen") if os.path.exists(place)]
            for place in ("/tmp/seen", "/dev/shm/seen", "seen"):
                try:
                    open(place, "w").close()
                except OSError:
                    pass
            return 5 if seen else 4
        """, WA, tests=FIVE),
)  # fmt: skip

ATTACKS: tuple[Case, ...] = (*ENDING, *SIZE, *SEARCHING)
