# starts a new block at every negative number
n = int(input())
a = list(map(int, input().split()))
best = max(a)
cur = 0
for x in a:
    if x < 0:
        cur = 0
    else:
        cur += x
        best = max(best, cur)
print(best)
