from itertools import combinations

n, k = map(int, input().split())
a = sorted(map(int, input().split()))
print(max(min(y - x for x, y in zip(c, c[1:])) for c in combinations(a, k)))
