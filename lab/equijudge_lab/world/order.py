"""Cores about which value comes before which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from equijudge_lab.world.core import Core, templates


def _records(values: Sequence[int], _k: int) -> int:
    return sum(all(before < value for before in values[:place]) for place, value in enumerate(values))


KTH = Core(
    name="kth",
    words="find the smallest value number {k}",
    constants=range(2, 6),
    least=5,
    reference=lambda values, k: sorted(values)[k - 1],
    algorithms=templates(
        sorted="""
            b.sort()
            r = b[KM]
        """,
        heap="""
            from heapq import heapify, heappop
            d = b[:]
            heapify(d)
            for i in range(KM):
                heappop(d)
            r = d[0]
        """,
        insort="""
            from bisect import insort
            d = []
            for x in b:
                insort(d, x)
            r = d[KM]
        """,
        partition="""
            def f(t, k):
                x = t[0]
                lo = [y for y in t if y < x]
                hi = [y for y in t if y > x]
                n = len(t) - len(hi)
                if k <= len(lo):
                    return f(lo, k)
                if k <= n:
                    return x
                return f(hi, k - n)
            r = f(b, K)
        """,
        bisection="""
            lo = 0
            hi = 200
            while lo < hi:
                m = (lo + hi) // 2
                if sum(x <= m for x in b) >= K:
                    hi = m
                else:
                    lo = m + 1
            r = lo
        """,
        ranks="""
            for x in b:
                i = sum(y < x for y in b)
                j = sum(y <= x for y in b)
                if i < K <= j:
                    r = x
        """,
        selection="""
            d = b[:]
            for i in range(KM):
                d.remove(min(d))
            r = min(d)
        """,
        counts="""
            c = [0] * 200
            for x in b:
                c[x] += 1
            r = 0
            t = c[0]
            while t < K:
                r += 1
                t += c[r]
        """,
        exchanges="""
            for i in range(len(b)):
                for j in range(len(b) - 1):
                    if b[j] > b[j + 1]:
                        b[j], b[j + 1] = b[j + 1], b[j]
            r = b[KM]
        """,
    ),
)

CLOSEST = Core(
    name="closest",
    words="find the least difference between two values",
    constants=range(1),
    least=2,
    reference=lambda values, _k: min(abs(one - other) for one, other in combinations(values, 2)),
    algorithms=templates(
        nested="""
            r = 200
            for i in range(len(b)):
                for j in range(i):
                    r = min(r, abs(b[i] - b[j]))
        """,
        sorted="""
            b.sort()
            r = 200
            for x, y in zip(b, b[1:]):
                r = min(r, y - x)
        """,
        heap="""
            from heapq import heapify, heappop
            d = b[:]
            heapify(d)
            r = 200
            x = heappop(d)
            while d:
                y = heappop(d)
                r = min(r, y - x)
                x = y
        """,
        insort="""
            from bisect import insort
            d = []
            for x in b:
                insort(d, x)
            r = min(y - x for x, y in zip(d, d[1:]))
        """,
        counts="""
            c = [0] * 200
            for x in b:
                c[x] += 1
            r = 200
            j = -200
            for i in range(200):
                if c[i] > 1:
                    r = 0
                if c[i] > 0:
                    r = min(r, i - j)
                    j = i
        """,
        hashed="""
            d = set()
            r = 200
            for x in b:
                for i in range(r):
                    if x - i in d or x + i in d:
                        r = i
                        break
                d.add(x)
        """,
        halves="""
            def f(t):
                if len(t) < 2:
                    return 200
                m = len(t) // 2
                r = min(f(t[:m]), f(t[m:]))
                for x in t[:m]:
                    for y in t[m:]:
                        r = min(r, abs(x - y))
                return r
            r = f(b)
        """,
    ),
)

INVERSIONS = Core(
    name="inversions",
    words="count the pairs in the wrong order",
    constants=range(1),
    least=0,
    reference=lambda values, _k: sum(one > other for one, other in combinations(values, 2)),
    algorithms=templates(
        nested="""
            r = 0
            for i in range(len(b)):
                for j in range(i):
                    if b[j] > b[i]:
                        r += 1
        """,
        insort="""
            from bisect import bisect_right, insort
            r = 0
            d = []
            for x in b:
                r += len(d) - bisect_right(d, x)
                insort(d, x)
        """,
        exchanges="""
            r = 0
            for i in range(len(b)):
                for j in range(len(b) - 1):
                    if b[j] > b[j + 1]:
                        b[j], b[j + 1] = b[j + 1], b[j]
                        r += 1
        """,
        insertion="""
            r = 0
            for i in range(1, len(b)):
                x = b[i]
                j = i
                while j > 0 and b[j - 1] > x:
                    b[j] = b[j - 1]
                    j -= 1
                    r += 1
                b[j] = x
        """,
        halves="""
            def f(t):
                if len(t) < 2:
                    return 0
                m = len(t) // 2
                c = f(t[:m]) + f(t[m:])
                for x in t[:m]:
                    for y in t[m:]:
                        if x > y:
                            c += 1
                return c
            r = f(b)
        """,
        counts="""
            c = [0] * 200
            r = 0
            for x in b:
                r += sum(c[x + 1:])
                c[x] += 1
        """,
        fenwick="""
            d = [0] * 256
            r = 0
            for x in b[::-1]:
                i = x
                while i > 0:
                    r += d[i]
                    i -= i & -i
                i = x + 1
                while i < 256:
                    d[i] += 1
                    i += i & -i
        """,
    ),
)

RECORDS = Core(
    name="records",
    words="count the values above all before them",
    constants=range(1),
    least=0,
    reference=_records,
    algorithms=templates(
        scan="""
            r = 0
            t = -1
            for x in b:
                if x > t:
                    r += 1
                    t = x
        """,
        nested="""
            r = 0
            for i in range(len(b)):
                for j in range(i):
                    if b[j] >= b[i]:
                        break
                else:
                    r += 1
        """,
        hashed="""
            from itertools import accumulate
            d = {x for x in accumulate(b, max)}
            r = len(d)
        """,
        stack="""
            d = []
            for x in b[::-1]:
                while d and d[-1] <= x:
                    d.pop()
                d.append(x)
            r = len(d)
        """,
        heap="""
            from heapq import heappush
            d = [1]
            r = 0
            for x in b:
                if -x < d[0]:
                    r += 1
                heappush(d, -x)
        """,
        insort="""
            from bisect import insort
            d = [-1]
            r = 0
            for x in b:
                if x > d[-1]:
                    r += 1
                insort(d, x)
        """,
        halves="""
            def f(t):
                if len(t) < 2:
                    return t
                m = len(t) // 2
                d = f(t[:m])
                return d + [x for x in f(t[m:]) if x > d[-1]]
            r = len(f(b))
        """,
        memo="""
            from functools import cache
            @cache
            def f(i, m):
                if i == len(b):
                    return 0
                if b[i] > m:
                    return f(i + 1, b[i]) + 1
                return f(i + 1, m)
            r = f(0, -1)
        """,
        sorted="""
            d = sorted(range(len(b)), key=lambda i: (-b[i], i))
            r = 0
            j = 200
            for i in d:
                if i < j:
                    r += 1
                    j = i
        """,
    ),
)
