n = int(input())
a = list(map(int, input().split()))
sums = []
cur = 0
for x in a:
    cur += x
    if cur > 0:
        sums.append(cur)
    else:
        cur = 0
print(max(sums))
