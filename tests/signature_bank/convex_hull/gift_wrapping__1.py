n = int(input())
p = [tuple(map(int, input().split())) for _ in range(n)]

def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

def dist(a, b):
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2

start = min(p)
h = []
cur = start
while True:
    h.append(cur)
    nxt = p[0] if p[0] != cur else p[1]
    for q in p:
        if q == cur:
            continue
        c = cross(cur, nxt, q)
        if c < 0 or (c == 0 and dist(cur, q) > dist(cur, nxt)):
            nxt = q
    cur = nxt
    if cur == start:
        break
s = 0
for i in range(len(h)):
    x1, y1 = h[i]
    x2, y2 = h[(i + 1) % len(h)]
    s += x1 * y2 - x2 * y1
print(len(h), s // 2)
