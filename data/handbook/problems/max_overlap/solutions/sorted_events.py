n = int(input())
ev = []
for _ in range(n):
    a, b = map(int, input().split())
    ev.append((a, 0))
    ev.append((b, 1))
ev.sort()
cur = best = 0
for t, kind in ev:
    if kind == 0:
        cur += 1
        best = max(best, cur)
    else:
        cur -= 1
print(best)
