n = int(input())
b = [tuple(map(int, input().split())) for _ in range(n)]
xs = set()
for l, r, h in b:
    xs.add(l)
    xs.add(r)
prev = 0
for x in sorted(xs):
    cur = 0
    for l, r, h in b:
        if l <= x < r:
            cur = max(cur, h)
    if cur != prev:
        print(x, cur)
        prev = cur
