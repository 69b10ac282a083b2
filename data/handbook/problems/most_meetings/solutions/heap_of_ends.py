import heapq

n = int(input())
a = sorted(tuple(map(int, input().split())) for _ in range(n))
h = []
ans = 0
for s, e in a:
    while h and h[0] <= s:
        heapq.heappop(h)
    heapq.heappush(h, e)
    ans = max(ans, len(h))
print(ans)
