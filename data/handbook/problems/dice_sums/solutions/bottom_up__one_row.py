N, K, S = [int(x) for x in open(0).read().split()]
dp = [1] + [0] * S
while N:
    # from the right, so that dp still holds the row before
    for t in range(S, -1, -1):
        dp[t] = sum(dp[max(0, t - K):t])
    N -= 1
print(dp[S])
