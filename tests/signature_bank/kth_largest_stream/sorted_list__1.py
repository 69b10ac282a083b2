from bisect import insort

k, n = map(int, input().split())
s = []
res = []
for x in map(int, input().split()):
    insort(s, x)
    if len(s) >= k:
        res.append(s[-k])
    else:
        res.append(-1)
print(*res)
