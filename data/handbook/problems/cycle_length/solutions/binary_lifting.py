s, a, b, c, m = map(int, input().split())
LOG = 11
up = [[(a * x * x + b * x + c) % m for x in range(m)]]
for k in range(1, LOG):
    p = up[-1]
    up.append([p[p[x]] for x in range(m)])

# whatever is reached after 1024 >= m steps is on a cycle
on_cycle = [False] * m
for x in up[LOG - 1]:
    on_cycle[x] = True

tail = 0
x = s
if not on_cycle[x]:
    for k in range(LOG - 1, -1, -1):
        if not on_cycle[up[k][x]]:
            x = up[k][x]
            tail += 1 << k
    x = up[0][x]
    tail += 1

length = 1
y = up[0][x]
while y != x:
    y = up[0][y]
    length += 1
print(tail, length)
