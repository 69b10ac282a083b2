NEG = -10**9


def mul(A, B):
    C = [[NEG] * 2 for _ in range(2)]
    for i in range(2):
        for j in range(2):
            for k in range(2):
                C[i][j] = max(C[i][j], A[i][k] + B[k][j])
    return C


n = int(input())
a = list(map(int, input().split()))
M = [[0, NEG], [NEG, 0]]
for x in a:
    # (f[i-1], f[i-2]) -> (f[i], f[i-1])
    M = mul([[0, x], [0, NEG]], M)
print(max(M[0]))
