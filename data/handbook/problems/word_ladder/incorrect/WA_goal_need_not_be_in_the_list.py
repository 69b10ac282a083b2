from collections import deque

s, t = input().split()
n = int(input())
words = set(input().split()) | {t}
dist = {s: 0}
q = deque([s])
while q:
    w = q.popleft()
    for v in words:
        if v not in dist and sum(x != y for x, y in zip(v, w)) == 1:
            dist[v] = dist[w] + 1
            q.append(v)
print(dist.get(t, -1))
