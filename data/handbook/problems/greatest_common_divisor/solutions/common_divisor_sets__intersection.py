from math import isqrt

input()
sets = [
    {e for d in range(1, isqrt(x) + 1) if x % d == 0 for e in (d, x // d)}
    for x in map(int, input().split())
]
print(max(set.intersection(*sets)))
