n = int(input())
d = {}
best = 0
for x in map(int, input().split()):
    if x in d:
        continue
    l = d.get(x - 1, 0)
    r = d.get(x + 1, 0)
    t = l + r + 1
    d[x] = t
    d[x - l] = t
    d[x + r] = t
    best = max(best, t)
print(best)
