n, k, s = map(int, input().split())
# ways[i][t]: ways to get the sum t with i dice
ways = [[0] * (s + 1) for _ in range(n + 1)]
ways[0][0] = 1
for i in range(1, n + 1):
    for t in range(1, s + 1):
        for face in range(1, k + 1):
            if face <= t:
                ways[i][t] += ways[i - 1][t - face]
print(ways[n][s])
