n = int(input())
ev = []
val = []
for i in range(n):
    s, e, v = map(int, input().split())
    val.append(v)
    # ends come before starts at the same time
    ev.append((e, 0, i))
    ev.append((s, 1, i))
ev.sort()
cur = 0
total = [0] * n
for t, kind, i in ev:
    if kind == 1:
        total[i] = cur + val[i]
    else:
        cur = max(cur, total[i])
print(cur)
