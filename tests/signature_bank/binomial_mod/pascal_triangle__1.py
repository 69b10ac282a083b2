n, k, m = map(int, input().split())
c = [[0] * (k + 1) for _ in range(n + 1)]
for i in range(n + 1):
    c[i][0] = 1
    for j in range(1, min(i, k) + 1):
        c[i][j] = (c[i - 1][j - 1] + c[i - 1][j]) % m
print(c[n][k])
