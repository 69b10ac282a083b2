from itertools import count


def solve(n, edges):
    around = [[] for _ in range(n)]
    for number, (x, y) in enumerate(edges):
        around[x].append((number, y))
        around[y].append((number, x))
    clock = count(1)
    stamp = {}

    def low(v, came):
        nonlocal result
        mine = lowest = stamp[v] = next(clock)
        for number, w in around[v]:
            if number != came:
                lowest = min(lowest, stamp[w] if w in stamp else low(w, number))
        # nothing below v leads above it
        if came >= 0 and lowest == mine:
            result += 1
        return lowest

    result = 0
    for v in range(n):
        if v not in stamp:
            low(v, -1)
    return result


n, m = map(int, input().split())
edges = []
for _ in range(m):
    x, y = input().split()
    edges.append((int(x) - 1, int(y) - 1))
print(solve(n, edges))
