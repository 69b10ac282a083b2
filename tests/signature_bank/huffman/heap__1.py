import heapq

n = int(input())
h = list(map(int, input().split()))
heapq.heapify(h)
ans = 0
while len(h) > 1:
    s = heapq.heappop(h) + heapq.heappop(h)
    ans += s
    heapq.heappush(h, s)
print(ans)
