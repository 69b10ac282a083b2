import heapq

h, w = map(int, input().split())
grid = [list(input()) for _ in range(h)]
source = sink = -1
adj = [[] for _ in range(h * w)]
for r in range(h):
    for c in range(w):
        if grid[r][c] == "#":
            continue
        if grid[r][c] == "S":
            source = r * w + c
        elif grid[r][c] == "T":
            sink = r * w + c
        if r + 1 < h and grid[r + 1][c] != "#":
            adj[r * w + c].append(r * w + c + w)
            adj[r * w + c + w].append(r * w + c)
        if c + 1 < w and grid[r][c + 1] != "#":
            adj[r * w + c].append(r * w + c + 1)
            adj[r * w + c + 1].append(r * w + c)
INF = float("inf")
dist = [INF] * (h * w)
dist[source] = 0
heap = [(0, source)]
while heap:
    d, u = heapq.heappop(heap)
    if d > dist[u]:
        continue
    for v in adj[u]:
        if d + 1 < dist[v]:
            dist[v] = d + 1
            heapq.heappush(heap, (d + 1, v))
print(dist[sink] if dist[sink] < INF else -1)
