INF = 10 ** 7

def mul(A, B):
    n = len(A)
    C = [[INF] * n for _ in A]
    for i in range(n):
        for j in range(n):
            best = INF
            for k in range(n):
                t = A[i][k] + B[k][j]
                if t < best:
                    best = t
            C[i][j] = best
    return C

n, m = map(int, input().split())
M = [[INF] * n for _ in range(n)]
for _ in range(m):
    u, v, w = map(int, input().split())
    M[u - 1][v - 1] = min(M[u - 1][v - 1], w)
for v in range(n):
    M[v][v] = 0

# neutral element
R = [[INF] * n for _ in range(n)]
for v in range(n):
    R[v][v] = 0

e = n - 1
while e:
    if e % 2:
        R = mul(R, M)
    e //= 2
    if e:
        M = mul(M, M)

res = R[0][n - 1]
print(res if res < INF else -1)
