n = int(input())
start = tuple(map(int, input().split()))
goal = tuple(map(int, input().split()))
dist = {}


def dfs(r, c, d):
    dist[r, c] = d
    for dr, dc in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        x, y = r + dr, c + dc
        if 1 <= x <= n and 1 <= y <= n and (x, y) not in dist:
            dfs(x, y, d + 1)


dfs(start[0], start[1], 0)
print(dist.get(goal, -1))
