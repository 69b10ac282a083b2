"""Numbers as sets and as rows of bits."""

from __future__ import annotations

from equijudge_core.signature.features.feature import Feature
from equijudge_core.signature.rules import bitmasks, library_calls, number_theory

FEATURES = (
    Feature(
        "subsets",
        "All sets of items: as masks, or from the library.",
        (
            bitmasks.bits,
            bitmasks.subset_tests,
            library_calls.library,
        ),
        """
n = int(input())
a = list(map(int, input().split()))
best = 0
for mask in range(1 << n):
    best = max(best, sum(a[i] for i in range(n) if mask >> i & 1))
print(best)
""",
    ),
    Feature(
        "bit set",
        "A set kept as the bits of one number.",
        (bitmasks.bit_sets,),
        """
n = int(input())
m = 0
for x in map(int, input().split()):
    m |= 1 << (x + 500)
ans = 0
while m:
    m &= m << 1
    ans += 1
print(ans)
""",
    ),
    Feature(
        "bit parallel",
        "All bits of a number are moved and combined at once.",
        (bitmasks.bits,),
        """
n = int(input())
m = 0
for _ in range(n):
    l, r = map(int, input().split())
    m |= (1 << r) - (1 << l)
print(bin(m).count("1"))
""",
    ),
    Feature(
        "digit by digit",
        "The answer is found bit by bit.",
        (number_theory.digit_by_digit,),
        """
n = int(input())
a = list(map(int, input().split()))
x = 0
for b in range(20):
    if sum(v >> b & 1 for v in a) * 2 > n:
        x |= 1 << b
print(x if a.count(x) * 2 > n else -1)
""",
    ),
)
