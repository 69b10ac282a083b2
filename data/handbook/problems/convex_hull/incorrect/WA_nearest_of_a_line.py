n = int(input())
p = sorted({tuple(map(int, input().split())) for _ in range(n)})
hull = []
cur = p[0]
while cur not in hull:
    hull.append(cur)
    nxt = p[0] if p[0] != cur else p[-1]
    for q in p:
        c = (nxt[0] - cur[0]) * (q[1] - cur[1]) - (nxt[1] - cur[1]) * (q[0] - cur[0])
        if c < 0:
            nxt = q
    cur = nxt
print(len(hull))
