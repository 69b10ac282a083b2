n = int(input())
ev = []
for _ in range(n):
    s, e = map(int, input().split())
    ev.append((s, 1))
    ev.append((e, -1))
ev.sort()
cur = best = 0
for t, d in ev:
    cur += d
    best = max(best, cur)
print(best)
