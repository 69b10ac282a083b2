import heapq

n = int(input())
h = list(map(int, input().split()))
heapq.heapify(h)
print(*[heapq.heappop(h) for _ in range(n)])
