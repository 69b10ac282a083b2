"""Honest programs with odd but legal habits, each with a test that is code and accepts it."""

from __future__ import annotations

from equijudge_selftest.test_code.attacks import CHECK

RIGHT = "def f(n):\n    return 4 * n\n"
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
