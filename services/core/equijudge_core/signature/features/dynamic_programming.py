"""Values made of earlier values of the same kind, and what their recurrence ranges over."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import bitmasks, control_flow, dp_states, dp_tables, repeated_passes

FEATURES = (
    Feature(
        "dp table",
        "A place of a table is made of other places of it.",
        (
            bitmasks.subsets,
            dp_states.grown_sets,
            dp_states.layers,
            dp_states.rolling,
            dp_tables.dynamic,
        ),
        """
n = int(input())
ways = [1, 1] + [0] * n
for i in range(2, n + 1):
    ways[i] = ways[i - 1] + ways[i - 2]
print(ways[n])
""",
    ),
    Feature(
        "memo",
        "A function keeps its results and looks there first.",
        (control_flow.recursion,),
        """
from functools import lru_cache
@lru_cache(None)
def fib(n):
    if n <= 1:
        return n
    return fib(n - 1) + fib(n - 2)
n, m = map(int, input().split())
print(fib(n) % m)
""",
    ),
    Feature(
        "over places",
        "From near places of one row.",
        (
            dp_states.rolling,
            dp_tables.dynamic,
        ),
        """
n = int(input())
a, b = 1, 1
for _ in range(n):
    a, b = b, a + b
print(a)
""",
    ),
    Feature(
        "over pairs",
        "From near places of two sequences.",
        (
            dp_states.layers,
            dp_tables.dynamic,
        ),
        """
n = int(input())
row = [1]
for _ in range(n):
    row = [1] + [x + y for x, y in zip(row, row[1:])] + [1]
print(row)
""",
    ),
    Feature(
        "over amounts",
        "From the place that lies an item's amount away.",
        (
            dp_states.layers,
            dp_tables.dynamic,
        ),
        """
input()
s = {0}
for x in map(int, input().split()):
    s |= {y ^ x for y in s}
print(max(s))
""",
    ),
    Feature(
        "over all before",
        "From all places before, or from those that the data names.",
        (dp_tables.dynamic,),
        """
n, m = map(int, input().split())
c = [0] * (n + 1)
c[0] = 1
for k in range(1, n + 1):
    for i in range(k):
        c[k] += c[i] * c[k - 1 - i]
print(c[n] % m)
""",
    ),
    Feature(
        "over ranges",
        "From shorter ranges inside of this one.",
        (
            dp_states.grown_sets,
            dp_tables.dynamic,
        ),
        """
n = int(input())
c = {}
for lo in range(n - 1, -1, -1):
    for hi in range(lo + 2, n + 1):
        c[lo, hi] = 1 + min(c[lo, m] + c[m, hi] for m in range(lo + 1, hi))
print(c[0, n])
""",
    ),
    Feature(
        "over halves",
        "From the place at half the number.",
        (dp_tables.dynamic,),
        """
n = int(input())
dp = [0] * (n + 1)
for i in range(1, n + 1):
    dp[i] = dp[i >> 1] + (i & 1)
print(sum(dp))
""",
    ),
    Feature(
        "over sets",
        "From the same set without one of its items.",
        (
            bitmasks.subsets,
            dp_states.layers,
        ),
        """
n = int(input())
ways = [1] + [0] * (1 << n)
for chosen in range(1 << n):
    for item in range(n):
        ways[chosen | 1 << item] += ways[chosen]
print(ways)
""",
    ),
    Feature(
        "diagonals",
        "By how many changes: how far each diagonal of the table comes.",
        (dp_states.diagonals,),
        """
a = input()
b = input()
v = {1: 0}
d = 0
while d < 99:
    for k in range(-d, d + 1, 2):
        x = v.get(k - 1, 0) + 1
        while x < len(a) and x - k < len(b) and a[x] == b[x - k]:
            x += 1
        v[k] = x
    d += 1
print(v)
""",
    ),
    Feature(
        "match window",
        "What is known of an earlier match is copied into this one.",
        (dp_states.match_window,),
        """
s = input()
t = "#" + "#".join(s) + "#"
n = len(t)
p = [0] * n
c = r = 0
for i in range(n):
    if i < r:
        p[i] = min(r - i, p[2 * c - i])
    while i - p[i] - 1 >= 0 and i + p[i] + 1 < n and t[i - p[i] - 1] == t[i + p[i] + 1]:
        p[i] += 1
    if i + p[i] > r:
        c, r = i, i + p[i]
print(max(p))
""",
    ),
    Feature(
        "prefix sums",
        "A running sum is kept for every place.",
        (dp_tables.dynamic,),
        """
n = int(input())
a = list(map(int, input().split()))
sums = [0]
for x in a:
    sums.append(sums[-1] + x)
print(sums)
""",
    ),
    Feature(
        "running best",
        "A running least or greatest value is kept for every place.",
        (dp_tables.dynamic,),
        """
n = int(input())
a = list(map(int, input().split()))
best = [a[0]]
for x in a[1:]:
    best.append(max(best[-1], x))
print(best)
""",
    ),
    Feature(
        "restarted sum",
        "A running sum begins anew where it is worth nothing.",
        (repeated_passes.restarts,),
        """
n = int(input())
best = cur = 0
for x in map(int, input().split()):
    cur = max(0, cur + x)
    best = max(best, cur)
print(best)
""",
    ),
)
