M = 10**9 + 7


def mul(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(2)) % M for j in range(2)] for i in range(2)]


n = int(input())
r = [[1, 0], [0, 1]]
m = [[1, 1], [1, 0]]
while n:
    if n & 1:
        r = mul(r, m)
    m = mul(m, m)
    n >>= 1
print(r[0][0])
