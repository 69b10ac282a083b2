from collections import Counter

n, s = map(int, input().split())
a = list(map(int, input().split()))
c = Counter(a)
ans = 0
for i in range(n):
    for j in range(i + 1, n):
        ans += c[s - a[i] - a[j]]
print(ans // 3)
