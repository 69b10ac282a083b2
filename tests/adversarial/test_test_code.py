"""Tests that are code, against programs that would rather pass than be right, and against honest ones with odd habits.

A candidate's process never holds a test or an expected value. So nothing that it does to itself is of use, and what it
says is a value or nothing: never right, and never a fault of the problem, which would be better than wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CandidateResult, Detail, JudgeOptions
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import parse_row
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.adversarial.conftest import make_sandbox
from tests.cells import MIB

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
LIMITS = AppliedLimits(cpu_time_s=0.7, wall_time_s=1.5, memory_limit_bytes=256 * MIB, output_limit_bytes=96 * MIB)
RIGHT = "def f(n):\n    return 4 * n\n"
JSON = "import json, sys, os, gc\n"


@pytest.fixture(scope="module")
def judge(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """The tests' cells are of the same kind as the candidates'."""
    driver = "docker" if isinstance(sandbox, DockerSandbox) else "local"
    checkers = CheckerCells(lambda: make_sandbox(driver, tmp_path_factory.mktemp("tests")), LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()


def judged(
    judge: Judge, source: str, code: str = CHECK, test: str = "check(f)", language: str = "python3", **more: object
) -> CandidateResult:
    names = more.pop("names", ["f"])
    row = {
        "name": "tests",
        "test_code": {"code": code, "names": names, "time_limit_s": 1.0, "memory_limit_bytes": 256 << 20, **more},
        "private_tests": {"input": [test], "output": [""]},
    }
    options = JudgeOptions(detail=Detail.OUTPUTS)
    return judge.judge(parse_row(row), Candidate(source=source, language=language), options, LIMITS)


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


def fails(found: CandidateResult) -> bool:
    """Whether it is wrong, and by the program's doing."""
    return found.verdict not in (Verdict.AC, Verdict.IE, Verdict.CE)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_is_gained(judge: Judge, attack: str) -> None:
    found = judged(judge, ATTACKS[attack])
    assert fails(found), found.tests


@pytest.mark.parametrize("attack", SLOW)
def test_nothing_is_gained_by_taking_long(judge: Judge, attack: str) -> None:
    assert fails(judged(judge, SLOW[attack]))


@pytest.mark.parametrize("attack", ON_WORDS)
def test_nothing_is_gained_by_an_object_that_is_asked(judge: Judge, attack: str) -> None:
    assert fails(judged(judge, ON_WORDS[attack], WORDS))


@pytest.mark.parametrize("attack", ON_OTHERS)
def test_nothing_is_gained_by_being_something_else(judge: Judge, attack: str) -> None:
    source, code, test = ON_OTHERS[attack]
    assert fails(judged(judge, source, code, test, names=["Sum"]))


@pytest.mark.parametrize("attack", CALLS_BACK)
def test_nothing_is_gained_by_calling_back(judge: Judge, attack: str) -> None:
    assert fails(judged(judge, CALLS_BACK[attack], BACK))


@pytest.mark.parametrize("attack", BREAKS)
def test_no_candidate_chooses_a_fault_of_the_problem(judge: Judge, attack: str) -> None:
    assert fails(judged(judge, BREAKS[attack], STUMBLES[attack]))


HONEST: dict[str, tuple[str, str]] = {
    "prints, reads nothing, has a main part": (
        "import sys\nprint('hello', flush=True)\nassert sys.stdin.read() == ''\ndef f(n):\n    print(n)\n    return 4 * n\n"
        "if __name__ == '__main__':\n    print(f(int(input())))",
        CHECK + "check(f)",
    ),
    "logs at the end, and has a thread that waits": (
        "import atexit, threading\natexit.register(print, 'bye')\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n" + RIGHT,
        CHECK + "check(f)",
    ),
    "changes its arguments": (
        "def f(a, d, s):\n    a.sort()\n    a[0].append(7)\n    d['x'] = a\n    s.add(1)\n    del d['y']\n",
        "a, d, s = [[2], [3]], {'y': 1}, set()\ninner = a[0]\nf(a, d, s)\n"
        "assert a == [[2, 7], [3]] and d['x'] is a and a[0] is inner and s == {1} and 'y' not in d",
    ),
    "gives back its argument": (
        "def f(a, b=None):\n    a.append(b is a)\n    return a",
        "a = [1]\nassert f(a) is a and a == [1, False]\nassert f(a, b=a)[-1] is True and f([], b=[]) == [False]",
    ),
    "changes an argument, then raises": (
        "def f(a):\n    a.clear()\n    raise KeyError('gone')",
        "import pytest\na = [1]\nwith pytest.raises(KeyError, match='gone') as found: f(a)\nassert a == [] and found.value.args == ('gone',)",
    ),
    "raises what it defines": (
        "class Odd(ValueError):\n    def __init__(self, n): super().__init__('odd: %d' % n); self.n = n\ndef f(n):\n    if n % 2: raise Odd(n)\n    return n // 2",
        "from solution import Odd\nimport pytest, unittest\n"
        "with pytest.raises(Odd) as found: f(3)\nassert str(found.value) == 'odd: 3' and found.value.n == 3\n"
        "with pytest.raises(ValueError): f(5)\ntry: f(7)\nexcept Odd as error: pass\nelse: assert False\nassert f(4) == 2",
    ),
    "a generator": (
        "def f(n):\n    for at in range(n):\n        yield at\n    raise RuntimeError('over')",
        "import types, pytest\ng = f(3)\nassert isinstance(g, types.GeneratorType) and next(g) == 0 and [next(g), next(g)] == [1, 2]\n"
        "with pytest.raises(RuntimeError): next(g)",
    ),
    "a generator without an end": (
        "import itertools\ndef f():\n    return (n * n for n in itertools.count())",
        "import itertools\nassert list(itertools.islice(f(), 5000))[-1] == 4999 ** 2",
    ),
    "exact types": (
        "import collections, datetime, decimal, fractions\nP = collections.namedtuple('P', 'x y')\n"
        "def f(k):\n    return {'i': 1, 'f': 1.0, 'b': True, 't': (1, [2]), 's': {1}, 'z': frozenset([1]), 'y': b'a', 'Y': bytearray(b'a'),\n"
        "        'n': None, 'p': P(1, y=2), 'c': collections.Counter('aab'), 'o': collections.OrderedDict(a=1), 'r': range(3),\n"
        "        'D': decimal.Decimal('1.10'), 'F': fractions.Fraction(1, 3), 'd': datetime.date(2020, 2, 29), 'k': {(1, 2): 3},\n"
        "        'big': 3 ** 200, 'x': 1 + 2j, 'q': collections.deque([1]), 'nan': float('nan'), 'int': int}[k]",
        "import collections, datetime, decimal, fractions\n"
        "for k, v in dict(i=1, f=1.0, b=True, t=(1, [2]), s={1}, z=frozenset([1]), y=b'a', Y=bytearray(b'a'), n=None, r=range(3),\n"
        "        c=collections.Counter('aab'), o=collections.OrderedDict(a=1), D=decimal.Decimal('1.10'), F=fractions.Fraction(1, 3),\n"
        "        d=datetime.date(2020, 2, 29), k={(1, 2): 3}, big=3 ** 200, x=1 + 2j, q=collections.deque([1]), int=int).items():\n"
        "    assert f(k) == v and type(f(k)) is type(v), k\n"
        "assert f('nan') != f('nan') and f('p') == (1, 2) and f('p').y == 2 and str(f('D')) == '1.10' and f('c').most_common(1) == [('a', 2)]",
    ),
    "a class with state": (
        "class Stack:\n    def __init__(self, *items): self.items = list(items)\n    def push(self, item): self.items.append(item); return self\n"
        "    def pop(self): return self.items.pop()\n    def __len__(self): return len(self.items)\n    @property\n    def top(self): return self.items[-1]\n"
        "    @staticmethod\n    def of(text): return Stack(*text)\n    def __contains__(self, item): return item in self.items\n    def __repr__(self): return 'Stack(%d)' % len(self)\n"
        "    def __enter__(self): return self\n    def __exit__(self, *e): self.items.clear()",
        "from solution import Stack\nimport pytest\ns = Stack(1, 2)\ns.push(3).push(4)\nassert len(s) == 4 and s.top == 4 and s.pop() == 4 and 2 in s and repr(s) == 'Stack(3)'\n"
        "assert isinstance(s, Stack) and Stack.of('ab').pop() == 'b' and s.items == [1, 2, 3] and s == s\n"
        "with pytest.raises(IndexError): Stack().pop()\nwith s: pass\nassert len(s) == 0",
    ),
    "an iterator of a class of its own": (
        "class f:\n    def __init__(self, n): self.n = n\n    def __iter__(self): return self\n"
        "    def __next__(self):\n        if not self.n: raise StopIteration\n        self.n -= 1\n        return self.n",
        "import pytest\nassert list(f(3)) == [2, 1, 0] and sum(f(4)) == 6\nwith pytest.raises(StopIteration): next(f(0))",
    ),
    "linked nodes": (
        "class Node:\n    def __init__(self, val, next=None): self.val, self.next = val, next\n"
        "def f(values):\n    head = None\n    for each in reversed(values): head = Node(each, head)\n    return head\n"
        "def g(node):\n    n = 0\n    while node: n, node = n + 1, node.next\n    return n",
        "from solution import g\nhead = f([1, 2, 3])\nassert g(head) == 3 and g(head.next) == 2\nfound = []\nwhile head:\n    found.append(head.val)\n    head = head.next\nassert found == [1, 2, 3]",
    ),
    "functions that make functions": (
        "import functools\ndef f(n): return lambda m: n * m\ndef twice(g):\n    @functools.wraps(g)\n    def call(*a, **k): return g(g(*a, **k))\n    return call",
        "from solution import twice\nassert f(3)(4) == 12 and twice(lambda n: n + 1)(1) == 3 and twice(f(2))(5) == 20 and twice(abs)(-2) == 2",
    ),
    "calls the test's functions": (
        "def f(g, items): return sorted(items, key=g), [each for each in items if g(each)]",
        "seen = []\ndef g(n):\n    seen.append(n)\n    return -n\nassert f(g, [1, 0, 2]) == ([2, 1, 0], [1, 2]) and len(seen) == 6\n"
        "import pytest\nwith pytest.raises(ZeroDivisionError): f(lambda n: 1 // n, [0])",
    ),
    "a memory between calls, and a value by name": (
        "LIMIT, seen = 7, {}\ndef f(n):\n    seen[n] = seen.get(n, 0) + 1\n    return seen[n]",
        "from solution import LIMIT\nimport solution\nassert (f(1), f(1), f(2)) == (1, 2, 1) and LIMIT == 7 and solution.f(1) == 3",
    ),
    "deep recursion, and its own limit": (
        "import sys\nsys.setrecursionlimit(20000)\ndef f(n): return 0 if n == 0 else 1 + f(n - 1)",
        "assert f(9000) == 9000",
    ),
    "the limit of recursion that a program has": (
        "def f(n): return 0 if n == 0 else 1 + f(n - 1)",
        "import pytest\nassert f(900) == 900\nwith pytest.raises(RecursionError): f(1100)",
    ),
    "from __future__ and odd endings": (
        "from __future__ import annotations\r\ndef f(n: Undefined) -> Nothing:\r\n    return 4 * n",
        CHECK + "check(f)",
    ),
    "a lone surrogate, and large numbers": (
        "def f(x): return x",
        "for x in ('\\ud800', '\\U0001f600\\n\\u2028', 10 ** 5000, -(1 << 62), 1e308, float('-inf'), '', [[]] * 3, {1: {2: ()}}):\n    assert f(x) == x",
    ),
    "much to and fro": ("def f(a): return [each + 1 for each in a]", "assert f(list(range(200000)))[-1] == 200000\nfor n in range(300): assert f([n]) == [n + 1]"),
    "what looks like an exception is a value": ("def f(n): return ValueError('x')", "e = f(1)\nassert type(e).__name__ == 'ValueError' and str(e) == 'x'"),
    "leaves with sys.exit where it should": ("import sys\ndef f(n): sys.exit(n)", "import pytest\nwith pytest.raises(SystemExit) as found: f(3)\nassert found.value.code == 3"),
}  # fmt: skip


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    made = make_sandbox("local", tmp_path_factory.mktemp("pypy"))
    checkers = CheckerCells(lambda: make_sandbox("local", tmp_path_factory.mktemp("tests")), LANGUAGES)
    yield Judge(made, environment_of(made), lambda: False, checkers=checkers)
    checkers.close()
    made.close()


# PyPy counts its stack's bytes, not its frames.
@pytest.mark.parametrize("habit", [habit for habit in HONEST if "limit of recursion" not in habit])
def test_pypy_answers_as_python_does(local: Judge, habit: str) -> None:
    source, test = HONEST[habit]
    names = ["f"] if "def f(" in source or "class f:" in source else []
    assert judged(local, source, "", test, names=names, language="pypy3").verdict == Verdict.AC


@pytest.mark.parametrize("habit", HONEST)
def test_honest_programs_lose_nothing(judge: Judge, habit: str) -> None:
    source, test = HONEST[habit]
    names = ["f"] if "def f(" in source or "class f:" in source else []
    found = judged(judge, source, "", test, names=names)
    assert found.verdict == Verdict.AC, found.tests
