import sys
from collections import defaultdict

input = sys.stdin.readline


def lcs(s: str, t: str) -> int:
    """Crochemore et al.: a zero at bit i says that the row of the table rises by one at i."""
    n = len(s)
    positions: dict[str, int] = defaultdict(int)
    for i in range(n):
        positions[s[i]] |= 1 << i
    row = ~0
    for letter in t:
        hit = positions[letter]
        row = (row + (row & hit)) | (row & ~hit)
    length = 0
    for i in range(n):
        if not row >> i & 1:
            length += 1
    return length


first = input().rstrip()
second = input().rstrip()
print(lcs(first, second))
