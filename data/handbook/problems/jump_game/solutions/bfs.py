from collections import deque

n = int(input())
a = list(map(int, input().split()))
dist = [-1] * n
dist[0] = 0
q = deque([0])
while q:
    u = q.popleft()
    for v in range(u + 1, min(n - 1, u + a[u]) + 1):
        if dist[v] == -1:
            dist[v] = dist[u] + 1
            q.append(v)
print(dist[n - 1])
