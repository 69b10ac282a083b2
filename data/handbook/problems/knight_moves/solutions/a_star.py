import heapq

n = int(input())
sr, sc = map(int, input().split())
tr, tc = map(int, input().split())


def h(r, c):
    dx, dy = abs(r - tr), abs(c - tc)
    return max((dx + 1) // 2, (dy + 1) // 2, (dx + dy + 2) // 3)


g = {(sr, sc): 0}
heap = [(h(sr, sc), sr, sc)]
closed = set()
while heap:
    f, r, c = heapq.heappop(heap)
    if (r, c) == (tr, tc):
        print(g[(r, c)])
        break
    if (r, c) in closed:
        continue
    closed.add((r, c))
    for dr, dc in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        x, y = r + dr, c + dc
        if 1 <= x <= n and 1 <= y <= n:
            d = g[(r, c)] + 1
            if (x, y) not in g or d < g[(x, y)]:
                g[(x, y)] = d
                heapq.heappush(heap, (d + h(x, y), x, y))
else:
    print(-1)
