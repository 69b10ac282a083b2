n = int(input())
ev = []
for _ in range(n):
    a, b, c, d = map(int, input().split())
    ev.append((a, 1, b, d))
    ev.append((c, -1, b, d))
ev.sort()
act = []
s = 0
px = ev[0][0]
for x, t, lo, hi in ev:
    ln = 0
    end = -10**18
    for l, h in sorted(act):
        if h > end:
            ln += h - max(l, end)
            end = h
    s += ln * (x - px)
    px = x
    if t == 1:
        act.append((lo, hi))
    else:
        act.remove((lo, hi))
print(s)
