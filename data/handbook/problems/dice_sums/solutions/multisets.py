from itertools import combinations_with_replacement
from math import factorial
from collections import Counter

n, k, s = map(int, input().split())
ans = 0
for hand in combinations_with_replacement(range(1, k + 1), n):
    if sum(hand) != s:
        continue
    # orders of this hand
    orders = factorial(n)
    for c in Counter(hand).values():
        orders //= factorial(c)
    ans += orders
print(ans)
