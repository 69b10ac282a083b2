"""Cores that read values as brackets or as intervals."""

from __future__ import annotations

from collections.abc import Sequence

from equijudge_lab.world.core import Core, templates


def _count_matched(values: Sequence[int], k: int) -> int:
    text = "".join("(" if value < k else ")" for value in values)
    found = 0
    while "()" in text:
        text = text.replace("()", "", 1)
        found += 1
    return found


MATCHED = Core(
    name="matched",
    words="count the matched brackets, a value below {k} opens",
    constants=range(1, 60),
    least=0,
    reference=_count_matched,
    algorithms=templates(
        scan="""
            r = 0
            c = 0
            for x in b:
                if x < K:
                    c += 1
                elif c > 0:
                    c -= 1
                    r += 1
        """,
        stack="""
            r = 0
            d = []
            for x in b:
                if x < K:
                    d.append(x)
                elif d:
                    d.pop()
                    r += 1
        """,
        prefix="""
            d = [0]
            for x in b:
                d.append(d[-1] + 1 - 2 * (x >= K))
            r = sum(x >= K for x in b) + min(d)
        """,
        regex="""
            import re
            t = "".join("(" if x < K else ")" for x in b)
            r = 0
            while "()" in t:
                t, c = re.subn("\\\\(\\\\)", "", t)
                r += c
        """,
        deletion="""
            d = b[:]
            i = 1
            while i < len(d):
                if i > 0 and d[i - 1] < K <= d[i]:
                    del d[i]
                    del d[i - 1]
                    i -= 1
                else:
                    i += 1
            r = (len(b) - len(d)) // 2
        """,
        memo="""
            from functools import cache
            @cache
            def f(i, c):
                if i == len(b):
                    return 0
                if b[i] < K:
                    return f(i + 1, c + 1)
                if c > 0:
                    return f(i + 1, c - 1) + 1
                return f(i + 1, 0)
            r = f(0, 0)
        """,
        nested="""
            d = []
            for j in range(len(b)):
                for i in range(j)[::-1]:
                    if b[i] < K <= b[j] and i not in d:
                        d += [i]
                        break
            r = len(d)
        """,
    ),
)

COVERED = Core(
    name="covered",
    words="find the length covered by intervals of {k} from each value",
    constants=range(3, 12),
    least=0,
    reference=lambda values, k: len({place for value in values for place in range(value, value + k)}),
    algorithms=templates(
        hashed="""
            d = set()
            for x in b:
                for i in range(K):
                    d.add(x + i)
            r = len(d)
        """,
        sorted="""
            b.sort()
            r = 0
            t = 0
            for x in b:
                r += x + K - max(x, t)
                t = x + K
        """,
        nested="""
            r = 0
            for i in range(256):
                for x in b:
                    if x <= i < x + K:
                        r += 1
                        break
        """,
        heap="""
            from heapq import heapify, heappop
            d = b[:]
            heapify(d)
            r = 0
            t = 0
            while d:
                x = heappop(d)
                r += x + K - max(x, t)
                t = x + K
        """,
        difference="""
            d = [0] * 256
            for x in b:
                d[x] += 1
                d[x + K] -= 1
            r = 0
            t = 0
            for x in d:
                t += x
                if t > 0:
                    r += 1
        """,
        bits="""
            m = 0
            for x in b:
                m |= (1 << K) - 1 << x
            r = bin(m).count("1")
        """,
        insort="""
            from bisect import insort
            d = [256]
            for x in b:
                insort(d, x)
            r = 0
            for x, y in zip(d, d[1:]):
                r += min(K, y - x)
        """,
        stack="""
            b.sort()
            d = []
            r = 0
            for x in b:
                while d and d[-1] > x:
                    d.pop()
                    r -= 1
                for i in range(K):
                    d.append(x + i + 1)
                    r += 1
        """,
        halves="""
            def f(t):
                if len(t) < 2:
                    return [x + i for x in t for i in range(K)]
                m = len(t) // 2
                d = f(t[:m])
                return d + [x for x in f(t[m:]) if x not in d]
            r = len(f(b))
        """,
    ),
)
