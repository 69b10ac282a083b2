n = int(input())
h = list(map(int, input().split()))
top = h.index(max(h))


def side(walls):
    best = res = 0
    for x in walls:
        best = max(best, x)
        res += best - x
    return res


print(side(h[:top]) + side(h[:top:-1]))
