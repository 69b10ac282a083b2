"""Programs whose end could go otherwise in a cell than under `python3 main.py`; each prints what decides."""

from __future__ import annotations

# Order of the end: names, collections, exit functions, threads, flushes.
ORDER = {
    "a writer that is flushed by IOBase.close": """
import os
from io import IOBase
class Out(IOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self):
        os.write(1, "".join(self.parts).encode()); self.parts.clear()
out = Out()
out.write(input() + "\\n")
""",
    "fast io in place of stdout": """
import os, sys
from io import BytesIO, IOBase
class FastIO(IOBase):
    def __init__(self, file):
        self._fd = file.fileno(); self.buffer = BytesIO(); self.writable = True
        self.write = self.buffer.write
    def flush(self):
        os.write(self._fd, self.buffer.getvalue()); self.buffer.truncate(0), self.buffer.seek(0)
class IOWrapper(IOBase):
    def __init__(self, file):
        self.buffer = FastIO(file); self.flush = self.buffer.flush
        self.write = lambda s: self.buffer.write(s.encode("ascii"))
sys.stdout = IOWrapper(sys.stdout)
print(input())
""",
    "fast io that nobody names at the end": """
import os
from io import BytesIO, IOBase
class FastIO(IOBase):
    def __init__(self): self.buffer = BytesIO(); self.write = self.buffer.write
    def flush(self): os.write(1, self.buffer.getvalue()); self.buffer.truncate(0), self.buffer.seek(0)
def main():
    out = FastIO(); out.write(b"x"); out.me = out
main()
""",
    "one __del__": "class C:\n    def __del__(self): print('gone')\nc = C()\nprint('end')",
    "several in order": """
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print(self.name)
b, _a, __c, a = C("b"), C("_a"), C("__c"), C("a")
print("end")
""",
    "several, without a function that holds the names": """
C = type("C", (), {"__del__": print})
C.__repr__ = lambda self: self.name
for n in "b", "_a", "z":
    globals()[n] = C(); globals()[n].name = n
del n
""",
    "__del__ calls functions, globals and modules": """
import math, os
LIMIT = 5
def f(x): return math.sqrt(x) + LIMIT
class C:
    def __del__(self): print(f(16), os.path.basename("a/b"), __name__, type(self).__name__)
c = C()
""",
    "__del__ imports": """
class C:
    def __del__(self):
        try:
            import json, math
            print(json.dumps([1]), math.pi)
        except ImportError as error:
            print("no", error)
c = C()
""",
    "__del__ of a cycle": """
class C:
    def __init__(self, n): self.me, self.n = self, n
    def __del__(self): print("cycle", self.n, len(KEPT))
KEPT = [C(1), C(2)]
C(3)
""",
    "__del__ revives its object": """
KEPT = []
class C:
    def __del__(self): KEPT.append(self); print("once", len(KEPT))
c = C()
""",
    "__del__ raises": """
class C:
    def __del__(self): raise ValueError("no")
c = C()
d = open("f", "w"); d.write("x")
class D:
    def __del__(self): print("after")
e = D()
""",
    "__del__ makes new objects with __del__": """
class C:
    def __init__(self, n): self.n = n
    def __del__(self):
        print(self.n)
        if self.n: globals()["next"] = C(self.n - 1)
c = C(3)
""",
    "__del__ asks whether it is the end": """
import sys
class C:
    def __del__(self): print(sys.is_finalizing(), sys.stdout is not None, sys.meta_path, sys.argv)
c = C()
""",
    "__del__ without a field": "class C:\n    __slots__ = ()\n    def __del__(self): print('slim')\nc = C()",
    "an object kept by another module": """
import os, sys, builtins
class C:
    def __init__(self, n): self.n = n
    def __del__(self):
        os_write(1, self.n)
os_write = os.write
sys.mine, builtins.mine, os.mine = C(b"sys"), C(b"builtins"), C(b"os")
C.__del__.__globals__["keep"] = C(b"main")
""",
    "an object in a default, used by another": """
import os
class C:
    def __del__(self, write=os.write): write(1, b"late")
os.environ.mine = C()
""",
    "sys.last_value and frames after an exception": """
class C:
    def __del__(self): print("freed", G)
G = 1
def f():
    c = C()
    raise ValueError
f()
""",
    "frames after sys.exit": """
import sys
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("freed", self.n, G is None)
G = C(0)
def f():
    c = C(1)
    sys.exit(3)
f()
""",
    "buffers after sys.exit": """
import os, sys
from io import IOBase
class Out(IOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): os.write(1, "".join(self.parts).encode()); self.parts.clear()
out = Out()
out.write("late")
sys.exit()
""",
    "exit functions": """
import atexit
class C:
    def __del__(self): print("del")
c = C()
atexit.register(print, "first registered"); atexit.register(print, "second registered")
print("end")
""",
    "an exit function registers another": """
import atexit
atexit.register(lambda: (print(1), atexit.register(print, 2)))
""",
    "an exit function that raises": "import atexit\natexit.register(print, 'still')\natexit.register(lambda: 1 // 0)",
    "sys.exit in an exit function": """
import atexit, sys
atexit.register(print, "still")
atexit.register(sys.exit, 7)
""",
    "exit functions called and cleared by hand": """
import atexit
atexit.register(print, 1); atexit._run_exitfuncs(); print("on")
atexit.register(print, 2); atexit._clear()
class C:
    def __del__(self): print("del")
c = C()
""",
    "a thread that outlives main": """
import threading, atexit
atexit.register(print, "exit function")
class C:
    def __del__(self): print("del")
c = C()
threading.Thread(target=lambda: (threading.main_thread().join(), print("thread", c is not None))).start()
print("end")
""",
    "a daemon thread": """
import threading
class C:
    def __del__(self): print("del")
c = C()
gate = threading.Lock(); gate.acquire()
threading.Thread(target=gate.acquire, daemon=True).start()
print("end")
""",
    "a thread pool": """
from concurrent.futures import ThreadPoolExecutor
import atexit, time
atexit.register(print, "exit function")
pool = ThreadPoolExecutor(2)
pool.submit(lambda: (time.sleep(0.05), print("done")))
print("end")
""",
    "a thread of the low level": """
import _thread, time
lock = _thread.allocate_lock(); lock.acquire()
_thread.start_new_thread(lambda: (lock.release(), time.sleep(30)), ())
lock.acquire()
print("end")
""",
    "files left open": """
f = open("a.txt", "w"); f.write("1")
def g():
    h = open("a.txt", "a"); h.write("2"); h.me = h
class C:
    def __del__(self): print(open("a.txt").read(), f.closed if f else f)
g()
c = C()
""",
    "stdout under another writer": """
import io, os, sys
out = io.TextIOWrapper(os.fdopen(os.dup(1), "wb", 1 << 16), line_buffering=False)
out.write("second? ")
print("first?")
""",
    "stdout replaced by a file": "import sys, os\nsys.stdout = os.fdopen(1, 'w')\nprint('x')",
    "stdout replaced, the old one written too": """
import sys, os
old, sys.stdout = sys.stdout, os.fdopen(os.dup(1), 'w')
print('new'); old.write('old')
""",
    "stdout detached": """
import sys, io
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding="ascii", errors="replace")
print("x\\xe9")
""",
    "stdout replaced by something that cannot flush": """
import sys
class W:
    def write(self, s): pass
    def flush(self): raise OSError("no")
sys.stdout = W()
""",
    "stdout is None": "import sys\nsys.stdout.write('x')\nsys.stdout = None\nprint('y')",
    "stdout deleted": "import sys\nsys.stdout.write('x')\ndel sys.stdout",
    "stdout closed": "import sys\nprint('x')\nsys.stdout.close()",
    "descriptor 1 closed": "import os\nprint('x')\nos.close(1)",
    "print in __del__ after stdout was replaced": """
import sys, io
class C:
    def __del__(self): print("to the old one")
c = C()
sys.stdout = io.StringIO()
print("lost")
""",
    "a generator with finally": """
def g():
    try:
        yield 1
    finally:
        print("finally", K)
K = 2
it = g(); next(it)
""",
    "a generator that waits for another": """
def inner():
    try:
        yield 1
    finally:
        print("inner")
def outer(): yield from inner()
it = outer(); next(it)
""",
    "a generator in a with block": """
import contextlib
@contextlib.contextmanager
def c():
    print("in"); yield; print("out")
def g():
    with c(): yield 1
it = g(); next(it)
""",
    "a generator without": "def g():\n    while True: yield 1\nit = g()\nprint(next(it))",
    "a coroutine never awaited": "async def f(): pass\nc = f()\nprint(1)",
    "an async generator": """
import asyncio
async def g():
    try:
        yield 1
    finally:
        print("closed")
async def main():
    it = g(); print(await it.__anext__())
asyncio.run(main())
""",
    "weakref.finalize": """
import weakref
class C: pass
c, d = C(), C()
weakref.finalize(c, print, "final c"); weakref.finalize(d, print, "final d")
weakref.finalize(d, print, "never").atexit = False
""",
    "a weak reference's callback": """
import weakref
class C: pass
c = C(); r = weakref.ref(c, lambda _: print("callback"))
""",
    "a context variable": """
import contextvars
class C:
    def __del__(self): print("var")
v = contextvars.ContextVar("v"); v.set(C())
""",
    "a thread's own data": """
import threading
class C:
    def __del__(self): print("local")
data = threading.local(); data.c = C()
""",
    "modules of one's own": """
import sys, types
class C:
    def __del__(self): print("in a module")
m = types.ModuleType("m"); m.c = C(); sys.modules["m"] = m
del m, C
""",
    "main taken out of sys.modules": """
import sys
class C:
    def __del__(self): print("gone")
c = C()
del sys.modules["__main__"]
""",
    "main held by itself": """
import sys
class C:
    def __del__(self): print("gone", me is None)
me = sys.modules["__main__"]; c = C()
""",
    "a lru_cache that holds objects": """
from functools import lru_cache
class C:
    def __del__(self): print("cached")
@lru_cache(None)
def f(n): return C()
f(1)
""",
    "gc callbacks": """
import gc
calls = []
def f(phase, info): calls.append(phase)
gc.callbacks.append(f)
class C:
    def __del__(self): print(len(calls) > 0)
c = C()
""",
    "a frozen heap": """
import gc
class C:
    def __init__(self): self.me = self
    def __del__(self): print("cycle")
c = C(); gc.freeze()
""",
    "a frozen heap without a cycle": """
import gc
class C:
    def __del__(self): print("del")
c = C(); gc.freeze()
""",
    "builtins of one's own": """
import builtins
class C:
    def __del__(self): kept("del")
kept = print
c = C()
for name in "any", "map", "set", "type", "vars", "isinstance", "getattr", "print", "len", "dict", "bool":
    setattr(builtins, name, None)
""",
    "no modules": """
import sys
class C:
    def __del__(self): print("del")
c = C()
del sys.modules
""",
    "a low limit of recursion": """
import sys
class C:
    def __del__(self): print("del")
c = C()
sys.setrecursionlimit(6)
""",
    "a low limit of recursion and nothing else": "import sys\nprint(1)\nsys.setrecursionlimit(4)",
    "an exception with a traceback of its own": """
class E(Exception):
    __traceback__ = property(lambda self: print("asked"))
    def __setattr__(self, name, value): print("set")
raise E
""",
    "the collector disabled": """
import gc; gc.disable()
class C:
    def __init__(self): self.me = self
    def __del__(self): print("cycle")
for _ in range(3): C()
""",
    "a temporary folder": """
import tempfile, os, atexit
t = tempfile.TemporaryDirectory(); name = t.name
atexit.register(lambda: print(os.path.exists(name)))
""",
    "a fork": """
import os, sys
class C:
    def __del__(self): os_write(1, b"del\\n")
os_write = os.write
c = C()
pid = os.fork()
if pid: os.waitpid(pid, 0)
else: sys.exit(3)
""",
    "names that CPython takes away": """
import atexit
atexit.register(lambda: print("__file__" in globals(), "__name__" in globals()))
""",
    "exit() closes stdin": "import sys, atexit\natexit.register(lambda: print(sys.stdin.closed))\nexit()",
    "logging": "import logging, sys\nlogging.basicConfig(stream=sys.stdout)\nlogging.error('x')",
}

# How it ends: exit status, signal.
STATUS = {
    **{
        f"sys.exit({code})": f"import sys\nprint(1)\nsys.exit({code})"
        for code in (
            "2 ** 64",
            "2 ** 63",
            "2 ** 63 - 1",
            "2 ** 32",
            "2 ** 31",
            "-1",
            "-2 ** 63",
            "-2 ** 64",
            "256",
            "255",
            "True",
            "False",
            "1.5",
            "0.0",
            "'text'",
            "''",
            "None",
            "(1, 2)",
            "[]",
            "b'x'",
            "print",
            "object",
            "type('I', (int,), {})(7)",
            "type('B', (int,), {'__bool__': lambda s: False})(7)",
        )
    },
    "SystemExit with two arguments": "raise SystemExit(1, 2)",
    "a subclass of SystemExit": "class E(SystemExit): pass\nraise E(5)",
    "a subclass whose code is a property": """
class E(SystemExit):
    @property
    def code(self): print("asked"); return 6
    @code.setter
    def code(self, value): pass
raise E(5)
""",
    "code set afterwards": "e = SystemExit(1)\ne.code = 9\nraise e",
    "code deleted": "e = SystemExit(1)\ndel e.code\nraise e",
    "os._exit": "import os\nprint('lost')\nos._exit(4)",
    "os._exit in __del__": "import os\nclass C:\n    def __del__(self): os._exit(4)\nc = C()\nprint('x')",
    "os.abort": "import os\nprint('lost')\nos.abort()",
    "KeyboardInterrupt": "print('x')\nraise KeyboardInterrupt",
    "a subclass of KeyboardInterrupt": "class K(KeyboardInterrupt): pass\nprint('x')\nraise K",
    "BaseException": "print('x')\nraise BaseException('b')",
    "GeneratorExit": "print('x')\nraise GeneratorExit",
    "an exception group": "raise ExceptionGroup('g', [ValueError(1), KeyError(2)])",
    "ZeroDivisionError": "print('x')\n1 // 0",
    "an excepthook": "import sys\nsys.excepthook = lambda *a: print(a[0].__name__, a[2].tb_next)\n1 // 0",
    "an excepthook that raises": "import sys\nsys.excepthook = lambda *a: 1 // 0\nraise KeyError",
    "an excepthook that exits": "import sys\nsys.excepthook = lambda *a: sys.exit(9)\nraise KeyError",
    "no excepthook": "import sys\ndel sys.excepthook\nraise KeyError",
    "sys.exit in a thread": """
import threading, sys
t = threading.Thread(target=sys.exit, args=(5,)); t.start(); t.join()
print("x")
""",
    "an exception in a thread": """
import threading
t = threading.Thread(target=lambda: 1 // 0); t.start(); t.join()
print("x")
""",
    "an unraisable exception": "class C:\n    def __del__(self): 1 // 0\nC()\nprint('x')",
    "recursion without end": "def f(): f()\nf()",
    "str() fails in the exception": "class E(Exception):\n    def __str__(self): 1 // 0\nraise E",
    "a name that is not utf-8": "raise ValueError('\\udc80')",
    "no such text for stdout": "print('\\udc80')",
    "an error of the last flush": """
import sys, io
class W(io.RawIOBase):
    def writable(self): return True
    def write(self, b): raise OSError("full")
sys.stdout = io.TextIOWrapper(io.BufferedWriter(W()))
print("x")
""",
    "SIGTERM": "import os, signal\nprint('lost')\nos.kill(os.getpid(), signal.SIGTERM)",
    "SIGINT": "import os, signal, time\nprint('kept')\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(1)",
    "a timer at the end": """
import signal
signal.signal(signal.SIGALRM, lambda *a: print("alarm"))
class C:
    def __del__(self):
        signal.raise_signal(signal.SIGALRM) if signal else 0
        print("after")
c = C()
""",
}

# How deep it can go, and what is seen above it.
DEPTH = {
    **{
        f"limit {limit}, {where}": f"""
import sys, threading, atexit, functools
limit = {limit}
if limit: sys.setrecursionlimit(limit)
depth = 0
def plain():
    global depth
    depth += 1; plain()
def compared():
    class N:
        def __lt__(self, other):
            global depth
            depth += 1; return N() < other
    N() < 1
def cached():
    @functools.lru_cache(None)
    def f(n):
        global depth
        depth += 1; return f(n + 1)
    f(0)
def called():
    class N:
        def __call__(self, key=None):
            global depth
            depth += 1; return max([1], key=N())
    N()()
def shown():
    class N:
        def __repr__(self):
            global depth
            depth += 1; return repr([N()])
    repr(N())
def asked():
    class N:
        @property
        def x(self):
            global depth
            depth += 1; return N().x
    N().x
def run():
    global depth
    for f in plain, compared, cached, called, shown, asked:
        depth = 0
        try: f()
        except RecursionError as error: print(f.__name__, depth, error)
{how}
"""
        for where, how in {
            "in main": "run()",
            "in exec": "exec('run()')",
            "at an import": "open('other.py', 'w').write('import __main__\\n__main__.run()')\nimport other",
            "in a thread": "t = threading.Thread(target=run); t.start(); t.join()",
            "in an exit function": "atexit.register(run)",
            "in __del__ at the end": "class C:\n    def __del__(self): run()\nc = C()",
        }.items()
        for limit in (0, 150, 1500)
    },
    "the top of main": "def f(n):\n    return 0 if n == 0 else n + f(n - 1)\nprint(f(997))",
    "the lowest limits": """
import sys
for n in range(1, 12):
    try: sys.setrecursionlimit(n)
    except RecursionError as error: print(n, error)
    else: break
sys.setrecursionlimit(1000)
""",
    "the limit as it is told": "import sys\nprint(sys.getrecursionlimit())",
    "nothing above main": """
import sys, inspect, traceback
print(sys._getframe().f_back, len(inspect.stack()), len(traceback.extract_stack()), sys.exc_info())
def f():
    try: sys._getframe(2)
    except ValueError as error: return error
print(f())
""",
    "nothing above an exit function": "import sys, atexit\natexit.register(lambda: print(sys._getframe().f_back))",
    "a traceback's first line": """
import traceback
try: 1 // 0
except ZeroDivisionError as error:
    print(error.__traceback__.tb_frame.f_back, error.__traceback__.tb_next)
""",
    "a warning for the caller of main": "import sys, warnings as w\nsys.stderr = sys.stdout\nw.warn('w', stacklevel=2)",
    "names of main": "print(list(globals()), __annotations__, __spec__, __package__, __doc__)",
    "main's module": "import sys, __main__\nprint(__main__.__dict__ is globals(), sys.getrefcount(__main__))",
    "a trace function": """
import sys
calls = []
def trace(frame, event, arg): calls.append(event); return trace
sys.settrace(trace)
def f(): return 1
f()
sys.settrace(None)
print(calls)
""",
    "digits": "print(len(str(10 ** 20_000)), int('9' * 20_000) % 7)",
    "identical constants": "a = 1000\ndef f(): return 1000\nprint(a is f(), 'x y' is (lambda: 'x y')())",
}
PROGRAMS = {**ORDER, **STATUS, **DEPTH}
