"""What is suspended or watched at the end: generators, coroutines, weak references, data of a context or a thread."""

from __future__ import annotations

PROGRAMS = {
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
}
