# Faddeev and LeVerrier: the coefficients from the traces of A times the matrices before
n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
m = [[0] * n for _ in range(n)]
c = 1
for k in range(1, n + 1):
    for i in range(n):
        m[i][i] += c
    m = [[sum(a[i][t] * m[t][j] for t in range(n)) for j in range(n)] for i in range(n)]
    c = -sum(m[i][i] for i in range(n)) // k
print(c if n % 2 == 0 else -c)
