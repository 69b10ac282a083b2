from collections import deque

n = int(input())
q = deque([(n, 0)])
seen = {n}
while q:
    x, d = q.popleft()
    if x == 0:
        print(d)
        break
    k = 1
    while k * k <= x:
        y = x - k * k
        if y not in seen:
            seen.add(y)
            q.append((y, d + 1))
        k += 1
