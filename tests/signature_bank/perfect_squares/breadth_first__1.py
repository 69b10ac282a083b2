from collections import deque

n = int(input())
q = deque([(n, 0)])
seen = {n}
while q:
    x, d = q.popleft()
    if x == 0:
        print(d)
        break
    i = 1
    while i * i <= x:
        y = x - i * i
        if y not in seen:
            seen.add(y)
            q.append((y, d + 1))
        i += 1
