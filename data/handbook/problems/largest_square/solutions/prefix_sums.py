h, w = map(int, input().split())
p = [[0] * (w + 1) for _ in range(h + 1)]
for i in range(h):
    s = input()
    for j in range(w):
        p[i + 1][j + 1] = p[i][j + 1] + p[i + 1][j] - p[i][j] + int(s[j])

ans = 0
for i in range(h):
    for j in range(w):
        for k in range(1, min(h - i, w - j) + 1):
            if p[i + k][j + k] - p[i][j + k] - p[i + k][j] + p[i][j] == k * k:
                ans = max(ans, k)
print(ans)
