import sys


def main():
    n, m, *values = map(int, sys.stdin.read().split())
    head = [[] for _ in range(n)]
    to, capacity = [], []
    for a, b, c in zip(values[::3], values[1::3], values[2::3]):
        head[a - 1].append(len(to))
        to.append(b - 1)
        capacity.append(c)
        head[b - 1].append(len(to))
        to.append(a - 1)
        capacity.append(0)
    source, sink = 0, n - 1

    def levels():
        depth = [None] * n
        depth[source] = 0
        frontier = [source]
        while frontier:
            following = []
            for v in frontier:
                for e in head[v]:
                    if capacity[e] and depth[to[e]] is None:
                        depth[to[e]] = depth[v] + 1
                        following.append(to[e])
            frontier = following
        return depth

    def push(v, limit):
        if v == sink:
            return limit
        sent = 0
        while pointer[v] < len(head[v]):
            e = head[v][pointer[v]]
            if capacity[e] and depth[to[e]] == depth[v] + 1:
                got = push(to[e], min(limit - sent, capacity[e]))
                capacity[e] -= got
                capacity[e ^ 1] += got
                sent += got
                if sent == limit:
                    return sent
            pointer[v] += 1
        return sent

    total = 0
    depth = levels()
    while depth[sink] is not None:
        pointer = [0] * n
        total += push(source, sum(capacity))
        depth = levels()
    print(total)


main()
