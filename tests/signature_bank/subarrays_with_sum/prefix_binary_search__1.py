from bisect import bisect_left

n, k = map(int, input().split())
p = [0]
for x in map(int, input().split()):
    p.append(p[-1] + x)
ans = 0
for i in range(n):
    j = bisect_left(p, p[i] + k)
    if j <= n and p[j] == p[i] + k:
        ans += 1
print(ans)
