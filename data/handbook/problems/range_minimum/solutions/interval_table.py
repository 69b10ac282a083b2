n, q = map(int, input().split())
a = list(map(int, input().split()))
m = [[0] * n for _ in range(n)]
for i in range(n):
    m[i][i] = a[i]
    for j in range(i + 1, n):
        m[i][j] = min(m[i][j - 1], a[j])
for _ in range(q):
    l, r = map(int, input().split())
    print(m[l - 1][r - 1])
