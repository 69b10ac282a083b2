import heapq

h, w = map(int, input().split())
a = [list(map(int, input().split())) for _ in range(h)]
seen = set()
pq = [(a[0][0], 0, 0)]
while pq:
    d, x, y = heapq.heappop(pq)
    if (x, y) in seen:
        continue
    seen.add((x, y))
    if x == h - 1 and y == w - 1:
        print(d)
        break
    for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if 0 <= nx < h and 0 <= ny < w:
            heapq.heappush(pq, (d + a[nx][ny], nx, ny))
