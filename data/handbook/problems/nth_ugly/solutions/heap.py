import heapq

n = int(input())
h = [1]
seen = {1}
for _ in range(n):
    x = heapq.heappop(h)
    for p in (2, 3, 5):
        if x * p not in seen:
            seen.add(x * p)
            heapq.heappush(h, x * p)
print(x)
