n = int(input())
there = [False] * 1001
for x in input().split():
    there[int(x) + 500] = True
best = cur = 0
for t in there:
    if t:
        cur += 1
        if cur > best:
            best = cur
    else:
        cur = 0
print(best)
