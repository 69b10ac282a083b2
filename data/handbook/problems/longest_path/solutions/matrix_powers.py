n, m = map(int, input().split())
a = [[0] * n for _ in range(n)]
for _ in range(m):
    x, y = map(int, input().split())
    a[x - 1][y - 1] = 1
p = a
k = 0
while any(map(any, p)):
    p = [[int(any(p[i][t] and a[t][j] for t in range(n))) for j in range(n)] for i in range(n)]
    k += 1
print(k)
