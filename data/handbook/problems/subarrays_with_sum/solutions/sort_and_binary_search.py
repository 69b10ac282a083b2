from bisect import bisect_left

n, k = map(int, input().split())
a = list(map(int, input().split()))
p = [(0, 0)]
for i in range(n):
    p.append((p[-1][0] + a[i], i + 1))
q = sorted(p)
ans = 0
for s, j in p:
    # prefixes with sum s - k and index below j
    ans += bisect_left(q, (s - k, j)) - bisect_left(q, (s - k, -1))
print(ans)
