from collections import deque

n = int(input())
start = tuple(map(int, input().split()))
goal = tuple(sorted(start))
dist = {start: 0}
q = deque([start])
while goal not in dist:
    s = q.popleft()
    for i in range(n):
        for j in range(i + 1, n):
            t = list(s)
            t[i], t[j] = t[j], t[i]
            t = tuple(t)
            if t not in dist:
                dist[t] = dist[s] + 1
                q.append(t)
print(dist[goal])
