r, c = map(int, input().split())
g = [input() for _ in range(r)]
lab = [[i * c + j if g[i][j] == "#" else -1 for j in range(c)] for i in range(r)]
changed = True
while changed:
    changed = False
    for i in range(r):
        for j in range(c):
            if lab[i][j] < 0:
                continue
            for x, y in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                if 0 <= x < r and 0 <= y < c and 0 <= lab[x][y] < lab[i][j]:
                    lab[i][j] = lab[x][y]
                    changed = True
print(len({v for row in lab for v in row if v >= 0}))
