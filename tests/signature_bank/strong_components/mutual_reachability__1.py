n, m = map(int, input().split())
r = [[i == j for j in range(n)] for i in range(n)]
for _ in range(m):
    a, b = map(int, input().split())
    r[a - 1][b - 1] = True
for k in range(n):
    for i in range(n):
        if r[i][k]:
            for j in range(n):
                if r[k][j]:
                    r[i][j] = True
ans = 0
for i in range(n):
    if not any(r[i][j] and r[j][i] for j in range(i)):
        ans += 1
print(ans)
