n = int(input())
p = list({tuple(map(int, input().split())) for _ in range(n)})
corners = set()
for a in p:
    for b in p:
        if a == b:
            continue
        ok = True
        for c in p:
            s = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
            if s < 0:
                ok = False
                break
            if s == 0 and not min(a, b) <= c <= max(a, b):
                ok = False
                break
        if ok:
            corners.add(a)
            corners.add(b)
print(len(corners) if len(p) > 1 else 1)
