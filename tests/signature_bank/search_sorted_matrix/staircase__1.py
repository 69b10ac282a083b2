n, m, t = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(n)]
i, j = 0, m - 1
ans = (-1, -1)
while i < n and j >= 0:
    if a[i][j] == t:
        ans = (i + 1, j + 1)
        break
    if a[i][j] > t:
        j -= 1
    else:
        i += 1
print(*ans)
