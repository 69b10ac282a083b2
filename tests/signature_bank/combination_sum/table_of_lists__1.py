t = int(input())
a = sorted(map(int, input().split()))
dp = [[] for _ in range(t + 1)]
dp[0] = [[]]
for x in a:
    for s in range(x, t + 1):
        for c in dp[s - x]:
            dp[s].append(c + [x])
for r in sorted(dp[t]):
    print(*r)
