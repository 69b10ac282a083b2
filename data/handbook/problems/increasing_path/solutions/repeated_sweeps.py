r, c = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(r)]
d = [[1] * c for _ in range(r)]
changed = True
while changed:
    changed = False
    for i in range(r):
        for j in range(c):
            for di, dj in (0, 1), (1, 0), (0, -1), (-1, 0):
                x, y = i + di, j + dj
                if 0 <= x < r and 0 <= y < c and a[x][y] < a[i][j] and d[x][y] + 1 > d[i][j]:
                    d[i][j] = d[x][y] + 1
                    changed = True
print(max(max(row) for row in d))
