"""Cores of arithmetic: divisors, ways to climb, subsets with a sum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import gcd

from equijudge_lab.world.core import Core, templates


def _ways(steps: int, k: int) -> int:
    return 1 if steps == 0 else _ways(steps - 1, k) + (_ways(steps - k, k) if steps >= k else 0)


def _subsets(values: Sequence[int], k: int) -> int:
    return sum(sum(one) == k for size in range(len(values) + 1) for one in combinations(values, size))


STEPS = Core(
    name="steps",
    words="count the ways to climb the sum modulo 12 in steps of 1 or {k}",
    constants=range(2, 5),
    least=0,
    reference=lambda values, k: _ways(sum(values) % 12, k),
    algorithms=templates(
        recursion="""
            def f(n):
                if n < K:
                    return 1
                return f(n - 1) + f(n - K)
            r = f(sum(b) % 12)
        """,
        memo="""
            from functools import cache
            @cache
            def f(n):
                if n < K:
                    return 1
                return f(n - 1) + f(n - K)
            r = f(sum(b) % 12)
        """,
        table="""
            n = sum(b) % 12
            d = [1] * 12
            for i in range(K, n + 1):
                d[i] = d[i - 1] + d[i - K]
            r = d[n]
        """,
        choose="""
            from math import comb
            n = sum(b) % 12
            r = 0
            for i in range(n // K + 1):
                r += comb(n - i * K + i, i)
        """,
        queue="""
            from collections import deque
            d = deque([sum(b) % 12])
            r = 0
            while d:
                n = d.popleft()
                if n < K:
                    r += 1
                else:
                    d.append(n - 1)
                    d.append(n - K)
        """,
        heap="""
            from heapq import heappop, heappush
            d = [sum(b) % 12]
            r = 0
            while d:
                n = heappop(d)
                if n < K:
                    r += 1
                else:
                    heappush(d, n - 1)
                    heappush(d, n - K)
        """,
        subsets="""
            from itertools import product
            n = sum(b) % 12
            r = 0
            for i in range(n + 1):
                for t in product([1, K], repeat=i):
                    if sum(t) == n:
                        r += 1
        """,
    ),
)

DIVISOR = Core(
    name="divisor",
    words="find the greatest common divisor",
    constants=range(1),
    least=2,
    reference=lambda values, _k: gcd(*values),
    useful_values=lambda values, drawn: [value for value in values if value and value % drawn == 0],
    algorithms=templates(
        euclid="""
            r = 0
            for x in b:
                while x > 0:
                    r, x = x, r % x
        """,
        trial="""
            r = min(b)
            while sum(x % r for x in b) > 0:
                r -= 1
        """,
        hashed="""
            d = set(range(1, 200))
            for x in b:
                for i in range(1, 200):
                    if x % i > 0:
                        d.discard(i)
            r = max(d)
        """,
        counts="""
            from collections import Counter
            c = Counter(i for x in b for i in range(1, x + 1) if x % i == 0)
            r = max(i for i in c if c[i] == len(b))
        """,
        sorted="""
            d = sorted(b)
            while d[0] < d[-1]:
                d[-1] -= d[0]
                d.sort()
            r = d[0]
        """,
        heap="""
            from heapq import heapify, heapreplace
            d = [-x for x in b]
            heapify(d)
            r = min(b)
            while -d[0] > r:
                t = -d[0] - r
                r = min(r, t)
                heapreplace(d, -t)
        """,
        halves="""
            def f(t):
                if len(t) == 1:
                    return t[0]
                m = len(t) // 2
                x = f(t[:m])
                y = f(t[m:])
                r = min(x, y)
                while x % r + y % r > 0:
                    r -= 1
                return r
            r = f(b)
        """,
        recursion="""
            def f(i, r):
                if i == len(b):
                    return r
                if b[i] % r == 0:
                    return f(i + 1, r)
                return f(0, r - 1)
            r = f(0, b[0])
        """,
    ),
)

SUBSETS = Core(
    name="subsets",
    words="count the subsets with sum {k}",
    constants=range(1, 60),
    least=0,
    reference=_subsets,
    algorithms=templates(
        recursion="""
            def f(i, t):
                if i == len(b):
                    return int(t == 0)
                return f(i + 1, t) + f(i + 1, t - b[i])
            r = f(0, K)
        """,
        memo="""
            from functools import cache
            @cache
            def f(i, t):
                if i == len(b):
                    return int(t == 0)
                return f(i + 1, t) + f(i + 1, t - b[i])
            r = f(0, K)
        """,
        table="""
            d = [1] + [0] * K
            for x in b:
                for t in range(x, KP)[::-1]:
                    d[t] += d[t - x]
            r = d[K]
        """,
        combinations="""
            from itertools import combinations
            r = 0
            for k in range(len(b) + 1):
                for t in combinations(b, k):
                    if sum(t) == K:
                        r += 1
        """,
        lists="""
            d = [0]
            for x in b:
                d += [t + x for t in d]
            r = 0
            for t in d:
                if t == K:
                    r += 1
        """,
        bisect="""
            from bisect import bisect_left, bisect_right
            d = [0]
            for x in b:
                d += [t + x for t in d]
            d.sort()
            r = bisect_right(d, K) - bisect_left(d, K)
        """,
        halves="""
            def f(t):
                if not t:
                    return [0]
                if len(t) == 1:
                    return [0, t[0]]
                m = len(t) // 2
                return [x + y for x in f(t[:m]) for y in f(t[m:])]
            r = f(b).count(K)
        """,
    ),
)
