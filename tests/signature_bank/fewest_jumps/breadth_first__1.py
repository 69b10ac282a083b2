from collections import deque

n = int(input())
a = list(map(int, input().split()))
d = [-1] * n
d[0] = 0
q = deque([0])
while q:
    u = q.popleft()
    for v in range(u + 1, min(n, u + a[u] + 1)):
        if d[v] == -1:
            d[v] = d[u] + 1
            q.append(v)
print(d[n - 1])
