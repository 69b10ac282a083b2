"""Cores about runs of neighbours and what can be picked in their order."""

from __future__ import annotations

from collections.abc import Sequence

from equijudge_lab.world.core import Core, templates


def _sub_array(values: Sequence[int], k: int) -> int:
    ends = range(1, len(values) + 1)
    return max(sum(values[start:end]) - k * (end - start) for end in ends for start in range(end))


def _run(values: Sequence[int], _k: int) -> int:
    places = range(len(values) + 1)
    stretches = (values[start:end] for end in places for start in range(end))
    return max((len(one) for one in stretches if list(one) == sorted(set(one))), default=0)


SUB_ARRAY = Core(
    name="subarray",
    words="find the largest sum of a subarray, each value less {k}",
    constants=range(1, 60),
    least=1,
    reference=_sub_array,
    algorithms=templates(
        nested="""
            r = b[0] - K
            for i in range(len(b)):
                t = 0
                for x in b[i:]:
                    t += x - K
                    r = max(r, t)
        """,
        scan="""
            r = b[0] - K
            t = 0
            for x in b:
                t += x - K
                r = max(r, t)
                t = max(t, 0)
        """,
        prefix="""
            d = [0]
            for x in b:
                d.append(d[-1] + x - K)
            r = max(max(d[i + 1:]) - d[i] for i in range(len(b)))
        """,
        heap="""
            from heapq import heappush
            d = [0]
            r = b[0] - K
            t = 0
            for x in b:
                t += x - K
                r = max(r, t - d[0])
                heappush(d, t)
        """,
        insort="""
            from bisect import insort
            d = [0]
            r = b[0] - K
            t = 0
            for x in b:
                t += x - K
                r = max(r, t - d[0])
                insort(d, t)
        """,
        memo="""
            from functools import cache
            @cache
            def f(i):
                if i < 0:
                    return 0
                return max(f(i - 1), 0) + b[i] - K
            r = max(f(i) for i in range(len(b)))
        """,
        recursion="""
            def f(i, j):
                t = sum(b[i:j]) - (j - i) * K
                if j - i == 1:
                    return t
                return max(t, f(i + 1, j), f(i, j - 1))
            r = f(0, len(b))
        """,
    ),
)

RUN = Core(
    name="run",
    words="find the length of the longest rising run",
    constants=range(1),
    least=0,
    reference=_run,
    algorithms=templates(
        scan="""
            r = 0
            c = 0
            t = -1
            for x in b:
                c = c + 1 if x > t else 1
                r = max(r, c)
                t = x
        """,
        nested="""
            r = 0
            for i in range(len(b)):
                for j in range(i, len(b)):
                    if j > i and b[j] <= b[j - 1]:
                        break
                    r = max(r, j - i + 1)
        """,
        window="""
            r = 0
            j = 0
            for i in range(len(b)):
                while j < len(b) and (j <= i or b[j] > b[j - 1]):
                    j += 1
                r = max(r, j - i)
        """,
        memo="""
            from functools import cache
            @cache
            def f(i):
                if i > 0 and b[i] > b[i - 1]:
                    return f(i - 1) + 1
                return 1
            r = max([f(i) for i in range(len(b))], default=0)
        """,
        recursion="""
            def f(i, j):
                t = b[i:j]
                if t == sorted(set(t)):
                    return j - i
                return max(f(i + 1, j), f(i, j - 1))
            r = f(0, len(b))
        """,
        bisection="""
            lo = 0
            hi = len(b)
            while lo < hi:
                m = (lo + hi + 1) // 2
                if any(b[i:i + m] == sorted(set(b[i:i + m])) for i in range(len(b) - m + 1)):
                    lo = m
                else:
                    hi = m - 1
            r = lo
        """,
        counts="""
            c = [0] * 20
            k = 0
            t = -1
            for x in b:
                if x <= t:
                    k += 1
                c[k] += 1
                t = x
            r = max(c)
        """,
        halves="""
            def f(t):
                n = len(t)
                if t == sorted(set(t)):
                    return n
                m = max(i for i in range(1, n) if t[i - 1] >= t[i])
                return max(f(t[:m]), f(t[m:]))
            r = f(b)
        """,
    ),
)

INCREASING = Core(
    name="increasing",
    words="find the length of the longest increasing subsequence",
    constants=range(1),
    least=0,
    reference=lambda values, _k: _longest(tuple(values)),
    algorithms=templates(
        table="""
            d = [1] * len(b)
            for i in range(len(b)):
                for j in range(i):
                    if b[j] < b[i]:
                        d[i] = max(d[i], d[j] + 1)
            r = max(d, default=0)
        """,
        bisect="""
            from bisect import bisect_left
            d = []
            for x in b:
                i = bisect_left(d, x)
                d[i:i + 1] = [x]
            r = len(d)
        """,
        memo="""
            from functools import cache
            @cache
            def f(i):
                return max([f(j) for j in range(i) if b[j] < b[i]], default=0) + 1
            r = max([f(i) for i in range(len(b))], default=0)
        """,
        recursion="""
            def f(i, m):
                if i == len(b):
                    return 0
                if b[i] <= m:
                    return f(i + 1, m)
                return max(f(i + 1, m), f(i + 1, b[i]) + 1)
            r = f(0, -1)
        """,
        subsets="""
            from itertools import combinations
            r = 0
            for k in range(1, len(b) + 1):
                for t in combinations(b, k):
                    if list(t) == sorted(set(t)):
                        r = k
        """,
        scan="""
            d = []
            for x in b:
                for i in range(len(d)):
                    if d[i] >= x:
                        d[i] = x
                        break
                else:
                    d.append(x)
            r = len(d)
        """,
        fenwick="""
            d = [0] * 256
            r = 0
            for x in b:
                t = 0
                i = x
                while i > 0:
                    t = max(t, d[i])
                    i -= i & -i
                r = max(r, t + 1)
                i = x + 1
                while i < 256:
                    d[i] = max(d[i], t + 1)
                    i += i & -i
        """,
    ),
)


def _longest(values: tuple[int, ...]) -> int:
    if not values:
        return 0
    first, rest = values[0], values[1:]
    return max(_longest(rest), 1 + _longest(tuple(value for value in rest if value > first)))
