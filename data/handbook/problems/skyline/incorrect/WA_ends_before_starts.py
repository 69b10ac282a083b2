from bisect import insort

n = int(input())
ev = []
for _ in range(n):
    l, r, h = map(int, input().split())
    ev.append((l, 1, h))
    ev.append((r, 0, h))
ev.sort()
active = [0]
last = 0
for x, kind, h in ev:
    if kind:
        insort(active, h)
    else:
        active.remove(h)
    if active[-1] != last:
        last = active[-1]
        print(x, last)
