n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
dp = [0] * (1 << n)
dp[0] = 1
for mask in range(1 << n):
    i = bin(mask).count("1")
    if i == n:
        continue
    for j in range(n):
        if mask >> j & 1:
            continue
        after = bin(mask >> j).count("1")
        dp[mask | 1 << j] += dp[mask] * a[i][j] * (-1) ** after
print(dp[-1])
