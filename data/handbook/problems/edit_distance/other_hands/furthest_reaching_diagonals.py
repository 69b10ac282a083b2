def edit(x, y):
    if len(x) > len(y):
        x, y = y, x
    p, q = len(x), len(y)
    goal = q - p
    off = p + q + 2
    NONE = -(10 ** 6)
    # front[off + d] = largest column j on the diagonal j - i == d
    front = [NONE] * (2 * off + 1)
    e = 0
    while True:
        fresh = front[:]
        for d in range(-min(e, p), min(e, q) + 1):
            here = off + d
            if e == 0:
                j = 0
            else:
                j = max(front[here] + 1, front[here - 1] + 1, front[here + 1])
            if j > q:
                j = q
            if j - d > p:
                j = p + d
            if j < max(d, 0):
                continue
            for s, t in zip(x[j - d:], y[j:]):
                if s != t:
                    break
                j += 1
            fresh[here] = j
        front = fresh
        if front[off + goal] == q:
            return e
        e += 1


print(edit(input(), input()))
