s, t = input().split()
n = int(input())
w = input().split()
if s not in w:
    w.append(s)
m = len(w)
INF = 10**6
d = [[INF] * m for _ in range(m)]
for i in range(m):
    d[i][i] = 0
    for j in range(m):
        if sum(x != y for x, y in zip(w[i], w[j])) == 1:
            d[i][j] = 1
for k in range(m):
    for i in range(m):
        for j in range(m):
            if d[i][k] + d[k][j] < d[i][j]:
                d[i][j] = d[i][k] + d[k][j]
ans = INF
if t in w:
    ans = d[w.index(s)][w.index(t)]
print(ans if ans < INF else -1)
