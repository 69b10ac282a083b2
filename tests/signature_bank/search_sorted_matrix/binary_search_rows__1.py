from bisect import bisect_left

n, m, t = map(int, input().split())
ans = (-1, -1)
for i in range(n):
    r = list(map(int, input().split()))
    j = bisect_left(r, t)
    if j < m and r[j] == t:
        ans = (i + 1, j + 1)
print(*ans)
