from bisect import bisect_right


def sums(things):
    res = [(0, 0)]
    for a, b in things:
        res += [(x + a, y + b) for x, y in res]
    return res


n, w = map(int, input().split())
things = [tuple(map(int, input().split())) for _ in range(n)]
left = sums(things[: n // 2])
right = sorted(sums(things[n // 2 :]))
weights = [x for x, y in right]
best = []
top = 0
for x, y in right:
    top = max(top, y)
    best.append(top)
ans = 0
for x, y in left:
    if x <= w:
        ans = max(ans, y + best[bisect_right(weights, w - x) - 1])
print(ans)
