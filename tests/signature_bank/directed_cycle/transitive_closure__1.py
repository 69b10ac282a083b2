n, m = map(int, input().split())
r = [[False] * n for _ in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    r[a - 1][b - 1] = True
for k in range(n):
    for i in range(n):
        for j in range(n):
            if r[i][k] and r[k][j]:
                r[i][j] = True
print("YES" if any(r[i][i] for i in range(n)) else "NO")
