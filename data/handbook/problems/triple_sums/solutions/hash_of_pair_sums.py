n, s = map(int, input().split())
a = list(map(int, input().split()))
pairs = {}
ans = 0
for k in range(n):
    ans += pairs.get(s - a[k], 0)
    for j in range(k):
        t = a[j] + a[k]
        pairs[t] = pairs.get(t, 0) + 1
print(ans)
