n = int(input())
p = sorted({tuple(map(int, input().split())) for _ in range(n)})
start = p[0]
cur = start
cnt = 0
while True:
    cnt += 1
    nxt = cur
    for q in p:
        if q == cur:
            continue
        if nxt == cur:
            nxt = q
            continue
        c = (nxt[0] - cur[0]) * (q[1] - cur[1]) - (nxt[1] - cur[1]) * (q[0] - cur[0])
        if c < 0:
            nxt = q
        elif c == 0:
            # same line: take the one further away
            d1 = (nxt[0] - cur[0]) ** 2 + (nxt[1] - cur[1]) ** 2
            d2 = (q[0] - cur[0]) ** 2 + (q[1] - cur[1]) ** 2
            if d2 > d1:
                nxt = q
    cur = nxt
    if cur == start:
        break
print(cnt)
