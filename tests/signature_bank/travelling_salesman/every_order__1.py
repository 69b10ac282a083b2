from itertools import permutations

n = int(input())
d = [list(map(int, input().split())) for _ in range(n)]
best = 10**18
for p in permutations(range(1, n)):
    cur = 0
    s = 0
    for v in p:
        s += d[cur][v]
        cur = v
    s += d[cur][0]
    best = min(best, s)
print(best)
