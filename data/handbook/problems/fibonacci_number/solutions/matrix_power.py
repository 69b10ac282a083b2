n, m = map(int, input().split())


def mul(A, B):
    return [[sum(A[i][k] * B[k][j] for k in range(2)) % m for j in range(2)] for i in range(2)]


R = [[1, 0], [0, 1]]
M = [[1, 1], [1, 0]]
e = n
while e:
    if e & 1:
        R = mul(R, M)
    M = mul(M, M)
    e >>= 1
print(R[0][1] % m)
