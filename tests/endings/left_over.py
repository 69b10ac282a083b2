"""Modules, collector and interpreter as a program left them."""

from __future__ import annotations

PROGRAMS = {
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
}
