from collections import deque

n = int(input())
g = list(map(int, input().split()))
c = list(map(int, input().split()))
p = [0]
for i in range(2 * n):
    p.append(p[-1] + g[i % n] - c[i % n])
# minimum of p[s+1..s+n] for every s
q = deque()
ans = -1
for j in range(1, 2 * n):
    while q and p[q[-1]] >= p[j]:
        q.pop()
    q.append(j)
    s = j - n
    if s >= 0:
        while q[0] <= s:
            q.popleft()
        if p[q[0]] >= p[s]:
            ans = s + 1
            break
print(ans)
