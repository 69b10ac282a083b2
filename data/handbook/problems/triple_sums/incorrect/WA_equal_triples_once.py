from itertools import combinations

n, s = map(int, input().split())
a = sorted(map(int, input().split()))
print(len({t for t in combinations(a, 3) if sum(t) == s}))
