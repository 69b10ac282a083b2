import sys


def closure(r):
    nodes = range(len(r))
    for mid in nodes:
        for i in nodes:
            for j in nodes:
                r[i][j] = r[i][j] or (r[i][mid] and r[mid][j])


def is_bipartite(n: int, edges: list[list[int]]) -> bool:
    """v and v + n are the two copies of v; every edge leads from one copy to the other."""
    r = [[0] * (2 * n) for _ in range(2 * n)]
    for u, v in edges:
        for x, y in ((u, v), (v, u)):
            r[x - 1][y - 1 + n] = 1
            r[x - 1 + n][y - 1] = 1
    closure(r)
    for v in range(n):
        if r[v][v + n]:
            return False
    return True


if __name__ == "__main__":
    (n, _), *edges = [[int(x) for x in line.split()] for line in sys.stdin]
    print("YES" if is_bipartite(n, edges) else "NO")
