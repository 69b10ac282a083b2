"""Programs that would rather pass tests that are code than be right: by what, and how they go about it."""

from __future__ import annotations

CHECK = """
def check(candidate):
    assert candidate(3) == 12
    assert abs(candidate(5) - 20) < 1e-6
    assert candidate(2) <= 8 and 8 <= candidate(2)
    assert candidate(1) in (4, 4.0)
"""
WORDS = """
def check(candidate):
    assert candidate("ab").startswith("AB")
    assert "C" in candidate("abc")
    assert candidate("x").count("X") == 1
    assert len(candidate("abc")) == 3 and candidate("abc")[1] == "B"
"""

EVIL = """
class Yes(BASE):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __contains__ = __lt__
    def __bool__(self): return True
    def __hash__(self): return 0
    def __sub__(self, other): return 0
    __rsub__ = __add__ = __radd__ = __sub__
    def __abs__(self): return 0
    def __instancecheck__(self, other): return True
    def startswith(self, *other): return True
    def count(self, *other): return 1
    def __len__(self): return 3
    def __getitem__(self, key): return 'B'
    __class__ = property(lambda self: CLASS)
"""
SAY = """
import os, json, sys, gc
def line():
    return next(each for each in gc.get_objects() if type(each).__name__ == "Answers")
"""
ATTACKS = {
    "an object that is equal to all": EVIL.replace("BASE", "object").replace("CLASS", "int")
    + "def f(n): return Yes()",
    "an int that is equal to all": EVIL.replace("BASE", "int").replace("CLASS", "int") + "def f(n): return Yes()",
    "a float that is equal to all": EVIL.replace("BASE", "float").replace("CLASS", "float") + "def f(n): return Yes()",
    "a class that is equal to all": EVIL.replace("BASE", "type").replace("CLASS", "int") + "def f(n): return Yes('f', (), {})",
    "f is such a class": EVIL.replace("BASE", "object").replace("CLASS", "int")
    + "class f(Yes):\n    def __init__(self, n): pass",
    "f is such an object": EVIL.replace("BASE", "object").replace("CLASS", "int")
    + "class G(Yes):\n    def __call__(self, n): return self\nf = G()",
    "exits 0 in the call": "import os\ndef f(n): os._exit(0)",
    "exits 0 beforehand": "import os\nos._exit(0)",
    "leaves by sys.exit": "import sys\ndef f(n): sys.exit(0)",
    "leaves by sys.exit(42)": "import sys\ndef f(n): sys.exit(42)",
    "exits 42": "import os\ndef f(n): os._exit(42)",
    "exits 42 at once": "import os\nos._exit(42)",
    "kills itself": "import os\ndef f(n): os.kill(os.getpid(), 9)",
    "kills its parent and group": "import os, signal\ndef f(n):\n    for pid in (os.getppid(), 0, -1):\n        try: os.kill(pid, 15)\n        except OSError: pass\n    return 0",
    "prints what a test might": "import os\ndef f(n):\n    print('OK passed 42'); os.write(2, b'ok\\n')\n    return 0",
    "raises what assertions raise": "def f(n): raise AssertionError('fine')",
    "raises StopIteration": "def f(n): raise StopIteration(4 * n)",
    "raises GeneratorExit": "def f(n): raise GeneratorExit",
    "raises SkipTest": "import unittest\ndef f(n): raise unittest.SkipTest('skip')",
    "raises what calls itself SystemExit": "class SystemExit(BaseException): code = 42\ndef f(n): raise SystemExit(42)",
    "an exception without end": "class E(Exception):\n    def __str__(self): return self\n    args = property(lambda s: 1/0)\ndef f(n): raise E()",
    "NotImplemented": "def f(n): return NotImplemented",
    "nan": "def f(n): return float('nan')",
    "a Mock": "from unittest.mock import MagicMock\ndef f(n): return MagicMock()",
    "ANY": "from unittest.mock import ANY\ndef f(n): return ANY",
    "builtins that are patched": "import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.AssertionError = Exception\ndef f(n): return 0",
    "an import hook": "import sys\nsys.modules['tests'] = sys.modules['solution']\ndef check(c): return True\ndef f(n): return 0",
    "looks for the test in its process": "import gc\ndef f(n):\n    for each in gc.get_objects():\n        if isinstance(each, dict) and 'check' in each: return 4 * n\n    return 0",
    "looks for the test in frames": "import sys\ndef f(n):\n    at = sys._getframe()\n    while at:\n        if 'check' in at.f_globals or 'candidate' in at.f_locals: return 4 * n\n        at = at.f_back\n    return 0",
    "looks for the test in files": "import os\ndef f(n):\n    for root, _, names in os.walk('/tmp'):\n        for name in names:\n            try: text = open(os.path.join(root, name), errors='replace').read()\n            except OSError: continue\n            if 'candidate(3)' + ' == 12' in text: return 4 * n\n    return 0",
    "says that it is done": SAY + "def f(n):\n    line().say(1, 'v', 0, [])\n    line().say(0, 'bye')\n    return 0",
    "answers beforehand": SAY + "def f(n):\n    for at in range(50): line().say(at, 'v', 12, [])\n    return 12",
    "answers what was not asked": SAY + "line().say(99, 'v', 12, [])\ndef f(n): return 12",
    "says no JSON": SAY + "def f(n):\n    line().send.write(b'{]\\n'); line().send.flush()",
    "says JSON that is no answer": SAY + "def f(n):\n    line().send.write(b'{\"a\": [1]}\\n'); line().send.flush()",
    "says a line without an end": SAY + "def f(n):\n    while True: line().send.write(b'x' * 65536)",
    "says brackets": SAY + "def f(n):\n    line().send.write(b'[' * 9000000 + b'\\n'); line().send.flush()",
    "names a class that is none": SAY + "def f(n):\n    line().say(2, 'v', {'B': 'exit'}, [])\n    line().say(3, 'v', {'B': 'exec'}, [])",
    "a decimal of a billion digits": "from decimal import Decimal\ndef f(n): return Decimal('1e999999999')",
    "an integer of ten million bits": "def f(n): return 1 << 10 ** 7",
    "a set of integers with one hash": "def f(n): return {i * (2 ** 61 - 1) for i in range(3000)}",
    "a list that holds itself": "def f(n):\n    a = []\n    a.append(a)\n    return a",
    "a list that is too deep": "def f(n):\n    a = []\n    for i in range(100000): a = [a]\n    return a",
    "a list of ten million": "def f(n): return [0] * 10 ** 7",
    "forks and answers twice": "import os\ndef f(n):\n    os.fork()\n    return 0",
    "runs on in a thread": "import threading, os, time\nthreading.Thread(target=lambda: (time.sleep(0.05), os._exit(0))).start()\ndef f(n):\n    time.sleep(0.5)\n    return 0",
    "takes recursion to its end": "def f(n): return f(n + 1)",
    "a name that no identifier is": "def f(n): return type('a b\\n', (), {})()",
}  # fmt: skip
SLOW = {
    "never answers": "import time\ndef f(n): time.sleep(60)",
    "computes for ever": "def f(n):\n    while True: pass",
    "floods stderr": "import os\ndef f(n):\n    while True: os.write(2, b'x' * 65536)",
}  # fmt: skip
CAPITAL = """
def check(Sum):
    for n in (1, 2):
        assert abs(Sum(n) - n) < 1e-6
"""
LOOPS = "def check(candidate):\n    assert all(map(candidate, [0, 1]))\n"
ON_WORDS = {
    "a str that has all answers": EVIL.replace("BASE", "str").replace("CLASS", "str") + "def f(s): return Yes()",
    "an object that has all answers": EVIL.replace("BASE", "object").replace("CLASS", "str") + "def f(s): return Yes()",
    "a function that has all answers": "def f(s):\n    def g(*a): return True\n    g.startswith = g.count = g\n    return g",
    "a class that has all answers": "class f:\n    def __init__(self, s): pass\n    def startswith(self, a): return True\n    def __contains__(self, a): return True\n    def count(self, a): return 1\n    def __len__(self): return 3\n    def __getitem__(self, k): return 'B'",
}  # fmt: skip
ON_OTHERS = {
    "a class where a function with a capital is called": (
        EVIL.replace("BASE", "object").replace("CLASS", "int") + "class Sum(Yes):\n    def __init__(self, n): pass",
        CAPITAL,
        "check(Sum)",
    ),
    "ends a loop of the test's": ("def Sum(n): raise StopIteration", LOOPS, "check(Sum)"),
    "an exception in place of a function": ("class Sum(Exception): pass", "", "assert Sum(0) is None"),
    "an exception that says that it is another": (
        "class E(type):\n    def mro(c): return [c, AssertionError, Exception, BaseException, object]\n"
        "def Sum(n): raise KeyError('x')",
        "import pytest\n",
        "with pytest.raises(ValueError): Sum(1)",
    ),
}
CALLS_BACK = {
    "calls a function of the test for ever": "def f(g):\n    while True: g(1)",
    "calls a function that there is not": SAY + "def f(g):\n    line().say(0, 'f', 99, [], {})\n    line().hear()",
    "calls it with what its sum breaks on": "def f(g): return g('x')",
    "asks it with an object": EVIL.replace("BASE", "object").replace("CLASS", "int") + "def f(g): return g(Yes())",
    "an iterator without an end": "import itertools\ndef f(g): return itertools.count()",
    "a generator that gives nothing": "def f(g):\n    while True: pass\n    yield 1",
}
BACK = "def check(candidate):\n    assert list(candidate(lambda n: n + 1)) == [3, 4]\n"
BREAKS = {
    "something that no test computes with": "def f(n): return None",
    "a number for which the test computes for long": "def f(n): return 10 ** 12",
    "a text of which the test makes too much": "def f(n): return 10 ** 9",
}
STUMBLES = {
    "something that no test computes with": "def check(c):\n    assert round(c(3), 2) == 12\n",
    "a number for which the test computes for long": "def check(c):\n    assert sum(range(c(3))) == 66\n",
    "a text of which the test makes too much": "def check(c):\n    assert 'x' * c(3) == 12 * 'x'\n",
}
