n = int(input())
v = [tuple(map(int, input().split())) for _ in range(n)]
d = [0] * (max(b for a, b in v) + 1)
for a, b in v:
    d[a] += 1
    d[b + 1] -= 1
cur = best = 0
for x in d:
    cur += x
    best = max(best, cur)
print(best)
