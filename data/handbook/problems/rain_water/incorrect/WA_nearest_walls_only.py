n = int(input())
h = list(map(int, input().split()))
ans = 0
for i in range(1, n - 1):
    ans += max(0, min(h[i - 1], h[i + 1]) - h[i])
print(ans)
