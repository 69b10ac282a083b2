n = int(input())
g = {}
for _ in range(n - 1):
    a, b = map(int, input().split())
    g.setdefault(a, []).append(b)
    g.setdefault(b, []).append(a)


def far(v, p=0):
    return max([(0, v)] + [(d + 1, e) for d, e in (far(u, v) for u in g[v] if u != p)])


print(far(far(1)[1])[0])
