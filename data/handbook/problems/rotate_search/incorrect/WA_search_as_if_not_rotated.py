from bisect import bisect_left

n, q = map(int, input().split())
a = list(map(int, input().split()))
for x in map(int, input().split()):
    i = bisect_left(a, x)
    print(i if i < n and a[i] == x else -1)
