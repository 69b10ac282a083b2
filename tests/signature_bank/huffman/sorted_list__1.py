from bisect import insort

n = int(input())
a = sorted(map(int, input().split()))
res = 0
while len(a) > 1:
    x = a.pop(0) + a.pop(0)
    res += x
    insort(a, x)
print(res)
