from bisect import bisect_left
from collections import defaultdict

n, q = map(int, input().split())
pos = defaultdict(list)
for i, x in enumerate(input().split(), 1):
    pos[x].append(i)
for _ in range(q):
    l, r = map(int, input().split())
    ans = 0
    for p in pos.values():
        k = bisect_left(p, l)
        if k < len(p) and p[k] <= r:
            ans += 1
    print(ans)
