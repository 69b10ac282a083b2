import sys


def main():
    rd = sys.stdin.readline
    n, m = map(int, rd().split())
    adj = [set() for _ in range(n + 1)]
    lines = []
    for _ in range(m):
        a, b = map(int, rd().split())
        lines.append((a, b))
        adj[a].add(b)
        adj[b].add(a)

    UP = [None] * (n + 1)
    LEVEL = [None] * (n + 1)
    for start in range(1, n + 1):
        if LEVEL[start] is None:
            LEVEL[start] = 0
            todo = [start]
            for town in todo:
                for nxt in adj[town]:
                    if LEVEL[nxt] is None:
                        LEVEL[nxt] = LEVEL[town] + 1
                        UP[nxt] = town
                        todo.append(nxt)

    boss = [*range(n + 1)]

    def top(x):
        root = x
        while boss[root] != root:
            root = boss[root]
        while boss[x] != root:
            boss[x], x = root, boss[x]
        return root

    still = sum(u is not None for u in UP)
    unused = set(range(1, n + 1))  # towns whose road to the parent is not met yet
    for a, b in lines:
        child = b if UP[b] == a else a if UP[a] == b else 0
        if child in unused:
            unused.discard(child)
            continue
        x, y = top(a), top(b)
        while x != y:
            if LEVEL[x] > LEVEL[y]:
                boss[x] = top(UP[x])
                x = boss[x]
            else:
                boss[y] = top(UP[y])
                y = boss[y]
            still -= 1
    print(still)


main()
