a, b, k = map(int, input().split())
g = [[] for _ in range(a)]
for _ in range(k):
    x, y = map(int, input().split())
    g[x - 1].append(y - 1)
# dp[mask]: can exactly the horses of mask be taken by the riders so far
dp = [False] * (1 << b)
dp[0] = True
for i in range(a):
    for mask in range((1 << b) - 1, -1, -1):
        if dp[mask]:
            for y in g[i]:
                if not mask >> y & 1:
                    dp[mask | 1 << y] = True
print(max(bin(mask).count("1") for mask in range(1 << b) if dp[mask]))
