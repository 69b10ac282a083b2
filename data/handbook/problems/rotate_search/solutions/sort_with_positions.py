from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
b = sorted((v, i) for i, v in enumerate(a))
for x in map(int, input().split()):
    k = bisect_left(b, (x, 0))
    if k < n and b[k][0] == x:
        print(b[k][1])
    else:
        print(-1)
