from collections import deque

s, t = input().split()
n = int(input())
words = set(input().split())
q = deque([(s, 1)])
ans = -1
while q:
    w, d = q.popleft()
    if w == t:
        ans = d
        break
    for v in [v for v in words if sum(x != y for x, y in zip(v, w)) == 1]:
        words.remove(v)
        q.append((v, d + 1))
print(ans)
