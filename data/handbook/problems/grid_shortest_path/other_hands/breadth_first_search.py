import sys

h, w = map(int, sys.stdin.readline().split())
maze = [list("#" * (w + 2))]
for _ in range(h):
    maze.append(["#", *sys.stdin.readline().strip(), "#"])
maze.append(list("#" * (w + 2)))

for r in range(1, h + 1):
    if "S" in maze[r]:
        queue = [(r, maze[r].index("S"), 0)]
        maze[r][queue[0][1]] = "#"

answer = -1
for r, c, far in queue:
    for a, b in (r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1):
        cell = maze[a][b]
        if cell == "T" and answer < 0:
            answer = far + 1
        if cell != "#":
            maze[a][b] = "#"
            queue.append((a, b, far + 1))
    if answer >= 0:
        break
print(answer)
