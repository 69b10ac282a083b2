import sys


def reachable(adjacent, start, goal, limit):
    stack, visited = [start], {start}
    while stack:
        here = stack.pop()
        if here == goal:
            return True
        for there, width in adjacent[here]:
            if width >= limit and there not in visited:
                visited.add(there)
                stack.append(there)
    return False


n, m, start, goal, *flat = map(int, sys.stdin.read().split())
adjacent = [[] for _ in range(n + 1)]
for a, b, width in zip(flat[::3], flat[1::3], flat[2::3]):
    adjacent[a].append((b, width))
    adjacent[b].append((a, width))
widths = sorted({0, *flat[2::3]})
lo, hi = 0, len(widths)
while hi - lo > 1:
    mid = (lo + hi) // 2
    if reachable(adjacent, start, goal, widths[mid]):
        lo = mid
    else:
        hi = mid
print(widths[lo])
