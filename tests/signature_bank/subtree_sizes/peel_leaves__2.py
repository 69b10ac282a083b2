import sys


def main():
    n, *rest = map(int, sys.stdin.read().split())
    parent = dict(enumerate(rest, 2))
    open_children = [0] * (n + 1)
    for boss in rest:
        open_children[boss] += 1
    total = [1] * (n + 1)
    ready = [v for v in range(1, n + 1) if not open_children[v]]
    while ready:
        vertex = ready.pop()
        if vertex in parent:
            boss = parent[vertex]
            total[boss] += total[vertex]
            open_children[boss] -= 1
            if not open_children[boss]:
                ready.append(boss)
    print(*total[1:])


main()
