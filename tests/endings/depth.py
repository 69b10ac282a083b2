"""What a program sees of the stack below it, and of its own main."""

from __future__ import annotations

PROGRAMS = {
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
