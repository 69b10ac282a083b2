# paths in the grid that never cross the diagonal
n, m = map(int, input().split())
t = [[0] * (n + 1) for _ in range(n + 1)]
for j in range(n + 1):
    t[0][j] = 1
for i in range(1, n + 1):
    for j in range(i, n + 1):
        t[i][j] = (t[i - 1][j] + t[i][j - 1]) % m
print(t[n][n] % m)
