n = int(input())
a = [list(map(int, input().split())) for _ in range(n)]
sign = 1
prev = 1
for k in range(n - 1):
    if a[k][k] == 0:
        for r in range(k + 1, n):
            if a[r][k]:
                a[k], a[r] = a[r], a[k]
                sign = -sign
                break
        else:
            sign = 0
            break
    for i in range(k + 1, n):
        for j in range(k + 1, n):
            a[i][j] = (a[i][j] * a[k][k] - a[i][k] * a[k][j]) // prev
    prev = a[k][k]
print(sign * a[-1][-1])
