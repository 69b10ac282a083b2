"""Cores that count values or pairs of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from equijudge_lab.world.core import Core, templates


def _frequent(values: Sequence[int], _k: int) -> int:
    return max(values, key=lambda value: (values.count(value), -value))


PAIRS = Core(
    name="pairs",
    words="count the pairs with sum {k}",
    constants=range(1, 60),
    least=0,
    reference=lambda values, k: sum(one + other == k for one, other in combinations(values, 2)),
    algorithms=templates(
        nested="""
            r = 0
            for i in range(len(b)):
                for j in range(i):
                    if b[i] + b[j] == K:
                        r += 1
        """,
        partners="""
            r = 0
            d = {}
            for x in b:
                r += d.get(K - x, 0)
                d[x] = d.get(x, 0) + 1
        """,
        pointers="""
            def f(t):
                c = 0
                i = 0
                j = len(b) - 1
                while i < j:
                    if b[i] + b[j] > t:
                        j -= 1
                    else:
                        c += j - i
                        i += 1
                return c
            b.sort()
            r = f(K) - f(KM)
        """,
        bisect="""
            from bisect import bisect_left, bisect_right
            b.sort()
            r = 0
            for i in range(len(b)):
                r += bisect_right(b, K - b[i], i + 1)
                r -= bisect_left(b, K - b[i], i + 1)
        """,
        insort="""
            from bisect import bisect_left, bisect_right, insort
            r = 0
            d = []
            for x in b:
                r += bisect_right(d, K - x) - bisect_left(d, K - x)
                insort(d, x)
        """,
        recursion="""
            def f(i, k, t):
                if k == 0:
                    return int(t == 0)
                if i == len(b):
                    return 0
                return f(i + 1, k, t) + f(i + 1, k - 1, t - b[i])
            r = f(0, 2, K)
        """,
        memo="""
            from functools import cache
            @cache
            def f(i, k, t):
                if k == 0:
                    return int(t == 0)
                if i == len(b):
                    return 0
                return f(i + 1, k, t) + f(i + 1, k - 1, t - b[i])
            r = f(0, 2, K)
        """,
        table="""
            d = [[0] * KP for i in range(3)]
            d[0][0] = 1
            for x in b:
                for k in range(2, 0, -1):
                    for t in range(x, KP):
                        d[k][t] += d[k - 1][t - x]
            r = d[2][K]
        """,
        halves="""
            def f(t):
                if len(t) < 2:
                    return 0
                m = len(t) // 2
                c = f(t[:m]) + f(t[m:])
                for x in t[:m]:
                    for y in t[m:]:
                        if x + y == K:
                            c += 1
                return c
            r = f(b)
        """,
    ),
)

DISTINCT = Core(
    name="distinct",
    words="count the distinct values",
    constants=range(1),
    least=0,
    reference=lambda values, _k: len(set(values)),
    algorithms=templates(
        hashed="""
            d = set()
            r = 0
            for x in b:
                if x not in d:
                    d.add(x)
                    r += 1
        """,
        sorted="""
            b.sort()
            r = 0
            for i in range(len(b)):
                if i == 0 or b[i] != b[i - 1]:
                    r += 1
        """,
        nested="""
            r = 0
            for i in range(len(b)):
                for j in range(i):
                    if b[i] == b[j]:
                        break
                else:
                    r += 1
        """,
        counts="""
            c = [0] * 200
            for x in b:
                c[x] += 1
            r = 0
            for t in c:
                if t > 0:
                    r += 1
        """,
        heap="""
            from heapq import heapify, heappop
            d = b[:]
            heapify(d)
            r = 0
            y = -1
            while d:
                x = heappop(d)
                if x != y:
                    r += 1
                y = x
        """,
        insort="""
            from bisect import bisect_left, insort
            d = []
            for x in b:
                i = bisect_left(d, x)
                if i == len(d) or d[i] != x:
                    insort(d, x)
            r = len(d)
        """,
        partition="""
            def f(t):
                if not t:
                    return 0
                x = t[0]
                lo = [y for y in t if y < x]
                hi = [y for y in t if y > x]
                return f(lo) + f(hi) + 1
            r = f(b)
        """,
        halves="""
            def f(t):
                if len(t) < 2:
                    return t
                m = len(t) // 2
                d = f(t[:m])
                for x in f(t[m:]):
                    if x not in d:
                        d = d + [x]
                return d
            r = len(f(b))
        """,
    ),
)

FREQUENT = Core(
    name="frequent",
    words="find the most frequent value, the smaller at a tie",
    constants=range(1),
    least=1,
    reference=_frequent,
    algorithms=templates(
        counts="""
            c = [0] * 200
            for x in b:
                c[x] += 1
            r = c.index(max(c))
        """,
        sorted="""
            b.sort()
            k = 0
            c = 0
            for i in range(len(b)):
                if i == 0 or b[i] != b[i - 1]:
                    c = 0
                c += 1
                if c > k:
                    k = c
                    r = b[i]
        """,
        nested="""
            r = 0
            k = 0
            for x in b:
                c = 0
                for y in b:
                    if x == y:
                        c += 1
                if c > k or c == k and x < r:
                    k = c
                    r = x
        """,
        bisect="""
            from bisect import bisect_left, bisect_right
            b.sort()
            k = 0
            for x in b:
                c = bisect_right(b, x) - bisect_left(b, x)
                if c > k:
                    k = c
                    r = x
        """,
        heap="""
            from heapq import heapify, heappop
            d = b[:]
            heapify(d)
            k = 0
            y = -1
            while d:
                x = heappop(d)
                c = c + 1 if x == y else 1
                if c > k:
                    k = c
                    r = x
                y = x
        """,
        insort="""
            from bisect import insort
            d = []
            for x in b:
                insort(d, x)
            k = 0
            for i in range(len(d)):
                while d[i] == d[i - k] and k <= i:
                    k += 1
                    r = d[i]
        """,
        partition="""
            def f(t):
                if not t:
                    return 0, 0
                x = t[0]
                lo = [y for y in t if y < x]
                hi = [y for y in t if y > x]
                c = len(t) - len(lo) - len(hi)
                return max(f(lo), f(hi), (c, -x))
            r = -f(b)[1]
        """,
    ),
)

ODD = Core(
    name="odd",
    words="count the values that stop a palindrome, those of odd count",
    constants=range(1),
    least=0,
    reference=lambda values, _k: sum(values.count(value) % 2 for value in set(values)),
    algorithms=templates(
        toggled="""
            d = set()
            for x in b:
                if x in d:
                    d.remove(x)
                else:
                    d.add(x)
            r = len(d)
        """,
        counts="""
            c = [0] * 200
            for x in b:
                c[x] += 1
            r = 0
            for t in c:
                r += t % 2
        """,
        sorted="""
            b.sort()
            r = 0
            c = 0
            for i in range(len(b)):
                c += 1
                if i + 1 == len(b) or b[i] != b[i + 1]:
                    r += c % 2
                    c = 0
        """,
        bits="""
            m = 0
            for x in b:
                m ^= 1 << x
            r = bin(m).count("1")
        """,
        nested="""
            r = 0
            for i in range(len(b)):
                c = 1
                for j in range(len(b)):
                    if b[i] == b[j]:
                        c += 1
                        if j < i:
                            break
                else:
                    r += 1 - c % 2
        """,
        heap="""
            from heapq import heapify, heappop
            d = b[:]
            heapify(d)
            r = 0
            while d:
                x = heappop(d)
                c = 1
                while d and d[0] == x:
                    heappop(d)
                    c += 1
                r += c % 2
        """,
        insort="""
            from bisect import bisect_left, insort
            d = []
            for x in b:
                i = bisect_left(d, x)
                if i < len(d) and d[i] == x:
                    d.pop(i)
                else:
                    insort(d, x)
            r = len(d)
        """,
        stack="""
            b.sort()
            d = []
            for x in b:
                if d and d[-1] == x:
                    d.pop()
                else:
                    d.append(x)
            r = len(d)
        """,
        partition="""
            def f(t):
                if not t:
                    return 0
                x = t[0]
                lo = [y for y in t if y < x]
                hi = [y for y in t if y > x]
                c = len(t) - len(lo) - len(hi)
                return f(lo) + f(hi) + c % 2
            r = f(b)
        """,
    ),
)
