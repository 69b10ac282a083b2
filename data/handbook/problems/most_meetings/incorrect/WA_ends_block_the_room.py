n = int(input())
ev = []
for _ in range(n):
    s, e = map(int, input().split())
    ev.append((s, 0))
    ev.append((e, 1))
ev.sort()
cur = best = 0
for t, d in ev:
    cur += 1 if d == 0 else -1
    best = max(best, cur)
print(best)
