n = int(input())
a = sorted(sorted(input().strip()) for _ in range(n))
ans = 1
for i in range(1, n):
    if a[i] != a[i - 1]:
        ans += 1
print(ans)
