import heapq

n = int(input())
a = [-int(x) for x in input().split()]
heapq.heapify(a)
best = -sum(a)


def solve(h, total):
    # the two largest go into different bags (difference) or the same one (sum)
    global best
    top = -h[0]
    if 2 * top >= total:
        best = min(best, 2 * top - total)
        return
    if best < 2:
        return
    x = -heapq.heappop(h)
    y = -heapq.heappop(h)
    g = h[:]
    heapq.heappush(g, -(x - y))
    solve(g, total - 2 * y)
    heapq.heappush(h, -(x + y))
    solve(h, total)


solve(a, best)
print(best)
