def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


n = int(input())
pts = sorted(tuple(map(int, input().split())) for _ in range(n))
if n < 3:
    print(n)
else:
    total = 0
    for s in (pts, pts[::-1]):
        c = []
        for p in s:
            while len(c) >= 2 and cross(c[-2], c[-1], p) <= 0:
                c.pop()
            c.append(p)
        total += len(c) - 1
    print(total)
