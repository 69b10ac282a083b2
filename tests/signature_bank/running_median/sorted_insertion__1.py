from bisect import insort

input()
seen = []
res = []
for x in map(int, input().split()):
    insort(seen, x)
    k = len(seen)
    if k % 2:
        res.append(seen[k // 2])
    else:
        res.append((seen[k // 2 - 1] + seen[k // 2]) / 2)
print(*res)
