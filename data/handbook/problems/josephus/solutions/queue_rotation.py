from collections import deque

n, k = map(int, input().split())
q = deque(range(1, n + 1))
while len(q) > 1:
    q.rotate(1 - k)
    q.popleft()
print(q[0])
