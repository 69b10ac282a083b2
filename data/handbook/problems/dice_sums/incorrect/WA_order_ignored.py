n, k, s = map(int, input().split())
ways = [[0] * (s + 1) for _ in range(n + 1)]
ways[0][0] = 1
for face in range(1, k + 1):
    for i in range(1, n + 1):
        for t in range(face, s + 1):
            ways[i][t] += ways[i - 1][t - face]
print(ways[n][s])
