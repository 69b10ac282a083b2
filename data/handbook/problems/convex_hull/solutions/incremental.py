def cross(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


n = int(input())
hull = []
for _ in range(n):
    p = tuple(map(int, input().split()))
    if p in hull:
        continue
    m = len(hull)
    if m < 2:
        hull.append(p)
    elif m == 2:
        a, b = hull
        c = cross(a, b, p)
        if c == 0:
            hull = [min(a, b, p), max(a, b, p)]
        elif c > 0:
            hull = [a, b, p]
        else:
            hull = [b, a, p]
    else:
        s = [cross(hull[i], hull[(i + 1) % m], p) for i in range(m)]
        if min(s) >= 0:
            continue  # inside
        new = []
        for i in range(m):
            if not (s[i - 1] <= 0 and s[i] <= 0):
                new.append(hull[i])
            if s[i - 1] > 0 and s[i] <= 0:
                new.append(p)
        hull = new
print(len(hull))
