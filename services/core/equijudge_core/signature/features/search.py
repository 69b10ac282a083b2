"""Ways to find a place: by halves, by two places that move, by a window, by what is kept in order."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import control_flow, search

FEATURES = (
    Feature(
        "binary search",
        "The range that holds the answer is halved until one place is left.",
        (
            control_flow.recursion,
            search.binary_search,
        ),
        """
lo, hi = 0, int(input())
n = hi
while lo < hi:
    mid = (lo + hi + 1) // 2
    if mid * mid <= n:
        lo = mid
    else:
        hi = mid - 1
print(lo)
""",
    ),
    Feature(
        "two pointers",
        "Two places move through the data, each in one direction.",
        (search.pointers,),
        """
n = int(input())
a = sorted(map(int, input().split()))
i, j = 0, n - 1
s = 0
while i < j:
    s += a[j] - a[i]
    i += 1
    j -= 1
print(s)
""",
    ),
    Feature(
        "sliding window",
        "A range moves on: items come in at one end and go at the other.",
        (
            search.pointers,
            search.windows,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
from collections import deque
q = deque()
best = 0
for x in a:
    while q and x - q[0] > 9:
        q.popleft()
    q.append(x)
    best = max(best, len(q))
print(best)
""",
    ),
    Feature(
        "expansion",
        "From a middle, a range grows to both sides as long as its ends fit.",
        (search.pointers,),
        """
s = input()
ans = 0
for c in range(2 * len(s) - 1):
    l, r = c // 2, (c + 1) // 2
    while l >= 0 and s[l] == s[r]:
        ans += 1
        l -= 1
        r += 1
print(ans)
""",
    ),
    Feature(
        "merge",
        "Two places move through two sequences, one of them at a time.",
        (search.pointers,),
        """
a, b = sorted(input().split()), sorted(input().split())
i = j = 0
merged = []
while i < len(a) and j < len(b):
    if a[i] < b[j]:
        merged.append(a[i])
        i += 1
    else:
        merged.append(b[j])
        j += 1
print(merged + a[i:] + b[j:])
""",
    ),
    Feature(
        "monotone stack",
        "A stack from which everything goes that the next item beats.",
        (
            search.monotone,
            search.monotone_by_hand,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
st = [0] * n
top = 0
for i in range(n):
    while top > 0 and a[i] < st[top - 1]:
        top -= 1
    st[top] = a[i]
    top += 1
print(st[:top])
""",
    ),
    Feature(
        "monotone deque",
        "The same with both ends open: the best item of a window stands in front.",
        (search.monotone,),
        """
from collections import deque
n, k = map(int, input().split())
a = list(map(int, input().split()))
q = deque()
res = []
for i in range(n):
    while q and a[q[-1]] <= a[i]:
        q.pop()
    q.append(i)
    if q[0] == i - k:
        q.popleft()
    if i >= k - 1:
        res.append(a[q[0]])
print(*res)
""",
    ),
)
