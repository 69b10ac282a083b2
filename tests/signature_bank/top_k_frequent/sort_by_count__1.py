n, k = map(int, input().split())
d = {}
for x in map(int, input().split()):
    d[x] = d.get(x, 0) + 1
r = sorted(d, key=lambda x: -d[x])
print(*r[:k])
