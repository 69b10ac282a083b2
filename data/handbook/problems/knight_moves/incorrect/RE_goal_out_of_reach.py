from collections import deque

n = int(input())
start = tuple(map(int, input().split()))
goal = tuple(map(int, input().split()))
dist = {start: 0}
q = deque([start])
while q:
    r, c = q.popleft()
    for dr, dc in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        p = (r + dr, c + dc)
        if 1 <= p[0] <= n and 1 <= p[1] <= n and p not in dist:
            dist[p] = dist[r, c] + 1
            q.append(p)
print(dist[goal])
