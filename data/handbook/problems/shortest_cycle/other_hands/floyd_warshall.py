import sys

BIG = 10**6


def girth(size, pairs):
    edge = [[BIG] * size for _ in range(size)]
    for p, q in pairs:
        edge[p][q] = edge[q][p] = 1
    way = [list(r) for r in edge]
    best = BIG
    for mid in range(size):
        ends = [v for v in range(mid) if edge[v][mid] == 1]
        for x, p in enumerate(ends):
            for q in ends[:x]:
                best = min(best, way[p][q] + 2)
        via = way[mid]
        for row in way:
            if row[mid] < BIG:
                row[:] = [min(old, row[mid] + more) for old, more in zip(row, via)]
    return best


raw = [int(t) - 1 for t in sys.stdin.read().split()]
result = girth(raw[0] + 1, list(zip(raw[2::2], raw[3::2])))
print(result if result < BIG else -1)
