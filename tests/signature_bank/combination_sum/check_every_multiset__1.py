from itertools import combinations_with_replacement

t = int(input())
a = sorted(map(int, input().split()))
res = []
for k in range(1, t // a[0] + 1):
    for c in combinations_with_replacement(a, k):
        if sum(c) == t:
            res.append(c)
res.sort()
for r in res:
    print(*r)
