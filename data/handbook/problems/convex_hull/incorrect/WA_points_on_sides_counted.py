def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


n = int(input())
pts = sorted(set(tuple(map(int, input().split())) for _ in range(n)))
h = set()
for s in (pts, pts[::-1]):
    c = []
    for p in s:
        while len(c) >= 2 and cross(c[-2], c[-1], p) < 0:
            c.pop()
        c.append(p)
    h.update(c)
print(len(h))
