import sys


def main():
    sys.setrecursionlimit(10000)
    it = map(int, sys.stdin.read().split())
    n, m = next(it), next(it)
    children = [[] for _ in range(n)]
    for a, b in zip(it, it):
        children[a - 1].append(b - 1)

    depth = [None] * n

    def dfs(v):
        if depth[v] is not None:
            return depth[v]
        best = 0
        for child in children[v]:
            below = dfs(child) + 1
            if below > best:
                best = below
        depth[v] = best
        return best

    answer = 0
    for v in range(n):
        answer = max(answer, dfs(v))
    print(answer)


main()
