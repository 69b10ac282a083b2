import sys


def floyd(best):
    n = len(best)
    for via in range(n):
        for start in range(n):
            head = best[start][via]
            if head is None:
                continue
            for stop in range(n):
                tail = best[via][stop]
                if tail is None:
                    continue
                if best[start][stop] is None or best[start][stop] < head + tail:
                    best[start][stop] = head + tail
    return best


n, m = map(int, sys.stdin.readline().split())
best = [[None] * n for _ in range(n)]
for line in sys.stdin:
    if line.strip():
        u, v = (int(t) - 1 for t in line.split())
        best[u][v] = 1
print(max((x for row in floyd(best) for x in row if x), default=0))
