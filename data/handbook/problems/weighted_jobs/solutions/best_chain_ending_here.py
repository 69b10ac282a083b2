n = int(input())
a = sorted([list(map(int, input().split())) for i in range(n)])
# dp[i]: best sum if job i is the last one taken
dp = [x[2] for x in a]
for i in range(n):
    for j in range(i):
        if a[j][1] <= a[i][0] and dp[j] + a[i][2] > dp[i]:
            dp[i] = dp[j] + a[i][2]
print(max(dp))
