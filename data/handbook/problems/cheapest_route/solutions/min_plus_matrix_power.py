n, m = map(int, input().split())
INF = 10**9
w = [[INF] * n for _ in range(n)]
for i in range(n):
    w[i][i] = 0
for _ in range(m):
    a, b, c = map(int, input().split())
    w[a - 1][b - 1] = min(w[a - 1][b - 1], c)
k = 1
while k < n:
    columns = list(zip(*w))
    w = [[min(x + y for x, y in zip(row, col)) for col in columns] for row in w]
    k *= 2
print(w[0][-1] if w[0][-1] < INF else -1)
