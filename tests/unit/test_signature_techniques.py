"""Techniques as different people write them, and what only looks like one."""

from __future__ import annotations

import ast
import sys
import sysconfig
from pathlib import Path
from random import Random

import pytest

from equijudge_core.programs.parsing import MAX_SOURCE_BYTES, Unparseable
from equijudge_core.signature import signature
from tests.handbook import right_programs
from tests.rewrites import SAME

READ = "n = int(input())\na = list(map(int, input().split()))\n"

THERE = {
    "memo of an object that is called": (
        "memo",
        "class Ways:\n    def __init__(self):\n        self.known = [None] * 99\n    def __call__(self, n):\n"
        "        if self.known[n] is None:\n            self.known[n] = 1 if n < 2 else self(n - 1) + self(n - 2)\n"
        "        return self.known[n]\nprint(Ways()(int(input())))",
    ),
    "memo, asked for by another name": (
        "memo",
        "n = int(input())\nknown = [None] * (n + 1)\ndef f(i):\n    if i < 2:\n        return 1\n    got = known[i]\n"
        "    if got is None:\n        got = f(i - 1) + f(i - 2)\n        known[i] = got\n    return got\nprint(f(n))",
    ),
    "union-find that makes its roots when asked": (
        "union-find",
        "up = {}\ndef root(x):\n    while up.setdefault(x, x) != x:\n        x = up[x]\n    return x\n"
        "for _ in range(int(input())):\n    a, b = input().split()\n    up[root(a)] = root(b)\n"
        "print(len({root(x) for x in up}))",
    ),
    "segment tree of objects": (
        "segment tree",
        "class Node:\n    def __init__(self, lo, hi):\n        self.lo, self.hi, self.top = lo, hi, 0\n"
        "        if lo < hi:\n            mid = (lo + hi) // 2\n"
        "            self.left, self.right = Node(lo, mid), Node(mid + 1, hi)\n    def below(self, k):\n"
        "        if self.lo >= k:\n            return 0\n        if self.hi < k:\n            return self.top\n"
        "        return max(self.left.below(k), self.right.below(k))\nprint(Node(0, int(input())).below(3))",
    ),
    "sparse table, whole rows at once": (
        "doubling table",
        READ + "rows = [a]\nwidth = 1\nwhile width < n:\n    rows.append(list(map(min, rows[-1], rows[-1][width:])))\n"
        "    width *= 2\nprint(rows)",
    ),
    "low link, of either": (
        "low link",
        "n = int(input())\nadj = [[] for _ in range(n)]\ntin = {}\ndef low(v, p):\n    best = tin[v] = len(tin)\n"
        "    for u in adj[v]:\n        if u != p:\n            best = min(best, tin[u] if u in tin else low(u, v))\n"
        "    return best\nprint(low(0, -1))",
    ),
    "rounds until none of the changes is counted": (
        "until stable",
        "n = int(input())\ncost = [0] + [99] * n\nroads = [(0, 1, 5)] * n\nfor _ in range(n):\n    changes = 0\n"
        "    for u, v, w in roads:\n        if cost[u] + w < cost[v]:\n            cost[v] = cost[u] + w\n"
        "            changes += 1\n    if not changes:\n        break\nprint(cost)",
    ),
    "rounds until a round leaves all as it was": (
        "until stable",
        READ + "while True:\n    before = list(a)\n    for i in range(1, n):\n"
        "        a[i] = min(a[i], before[i - 1] + 1)\n"
        "    if a == before:\n        break\nprint(a)",
    ),
    "a stack that is a text": (
        "monotone stack",
        "s, k = input().split()\nk = int(k)\nkept = ''\nfor c in s:\n    while k and kept and kept[-1] > c:\n"
        "        kept = kept[:-1]\n        k -= 1\n    kept += c\nprint(kept)",
    ),
    "an item put into a sorted list by a slice": (
        "sorted container",
        "import bisect\n" + READ + "kept = []\nfor x in a:\n    at = bisect.bisect_left(kept, x)\n"
        "    kept[at:at] = [x]\nprint(kept)",
    ),
    "a list without one of its items": (
        "list deletion",
        READ + "at = 0\nwhile len(a) > 1:\n    at = (at + 2) % len(a)\n    a = a[:at] + a[at + 1:]\nprint(a)",
    ),
    "every second item, and the others": (
        "two halves",
        "from itertools import combinations\n" + READ + "def sums(part):\n    found = []\n"
        "    for size in range(len(part) + 1):\n        found += [sum(some) for some in combinations(part, size)]\n"
        "    return found\neven, odd = a[::2], a[1::2]\nright = set(sums(odd))\n"
        "print(sum(9 - x in right for x in sums(even)))",
    ),
    "a basis by its highest bits": (
        "linear basis",
        READ + "basis = {}\nfor x in a:\n    while x:\n        x ^= basis.setdefault(x.bit_length(), x)\n"
        "print(len(basis))",
    ),
    "a row made of the row before, side by side": (
        "over pairs",
        "a = input()\nb = input()\nold = list(range(len(b) + 1))\nfor x in a:\n    new = [old[0] + 1]\n"
        "    for y, up, slant in zip(b, old[1:], old):\n"
        "        new.append(min(up + 1, new[-1] + 1, slant + (x != y)))\n"
        "    old = new\nprint(old[-1])",
    ),
    "estimates looked up": (
        "heuristic",
        "import heapq\nn = int(input())\nguess = [abs(n - p) for p in range(99)]\nheap = [(guess[0], 0, 0)]\n"
        "while heap:\n    f, g, p = heapq.heappop(heap)\n    for q in (p + 1, p + 2):\n"
        "        heapq.heappush(heap, (g + 1 + guess[q], g + 1, q))\nprint(f)",
    ),
    "squares along halves that were put on a stack": (
        "repeated squaring",
        "n = int(input())\nhalves = []\nwhile n:\n    halves.append(n)\n    n //= 2\nx = 1\nwhile halves:\n"
        "    odd = halves.pop() % 2\n    x = x * x % 97\n    if odd:\n        x = x * 3 % 97\nprint(x)",
    ),
    "a pass by reduce, which begins with a pair": (
        "loops:1",
        "from functools import reduce\n" + READ + "def step(state, x):\n    least, best = state\n"
        "    return min(least, x), max(best, x - least)\nprint(reduce(step, a, (99, 0))[1])",
    ),
    "matrices of greatest sums": (
        "matrix product",
        "def times(p, q):\n    a, b, c, d = p\n    e, f, g, h = q\n"
        "    return max(a + e, b + g), max(a + f, b + h), max(c + e, d + g), max(c + f, d + h)\n"
        "whole = (0, -9, -9, 0)\nfor x in map(int, input().split()):\n    whole = times(whole, (0, x, 0, -9))\n"
        "print(whole)",
    ),
    "low link, by a recursion": (
        "low link",
        "g = eval\nn = int(input())\nadj = [[] for _ in range(n)]\ntin = [0] * n\nlow = [0] * n\nt = 0\n"
        "def dfs(v, p):\n    global t\n    t += 1\n    tin[v] = low[v] = t\n    for u in adj[v]:\n"
        "        if u == p:\n            continue\n        if tin[u]:\n            low[v] = min(low[v], tin[u])\n"
        "        else:\n            dfs(u, v)\n            low[v] = min(low[v], low[u])\ndfs(0, -1)\nprint(low)",
    ),
    "low link, of results": (
        "low link",
        "n = int(input())\nadj = [[] for _ in range(n)]\ndepth = {}\n"
        "def top(v, p, d):\n    depth[v] = reach = d\n    for u in adj[v]:\n        if u == p:\n            continue\n"
        "        if u in depth:\n            reach = min(reach, depth[u])\n        else:\n"
        "            r = top(u, v, d + 1)\n            reach = min(reach, r)\n    return reach\nprint(top(0, -1, 0))",
    ),
    "a path walked with a stack": (
        "depth-first search",
        "n = int(input())\nadj = [[] for _ in range(n)]\nseen = {0}\npath = [(0, iter(adj[0]))]\nwhile path:\n"
        "    v, rest = path[-1]\n    u = next(rest, None)\n    if u is None:\n        path.pop()\n"
        "    elif u not in seen:\n        seen.add(u)\n        path.append((u, iter(adj[u])))\nprint(len(seen))",
    ),
    "levels made of sets": (
        "breadth-first search",
        "n = int(input())\nadj = {v: set() for v in range(n)}\nseen = {0}\nlevel = {0}\nd = 0\n"
        "while n - 1 not in seen:\n"
        "    following = set()\n    for v in level:\n        following |= adj[v]\n    level = following - seen\n"
        "    seen |= level\n    d += 1\nprint(d)",
    ),
    "rounds told by a function": (
        "until stable",
        "n = int(input())\ncost = {0: 0}\nroads = [(0, 1, 5)] * n\ndef relax():\n    changed = False\n"
        "    for u, v, w in roads:\n        if u in cost and cost[u] + w < cost.get(v, 99):\n"
        "            cost[v] = cost[u] + w\n            changed = True\n    return changed\n"
        "while relax():\n    pass\nprint(cost)",
    ),
    "diagonals": (
        "diagonals",
        "a = input()\nb = input()\nv = {1: 0}\nd = 0\nwhile d < 99:\n    for k in range(-d, d + 1, 2):\n"
        "        x = v.get(k - 1, 0) + 1\n        while x < len(a) and x - k < len(b) and a[x] == b[x - k]:\n"
        "            x += 1\n        v[k] = x\n    d += 1\nprint(v)",
    ),
    "blocks of a root": (
        "blocks",
        READ + "size = int(n ** 0.5) + 1\nsums = [0] * size\nfor i, x in enumerate(a):\n"
        "    sums[i // size] += x\nprint(sums)",
    ),
    "a basis of bits": (
        "linear basis",
        READ + "basis = []\nfor x in a:\n    for b in basis:\n        x = min(x, x ^ b)\n    if x:\n"
        "        basis.append(x)\nprint(len(basis))",
    ),
    "rows of bits eliminated": (
        "elimination",
        READ + "for r in range(n):\n    a[0], a[r] = a[r], a[0]\n    for i in range(n):\n"
        "        if i != r and a[i] & 1:\n"
        "            a[i] ^= a[r]\nprint(a)",
    ),
    "a text searched in itself twice": ("doubled text", "s = input()\nprint((s + s).find(s, 1))"),
    "a heap by hand": (
        "heap",
        READ + "h = []\nfor x in a:\n    h.append(x)\n    i = len(h) - 1\n    while i > 0 and h[i] < h[(i - 1) // 2]:\n"
        "        p = (i - 1) // 2\n        h[i], h[p] = h[p], h[i]\n        i = p\nprint(h[0])",
    ),
    "a sorted stack by hand": (
        "monotone stack",
        READ + "st = [0] * n\ntop = 0\nfor i in range(n):\n    while top > 0 and a[i] < st[top - 1]:\n"
        "        top -= 1\n"
        "    st[top] = a[i]\n    top += 1\nprint(st[:top])",
    ),
    "a window in a queue": (
        "sliding window",
        READ + "from collections import deque\nq = deque()\nbest = 0\nfor x in a:\n"
        "    while q and x - q[0] > 9:\n        q.popleft()\n    q.append(x)\n    best = max(best, len(q))\n"
        "print(best)",
    ),
    "nodes that know their range": (
        "segment tree",
        READ + "class Node:\n    def __init__(self, l, r):\n"
        "        self.l, self.r, self.left, self.right = l, r, None, None\n"
        "    def find(self, l, r):\n        if l <= self.l and self.r <= r:\n            return 0\n"
        "        return min(self.left.find(l, r), self.right.find(l, r))\nprint(Node(0, n).find(0, 1))",
    ),
    "an operator that recurs": (
        "memo",
        "class F:\n    def __init__(self):\n        self.known = {0: 0, 1: 1}\n    def __getitem__(self, i):\n"
        "        if i not in self.known:\n            self.known[i] = self[i - 1] + self[i - 2]\n"
        "        return self.known[i]\nprint(F()[int(input())])",
    ),
    "a memo that is tried": (
        "memo",
        "memo = {}\ndef f(i):\n    if i < 2:\n        return i\n    try:\n        return memo[i]\n"
        "    except KeyError:\n"
        "        pass\n    value = f(i - 1) + f(i - 2)\n    memo[i] = value\n    return value\nprint(f(int(input())))",
    ),
    "what is known is looked at first": (
        "memo",
        "n = int(input())\nbest = [None] * (n + 2)\ndef f(i):\n    if i < 2:\n        return i\n    known = best[i]\n"
        "    if known is not None:\n        return known\n    value = f(i - 1) + f(i - 2)\n    best[i] = value\n"
        "    return value\nprint(f(n))",
    ),
    "one row kept in place": (
        "dp table",
        "s = input()\nt = input()\nrow = [0] * (len(t) + 1)\nfor x in s:\n    corner = 0\n"
        "    for j in range(1, len(t) + 1):\n"
        "        above = row[j]\n        if x == t[j - 1]:\n            row[j] = corner + 1\n"
        "        corner = above\nprint(row)",
    ),
    "rows of neighbours": (
        "dp table",
        "n = int(input())\nrow = [1]\nfor _ in range(n):\n"
        "    row = [1] + [x + y for x, y in zip(row, row[1:])] + [1]\nprint(row)",
    ),
    "a table handed on": (
        "dp table",
        READ + "def add(sums, x):\n    new = {}\n    for s, ways in sums.items():\n"
        "        new[s] = new.get(s, 0) + ways\n"
        "        new[s + x] = new.get(s + x, 0) + ways\n    return new\nsums = {0: 1}\nfor x in a:\n"
        "    sums = add(sums, x)\nprint(sums)",
    ),
    "rests taken with divmod": (
        "divided out",
        "n = int(input())\np = 2\nwhile n > 1:\n    q, r = divmod(n, p)\n    if r == 0:\n        n = q\n    else:\n"
        "        p += 1\nprint(p)",
    ),
    "paths, not places": (
        "exhaustive recursion",
        "n = int(input())\nadj = [[] for _ in range(n)]\non = [False] * n\nbest = 0\ndef go(v, d):\n    global best\n"
        "    best = max(best, d)\n    on[v] = True\n    for u in adj[v]:\n        if not on[u]:\n"
        "            go(u, d + 1)\n    on[v] = False\ngo(0, 1)\nprint(best)",
    ),
}  # fmt: skip

NOT_THERE = {
    "degrees are no changes at ends": (
        "difference array",
        "n = int(input())\nscore = [0] * n\nfor i in range(n):\n    for j in map(int, input().split()):\n"
        "        score[i] -= 1\n        score[j] += 1\nprint(score.index(n - 1))",
    ),
    "a bit taken out is no sum": (
        "exclusive or",
        "n = int(input())\nc = 0\nwhile n:\n    n ^= n & -n\n    c += 1\nprint(c)",
    ),
    "sums of all ranges are not kept": (
        "prefix sums",
        READ + "from itertools import accumulate\nprint(sum(list(accumulate(a[i:])).count(3) for i in range(n)))",
    ),
    "every place tried is no halving": (
        "divide and conquer",
        "def trees(lo, hi):\n    if lo > hi:\n        return 1\n    s = 0\n    for root in range(lo, hi + 1):\n"
        "        s += trees(lo, root - 1) * trees(root + 1, hi)\n    return s\nprint(trees(1, int(input())))",
    ),
    "two lists filled together are no partition": (
        "partition",
        "def f(a, p):\n    ends, gains = [], []\n    for x in a:\n        if x > p:\n            ends.append(x)\n"
        "            gains.append(x * 2)\n    return ends, gains\nprint(f(list(map(int, input().split())), 3))",
    ),
    "three sorted values are no sorting": ("sort", READ + "print(sorted((a[0], a[-1], a[n // 2]))[1])"),
    "numbers that meet are no pointers": (
        "two pointers",
        "top = int(input())\nk = 0\nv = 1\nwhile k <= top:\n    v = v * (top - k) + 1\n    top -= 1\n"
        "    k += 1\nprint(v)",
    ),
    "a middle within the ends is no detour": (
        "all pairs",
        "n = int(input())\nc = {}\nfor lo in range(n - 1, -1, -1):\n    for hi in range(lo + 2, n + 1):\n"
        "        c[lo, hi] = 1 + min(c[lo, m] + c[m, hi] for m in range(lo + 1, hi))\nprint(c[0, n])",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("technique", "source"), THERE.values(), ids=THERE)
def test_a_technique_is_found(technique: str, source: str) -> None:
    assert technique in signature(source).fine_features


@pytest.mark.parametrize(("technique", "source"), NOT_THERE.values(), ids=NOT_THERE)
def test_what_only_looks_like_a_technique_is_none(technique: str, source: str) -> None:
    assert technique not in signature(source).fine_features


@pytest.mark.parametrize(
    "source",
    [
        "for i in range(3):\n    def f(x):\n        return x\n    print(f(i))",
        "for i in range(3):\n    if i:\n        pass\n    i += 1\nwhile True:\n    if i:\n        global j\n    break",
        "while True:\n    try:\n        pass\n    except ValueError:\n        pass\n    break",
    ],
    ids=["a function made in a loop", "blocks that say nothing", "nothing tried"],
)
def test_odd_blocks_have_a_signature(source: str) -> None:
    assert signature(source).coarse_features


def test_programs_of_python_itself_have_a_signature_or_a_reason() -> None:
    library = Path(sysconfig.get_paths()["stdlib"])
    files = [one for one in sorted(library.glob("*.py")) if one.stat().st_size <= MAX_SOURCE_BYTES]
    refused = []
    for file in files[::2]:
        try:
            assert signature(file.read_text("utf-8")).coarse_features, file
        except Unparseable as error:
            refused.append((file.name, error.problem))
    assert len(files) > 100, sys.version
    assert len(refused) < len(files) / 20, refused


def test_a_thread_s_join_is_not_a_method_of_the_program() -> None:
    plain = (
        "class Sorter:\n    def __init__(self, a):\n        self.a = a\n        self.run(0, len(a))\n"
        "    def run(self, l, r):\n        if r - l > 1:\n            m = (l + r) // 2\n            self.run(l, m)\n"
        "            self.run(m, r)\n            self.join(l, m, r)\n    def join(self, l, m, r):\n"
        "        for i in range(l, r):\n            self.a[i] = sorted(self.a[l:r])[i - l]\n"
        "print(*Sorter(list(map(int, input().split()))).a)\n"
    )
    assert signature(SAME["in thread"](plain, Random(1))).fine_features == signature(plain).fine_features


def maimed(source: str, choice: Random) -> str:
    """The program with a call, a display, a place or a generator spoiled: it still parses, and makes no sense."""
    tree = ast.parse(source)
    kinds = (ast.Call, ast.Tuple, ast.List, ast.Subscript, ast.comprehension, ast.Compare, ast.FunctionDef)
    node = choice.choice([one for one in ast.walk(tree) if isinstance(one, kinds)])
    several = ast.Starred(ast.Name("rest", ast.Load()), ast.Load())
    if isinstance(node, ast.Call):
        node.args = choice.choice([[], node.args[:-1], [several], [*node.args, ast.Constant(1)]])
    elif isinstance(node, ast.Tuple | ast.List) and isinstance(node.ctx, ast.Load):
        node.elts = choice.choice([[], [*node.elts, several]])
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        node.slice = choice.choice([ast.Slice(), ast.Tuple([], ast.Load()), ast.Constant(0)])
    elif isinstance(node, ast.comprehension):
        node.iter = ast.Call(ast.Name(choice.choice(["enumerate", "zip", "range"]), ast.Load()), [], [])
    elif isinstance(node, ast.Compare):
        node.ops, node.comparators = [*node.ops, ast.Lt()], [*node.comparators, ast.Constant(3)]
    elif isinstance(node, ast.FunctionDef):
        node.args = ast.arguments([], [], ast.arg("rest"), [], [], None, [])
    return ast.unparse(ast.fix_missing_locations(tree))


def test_programs_that_make_no_sense_have_a_signature_or_a_reason() -> None:
    choice = Random(0)
    reasons = []
    for source in choice.sample(right_programs(), 300):
        for _ in range(choice.randint(1, 3)):
            source = maimed(source, choice)
        try:
            assert signature(source).coarse_features
        except Unparseable as error:
            reasons.append(error.problem)
    assert all(reasons)
    assert len(reasons) < 30, reasons
