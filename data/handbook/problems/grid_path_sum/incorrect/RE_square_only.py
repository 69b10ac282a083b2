n, m = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(n)]
for i in range(1, n):
    a[0][i] += a[0][i - 1]
    a[i][0] += a[i - 1][0]
for i in range(1, n):
    for j in range(1, m):
        a[i][j] += min(a[i - 1][j], a[i][j - 1])
print(a[n - 1][m - 1])
