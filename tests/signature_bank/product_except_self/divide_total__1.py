n = int(input())
a = list(map(int, input().split()))
zeros = a.count(0)
p = 1
for x in a:
    if x != 0:
        p *= x
res = []
for x in a:
    if zeros > 1:
        res.append(0)
    elif zeros == 1:
        res.append(p if x == 0 else 0)
    else:
        res.append(p // x)
print(*res)
