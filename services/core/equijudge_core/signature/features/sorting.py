"""Items brought into order."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import library_calls, sorting

FEATURES = (
    Feature(
        "sort",
        "The library sorts.",
        (library_calls.library,),
        """
print(*sorted(input().split()))
""",
    ),
    Feature(
        "swap",
        "Two items change places.",
        (sorting.exchanges,),
        """
n = int(input())
a = list(map(int, input().split()))
for i in range(n // 2):
    a[i], a[n - 1 - i] = a[n - 1 - i], a[i]
print(a)
""",
    ),
    Feature(
        "swap of neighbours",
        "Two neighbours change places when they are out of order.",
        (sorting.exchanges,),
        """
n = int(input())
a = list(map(int, input().split()))
for i in range(n):
    for j in range(n - 1 - i):
        if a[j] > a[j + 1]:
            a[j], a[j + 1] = a[j + 1], a[j]
print(*a)
""",
    ),
    Feature(
        "insertion",
        "An item is put in where it belongs.",
        (sorting.exchanges,),
        """
n = int(input())
a = list(map(int, input().split()))
kept = []
for x in a:
    i = 0
    while i < len(kept) and kept[i] < x:
        i += 1
    kept.insert(i, x)
print(kept)
""",
    ),
    Feature(
        "partition",
        "Items are parted by whether they are less than one of them.",
        (sorting.partition,),
        """
qs = lambda a: [] if not a else qs([x for x in a[1:] if x < a[0]]) + a[:1] + qs([x for x in a[1:] if x >= a[0]])
input()
print(" ".join(map(str, qs([*map(int, input().split())]))))
""",
    ),
    Feature(
        "library merge",
        "The library merges what is sorted.",
        (library_calls.library,),
        """
from heapq import merge
k = int(input())
a = [list(map(int, input().split()))[1:] for _ in range(k)]
print(*merge(*a))
""",
    ),
)
