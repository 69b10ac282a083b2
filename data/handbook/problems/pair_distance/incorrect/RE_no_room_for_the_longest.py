n, k = map(int, input().split())
a = list(map(int, input().split()))
cnt = [0] * 2000
for i in range(n):
    for j in range(i):
        cnt[abs(a[i] - a[j])] += 1
d = 0
while cnt[d] < k:
    k -= cnt[d]
    d += 1
print(d)
