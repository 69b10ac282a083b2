n, s = map(int, input().split())
a = list(map(int, input().split()))
ans = 0
for i in range(n):
    cnt = [0] * 101
    for j in range(i + 1, n):
        ans += cnt[s - a[i] - a[j] + 50]
        cnt[a[j] + 50] += 1
print(ans)
