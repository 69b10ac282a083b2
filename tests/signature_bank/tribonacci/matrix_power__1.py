n, m = map(int, input().split())

def mul(A, B):
    return [[sum(A[i][k] * B[k][j] for k in range(3)) % m for j in range(3)] for i in range(3)]

R = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
M = [[1, 1, 1], [1, 0, 0], [0, 1, 0]]
e = n
while e:
    if e & 1:
        R = mul(R, M)
    M = mul(M, M)
    e >>= 1
print((R[2][0] + R[2][1]) % m)
