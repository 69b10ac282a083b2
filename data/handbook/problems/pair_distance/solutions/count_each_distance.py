n, k = map(int, input().split())
a = list(map(int, input().split()))
cnt = [0] * 2001
for i in range(n):
    for j in range(i + 1, n):
        cnt[abs(a[i] - a[j])] += 1
d = 0
while k > cnt[d]:
    k -= cnt[d]
    d += 1
print(d)
