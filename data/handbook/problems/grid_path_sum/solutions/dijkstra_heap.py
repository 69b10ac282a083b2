import heapq

h, w = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(h)]
dist = [[10**9] * w for _ in range(h)]
dist[0][0] = a[0][0]
pq = [(a[0][0], 0, 0)]
while pq:
    d, x, y = heapq.heappop(pq)
    if d > dist[x][y]:
        continue
    for nx, ny in ((x + 1, y), (x, y + 1)):
        if nx < h and ny < w and d + a[nx][ny] < dist[nx][ny]:
            dist[nx][ny] = d + a[nx][ny]
            heapq.heappush(pq, (dist[nx][ny], nx, ny))
print(dist[h - 1][w - 1])
