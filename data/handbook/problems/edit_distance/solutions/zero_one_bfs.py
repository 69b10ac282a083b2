from collections import deque

a = input()
b = input()
n, m = len(a), len(b)
W = m + 1
done = bytearray((n + 1) * W)
queue = deque([(0, 0, 0)])
while True:
    d, i, j = queue.popleft()
    if done[i * W + j]:
        continue
    done[i * W + j] = 1
    if i == n and j == m:
        print(d)
        break
    if i < n and j < m and a[i] == b[j]:
        queue.appendleft((d, i + 1, j + 1))
        continue
    if i < n:
        queue.append((d + 1, i + 1, j))
    if j < m:
        queue.append((d + 1, i, j + 1))
    if i < n and j < m:
        queue.append((d + 1, i + 1, j + 1))
