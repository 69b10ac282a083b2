from collections import deque

s, t = input().split()
n = int(input())
words = set(input().split())
q = deque([(s, 0)])
words.discard(s)
ans = -1
while q:
    w, d = q.popleft()
    if w == t:
        ans = d
        break
    near = [v for v in words if sum(x != y for x, y in zip(v, w)) == 1]
    for v in near:
        words.remove(v)
        q.append((v, d + 1))
print(ans)
