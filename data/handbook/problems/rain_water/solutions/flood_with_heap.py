import heapq

n = int(input())
h = list(map(int, input().split()))
seen = [False] * n
seen[0] = seen[-1] = True
q = [(h[0], 0), (h[-1], n - 1)]
heapq.heapify(q)
ans = 0
while q:
    level, i = heapq.heappop(q)
    for j in (i - 1, i + 1):
        if 0 <= j < n and not seen[j]:
            seen[j] = True
            ans += max(0, level - h[j])
            heapq.heappush(q, (max(level, h[j]), j))
print(ans)
