n, m, t = map(int, input().split())
ans = (-1, -1)
for i in range(n):
    r = list(map(int, input().split()))
    for j in range(m):
        if r[j] == t:
            ans = (i + 1, j + 1)
print(*ans)
