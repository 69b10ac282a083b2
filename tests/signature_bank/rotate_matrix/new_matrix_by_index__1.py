n = int(input())
m = [list(map(int, input().split())) for _ in range(n)]
r = [[0] * n for _ in range(n)]
for i in range(n):
    for j in range(n):
        r[j][n - 1 - i] = m[i][j]
for row in r:
    print(*row)
