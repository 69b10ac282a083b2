"""Attacks on calls that say what no call said, or make a value that is equal to every other."""

from __future__ import annotations

from equijudge_selftest.calls.case import DEFINE, FIVE, LIST, MLE, NONE, OLE, RE, TEXT, TLE, TRUE, WA, Case, attack

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

ATTACKS: tuple[Case, ...] = (*FORGING, *PATCHING, *EQUALITY)
