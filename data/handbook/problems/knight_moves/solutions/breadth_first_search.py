from collections import deque

n = int(input())
sr, sc = map(int, input().split())
tr, tc = map(int, input().split())
moves = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]
dist = [[-1] * (n + 1) for _ in range(n + 1)]
dist[sr][sc] = 0
q = deque([(sr, sc)])
while q:
    r, c = q.popleft()
    for dr, dc in moves:
        x, y = r + dr, c + dc
        if 1 <= x <= n and 1 <= y <= n and dist[x][y] == -1:
            dist[x][y] = dist[r][c] + 1
            q.append((x, y))
print(dist[tr][tc])
