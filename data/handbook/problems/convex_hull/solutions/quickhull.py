n = int(input())
pts = {tuple(map(int, input().split())) for _ in range(n)}


def area(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def go(a, b, s):
    # corners strictly left of a -> b
    s = [p for p in s if area(a, b, p) > 0]
    if not s:
        return 0
    # among equally far points an outer one is needed
    c = max(s, key=lambda p: (area(a, b, p), p))
    return go(a, c, s) + 1 + go(c, b, s)


l = min(pts)
r = max(pts)
if l == r:
    print(1)
else:
    print(2 + go(l, r, pts) + go(r, l, pts))
