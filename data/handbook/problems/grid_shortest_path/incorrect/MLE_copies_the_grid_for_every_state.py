

h, w = map(int, input().split())
g = [list(input()) for _ in range(h)]
states = []
for i in range(h):
    for j in range(w):
        if g[i][j] == "S":
            states.append((i, j, 0, g))
seen = {states[0][:2]}
ans = -1
for i, j, moves, grid in states:
    if grid[i][j] == "T":
        ans = moves
        break
    for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
        if 0 <= a < h and 0 <= b < w and grid[a][b] != "#" and (a, b) not in seen:
            seen.add((a, b))
            after = [row[:] for row in grid]
            after[i][j] = "#"
            states.append((a, b, moves + 1, after))
print(ans)
