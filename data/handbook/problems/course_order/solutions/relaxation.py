n, m = map(int, input().split())
e = []
for i in range(m):
    a, b = map(int, input().split())
    e.append((a, b))
t = [1] * (n + 1)
for k in range(n):
    changed = False
    for a, b in e:
        if t[b] < t[a] + 1:
            t[b] = t[a] + 1
            changed = True
    if not changed:
        break
# still changing in round n: the terms would grow for ever
if changed:
    print(-1)
else:
    print(max(t[1:]))
