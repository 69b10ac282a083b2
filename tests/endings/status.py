"""How it ends: exit status, signal, and what is said of an exception."""

from __future__ import annotations

PROGRAMS = {
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
