s = input()
n = len(s)
good = [[False] * n for _ in range(n)]
for i in range(n):
    depth = 0
    for j in range(i, n):
        depth += 1 if s[j] == "(" else -1
        if depth < 0:
            break
        good[i][j] = depth == 0
best = 0
for i in range(n):
    for j in range(n - 1, i, -1):
        if good[i][j]:
            best = max(best, j - i + 1)
            break
print(best)
