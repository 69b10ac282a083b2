from collections import deque

s = input().strip()
n = len(s)
dist = [-1] * (n + 1)
dist[0] = 0
q = deque([0])
while q:
    u = q.popleft()
    if u == n:
        break
    for v in range(u + 1, n + 1):
        if dist[v] == -1:
            t = s[u:v]
            if t == t[::-1]:
                dist[v] = dist[u] + 1
                q.append(v)
print(dist[n] - 1)
