def skyline(b):
    if len(b) == 1:
        l, r, h = b[0]
        return [(l, h), (r, 0)]
    m = len(b) // 2
    return merge(skyline(b[:m]), skyline(b[m:]))


def merge(p, q):
    res = []
    i = j = 0
    h1 = h2 = 0
    while i < len(p) or j < len(q):
        if j == len(q) or i < len(p) and p[i][0] < q[j][0]:
            x, h1 = p[i]
            i += 1
        elif i == len(p) or q[j][0] < p[i][0]:
            x, h2 = q[j]
            j += 1
        else:
            x, h1 = p[i]
            h2 = q[j][1]
            i += 1
            j += 1
        h = max(h1, h2)
        if not res or res[-1][1] != h:
            res.append((x, h))
    return res


n = int(input())
for x, h in skyline([tuple(map(int, input().split())) for _ in range(n)]):
    print(x, h)
