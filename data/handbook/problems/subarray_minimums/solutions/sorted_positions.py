# from the smallest number up: its subarrays end before the nearest positions already taken
from bisect import bisect_left, insort

n = int(input())
a = list(map(int, input().split()))
taken = [-1, n]
ans = 0
for i in sorted(range(n), key=lambda i: a[i]):
    k = bisect_left(taken, i)
    ans += a[i] * (i - taken[k - 1]) * (taken[k] - i)
    insort(taken, i)
print(ans)
