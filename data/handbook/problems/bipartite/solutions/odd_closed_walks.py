# bipartite if and only if no walk of odd length comes back to where it started
n, m = map(int, input().split())
A = [[0] * n for _ in range(n)]
for _ in range(m):
    u, v = map(int, input().split())
    A[u - 1][v - 1] = A[v - 1][u - 1] = 1


def mul(X, Y):
    return [[int(any(X[i][k] and Y[k][j] for k in range(n))) for j in range(n)] for i in range(n)]


W = A
ok = True
for length in range(1, n + 1):
    if length % 2 == 1 and any(W[i][i] for i in range(n)):
        ok = False
        break
    W = mul(W, A)
print("YES" if ok else "NO")
