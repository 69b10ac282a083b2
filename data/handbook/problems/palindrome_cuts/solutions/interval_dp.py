s = input().strip()
n = len(s)
c = [[0] * n for _ in range(n)]
for length in range(2, n + 1):
    for i in range(n - length + 1):
        j = i + length - 1
        t = s[i:j + 1]
        if t == t[::-1]:
            c[i][j] = 0
        else:
            c[i][j] = length - 1
            for k in range(i, j):
                c[i][j] = min(c[i][j], c[i][k] + 1 + c[k + 1][j])
print(c[0][n - 1])
