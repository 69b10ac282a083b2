# Floyd-Warshall with max
n, m = map(int, input().split())
NEG = -(10**9)
d = [[NEG] * n for _ in range(n)]
for i in range(n):
    d[i][i] = 0
for _ in range(m):
    a, b = map(int, input().split())
    d[a - 1][b - 1] = 1
for k in range(n):
    for i in range(n):
        for j in range(n):
            d[i][j] = max(d[i][j], d[i][k] + d[k][j])
print(max(map(max, d)))
