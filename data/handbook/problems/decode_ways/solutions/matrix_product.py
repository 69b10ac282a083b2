def mul(A, B):
    return [[sum(A[i][k] * B[k][j] for k in range(2)) for j in range(2)] for i in range(2)]


s = input().strip()
M = [[1, 0], [0, 1]]
for i in range(len(s)):
    one = 1 if s[i] != "0" else 0
    two = 1 if i > 0 and 10 <= int(s[i - 1] + s[i]) <= 26 else 0
    M = mul([[one, two], [1, 0]], M)
# start vector: (1, 0)
print(M[0][0])
