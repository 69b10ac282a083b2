from collections import defaultdict

n, s = map(int, input().split())
a = list(map(int, input().split()))
ans = 0
for i in range(n):
    cnt = defaultdict(int)
    for j in range(i + 1, n):
        ans += cnt[s - a[i] - a[j]]
        cnt[a[j]] += 1
print(ans)
