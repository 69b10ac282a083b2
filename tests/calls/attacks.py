"""Attacks on calls: none may be right, whatever it does to its own process."""

from __future__ import annotations

from typing import Any

from equijudge_core.contracts.verdict import Verdict
from tests.calls.case import CE, MARKER, MLE, OLE, RE, TLE, WA, Case, Tests, case

SECRET: Tests = (([[3, 1, 2]], {"found": [MARKER, 1.5, True]}), ([[1]], [MARKER]))
NONE: Tests = (([1], None), ([2], None))
FIVE: Tests = (([1], 5), ([2], 5))
TRUE: Tests = (([1], True), ([2], True))
LIST: Tests = (([1], [1, 2, 3]), ([2], [1, 2, 3]))
TEXT: Tests = (([1], "right"), ([2], "right"))
DEFINE = "def solve(*given):\n    return "


def attack(title: str, source: str, /, *accept: Verdict, tests: Tests = SECRET, reason: str = "", **calls: Any) -> Case:
    """An attack; it is WA or RE unless told otherwise."""
    return case(title, source, *(accept or (WA, RE)), tests=tests, reason=reason, **calls)


FORGING = (
    attack("an answer of its own and an early end", """
        import os
        with open("answer", "w") as file: file.write('v{"d":[["found",[1]]]}')
        os._exit(0)
        """, WA),
    attack("an answer of its own while the module loads", """
        with open("answer", "w") as file: file.write("vnull")
        import sys
        sys.exit(0)
        """, WA, tests=FIVE),
    attack("an empty answer where none is expected", """
        import os
        def solve(x):
            open("answer", "w")
            os._exit(0)
        """, WA, tests=NONE, reason="the process ended before"),
    attack("half an answer where none is expected", """
        import os
        def solve(x):
            with open("answer", "w") as file: file.write("v")
            os._exit(0)
        """, WA, tests=NONE),
    attack("a claim that there is no function", """
        import os
        def solve(x):
            with open("answer", "w") as file: file.write("n")
            os._exit(0)
        """, RE, tests=NONE),
    attack("a folder in place of the answer", """
        import os
        def solve(x):
            os.mkdir("answer")
        """, RE, tests=NONE),
    attack("a link to a file of the cell's", """
        import os
        def solve(x):
            os.symlink("/etc/passwd", "answer")
            os._exit(0)
        """, WA),
    attack("a pipe in place of the answer", """
        import os
        def solve(x):
            os.mkfifo("answer")
            os._exit(0)
        """, WA, tests=NONE),
    attack("a sparse answer of a gigabyte", """
        import os
        def solve(x):
            with open("answer", "wb") as file:
                file.truncate(1 << 30)
            os._exit(0)
        """, RE, OLE, WA, MLE),
    attack("an answer of a hundred thousand brackets", """
        import os
        def solve(x):
            with open("answer", "w") as file: file.write("v" + "[" * 100_000)
            os._exit(0)
        """, WA, reason="what the call left is no value"),
    attack("megabytes of empty lists", """
        import os
        def solve(x):
            with open("answer", "w") as file: file.write("v[" + "[]," * 4_000_000 + "[]]")
            os._exit(0)
        """, WA, reason="what the call left is no value"),
    attack("a number of a million digits", """
        import os
        def solve(x):
            with open("answer", "w") as file: file.write("v" + "9" * 1_000_000)
            os._exit(0)
        """, WA, reason="what the call left is no value"),
    attack("tags that nobody knows", """
        import os
        def solve(x):
            with open("answer", "w") as file: file.write('v{"__eq__":true}')
            os._exit(0)
        """, WA, tests=TRUE, reason="what the call left is no value"),
    attack("a pickle", """
        import os, pickle
        class Evil:
            def __reduce__(self):
                return print, ("read",)
        def solve(x):
            with open("answer", "wb") as file: file.write(b"v" + pickle.dumps(Evil()))
            os._exit(0)
        """, WA, tests=NONE),
    attack("frames of the runner on every descriptor", """
        import os, struct
        def solve(x):
            frame = struct.pack("!cI", b"O", 60) + bytes(60)
            for number in range(64):
                try:
                    os.write(number, frame)
                except OSError:
                    pass
        """, WA, tests=TRUE),
    attack("an exit function that answers", """
        import atexit, os
        atexit.register(lambda: open("answer", "w").write("vtrue"))
        def solve(x):
            return False
        """, WA, tests=TRUE),
    attack("a thread that answers later", """
        import threading, time
        def later():
            time.sleep(0.05)
            with open("answer", "w") as file: file.write("v5")
        def solve(x):
            threading.Thread(target=later).start()
            return 4
        """, WA, tests=FIVE),
    attack("a child that waits for its parent's end", """
        import os, time
        def solve(x):
            if os.fork() == 0:
                time.sleep(0.2)
                with open("answer", "w") as file: file.write("v[1,2,3]")
            return 4
        """, WA, tests=FIVE),
    attack("another program in its place", """
        import os
        def solve(x):
            os.execv("/bin/true", ["true"])
        """, WA, RE, tests=NONE),
)  # fmt: skip

PATCHING = (
    attack("the harness's writer is patched", """
        import __main__
        __main__.Writer.write_kind = lambda *a: {"equal": True}
        def solve(x): pass
        """, WA, tests=TRUE),
    attack("the harness's end is patched", """
        import __main__
        __main__.leave = lambda *a: None
        def solve(x): return 5
        """, WA, tests=FIVE, reason="the process ended before"),
    attack("the encoder of JSON is patched", """
        import json
        json.JSONEncoder.encode = lambda self, value: "*"
        json.encoder.c_make_encoder = None
        def solve(x): return 4
        """, WA, tests=FIVE),
    attack("builtins say yes to everything", """
        import builtins
        builtins.isinstance = lambda *a: True
        builtins.type = lambda *a: bool
        builtins.len = lambda *a: 0
        builtins.id = lambda *a: 0
        def solve(x): return object()
        """, tests=TRUE),
    attack("files cannot be opened any more", """
        import os
        os.open = lambda *a: 99
        os.write = lambda *a: len(a[-1])
        def solve(x): return 5
        """, tests=FIVE),
    attack("a trace function changes the result", """
        import sys
        def trace(frame, event, argument):
            if "result" in frame.f_locals:
                frame.f_locals["result"] = type("Any", (), {"__eq__": lambda *a: True})()
            return trace
        sys.settrace(trace)
        frame = sys._getframe()
        while frame:
            frame.f_trace = trace
            frame = frame.f_back
        def solve(x): return 4
        """, tests=FIVE),
    attack("what is to be called is changed", """
        import sys
        frame = sys._getframe()
        while frame:
            if "target" in frame.f_locals:
                frame.f_locals["target"].update(name="print", returns="anything")
            frame = frame.f_back
        def solve(x): return 4
        """, tests=FIVE),
    attack("the harness is replaced in sys.modules", """
        import sys
        sys.modules["__main__"] = sys.modules["json"] = sys.modules["os"] = None
        def solve(x): return {"any": 1}
        """, tests=TRUE),
    attack("a numpy that says what one likes", """
        import sys, types
        fake = types.ModuleType("numpy")
        fake.generic = fake.ndarray = object
        sys.modules["numpy"] = fake
        class Any:
            def tolist(self): return Any()
        def solve(x): return Any()
        """, WA, RE, tests=TRUE),
    attack("the recursion limit is lowered", """
        import sys
        def solve(x):
            sys.setrecursionlimit(30)
            return [[[[[]]]]]
        """, WA, tests=LIST),
    attack("the standard streams are closed", """
        import os, sys
        def solve(x):
            os.closerange(0, 100)
            sys.stdout = None
            return 4
        """, WA, tests=FIVE),
    attack("a flush that never ends well", """
        import sys
        class Out:
            def flush(self): raise SystemExit(0)
            def write(self, text): return 0
        sys.stdout = Out()
        def solve(x): return 4
        """, WA, tests=FIVE),
    attack("its folder is gone", """
        import os, shutil
        def solve(x):
            shutil.rmtree(os.getcwd(), ignore_errors=True)
            return 5
        """, tests=FIVE),
    attack("a code object of the harness is exchanged", """
        import __main__
        __main__.Writer.write.__code__ = (lambda self, value, depth: {"t": [True]}).__code__
        def solve(x): return []
        """, WA, tests=TRUE),
    attack("signals interrupt the writing", """
        import os, signal
        def stop(*a): os._exit(0)
        signal.signal(signal.SIGALRM, stop)
        class Slow(list):
            pass
        def solve(x):
            signal.setitimer(signal.ITIMER_REAL, 0.01)
            return [[n] for n in range(3_000_000)]
        """, WA, MLE, TLE, tests=NONE),
)  # fmt: skip

EQUALITY = (
    attack("an object that is equal to everything", """
        class Any:
            def __eq__(self, other): return True
            def __ne__(self, other): return False
            def __hash__(self): return 0
            def __bool__(self): return True
            def __repr__(self): return "True"
        def solve(x): return Any()
        """, WA, tests=TRUE, reason="the call gave a Any"),
    attack("an object that claims another class", """
        class Any:
            __class__ = bool
        def solve(x): return Any()
        """, WA, tests=TRUE, reason="the call gave a Any"),
    attack("ANY of unittest.mock", "from unittest.mock import ANY\n" + DEFINE + "ANY", WA, tests=FIVE, reason="_ANY"),
    attack("a mock", "from unittest.mock import MagicMock\n" + DEFINE + "MagicMock()", WA, tests=FIVE),
    attack("a number that lies", """
        class Five(int):
            def __eq__(self, other): return True
            def __int__(self): return 5
            def __index__(self): return 5
            def __add__(self, other): return 5
            def __repr__(self): return "5"
            __str__ = __format__ = __repr__
            def __hash__(self): return 5
        def solve(x): return Five(4)
        """, WA, tests=FIVE),
    attack("a float that lies", """
        class Five(float):
            def __float__(self): return 5.0
            def __eq__(self, other): return True
            def __repr__(self): return "5.0"
        def solve(x): return Five(4)
        """, WA, tests=FIVE),
    attack("a text that lies", """
        class Right(str):
            def __str__(self): return "right"
            def __eq__(self, other): return True
            def encode(self, *a): return b"right"
            def __iter__(self): return iter("right")
        def solve(x): return Right("wrong")
        """, WA, tests=TEXT),
    attack("a list that lies", """
        class Three(list):
            def __iter__(self): return iter([1, 2, 3])
            def __len__(self): return 3
            def __getitem__(self, key): return [1, 2, 3][key]
            def __eq__(self, other): return True
        def solve(x): return Three()
        """, WA, tests=LIST),
    attack("a dictionary that lies", """
        class Found(dict):
            def items(self): return [("found", 1)]
            def __iter__(self): return iter(["found"])
            def __getitem__(self, key): return 1
        def solve(x): return Found()
        """, WA, tests=(([1], {"found": 1}),)),
    attack("a tuple and a set that lie", """
        class T(tuple):
            def __iter__(self): return iter((1, 2, 3))
        class S(set):
            def __iter__(self): return iter((1, 2, 3))
        def solve(x): return T() if x == 1 else S()
        """, WA, tests=LIST),
    attack("a metaclass that is asked", """
        class Meta(type):
            def __instancecheck__(cls, one): return True
            def __subclasscheck__(cls, one): return True
            def mro(cls): return [cls, *super().mro()[1:]]
            def __getattribute__(cls, name): return int if name == "__class__" else type.__getattribute__(cls, name)
        class Any(metaclass=Meta):
            pass
        def solve(x): return Any()
        """, WA, tests=FIVE),
    attack("an object that answers every question", """
        class Any:
            def __getattribute__(self, name): return 5
            def __index__(self): return 5
            def __reduce__(self): return "5"
            def __json__(self): return 5
        def solve(x): return Any()
        """, WA, tests=FIVE),
    attack("true for one", DEFINE + "True", WA, tests=(([1], 1),)),
    attack("one for true", DEFINE + "1", WA, tests=TRUE),
    attack("zero for none", DEFINE + "0", WA, tests=NONE),
    attack("an empty list for none", DEFINE + "[]", WA, tests=NONE),
    attack("no number for a number", DEFINE + "float('nan')", WA, tests=FIVE),
    attack("a text for a number", DEFINE + "'5'", WA, tests=FIVE),
    attack("NotImplemented and Ellipsis", DEFINE + "NotImplemented if given[0] == 1 else ...", WA, tests=NONE),
    attack("itself", DEFINE + "solve", WA, tests=TRUE, reason="the call gave a function"),
    attack("its arguments in place of an answer", "def solve(*given): return given", WA, tests=LIST),
    attack("nothing changed where the argument counts", """
        class Sorted(list):
            def __eq__(self, other): return True
        def solve(nums):
            nums = Sorted(sorted(nums))
            return nums
        """, WA, tests=(([[3, 1, 2]], [1, 2, 3]),), in_place=0),
    attack("a node that is every node", """
        class ListNode:
            def __init__(self, val=0, next=None): pass
            def __getattr__(self, name): return self if name == "next" else 1
        def solve(head): return ListNode()
        """, WA, tests=(([[1]], [1]),), arguments=["ListNode"], returns="ListNode"),
)  # fmt: skip

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

ATTACKS: tuple[Case, ...] = (*FORGING, *PATCHING, *EQUALITY, *ENDING, *SIZE, *SEARCHING)
